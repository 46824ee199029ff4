import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { dayWords, filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { WorkCalendar } from '#kernel/working-days.ts'
import { ownAccountRecords } from '#modules/accounts/server/index.ts'
import { ownEvaluationRecords, type OwnEvaluation } from '#modules/evaluation/server/index.ts'
import { ownLedgerRecords } from '#modules/ledger/server/index.ts'
import { ownNewsroomRecords } from '#modules/newsroom/server/index.ts'
import { ownOrganisationRecords } from '#modules/organisation/server/index.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FileStore } from '#platform/files/store.ts'
import type { OwnClass } from '../../domain/own-data/classes.ts'
import { kindWords, statusWords } from '../../domain/requests/words.ts'

/** What collecting takes. */
export interface CollectContext {
  readonly read: Reader
  readonly fields: FieldCipher
  readonly actor: Actor
  readonly now: Date
  readonly today: CalendarDate
  readonly calendar: WorkCalendar
  readonly files: FileStore
}

export type OwnData = Readonly<Record<OwnClass, readonly OwnRecord[]>>

const nothing: OwnEvaluation = { tasks: [], evidence: [], sheets: [], ratings: [], kinship: [], results: [], petitions: [], papers: [], meetings: [] }

/** Everything the program holds of the account that asks and of the person behind it, from every module through its front door. */
export async function collectOwnData(context: CollectContext): Promise<OwnData> {
  const { read, fields, actor, today } = context
  const { personId } = actor
  return {
    ...(personId === null ? { people: [], holdings: [], absences: [] } : await ownOrganisationRecords(read, fields, actor.tenantId, personId)),
    ...(personId === null ? nothing : await ownEvaluationRecords({ ...context, actor: { ...actor, personId } })),
    stories: personId === null ? [] : await ownNewsroomRecords(read, actor.tenantId, personId),
    ...(await ownAccountRecords(read, actor)),
    ledger: await ownLedgerRecords(read, actor, today),
    requests: await ownRequests(read, actor),
  }
}

/** The records of one class; the others are not read. */
export async function collectClass(context: CollectContext, recordClass: OwnClass): Promise<readonly OwnRecord[]> {
  const { read, fields, actor, today } = context
  const { tenantId, personId } = actor
  switch (recordClass) {
    case 'people':
    case 'holdings':
    case 'absences':
      return personId === null ? [] : (await ownOrganisationRecords(read, fields, tenantId, personId))[recordClass]
    case 'stories':
      return personId === null ? [] : ownNewsroomRecords(read, tenantId, personId)
    case 'accounts':
    case 'sessions':
    case 'approvals':
      return (await ownAccountRecords(read, actor))[recordClass]
    case 'ledger':
      return ownLedgerRecords(read, actor, today)
    case 'requests':
      return ownRequests(read, actor)
    default:
      return personId === null ? [] : (await ownEvaluationRecords({ ...context, actor: { ...actor, personId: personId as PersonId } }))[recordClass]
  }
}

async function ownRequests(read: Reader, { tenantId, accountId }: Actor): Promise<OwnRecord[]> {
  const rows = await read.selectFrom('personal_data_request').where('tenant_id', '=', tenantId).where('account_id', '=', accountId).selectAll().orderBy('filed_at').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    title: `${kindWords[row.kind as keyof typeof kindWords].vi} ${momentWords(row.filed_at)}`,
    settled: true,
    fields: filled(
      ['Yêu cầu', kindWords[row.kind as keyof typeof kindWords].vi],
      ['Về dữ liệu', row.record_title],
      ['Lý do', row.reason],
      ['Ngày gửi', momentWords(row.filed_at)],
      ['Hạn trả lời', dayWords(row.answer_due)],
      ['Hạn thực hiện', dayWords(row.complete_due)],
      ['Trạng thái', statusWords[row.status as keyof typeof statusWords].vi],
      ['Trả lời', row.answer],
      ['Căn cứ', row.ground],
      ['Ngày trả lời', momentWords(row.answered_at)],
      ['Kết quả thực hiện', row.outcome],
      ['Ngày thực hiện', momentWords(row.completed_at)],
    ),
    detail: { kind: row.kind, recordClass: row.record_class, recordId: row.record_id, record: row.record_title, reason: row.reason, filedAt: row.filed_at, answerDue: row.answer_due, completeDue: row.complete_due, status: row.status, answer: row.answer, ground: row.ground, answeredAt: row.answered_at, outcome: row.outcome, completedAt: row.completed_at },
  }))
}
