import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf, line, pageQuery, pageShape } from '#platform/contract/shapes.ts'
import { storyStages } from '../domain/approval/state.ts'
import { ruleConfidences } from '../domain/archive/legal-source.ts'
import { correctionStates } from '../domain/correction/notice.ts'
import { named } from './named.ts'

const storyId = idOf<'story'>()
const storyParams = z.object({ storyId })

/** A rule of law as it is shown: its source, and how sure it is. */
export const shownRule = z.object({ text: z.string(), confidence: z.enum(ruleConfidences) })

/** A story that was found, with the words around what was looked for. */
export const foundStory = z.object({
  id: storyId,
  title: z.string(),
  column: z.string().nullable(),
  category: z.string().nullable(),
  stage: z.enum(storyStages),
  author: named,
  unit: named,
  airedAt: z.iso.datetime().nullable(),
  /** Has the words exactly as they were typed, marks included. */
  exact: z.boolean(),
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
})

/** What there is of a story after it aired, and what the one who asks may do. */
export const afterAir = z.object({
  airings: z.array(z.object({ id: idOf<'airing'>(), programme: z.string(), column: z.string().nullable(), startedAt: z.iso.datetime() })),
  archived: z.object({ at: z.iso.datetime(), by: named }).nullable(),
  /** Until when the law has it kept, and by which rule. */
  kept: shownRule.extend({ until: dateShape, over: z.boolean() }).nullable(),
  corrections: z.array(z.object({ id: idOf<'correction'>(), state: z.enum(correctionStates), receivedOn: dateShape })),
  /** The correction whose notice this story is. */
  noticeOf: z.object({ id: idOf<'correction'>(), story: z.object({ id: storyId, title: z.string() }) }).nullable(),
  can: z.object({ archive: z.boolean(), correct: z.boolean(), pack: z.boolean(), remove: z.boolean() }),
})

export const archiveRoutes = defineRoutes({
  searchStories: {
    method: 'GET',
    path: '/api/newsroom/archive',
    summary: 'Stories by words, exact ones first, and by person, place, column, category, days of airing and stage; `where` looks only in what was said',
    permission: 'signed-in',
    query: z.object({
      ...pageQuery,
      text: line(200).optional(),
      where: z.enum(['all', 'said']).optional(),
      person: line(120).optional(),
      place: line(120).optional(),
      column: line(120).optional(),
      category: line(120).optional(),
      from: dateShape.optional(),
      to: dateShape.optional(),
      stage: z.enum(storyStages).optional(),
    }),
    reply: pageShape(foundStory),
    refusals: ['platform.not-found', 'platform.bad-page-key'],
  },
  getAfterAir: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/after-air',
    summary: 'When a story aired, whether it is archived, until when it is kept, and its corrections',
    permission: 'signed-in',
    params: storyParams,
    reply: afterAir,
    refusals: ['platform.not-found'],
  },
  archiveStory: {
    method: 'POST',
    path: '/api/newsroom/stories/:storyId/archive',
    summary: 'Put an aired story into the archive, with its airings and the checksums of its films',
    permission: 'newsroom:desk',
    params: storyParams,
    body: z.strictObject({}),
    reply: z.object({ airings: z.number().int() }),
    refusals: ['platform.not-found', 'newsroom.archive.not-aired', 'newsroom.archive.already'],
  },
  deleteStory: {
    method: 'DELETE',
    path: '/api/newsroom/stories/:storyId',
    summary: 'Delete a draft nobody has looked at; what aired is kept as long as the law asks, and leaves only by a proposal',
    permission: 'signed-in',
    params: storyParams,
    reply: z.object({}),
    refusals: ['platform.not-found', 'newsroom.archive.kept', 'newsroom.archive.by-proposal', 'newsroom.archive.submitted'],
  },
  evidencePack: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/evidence',
    summary: 'What was submitted, approved, frozen and aired of a story, with checksums and its entries of the ledger, as a zip',
    permission: 'signed-in',
    params: storyParams,
    reply: { file: ['application/zip'] },
    refusals: ['platform.not-found', 'newsroom.archive.not-aired'],
  },
})
