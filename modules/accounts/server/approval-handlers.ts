import { command, query, type Handlers } from '#platform/http/handler.ts'
import { approvalRoutes } from '../contract/approval-routes.ts'
import { listApprovals, settleApproval, type TwoPersonActs } from './approvals.ts'

/** Acts of two persons: what waits, and the second person's word. */
export function approvalHandlers(acts: TwoPersonActs): Handlers<typeof approvalRoutes> {
  return {
    listApprovals: query(approvalRoutes.listApprovals, async ({ actor, read, query: asked, now }) => {
      const page = await listApprovals(read, actor, acts, asked, now)
      return { items: [...page.items], next: page.next }
    }),

    settleApproval: command(approvalRoutes.settleApproval, async ({ actor, tx, params, body, now, record }) => {
      const status = await settleApproval(tx, actor, acts, params.approvalId, body.verdict, now)
      record({ action: `accounts.approval.${status}`, subject: { kind: 'approval', id: params.approvalId } })
      return { status }
    }),
  }
}
