import type { CalendarDate } from '#kernel/calendar-date.ts'
import { countUnsealed, loadHead } from '#platform/audit/seal.ts'
import { largestExport, loadAnchors } from '#platform/audit/write-export.ts'
import { query } from '#platform/http/handler.ts'
import { ledgerRoutes } from '../contract/routes.ts'

const shownAnchors = 60

/** Trạng thái sổ: head, unsealed entries and the last daily anchors. */
export const stateOfLedger = query(ledgerRoutes.ledgerState, async ({ actor, read }) => {
  const { tenantId } = actor
  const head = await loadHead(read, tenantId)
  const unsealed = await countUnsealed(read, tenantId)
  const anchors = await loadAnchors(read, tenantId, { first: 1, last: Math.max(head.seq, 1) })
  return {
    seq: head.seq,
    head: head.hash,
    sealedAt: head.sealedAt?.toISOString() ?? null,
    unsealed: { entries: unsealed.entries, oldest: unsealed.oldest?.toISOString() ?? null },
    anchors: anchors.slice(-shownAnchors).toReversed().map(({ day, seq, hash, timestamps }) => ({ day: day as CalendarDate, seq, hash, authorities: timestamps.map((stamp) => stamp.authority) })),
    largestExport,
  }
})
