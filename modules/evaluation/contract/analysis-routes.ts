import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf } from '#platform/contract/shapes.ts'
import { personRef } from './views.ts'

/** Per cent of the maximum, or points of it, to two places. A figure about scores, never a score. */
const figure = z.number()
const count = z.number().int()

export const analysisView = z.object({
  /** Sheets sent on, by who filled them. */
  sheets: z.object({ self: count, superior: count, other: count }),
  /** By given name, never by figure. */
  raters: z.array(
    z.object({ person: personRef, sheets: count, mean: figure, leniency: figure.nullable(), spread: figure.nullable(), flat: count, within: figure.nullable() }),
  ),
  agreement: z.object({ pairs: count, difference: figure.nullable(), distance: figure.nullable(), equal: count, correlation: figure.nullable() }),
  comparisons: z.array(
    z.object({
      subjects: count,
      raters: z.array(personRef),
      obstacle: z.enum(['one_rater', 'too_few', 'too_large']).nullable(),
      fit: z.object({ mean: figure, sd: z.object({ subject: figure, rater: figure, residual: figure }) }).nullable(),
      severities: z.array(z.object({ person: personRef, effect: figure, error: figure })),
      adjusted: z.array(z.object({ person: personRef, raw: figure, adjusted: figure, sheets: count })),
    }),
  ),
  goodGroups: z.array(z.object({ scope: z.enum(['unit', 'peer_group']), name: z.string(), people: count, best: count })),
  /** Whether levels are there to look at: results have been compiled. */
  levelled: z.boolean(),
})

export const analysisRoutes = defineRoutes({
  analyseCampaign: {
    method: 'GET',
    path: '/api/evaluation/campaigns/:campaignId/analysis',
    summary: 'What the numbers hide, for the personnel body only and advisory: spread and leniency of raters, flat sheets, agreement, rater-adjusted averages',
    permission: 'evaluation:manage',
    params: z.object({ campaignId: idOf<'campaign'>() }),
    reply: analysisView,
    refusals: ['platform.not-found'],
  },
})
