import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, prose } from '#platform/contract/shapes.ts'
import { planStatuses } from '../domain/plan-status.ts'

const onePerson = z.object({ campaignId: idOf<'campaign'>(), personId: idOf<'person'>() })
const version = z.number().int()

/** Entries of a plan as text: by row (the key of the list) and field. */
export const planRows = z.record(z.string().max(32), z.record(z.string().max(60), z.string().max(500)))

/** What is settled before scoring: the points of each result axis (điểm tối đa của trục). */
export const planRoutes = defineRoutes({
  proposePlan: {
    method: 'PUT',
    path: '/api/evaluation/campaigns/:campaignId/plans/:personId',
    summary: 'Propose the points of the axes, or propose others while they are not approved: the person scored, or the personnel body for them',
    permission: 'organisation:read',
    params: onePerson,
    /** `version` 0 when nothing was proposed yet. */
    body: z.object({ version, rows: planRows }),
    reply: z.object({ version, status: z.enum(planStatuses) }),
    refusals: ['evaluation.plan.changed', 'evaluation.plan.wrong-status', 'evaluation.plan.incomplete', 'evaluation.sheet.bad-points', 'platform.not-found'],
  },
  settlePlan: {
    method: 'POST',
    path: '/api/evaluation/campaigns/:campaignId/plans/:personId/settlement',
    summary: 'Approve what was proposed, or send it back with the reason; an approved plan while the person has not sent the sheet on',
    permission: 'evaluation:self',
    params: onePerson,
    body: z.object({ version, act: z.enum(['approve', 'return']), reason: prose(1000) }),
    reply: z.object({ version, status: z.enum(planStatuses) }),
    refusals: ['evaluation.plan.changed', 'evaluation.plan.wrong-status', 'evaluation.plan.reason-needed', 'platform.not-found'],
  },
})
