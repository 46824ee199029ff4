import type { PersonId, TenantId } from '#kernel/id.ts'
import { dayWords, filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { Reader } from '#platform/db/database.ts'
import { showClock } from '../../domain/desk/slot.ts'
import { assignmentStateNames } from '../../domain/planning/state-names.ts'
import { assignmentColumns, assignmentOf } from './assignment-rows.ts'

/** What the newsroom holds of a person in its plans: what they were to write or film. */
export async function ownAssignments(read: Reader, tenantId: TenantId, personId: PersonId): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('newsroom_assignment')
    .where('tenant_id', '=', tenantId)
    .where((where) => where.or([where('writer_id', '=', personId), where('filmer_id', '=', personId)]))
    .select(assignmentColumns)
    .orderBy('on_date')
    .orderBy('id')
    .execute()
  return rows.map(assignmentOf).map((row) => ({
    id: row.id,
    title: `Phân công: ${row.topic}`,
    fields: filled(
      ['Việc', row.writerId === personId ? 'Viết' : 'Quay phim'],
      ['Ngày', dayWords(row.onDate)],
      ['Giờ', row.startMinute === null || row.endMinute === null ? '' : `${showClock(row.startMinute)} – ${showClock(row.endMinute)}`],
      ['Địa điểm', row.place],
      ['Hạn nộp', momentWords(row.dueAt)],
      ['Tình trạng', assignmentStateNames[row.state]],
      ['Ghi chú', row.note],
    ),
    detail: { topic: row.topic, writes: row.writerId === personId, films: row.filmerId === personId, onDate: row.onDate, startMinute: row.startMinute, endMinute: row.endMinute, place: row.place, dueAt: row.dueAt, state: row.state, note: row.note },
  }))
}
