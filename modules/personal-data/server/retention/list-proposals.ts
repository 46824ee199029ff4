import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { retentionRoutes } from '../../contract/retention-routes.ts'
import type { ProposalStatus } from '../../domain/proposal.ts'
import type { RecordClass } from '../../domain/record-classes.ts'
import { mustAnswerForAll } from '../whole-committee.ts'

const shown = 100

/** Đề xuất xóa dữ liệu hết thời hạn lưu: what waits first, then what became of the others. */
export const listProposals = query(retentionRoutes.listProposals, async ({ actor, read, today }) => {
  await mustAnswerForAll(read, actor, today)
  const rows = await read.selectFrom('personal_data_proposal').where('tenant_id', '=', actor.tenantId).selectAll().orderBy('proposed_at', 'desc').orderBy('id', 'desc').limit(shown).execute()
  const names = await personNames(read, actor.tenantId, rows.flatMap((row) => (row.settled_by === null ? [] : [asId<'person'>(row.settled_by)])))
  const items = rows.map((row) => ({
    id: asId<'disposal-proposal'>(row.id),
    recordClass: row.record_class as RecordClass,
    months: row.months,
    endedBefore: row.ended_before as CalendarDate,
    things: row.things,
    held: row.held,
    oldest: row.oldest as CalendarDate | null,
    status: row.status as ProposalStatus,
    proposedAt: row.proposed_at.toISOString(),
    reason: row.reason,
    postponedUntil: row.postponed_until as CalendarDate | null,
    settledBy: row.settled_by === null ? null : (names.get(asId<'person'>(row.settled_by))?.fullName ?? ''),
    settledAt: row.settled_at?.toISOString() ?? null,
    deleted: row.deleted as Record<string, number> | null,
  }))
  const waits = (status: ProposalStatus): boolean => status === 'open' || status === 'postponed'
  return { items: [...items.filter((item) => waits(item.status)), ...items.filter((item) => !waits(item.status))] }
})
