import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { mayAdd, mayChangeItem, mayRemoveItem, possibleRundownActs } from '../../domain/rundown/rights.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { rightsOverStory } from '../../domain/policy.ts'
import { readReaders } from '../desk/reader-rows.ts'
import { namedBy } from '../people-by-name.ts'
import { unitsOfDay } from '../stories/units-of-day.ts'
import { readFrozen } from './frozen-rows.ts'
import { readItems } from './item-rows.ts'
import { readPlaced } from './placed-stories.ts'
import { readRundown } from './rundown-row.ts'
import { readStamps } from './stamps.ts'
import { durationsOf } from './story-times.ts'

/** One rundown: its items in order, their four durations, and what may be done now. */
export const getRundown = query(rundownRoutes.getRundown, async ({ params, actor, read, now, today }) => {
  const day = await unitsOfDay(read, actor, today)
  const rundown = await readRundown(read, actor, day, params.rundownId)
  const { state } = rundown
  // An account without a person keeps nothing.
  const rights = actor.personId === null ? noRights : rundown.rights
  const items = await readItems(read, actor.tenantId, rundown.id)
  const stories = await readPlaced(read, actor.tenantId, items.flatMap((item) => item.storyId ?? []))
  const times = await durationsOf(read, actor.tenantId, rundown.date, items.filter((item) => item.stage === 'waiting'), stories)
  const frozen = await readFrozen(read, actor.tenantId, items.flatMap((item) => item.frozenId ?? []))
  const readers = rights.producer || rights.gallery ? (await readReaders(read, actor.tenantId)).filter((reader) => inUseOn(reader, rundown.date)).map((reader) => reader.personId) : []
  const names = await personNames(read, actor.tenantId, [...new Set([...readers, ...items.flatMap((item) => [item.changedBy, item.readerId].filter((id) => id !== null))])])
  const named = namedBy(names)
  const { id, programmeId, name, date, startMs, outMs, revision, changes } = rundown
  return {
    id,
    programmeId,
    name,
    date,
    startMs,
    outMs,
    state,
    revision,
    changes,
    stamp: (await readStamps(read, actor.tenantId, [id])).get(id) ?? '',
    now: now.toISOString(),
    items: items.map((item) => {
      const story = item.storyId === null ? undefined : stories.get(item.storyId)
      const words = item.frozenId === null ? undefined : frozen.get(item.frozenId)
      const time = times.get(item.id)
      const own = story !== undefined && rightsOverStory(actor, { authorId: story.authorId, lineage: day.lineageOf(story.unitId) }).has('department')
      return {
        id: item.id,
        kind: item.kind,
        title: words?.title ?? story?.title ?? item.title,
        story: story === undefined ? null : { id: story.id, column: story.column, state: story.state, version: story.version, approved: story.approved, changedSince: words?.hash !== undefined && words.hash !== null && !words.hash.equals(story.hash) },
        plannedMs: item.plannedMs,
        estimatedMs: words === undefined ? (time?.estimatedMs ?? null) : words.estimatedMs,
        lockedMs: words === undefined ? (time?.lockedMs ?? null) : words.lockedMs,
        actualMs: item.startedAt === null || item.endedAt === null ? null : item.endedAt.getTime() - item.startedAt.getTime(),
        filmMs: words === undefined ? (time?.filmMs ?? null) : words.filmMs,
        fixedStartMs: item.fixedStartMs,
        reader: item.readerId === null ? null : named(item.readerId),
        floated: item.floated,
        cuttable: item.cuttable,
        cutBlocks: item.cutBlocks.map((cut) => ({ id: cut, start: time?.blocks.find((block) => block.id === cut)?.start ?? '' })),
        cuttableBlocks: (time?.cuttableBlocks ?? []).map((block) => ({ id: block.id, ms: block.ms, start: block.start })),
        stage: item.stage,
        startedAt: item.startedAt?.toISOString() ?? null,
        endedAt: item.endedAt?.toISOString() ?? null,
        frozen: words === undefined ? null : { id: words.id, version: words.version, hash: words.hash?.toString('hex') ?? null, at: words.at.toISOString() },
        revision: item.revision,
        changedBy: item.changedBy === null ? null : named(item.changedBy),
        can: { change: mayChangeItem(rights, state, item.stage), remove: mayRemoveItem(rights, state, item.stage, own) },
      }
    }),
    readers: readers.map(named),
    can: { order: rights.producer && state !== 'ended', add: mayAdd(rights, state), air: rights.gallery && (state === 'locked' || state === 'on_air'), acts: possibleRundownActs(rights, state) },
  }
})

const noRights = { producer: false, gallery: false, editor: false } as const
