import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { dateShape, idOf } from '#platform/contract/shapes.ts'
import { storyStages } from '../domain/approval/state.ts'
import { waitingPlaces } from '../domain/waiting/stretches.ts'

const length = z.number().min(0)
const story = z.object({ id: idOf<'story'>(), title: z.string() })
const longest = z.object({ story, ms: length }).nullable()

/** Since when a story waits at its present step; of lists. */
export const waitView = z.object({ place: z.enum(waitingPlaces), since: z.iso.datetime(), ms: length })

/** How long stories wait, and where (thời gian đi đâu). Lengths in milliseconds, nights and days off included. */
export const waitingRoutes = defineRoutes({
  getStoryTimes: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/times',
    summary: 'The times a story spent at each step, in order, and how long at each place together',
    permission: 'signed-in',
    params: z.object({ storyId: idOf<'story'>() }),
    reply: z.object({
      stretches: z.array(z.object({ place: z.enum(waitingPlaces), from: z.iso.datetime(), to: z.iso.datetime().nullable(), ms: length })),
      totals: z.array(z.object({ place: z.enum(waitingPlaces), ms: length })),
    }),
    refusals: ['platform.not-found'],
  },
  getWaiting: {
    method: 'GET',
    path: '/api/newsroom/waiting',
    summary: 'How long stories stayed at each place from a day to a day, at most 92: how many, the middle where they are enough, the longest, and the slowest stories',
    permission: 'signed-in',
    query: z.object({ from: dateShape, to: dateShape }),
    reply: z.object({
      stories: z.number().int(),
      places: z.array(z.object({ place: z.enum(waitingPlaces), left: z.number().int(), medianMs: length.nullable(), longest, waiting: z.number().int(), longestWaiting: longest })),
      /** Stories longest at all steps after the first draft together. */
      slowest: z.array(story.extend({ stage: z.enum(storyStages), author: z.string(), ms: length, totals: z.array(z.object({ place: z.enum(waitingPlaces), ms: length })) })),
    }),
    refusals: ['platform.not-found', 'newsroom.waiting.period'],
  },
})
