import { dayWords, filled, momentWords, type OwnRecord } from '#kernel/own-record.ts'
import type { KinshipRelation } from '../../domain/kinship.ts'
import type { AttendeeRole } from '../../domain/meeting.ts'
import { type OwnContext } from './subject.ts'

/** That the person was asked to rate others, and when they did: never whom, nor with which points. */
export async function ownRatings({ read, actor }: OwnContext): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('evaluation_rater as r')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', actor.tenantId).onRef('c.id', '=', 'r.campaign_id').on('c.status', '<>', 'draft'))
    .where('r.tenant_id', '=', actor.tenantId)
    .where('r.rater_person_id', '=', actor.personId)
    .groupBy(['c.id', 'c.name', 'c.period_from', 'r.kind'])
    .select((each) => ['c.id', 'c.name', 'r.kind', each.cast<number>(each.fn.countAll(), 'integer').as('people'), each.fn.max('r.submitted_on').as('submitted_on')])
    .orderBy('c.period_from')
    .orderBy('r.kind')
    .execute()
  return rows.map((row) => ({
    id: `${row.id}/${row.kind}`,
    title: `Tham gia chấm điểm: ${row.name}`,
    settled: true,
    fields: filled(['Đợt', row.name], ['Loại người chấm', row.kind], ['Số người được chấm', row.people], ['Ngày gửi', dayWords(row.submitted_on)]),
    detail: { campaign: row.name, kind: row.kind, people: row.people, submittedOn: row.submitted_on },
  }))
}

const relations: Readonly<Record<KinshipRelation, string>> = {
  spouse: 'Vợ, chồng',
  parent: 'Cha, mẹ, con',
  child: 'Cha, mẹ, con',
  sibling: 'Anh, chị, em ruột',
  parent_in_law: 'Cha, mẹ, con bên vợ, chồng',
  child_in_law: 'Cha, mẹ, con bên vợ, chồng',
  sibling_in_law: 'Anh, chị, em bên vợ, chồng',
  other: 'Khác',
}

/** That a relative is declared, and how near; who it is and what the personnel body noted stays with that body. */
export async function ownKinships({ read, actor }: OwnContext): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('evaluation_kinship')
    .where('tenant_id', '=', actor.tenantId)
    .where((where) => where.or([where('person_id', '=', actor.personId), where('relative_id', '=', actor.personId)]))
    .select(['id', 'relation', 'declared_on'])
    .orderBy('declared_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: `Quan hệ thân thích khai ngày ${dayWords(row.declared_on)}`,
    fields: filled(['Quan hệ', relations[row.relation as KinshipRelation]], ['Ngày khai', dayWords(row.declared_on)]),
    detail: { relation: relations[row.relation as KinshipRelation], declaredOn: row.declared_on },
  }))
}

/** Reminders the person got. */
export async function ownReminders({ read, actor }: OwnContext): Promise<OwnRecord[]> {
  const rows = await read.selectFrom('evaluation_reminder').where('tenant_id', '=', actor.tenantId).where('person_id', '=', actor.personId).select(['id', 'text', 'sent_at']).orderBy('sent_at').execute()
  return rows.map((row) => ({ id: row.id, title: `Nhắc việc ${momentWords(row.sent_at)}`, settled: true, fields: filled(['Ngày', momentWords(row.sent_at)], ['Nội dung', row.text]), detail: { sentAt: row.sent_at, text: row.text } }))
}

/** Papers kept about the person in campaigns whose results are made known; what prepares a decision is not the person's yet. */
export async function ownPapers({ read, actor }: OwnContext): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('evaluation_document as d')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', actor.tenantId).onRef('c.id', '=', 'd.campaign_id').on('c.status', 'in', ['published', 'closed']))
    .where('d.tenant_id', '=', actor.tenantId)
    .where('d.person_id', '=', actor.personId)
    .select(['d.id', 'd.kind', 'd.name', 'd.added_at', 'c.name as campaign'])
    .orderBy('d.added_at')
    .execute()
  return rows.map((row) => ({ id: row.id, title: row.name, settled: true, fields: filled(['Tên', row.name], ['Đợt', row.campaign], ['Ngày thêm', momentWords(row.added_at)]), detail: { kind: row.kind, name: row.name, campaign: row.campaign, addedAt: row.added_at } }))
}

const seats: Readonly<Record<AttendeeRole, string>> = { chair: 'Chủ trì', secretary: 'Thư ký', member: 'Thành viên', guest: 'Khách mời' }

/** Meetings the person was called to, conflicts of interest they stated, and on which day they voted; never on whom, nor how. */
export async function ownMeetings({ read, actor }: OwnContext): Promise<OwnRecord[]> {
  const rows = await read
    .selectFrom('evaluation_meeting_attendee as a')
    .innerJoin('evaluation_meeting as m', (join) => join.on('m.tenant_id', '=', actor.tenantId).onRef('m.id', '=', 'a.meeting_id'))
    .where('a.tenant_id', '=', actor.tenantId)
    .where('a.person_id', '=', actor.personId)
    .select((each) => [
      'm.id', 'm.held_on', 'm.place', 'a.role', 'a.votes', 'a.teller', 'a.present', 'a.absence_reason',
      each
        .selectFrom('evaluation_meeting_recusal as x')
        .where('x.tenant_id', '=', actor.tenantId)
        .whereRef('x.meeting_id', '=', 'm.id')
        .where('x.person_id', '=', actor.personId)
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count'))
        .as('recusals'),
      each
        .selectFrom('evaluation_meeting_voter as v')
        .innerJoin('evaluation_meeting_question as q', (join) => join.on('q.tenant_id', '=', actor.tenantId).onRef('q.id', '=', 'v.question_id'))
        .where('v.tenant_id', '=', actor.tenantId)
        .whereRef('q.meeting_id', '=', 'm.id')
        .where('v.person_id', '=', actor.personId)
        .where('v.voted_on', 'is not', null)
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('count'))
        .as('ballots'),
    ])
    .orderBy('m.held_on')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: `Hội nghị ngày ${dayWords(row.held_on)}`,
    settled: true,
    fields: filled(
      ['Ngày', dayWords(row.held_on)],
      ['Nơi họp', row.place],
      ['Tư cách', seats[row.role as AttendeeRole]],
      ['Có quyền biểu quyết', row.votes ? 'có' : 'không'],
      ['Kiểm phiếu', row.teller ? 'có' : 'không'],
      ['Có mặt', row.present ? 'có' : 'không'],
      ['Lý do vắng', row.absence_reason],
      ['Số lần nêu xung đột lợi ích', row.recusals],
      ['Số lượt bỏ phiếu đã tham gia', row.ballots],
    ),
    detail: { heldOn: row.held_on, place: row.place, role: row.role, votes: row.votes, teller: row.teller, present: row.present, absenceReason: row.absence_reason, recusals: row.recusals, ballots: row.ballots },
  }))
}
