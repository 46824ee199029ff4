import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import { readingsOf } from './record-readings.ts'

/** More of one's own acts than this are counted, not listed: a ledger of many years must fit a workbook. */
const mostActs = 20_000

/** What the ledger says of a person: who read or exported their record, and what they did themselves (which act and when). */
export async function ownLedgerRecords(read: Reader, actor: Actor, today: CalendarDate): Promise<OwnRecord[]> {
  const readings = actor.personId === null ? [] : await readingsOf(read, actor.tenantId, actor.personId, today)
  const acts = await read
    .selectFrom('ledger_entry')
    .where('tenant_id', '=', actor.tenantId)
    .where((where) => where.or([where('account_id', '=', actor.accountId), ...(actor.personId === null ? [] : [where('person_id', '=', actor.personId)])]))
    .select(['id', 'at', 'action', 'subject_kind'])
    .orderBy('id', 'desc')
    .limit(mostActs)
    .execute()
  return [
    ...readings.map((row) => ({
      id: row.id,
      title: `Xem hồ sơ ${momentWords(row.at)}`,
      settled: true,
      fields: filled(['Ngày', momentWords(row.at)], ['Người xem', row.reader.name], ['Chức danh', row.post], ['Việc', row.action], ['Cùng với hồ sơ của số người khác', row.others]),
      detail: { kind: 'reading', at: row.at, reader: row.reader.name, post: row.post, action: row.action, others: row.others },
    })),
    ...acts.map((row) => ({
      id: row.id,
      title: `Việc đã làm ${momentWords(row.at)}`,
      settled: true,
      fields: filled(['Ngày', momentWords(row.at)], ['Việc đã làm', row.action], ['Trên', row.subject_kind]),
      detail: { kind: 'act', at: row.at, action: row.action, subject: row.subject_kind },
    })),
  ]
}
