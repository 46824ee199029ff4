import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { MeetingId, PersonId, QuestionId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { BallotMethod, Choice, ConflictCause, Figures, QuestionStatus } from '../../domain/ballot.ts'

/** A secret ballot as stored. */
export interface Question {
  readonly id: QuestionId
  readonly meetingId: MeetingId
  readonly subjectId: PersonId | null
  readonly title: string
  readonly method: BallotMethod
  readonly choices: readonly Choice[]
  readonly status: QuestionStatus
  readonly openedOn: CalendarDate
  readonly closingReason: string
  readonly version: number
}

/** One line of a ballot's roll. */
export interface Voter {
  readonly personId: PersonId
  readonly barred: ConflictCause | null
  readonly voted: boolean
}

/** What a teller counted. */
export interface TellerCount {
  readonly personId: PersonId
  readonly figures: Figures
  readonly version: number
}

function selectQuestions(read: Reader, tenantId: TenantId) {
  return read
    .selectFrom('evaluation_meeting_question')
    .where('tenant_id', '=', tenantId)
    .select(['id', 'meeting_id', 'subject_id', 'title', 'method', 'choices', 'status', 'opened_on', 'closing_reason', 'version'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectQuestions>['execute']>>[number]

function questionOf(row: Row): Question {
  return {
    id: row.id as QuestionId,
    meetingId: row.meeting_id as MeetingId,
    subjectId: row.subject_id as PersonId | null,
    title: row.title,
    method: row.method as BallotMethod,
    choices: row.choices as unknown as Choice[],
    status: row.status as QuestionStatus,
    openedOn: row.opened_on as CalendarDate,
    closingReason: row.closing_reason,
    version: row.version,
  }
}

/** The ballots of a meeting in the order they were opened. */
export async function loadQuestions(read: Reader, tenantId: TenantId, meetingId: MeetingId): Promise<Question[]> {
  return (await selectQuestions(read, tenantId).where('meeting_id', '=', meetingId).orderBy('id').execute()).map(questionOf)
}

/** One ballot with its row locked until the end of the act, or `platform.not-found`. */
export async function lockQuestion(tx: Tx<'evaluation'>, read: Reader, tenantId: TenantId, id: QuestionId): Promise<Question> {
  await tx.selectFrom('evaluation_meeting_question').where('tenant_id', '=', tenantId).where('id', '=', id).select('id').forNoKeyUpdate().execute()
  const row = await selectQuestions(read, tenantId).where('id', '=', id).executeTakeFirst()
  return row === undefined ? refuse('platform.not-found') : questionOf(row)
}

/** The rolls of these ballots, in the order of given names. */
export async function loadRolls(read: Reader, tenantId: TenantId, questions: readonly QuestionId[]): Promise<Map<QuestionId, Voter[]>> {
  if (questions.length === 0) return new Map()
  const rows = await read
    .selectFrom('evaluation_meeting_voter as v')
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'v.person_id'))
    .where('v.tenant_id', '=', tenantId)
    .where('v.question_id', 'in', [...questions])
    .select(['v.question_id', 'v.person_id', 'v.barred', 'v.voted_on'])
    .orderBy('x.sort_name')
    .orderBy('v.person_id')
    .execute()
  const rolls = new Map<QuestionId, Voter[]>(questions.map((id) => [id, []]))
  for (const row of rows) {
    rolls.get(row.question_id as QuestionId)?.push({ personId: row.person_id as PersonId, barred: row.barred === '' ? null : (row.barred as ConflictCause), voted: row.voted_on !== null })
  }
  return rolls
}

/** The totals of these ballots. Of one that is still open they are for nobody's eyes. */
export async function loadTallies(read: Reader, tenantId: TenantId, questions: readonly QuestionId[]): Promise<Map<QuestionId, Figures>> {
  if (questions.length === 0) return new Map()
  const rows = await read
    .selectFrom('evaluation_meeting_tally')
    .where('tenant_id', '=', tenantId)
    .where('question_id', 'in', [...questions])
    .select(['question_id', 'issued', 'collected', 'invalid', 'counts'])
    .execute()
  return new Map(rows.map((row) => [row.question_id as QuestionId, { issued: row.issued, collected: row.collected, invalid: row.invalid, counts: row.counts as Record<string, number> }]))
}

/** What the tellers of these ballots entered. */
export async function loadTellerCounts(read: Reader, tenantId: TenantId, questions: readonly QuestionId[]): Promise<Map<QuestionId, TellerCount[]>> {
  if (questions.length === 0) return new Map()
  const rows = await read
    .selectFrom('evaluation_meeting_teller_count')
    .where('tenant_id', '=', tenantId)
    .where('question_id', 'in', [...questions])
    .select(['question_id', 'person_id', 'figures', 'version'])
    .orderBy('person_id')
    .execute()
  const counts = new Map<QuestionId, TellerCount[]>(questions.map((id) => [id, []]))
  for (const row of rows) counts.get(row.question_id as QuestionId)?.push({ personId: row.person_id as PersonId, figures: row.figures as unknown as Figures, version: row.version })
  return counts
}

/** Refuses while a ballot of the meeting is open. */
export async function requireNoOpenQuestion(read: Reader, tenantId: TenantId, meetingId: MeetingId): Promise<void> {
  const open = (await loadQuestions(read, tenantId, meetingId)).filter((question) => question.status === 'open')
  if (open.length > 0) refuse('evaluation.meeting.question-open', { open: open.length })
}
