import { holds } from '#kernel/actor.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import type { ScriptContent } from '../../domain/approval/content.ts'
import { stageOf, type AirState, type StoryState } from '../../domain/approval/state.ts'
import { readAsked, type Asked } from '../../domain/archive/search-words.ts'
import { textOf } from '../../domain/archive/searched-parts.ts'
import { snippetOf, type SnippetPart } from '../../domain/archive/snippet.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { speak, spokenText, type Dictionary } from '../../domain/speech/index.ts'
import { dictionaryFor } from '../desk/own-dictionary.ts'
import { namedBy } from '../people-by-name.ts'
import type { StoryId } from '../stories/story-row.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { askedOf, findStories } from './find-stories.ts'

/** Tìm trong kho: stories one may read by their words, those with exactly the words typed first. */
export const searchStories = query(archiveRoutes.searchStories, async ({ query: asked, actor, read, today }) => {
  const day = await unitsOfDay(read, actor, today)
  if (!newsroomRights.some((right) => holds(actor, right)) && day.delegatedLevels.size === 0) refuse('platform.not-found')
  const [half, beforeId] = asked.after === undefined ? [0, null] : pageKey(asked.after, ['number', 'uuid'])
  const limit = asked.limit
  const stretch = { tenantId: actor.tenantId, units: day.readable, beforeId, limit }
  const worded = readAsked(asked.text ?? '').length > 0
  const exact = half === 0 ? await findStories(read, stretch, asked, worded ? 'exact' : 'any') : []
  const others = worded && exact.length <= limit ? await findStories(read, { ...stretch, beforeId: half === 0 ? null : beforeId, limit: limit - exact.length }, asked, 'others') : []
  const found = [...exact.map((row) => ({ ...row, half: 0 })), ...others.map((row) => ({ ...row, half: 1 }))]
  const page = pageOf(found, asked.limit, (row) => [row.half, row.id])
  const named = namedBy(await personNames(read, actor.tenantId, page.items.map((row) => row.author_id as PersonId)))
  const marked = askedOf(asked)
  const versions = marked.length === 0 || page.items.length === 0 ? [] : await read
    .selectFrom('newsroom_story as s')
    .innerJoin('newsroom_story_version as v', (join) => join.on('v.tenant_id', '=', actor.tenantId).onRef('v.story_id', '=', 's.id').onRef('v.version', '=', 's.version'))
    .where('s.tenant_id', '=', actor.tenantId)
    .where('s.id', 'in', page.items.map((row) => row.id))
    .select(['s.id', 'v.content'])
    .execute()
  const contents = new Map(versions.map((row) => [row.id, row.content as unknown as ScriptContent]))
  const dictionary = await dictionaryFor(read, actor.tenantId)
  return {
    items: page.items.map((row) => {
      const content = contents.get(row.id)
      return {
        id: row.id as StoryId,
        title: row.title,
        column: row.column,
        category: row.category,
        stage: stageOf(row.state as StoryState, row.air as AirState),
        author: named(row.author_id),
        unit: { id: row.unit_id, name: day.nameOf(row.unit_id as UnitId) },
        airedAt: row.aired_at?.toISOString() ?? null,
        exact: worded && row.half === 0,
        snippet: content === undefined ? [] : wordsAround(content, marked, dictionary),
      }
    }),
    next: page.next,
  }
})

/** The words around a hit in the body, or in what is said for it where only that has them. */
function wordsAround({ blocks, people }: ScriptContent, asked: Asked, dictionary: Dictionary): SnippetPart[] {
  const body = [...blocks.map(textOf), ...people.map(({ name, titles }) => [name, ...titles.map((held) => `${held.title} ${held.organisation}`)].join(', '))].filter((text) => text !== '').join(' / ')
  const written = snippetOf(body, asked)
  return written.length > 0 ? written : snippetOf(spokenText(speak(body, dictionary)), asked)
}
