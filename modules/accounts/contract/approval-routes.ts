import { z } from 'zod'
import { defineRoutes } from '#platform/contract/route.ts'
import { idOf, pageQuery, pageShape } from '#platform/contract/shapes.ts'
import { approvalStatuses } from '../domain/approval.ts'
import { grantedRoles } from '../domain/roles.ts'

/** As kept, or out of date. */
const shownStatuses = [...approvalStatuses, 'expired'] as const

/** One act that needs a second person. */
export const approvalLine = z.object({
  id: idOf<'approval'>(),
  act: z.string(),
  /** The request that is asked for, exactly as it will be sent. */
  method: z.string(),
  address: z.string(),
  body: z.unknown(),
  /** Of a request that gives or ends a role: whose, which, and over what; null for the whole committee. */
  role: z.object({ name: z.string(), role: z.enum(grantedRoles), unit: z.string().nullable() }).nullable(),
  reason: z.string(),
  status: z.enum(shownStatuses),
  requestedBy: z.string(),
  requestedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  settledBy: z.string().nullable(),
  settledAt: z.iso.datetime().nullable(),
  usedAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(['approve', 'refuse', 'withdraw', 'do'])),
})

/** Acts that two persons do together. Asking happens with the act's own request. */
export const approvalRoutes = defineRoutes({
  listApprovals: {
    method: 'GET',
    path: '/api/accounts/approvals',
    summary: 'Acts one asked a second person for, and those one may approve; newest first',
    permission: 'signed-in',
    query: z.object(pageQuery),
    reply: pageShape(approvalLine),
    refusals: ['platform.bad-page-key'],
  },
  settleApproval: {
    method: 'POST',
    path: '/api/accounts/approvals/:approvalId',
    summary: 'Approve or refuse as the second person, or withdraw one’s own request',
    permission: 'signed-in',
    stepUp: true,
    params: z.object({ approvalId: idOf<'approval'>() }),
    body: z.object({ verdict: z.enum(['approve', 'refuse', 'withdraw']) }),
    reply: z.object({ status: z.enum(shownStatuses) }),
    refusals: ['accounts.approval.settled', 'platform.not-found'],
  },
})
