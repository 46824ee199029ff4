import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { dayWords, filled, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { roleNames, type RoyaltyRole } from '../../domain/royalties/split.ts'
import type { LineId } from './month-items.ts'

const shown = 500

/** One's own royalties (nhuận bút của tôi) in closed months, the latest first; those replaced since are there too and say so. */
export const getOwnRoyalties = query(royaltyRoutes.getOwnRoyalties, async ({ actor, read }) => {
  const rows = actor.personId === null ? [] : await readOwn(read, actor.tenantId, actor.personId)
  return {
    items: rows.map((row) => ({ id: row.id as LineId, month: row.month.slice(0, 7), title: row.title, genre: row.genre, airedOn: row.aired_on as CalendarDate, role: row.role as RoyaltyRole, percent: row.percent, amount: row.amount, basis: row.basis, replaced: row.replaced_by !== null, reason: row.reason })),
  }
})

/** What the program holds of a person's royalties. */
export async function ownRoyalties(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await readOwn(read, tenantId, personId)
  return rows.map((row) => ({
    id: row.id,
    title: `Nhuận bút: ${row.title}`,
    settled: true,
    fields: filled(['Tháng', dayWords(row.month).slice(3)], ['Vai', roleNames[row.role as RoyaltyRole]], ['Tỷ lệ (%)', row.percent], ['Số tiền (đồng)', row.amount], ['Căn cứ', row.basis], ['Lý do đính chính', row.reason]),
    detail: { month: row.month, title: row.title, genre: row.genre, airedOn: row.aired_on, role: row.role, percent: row.percent, amount: row.amount, basis: row.basis, replaced: row.replaced_by !== null, reason: row.reason },
  }))
}

function readOwn(read: Reader, tenantId: TenantId, personId: PersonId) {
  return read
    .selectFrom('newsroom_royalty_line as l')
    .leftJoin('newsroom_royalty_line as b', (join) => join.on('b.tenant_id', '=', tenantId).onRef('b.replaces', '=', 'l.id'))
    .where('l.tenant_id', '=', tenantId)
    .where('l.person_id', '=', personId)
    .select(['l.id', 'l.month', 'l.title', 'l.genre', 'l.aired_on', 'l.role', 'l.percent', 'l.amount', 'l.basis', 'l.reason', 'b.id as replaced_by'])
    .orderBy('l.month', 'desc')
    .orderBy('l.recorded_at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(shown)
    .execute()
}
