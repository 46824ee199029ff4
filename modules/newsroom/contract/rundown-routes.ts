import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, words } from '#platform/contract/shapes.ts'
import { storyStates } from '../domain/approval/state.ts'
import { airActs, itemKinds, itemStages, plainKinds, rundownActs, rundownStates } from '../domain/rundown/state.ts'
import { named } from './named.ts'

const revision = z.number().int().min(1)
const day = 86_400_000
/** Milliseconds after the midnight in Vietnam of the rundown's day; a programme may run past the next one. */
const clock = z.number().int().min(0).max(2 * day - 1)
const length = z.number().int().min(0).max(day)
const rundownParams = z.object({ rundownId: idOf<'rundown'>() })
const itemParams = rundownParams.extend({ itemId: idOf<'rundown-item'>() })
const head = { name: line(200), startMs: clock.max(day - 1), outMs: clock.nullable() }
const done = z.object({ changes: z.number().int() })
const itemRefusals = ['platform.not-found', 'newsroom.rundown.ended', 'newsroom.rundown.item-changed', 'newsroom.rundown.item-frozen', 'newsroom.rundown.no-such-item'] as const

/** A rundown (khung chương trình) as lists show it. */
export const rundownLine = z.object({
  id: idOf<'rundown'>(),
  programmeId: z.uuid().nullable(),
  name: z.string(),
  date: dateShape,
  startMs: z.number().int(),
  outMs: z.number().int().nullable(),
  state: z.enum(rundownStates),
  items: z.number().int(),
})

/** A block of a story that may be left out, and what that saves. */
export const cuttableBlock = z.object({ id: z.uuid(), ms: z.number().int(), start: z.string() })

/** An item (mục): what it is, its four durations, and what the one who asks may do with it. */
export const itemView = z.object({
  id: idOf<'rundown-item'>(),
  kind: z.enum(itemKinds),
  title: z.string(),
  /** The story as it stands now; `approved` is whether it may air, `changedSince` whether it is no longer what was frozen. */
  story: z.object({ id: idOf<'story'>(), column: z.string().nullable(), state: z.enum(storyStates), version: z.number().int(), approved: z.boolean(), changedSince: z.boolean() }).nullable(),
  plannedMs: z.number().int().nullable(),
  estimatedMs: z.number().int().nullable(),
  lockedMs: z.number().int().nullable(),
  actualMs: z.number().int().nullable(),
  filmMs: z.number().int().nullable(),
  fixedStartMs: z.number().int().nullable(),
  reader: named.nullable(),
  floated: z.boolean(),
  cuttable: z.boolean(),
  cutBlocks: z.array(z.object({ id: z.uuid(), start: z.string() })),
  cuttableBlocks: z.array(cuttableBlock),
  stage: z.enum(itemStages),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  frozen: z.object({ id: z.uuid(), version: z.number().int().nullable(), hash: z.string().nullable(), at: z.iso.datetime() }).nullable(),
  revision,
  changedBy: named.nullable(),
  can: z.object({ change: z.boolean(), remove: z.boolean() }),
})

/** A rundown with its items in order. */
export const rundownView = rundownLine.extend({
  revision,
  changes: z.number().int(),
  /** As events say it: whoever hears another one reads again. */
  stamp: z.string(),
  /** The server's clock, by which the screen sets its own. */
  now: z.iso.datetime(),
  items: z.array(itemView),
  /** Who may be chosen to read that day, for whoever orders or corrects the log. */
  readers: z.array(named),
  can: z.object({ order: z.boolean(), add: z.boolean(), air: z.boolean(), acts: z.array(z.enum(rundownActs)) }),
})

/** A line of the as-run log (nhật ký phát sóng). */
export const airingView = z.object({
  id: idOf<'airing'>(),
  rundownId: idOf<'rundown'>(),
  itemId: idOf<'rundown-item'>(),
  storyId: idOf<'story'>().nullable(),
  programme: z.string(),
  column: z.string().nullable(),
  category: z.string().nullable(),
  kind: z.enum(itemKinds),
  title: z.string(),
  version: z.number().int().nullable(),
  hash: z.string().nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  actualMs: z.number().int(),
  plannedMs: z.number().int().nullable(),
  estimatedMs: z.number().int().nullable(),
  lockedMs: z.number().int().nullable(),
  reader: named.nullable(),
  /** The line this one corrects, and why. */
  replaces: z.uuid().nullable(),
  reason: z.string(),
  recordedBy: named,
})

export const rundownRoutes = defineRoutes({
  listRundowns: {
    method: 'GET',
    path: '/api/newsroom/rundowns',
    summary: 'Rundowns from one day to another, at most 62 days, by start',
    permission: 'signed-in',
    query: z.object({ from: dateShape, to: dateShape }),
    reply: z.object({ items: z.array(rundownLine), can: z.object({ create: z.boolean() }) }),
    refusals: ['platform.not-found', 'newsroom.rundown.too-many-days'],
  },
  createRundown: {
    method: 'POST',
    path: '/api/newsroom/rundowns',
    summary: 'A rundown made by hand',
    permission: 'newsroom:rundown',
    body: z.strictObject({ ...head, date: dateShape }),
    reply: z.object({ id: idOf<'rundown'>() }),
    refusals: ['newsroom.no-unit', 'newsroom.rundown.out-before-start'],
  },
  openRundowns: {
    method: 'POST',
    path: '/api/newsroom/rundowns/from-slots',
    summary: 'Rundowns of the programmes’ slots from one day to another that are not there yet, with the stories meant for them',
    permission: 'newsroom:rundown',
    body: z.strictObject({ from: dateShape, to: dateShape }),
    reply: z.object({ made: z.number().int() }),
    refusals: ['newsroom.rundown.too-many-days'],
  },
  getRundown: {
    method: 'GET',
    path: '/api/newsroom/rundowns/:rundownId',
    summary: 'One rundown: its items in order, their four durations, and what may be done now',
    permission: 'signed-in',
    params: rundownParams,
    reply: rundownView,
    refusals: ['platform.not-found'],
  },
  saveRundown: {
    method: 'PUT',
    path: '/api/newsroom/rundowns/:rundownId',
    summary: 'Name, start and hard out of a rundown',
    permission: 'newsroom:rundown',
    params: rundownParams,
    body: z.strictObject({ ...head, revision }),
    reply: done,
    refusals: ['platform.not-found', 'newsroom.rundown.changed', 'newsroom.rundown.ended', 'newsroom.rundown.out-before-start'],
  },
  actOnRundown: {
    method: 'POST',
    path: '/api/newsroom/rundowns/:rundownId/acts',
    summary: 'Lock a rundown whose stories may all air, open it again, or end it',
    permission: 'signed-in',
    params: rundownParams,
    body: z.strictObject({ act: z.enum(rundownActs) }),
    reply: done.extend({ state: z.enum(rundownStates) }),
    refusals: ['platform.not-found', 'newsroom.rundown.wrong-state', 'newsroom.rundown.not-approved', 'newsroom.rundown.still-on-air', 'newsroom.rundown.item-frozen', 'newsroom.correction.notice-lacks'],
  },
  listPlaceable: {
    method: 'GET',
    path: '/api/newsroom/rundowns/:rundownId/stories',
    summary: 'Stories that the one who asks may put into this rundown and that are not in it, those meant for it first',
    permission: 'signed-in',
    params: rundownParams,
    query: z.object({ text: line(200).optional() }),
    reply: z.object({ items: z.array(z.object({ id: idOf<'story'>(), title: z.string(), column: z.string().nullable(), state: z.enum(storyStates), approved: z.boolean(), meant: z.boolean() })) }),
    refusals: ['platform.not-found'],
  },
  addItem: {
    method: 'POST',
    path: '/api/newsroom/rundowns/:rundownId/items',
    summary: 'Put a story or a plain item into a rundown, after another item or first',
    permission: 'signed-in',
    params: rundownParams,
    body: z.strictObject({
      item: z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('story'), storyId: idOf<'story'>() }), z.strictObject({ kind: z.enum(plainKinds), title: line(300) })]),
      plannedMs: length.nullable(),
      after: idOf<'rundown-item'>().nullable(),
    }),
    reply: done.extend({ id: idOf<'rundown-item'>() }),
    refusals: ['platform.not-found', 'newsroom.rundown.ended', 'newsroom.rundown.no-such-item', 'newsroom.rundown.already-there', 'newsroom.rundown.not-approved', 'newsroom.rundown.before-aired', 'newsroom.correction.notice-lacks'],
  },
  changeItem: {
    method: 'PATCH',
    path: '/api/newsroom/rundowns/:rundownId/items/:itemId',
    summary: 'Time allotted, film, fixed start, reader, floated, cuttable and what is cut; only what is sent changes',
    permission: 'newsroom:rundown',
    params: itemParams,
    body: z.strictObject({
      revision,
      title: line(300).optional(),
      plannedMs: length.nullable().optional(),
      filmMs: length.nullable().optional(),
      fixedStartMs: clock.nullable().optional(),
      readerId: idOf<'person'>().nullable().optional(),
      floated: z.boolean().optional(),
      cuttable: z.boolean().optional(),
      cutBlocks: z.array(z.uuid()).max(600).optional(),
    }),
    reply: done.extend({ revision }),
    refusals: [...itemRefusals, 'newsroom.rundown.no-such-reader', 'newsroom.rundown.not-cuttable', 'newsroom.rundown.story-title'],
  },
  moveItem: {
    method: 'POST',
    path: '/api/newsroom/rundowns/:rundownId/items/:itemId/moves',
    summary: 'Move an item behind another one, or to the front',
    permission: 'newsroom:rundown',
    params: itemParams,
    body: z.strictObject({ revision, after: idOf<'rundown-item'>().nullable() }),
    reply: done.extend({ revision }),
    refusals: [...itemRefusals, 'newsroom.rundown.before-aired'],
  },
  removeItem: {
    method: 'DELETE',
    path: '/api/newsroom/rundowns/:rundownId/items/:itemId',
    summary: 'Take an item out of a rundown; an editor takes out stories of their own department',
    permission: 'signed-in',
    params: itemParams,
    query: z.object({ revision: z.coerce.number().int().min(1) }),
    reply: done,
    refusals: itemRefusals,
  },
  air: {
    method: 'POST',
    path: '/api/newsroom/rundowns/:rundownId/air',
    summary: 'The gallery’s marks: set an item next, release it, take it on air, end it. From next on it is frozen',
    permission: 'newsroom:air',
    params: rundownParams,
    body: z.strictObject({ act: z.enum(airActs), itemId: idOf<'rundown-item'>() }),
    reply: done.extend({ next: idOf<'rundown-item'>().nullable() }),
    refusals: ['platform.not-found', 'newsroom.rundown.wrong-state', 'newsroom.rundown.no-such-item', 'newsroom.rundown.wrong-stage', 'newsroom.rundown.not-approved', 'newsroom.rundown.item-floated', 'newsroom.correction.notice-lacks'],
  },
  getFrozen: {
    method: 'GET',
    path: '/api/newsroom/rundowns/frozen/:frozenId',
    summary: 'What was frozen for the gallery: exactly these words and their approvals',
    permission: 'signed-in',
    params: z.object({ frozenId: z.uuid() }),
    reply: z.object({
      id: z.uuid(),
      rundownId: idOf<'rundown'>(),
      storyId: idOf<'story'>().nullable(),
      version: z.number().int().nullable(),
      hash: z.string().nullable(),
      title: z.string(),
      content: z.unknown(),
      cutBlocks: z.array(z.uuid()),
      approvals: z.array(z.object({ level: z.string(), version: z.number().int(), person: named })),
      at: z.iso.datetime(),
    }),
    refusals: ['platform.not-found'],
  },
  listAirings: {
    method: 'GET',
    path: '/api/newsroom/airings',
    summary: 'The as-run log, the latest first; `replaced` also lines that were corrected since',
    permission: 'signed-in',
    query: z.object({ ...pageQuery, rundownId: idOf<'rundown'>().optional(), storyId: idOf<'story'>().optional(), from: dateShape.optional(), to: dateShape.optional(), replaced: z.stringbool().optional() }),
    reply: pageShape(airingView),
    refusals: ['platform.not-found', 'platform.bad-page-key'],
  },
  correctAiring: {
    method: 'POST',
    path: '/api/newsroom/airings/:airingId/corrections',
    summary: 'Correct a line of the as-run log by a line that replaces it',
    permission: 'newsroom:air',
    params: z.object({ airingId: idOf<'airing'>() }),
    body: z.strictObject({ startedAt: z.iso.datetime(), endedAt: z.iso.datetime(), readerId: idOf<'person'>().nullable(), reason: words(1000) }),
    reply: z.object({ id: idOf<'airing'>() }),
    refusals: ['platform.not-found', 'newsroom.airing.replaced', 'newsroom.airing.times', 'newsroom.rundown.no-such-reader'],
  },
})
