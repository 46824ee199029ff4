import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape, prose } from '#platform/contract/shapes.ts'
import { approvalLevels, storyActs, storyStages, storyStates } from '../domain/approval/state.ts'
import { contentShape } from './content-shape.ts'
import { storySlot } from './desk-routes.ts'
import { named } from './named.ts'
import { recordView } from './record-routes.ts'
import { waitView } from './waiting-routes.ts'

const revision = z.number().int().min(1)
const storyParams = z.object({ storyId: idOf<'story'>() })

/** A story as lists show it. */
export const storyLine = z.object({
  id: idOf<'story'>(),
  title: z.string(),
  column: z.string().nullable(),
  category: z.string().nullable(),
  state: z.enum(storyStates),
  stage: z.enum(storyStages),
  author: named,
  unit: named,
  changedAt: z.iso.datetime(),
})

/** A step of approval as its readers see it. */
export const stepView = z.object({
  id: z.uuid(),
  act: z.enum(storyActs),
  level: z.enum(approvalLevels).nullable(),
  version: z.number().int(),
  hash: z.string(),
  person: named,
  note: z.string(),
  blockId: z.uuid().nullable(),
  at: z.iso.datetime(),
  /** Who was signed for, and under which written delegation; of older steps all that held then. */
  actingFor: named.nullable(),
  documents: z.array(z.object({ number: z.string(), date: dateShape })),
  /** Who ordered to air before signing, and by when it has to be signed. */
  orderedBy: named.nullable(),
  dueAt: z.iso.datetime().nullable(),
  proved: z.boolean(),
})

/** A story with what it says, and what the one who asks may do with it now. */
export const storyView = storyLine.extend({
  revision,
  version: z.number().int(),
  hash: z.string(),
  content: contentShape,
  steps: z.array(stepView),
  /** Levels whose approval covers the present words, and those whose approval a later change has ended, with the version they approved. */
  approvals: z.array(z.object({ level: z.enum(approvalLevels), version: z.number().int(), stands: z.boolean() })),
  /** The leave to air these very words before they are signed; whoever shows them shows this. */
  airFirst: z.object({ at: z.iso.datetime(), by: named, orderedBy: named, dueAt: z.iso.datetime(), late: z.boolean(), reason: z.string() }).nullable(),
  /** Where the story was taken over from the old system. */
  record: recordView.nullable(),
  can: z.object({ write: z.boolean(), acts: z.array(z.enum(storyActs)) }),
})

export const storyRoutes = defineRoutes({
  listStories: {
    method: 'GET',
    path: '/api/newsroom/stories',
    summary: 'Stories of the newsroom, the latest changed first; `waiting` those that wait for the one who asks',
    permission: 'signed-in',
    query: z.object({ ...pageQuery, stage: z.enum(storyStages).optional(), waiting: z.stringbool().optional() }),
    reply: pageShape(storyLine.extend({ waits: waitView.nullable() })),
    refusals: ['platform.bad-page-key', 'platform.not-found'],
  },
  createStory: {
    method: 'POST',
    path: '/api/newsroom/stories',
    summary: 'Begin a story in the unit one writes for',
    permission: 'newsroom:write',
    body: z.strictObject({ title: line(300), column: line(120).nullable(), category: line(120).nullable(), slot: storySlot.optional() }),
    reply: z.object({ id: idOf<'story'>() }),
    refusals: ['newsroom.no-unit', 'newsroom.desk.no-programme', 'newsroom.desk.no-slot'],
  },
  getStory: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId',
    summary: 'One story: its words, its steps and what may be done now',
    permission: 'signed-in',
    params: storyParams,
    reply: storyView,
    refusals: ['platform.not-found'],
  },
  getStoryVersion: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/versions/:version',
    summary: 'What a story said in one version',
    permission: 'signed-in',
    params: storyParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }),
    reply: z.object({ version: z.number().int(), hash: z.string(), savedBy: named, savedAt: z.iso.datetime(), content: contentShape }),
    refusals: ['platform.not-found'],
  },
  printStory: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/paper',
    summary: 'The present words as a paper, with the steps of approval and the print of exactly these words',
    permission: 'signed-in',
    params: storyParams,
    reply: { file: ['application/pdf'] },
    refusals: ['platform.not-found'],
  },
  saveStory: {
    method: 'PUT',
    path: '/api/newsroom/stories/:storyId',
    summary: 'Keep what a story says now; approvals its change touches end',
    permission: 'signed-in',
    params: storyParams,
    body: z.strictObject({ revision, content: contentShape }),
    reply: z.object({ revision, version: z.number().int(), state: z.enum(storyStates) }),
    refusals: ['platform.not-found', 'newsroom.story.changed', 'newsroom.story.wrong-state'],
  },
  actOnStory: {
    method: 'POST',
    path: '/api/newsroom/stories/:storyId/acts',
    summary: 'Submit, withdraw, return with a reason, or approve exactly these words',
    permission: 'signed-in',
    params: storyParams,
    /** `orderedBy` is who ordered to air before signing; other acts have none. */
    body: z.strictObject({ revision, act: z.enum(storyActs), note: prose(2000), blockId: z.uuid().nullable(), orderedBy: idOf<'person'>().nullable().default(null) }),
    reply: z.object({ revision, state: z.enum(storyStates) }),
    refusals: ['platform.not-found', 'newsroom.story.changed', 'newsroom.story.wrong-state', 'newsroom.story.own', 'newsroom.story.signed-other-level', 'newsroom.story.empty', 'newsroom.story.reason-needed', 'newsroom.story.no-such-block', 'newsroom.media.not-ready', 'newsroom.story.order-needed', 'newsroom.story.no-such-leader', 'newsroom.correction.notice-lacks'],
  },
})
