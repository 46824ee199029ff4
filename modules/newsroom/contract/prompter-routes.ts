import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf } from '#platform/contract/shapes.ts'
import { storyStates } from '../domain/approval/state.ts'
import { fastest, leaves, slowest } from '../domain/prompter/state.ts'
import { itemKinds, itemStages } from '../domain/rundown/state.ts'
import { contentShape } from './content-shape.ts'
import { named } from './named.ts'

const rundownParams = z.object({ rundownId: idOf<'rundown'>() })
const place = z.object({ placeId: z.uuid(), word: z.number().int().min(0).max(100_000) })

/** An item as the presenter gets it: its words only where they may air. */
export const promptedItem = z.object({
  /** The item of the rundown; of a story alone the story. */
  id: z.uuid(),
  kind: z.enum(itemKinds),
  title: z.string(),
  stage: z.enum(itemStages),
  floated: z.boolean(),
  reader: named.nullable(),
  leave: z.enum(leaves),
  /** Of a story: where its approval is. */
  state: z.enum(storyStates).nullable(),
  version: z.number().int().nullable(),
  hash: z.string().nullable(),
  /** Null where it may not air, and for items without a story. */
  content: contentShape.nullable(),
  cutBlocks: z.array(z.uuid()),
  /** What was last approved, where what stands here is not that. */
  approved: contentShape.nullable(),
  filmMs: z.number().int().nullable(),
  /** How long its films are by themselves, by the medium. */
  films: z.record(z.string(), z.number().int()),
  airFirst: z.object({ orderedBy: named, dueAt: z.iso.datetime(), late: z.boolean() }).nullable(),
  /** The story says something else since these words were frozen. */
  changedSince: z.boolean(),
})

/** What stands on a prompter (máy nhắc chữ). */
export const prompterView = z.object({
  title: z.string(),
  items: z.array(promptedItem),
  /** The own entries by which figures are said. */
  dictionary: z.array(z.object({ written: z.string(), spoken: z.string() })),
  can: z.object({ control: z.boolean() }),
})

/** Where the screens of a rundown are, as each of them hears it. */
export const prompterState = z.object({
  orders: z.number().int(),
  jumps: z.number().int(),
  orderedBy: z.uuid().nullable(),
  running: z.boolean(),
  speed: z.number().int(),
  at: place.nullable(),
  leader: z.uuid().nullable(),
})

/** What the stream of events says: how the screens stand, and a stamp that changes with what is shown. */
export const prompterEvent = z.object({ shown: z.string(), state: prompterState })

/** Where the prompters of a rundown hear of orders, positions and new words: server-sent events. */
export const prompterEventsPath = '/api/newsroom/rundowns/:rundownId/prompter/events'

export const prompterRoutes = defineRoutes({
  getRundownPrompter: {
    method: 'GET',
    path: '/api/newsroom/rundowns/:rundownId/prompter',
    summary: 'What the presenter reads of a rundown; words that may not air are not in it',
    permission: 'signed-in',
    params: rundownParams,
    reply: prompterView,
    refusals: ['platform.not-found'],
  },
  getStoryPrompter: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/prompter',
    summary: 'What the presenter reads of one story; words that may not air are not in it',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    reply: prompterView,
    refusals: ['platform.not-found'],
  },
  orderPrompter: {
    method: 'POST',
    path: '/api/newsroom/rundowns/:rundownId/prompter/orders',
    summary: 'Start, stop, set the speed of, or move the prompters of a rundown; only what is sent changes',
    permission: 'signed-in',
    params: rundownParams,
    body: z.strictObject({ screen: z.uuid(), running: z.boolean().optional(), speed: z.number().int().min(slowest).max(fastest).optional(), to: place.optional() }),
    reply: prompterState,
    refusals: ['platform.not-found'],
  },
  reportPrompter: {
    method: 'POST',
    path: '/api/newsroom/rundowns/:rundownId/prompter/positions',
    summary: 'Say where a screen is, having heard this many orders; it counts if no other screen leads',
    permission: 'signed-in',
    params: rundownParams,
    body: z.strictObject({ screen: z.uuid(), orders: z.number().int().min(0), at: place }),
    reply: z.object({ leads: z.boolean() }),
    refusals: ['platform.not-found'],
  },
  printCueSheet: {
    method: 'GET',
    path: '/api/newsroom/rundowns/:rundownId/cue-sheet',
    summary: 'The cue sheet of a rundown as a paper: times, items, readers, words in and out, approvals',
    permission: 'signed-in',
    params: rundownParams,
    reply: { file: ['application/pdf'] },
    refusals: ['platform.not-found'],
  },
  storyDocx: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/script',
    summary: 'The present words as a Word file of two columns, kinds beside words',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    reply: { file: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'] },
    refusals: ['platform.not-found'],
  },
})
