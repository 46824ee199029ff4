import { refuse } from '#kernel/refusal.ts'
import { exportLedger } from '#platform/audit/write-export.ts'
import { query } from '#platform/http/handler.ts'
import { ledgerRoutes } from '../contract/routes.ts'

/** The sealed ledger as a zip. The export itself is an entry: it says which part left, and under which head. */
export const exportOfLedger = query(ledgerRoutes.exportLedger, async ({ query: asked, actor, read, now, record }) => {
  const done = await exportLedger(read, actor.tenantId, asked.from, now)
  if (done === undefined) refuse('ledger.nothing-to-export', { from: asked.from })
  const { first, last, head, bytes } = done
  record({ action: 'ledger.exported', subject: { kind: 'ledger', id: actor.tenantId }, data: { first, last, head } })
  return { contentType: 'application/zip', fileName: `so-nhat-ky-${first}-${last}.zip`, bytes }
})
