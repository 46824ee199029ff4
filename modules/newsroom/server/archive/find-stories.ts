import { sql } from 'kysely'
import { addDays, midnight, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { partsOfStage, type StoryStage } from '../../domain/approval/state.ts'
import { foldAsked, readAsked, readPhrase, tsqueryOf, type Asked } from '../../domain/archive/search-words.ts'
import { spokenWeights, weightsOf } from '../../domain/archive/searched-parts.ts'
import { foundIds } from './found-ids.ts'

/** What is looked for in the archive. */
export interface Search {
  readonly text?: string | undefined
  readonly where?: 'all' | 'said' | undefined
  readonly person?: string | undefined
  readonly place?: string | undefined
  readonly column?: string | undefined
  readonly category?: string | undefined
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
  readonly stage?: StoryStage | undefined
}

/** Whose stories, from where on, and how many; one more tells whether there are others. */
export interface Stretch {
  readonly tenantId: TenantId
  /** Null means all. */
  readonly units: readonly string[] | null
  readonly beforeId: string | null
  readonly limit: number
}

/** The words and phrases that are marked in what is shown. */
export function askedOf({ text, person, place }: Search): Asked {
  return [...readAsked(text ?? ''), ...readPhrase(person ?? ''), ...readPhrase(place ?? '')]
}

/** Which stories: those with exactly the words typed, the others that have them marks aside, or any. */
export type Half = 'exact' | 'others' | 'any'

/** What the index of words is asked for one half: what must be found, and what must not. */
function questionsOf({ text, where, person, place }: Search, half: Half) {
  const weights = where === 'said' ? spokenWeights : ''
  const typed = readAsked(text ?? '')
  const question = (part: 'exact' | 'folded', asked: Asked, within = '') => (asked.length === 0 ? [] : [{ part, asked: tsqueryOf(asked, within) }])
  return {
    found: [
      ...(half === 'exact' ? question('exact', typed, weights) : half === 'others' ? question('folded', foldAsked(typed), weights) : []),
      ...question('folded', foldAsked(readPhrase(person ?? '')), weightsOf.beside),
      ...question('folded', foldAsked(readPhrase(place ?? ''))),
    ],
    notFound: half === 'others' ? question('exact', typed, weights) : [],
  }
}

/** Stories that have the words, the latest begun first. Rare words are looked up in their index; common ones are met soon by reading backwards. */
export async function findStories(read: Reader, stretch: Stretch, search: Search, half: Half) {
  const { found, notFound } = questionsOf(search, half)
  let rows = storiesBackwards(read, stretch, search)
  let ids: ReadonlySet<string> | null = null
  for (const { part, asked } of found) {
    const having = await foundIds(read, part, asked)
    if (having === null) rows = rows.where(has(part, asked))
    else ids = both(ids, having)
  }
  for (const { part, asked } of notFound) {
    const having = ids === null ? null : await foundIds(read, part, asked)
    if (having === null) rows = rows.where((one) => one.not(has(part, asked)))
    else ids = new Set([...(ids ?? [])].filter((id) => !having.has(id)))
  }
  if (ids === null) return rows.execute()
  return ids.size === 0 ? [] : rows.where(sql<boolean>`w.story_id = any(${[...ids]}::uuid[])`).execute()
}

function both(one: ReadonlySet<string> | null, other: ReadonlySet<string>): ReadonlySet<string> {
  return one === null ? other : new Set([...one].filter((id) => other.has(id)))
}

function has(part: 'exact' | 'folded', asked: string) {
  return sql<boolean>`${sql.ref(`w.${part}`)} @@ ${asked}::tsquery`
}

function storiesBackwards(read: Reader, { tenantId, units, beforeId, limit }: Stretch, { column, category, from, to, stage }: Search) {
  let rows = read
    .selectFrom('newsroom_story_search as w')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'w.story_id'))
    .where('w.tenant_id', '=', tenantId)
    .select(['s.id', 's.title', 's.column', 's.category', 's.state', 's.air', 's.author_id', 's.unit_id', 's.aired_at', 's.version'])
    .orderBy('w.story_id', 'desc')
    .limit(pageLimit(limit))
  if (units !== null) rows = rows.where(sql<boolean>`s.unit_id = any(${units}::uuid[])`)
  if (column !== undefined) rows = rows.where('s.column', '=', column)
  if (category !== undefined) rows = rows.where('s.category', '=', category)
  if (from !== undefined) rows = rows.where('s.aired_at', '>=', midnight(from))
  if (to !== undefined) rows = rows.where('s.aired_at', '<', midnight(addDays(to, 1)))
  if (stage !== undefined) {
    const { states, airs } = partsOfStage(stage)
    rows = rows.where('s.state', 'in', states).where('s.air', 'in', airs)
  }
  if (beforeId !== null) rows = rows.where('w.story_id', '<', beforeId)
  return rows
}
