import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, secrecyShape } from '#platform/contract/shapes.ts'

/** The largest news item taken in, in bytes: words, not media. */
export const mostItemBytes = 2_000_000

const storyParams = z.object({ storyId: idOf<'story'>() })

/** Stories out to other systems, and in from them (trao đổi). */
export const exchangeRoutes = defineRoutes({
  exportNinjs: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/ninjs',
    summary: 'The present words as ninjs 3.3 (JSON); withheld until approved to air',
    permission: 'signed-in',
    params: storyParams,
    reply: { file: ['application/json'] },
    refusals: ['platform.not-found'],
  },
  exportNewsml: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/newsml',
    summary: 'The present words as a NewsML-G2 2.35 news item (XML); withheld until approved to air',
    permission: 'signed-in',
    params: storyParams,
    reply: { file: ['application/vnd.iptc.g2.newsitem+xml'] },
    refusals: ['platform.not-found'],
  },
  exportCaptions: {
    method: 'GET',
    path: '/api/newsroom/stories/:storyId/captions',
    summary: 'Captions of words approved to air, as WebVTT, timed as they are read',
    permission: 'signed-in',
    params: storyParams,
    reply: { file: ['text/vtt'] },
    refusals: ['platform.not-found', 'newsroom.captions.not-approved', 'newsroom.captions.unmarked'],
  },
  importNinjs: {
    method: 'POST',
    path: '/api/newsroom/items',
    summary: 'Take in a news item as ninjs 2 or 3, as a draft',
    permission: 'newsroom:write',
    query: z.object({ secrecy: secrecyShape }),
    body: { upload: true, maxBytes: mostItemBytes },
    reply: z.object({ id: idOf<'story'>() }),
    refusals: ['newsroom.no-unit', 'newsroom.ninjs.not-understood', 'newsroom.record.too-long', 'platform.classified'],
  },
})
