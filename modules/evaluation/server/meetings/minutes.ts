import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { MeetingId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { holdingsAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { minutesRoutes } from '../../contract/minutes-routes.ts'
import { attendanceOf, type AttendeeRole, type Quorum } from '../../domain/meeting.ts'
import type { BallotMethod } from '../../domain/ballot.ts'
import { periodLabel } from '../../domain/period.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { loadNames } from '../campaigns/names.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { minutesOf, type Minutes } from '../documents/minutes.ts'
import { renderMinutesPdf } from '../documents/render-minutes.ts'
import { writeMinutesDocx } from '../documents/write-minutes-docx.ts'
import { loadIssuingBodies } from '../results/issuing-bodies.ts'
import { loadCurrentResults } from '../results/result-record.ts'
import { mainHoldings } from '../tasks/assignable.ts'
import { loadStatedConflicts } from './conflicts.ts'
import { keepsMinutes, loadMeetingFile } from './meeting-access.ts'
import { loadProposals } from './proposals.ts'
import { loadQuestions, loadRolls, loadTallies } from './question-row.ts'

const roles: Record<AttendeeRole, string> = { chair: 'Chủ trì', secretary: 'Thư ký', member: 'Thành viên', guest: 'Khách mời' }
const quorumWords: Record<Quorum, string> = { more_than_half: 'Quá nửa', two_thirds: 'Ít nhất hai phần ba', three_quarters: 'Ít nhất ba phần tư', all: 'Tất cả' }
const methods: Record<BallotMethod, string> = { tellers: 'phiếu giấy, hai người kiểm phiếu độc lập', devices: 'phiếu kín trên thiết bị' }

/** The minutes of a meeting as PDF (biên bản hội nghị). */
export const minutesPdf = query(minutesRoutes.minutesPdf, async ({ params, actor, read, now, today, record }) => {
  const minutes = await loadMinutes(read, actor, params.meetingId, today)
  record({ action: 'evaluation.minutes.printed', subject: { kind: 'meeting', id: params.meetingId }, data: { as: 'pdf' } })
  return { contentType: 'application/pdf', fileName: 'Bien-ban.pdf', bytes: await renderMinutesPdf(minutes, now) }
})

/** The minutes of a meeting as DOCX, for those who still edit them. */
export const minutesDocx = query(minutesRoutes.minutesDocx, async ({ params, actor, read, today, record }) => {
  const minutes = await loadMinutes(read, actor, params.meetingId, today)
  record({ action: 'evaluation.minutes.printed', subject: { kind: 'meeting', id: params.meetingId }, data: { as: 'docx' } })
  return { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', fileName: 'Bien-ban.docx', bytes: await writeMinutesDocx(minutes) }
})

async function loadMinutes(read: Reader, actor: Actor, meetingId: MeetingId, today: CalendarDate): Promise<Minutes> {
  const { tenantId } = actor
  const file = await loadMeetingFile(read, actor, meetingId, today)
  const { meeting, campaign, attendees } = file
  if (!keepsMinutes(file)) return refuse('platform.not-found')
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const participants = (await loadParticipants(read, tenantId, campaign.id)).filter((participant) => participant.excludedReason === '')
  const results = await loadCurrentResults(read, tenantId, campaign.id, participants.map((participant) => participant.personId))
  const proposals = await loadProposals(read, tenantId, meeting.id)
  const questions = await loadQuestions(read, tenantId, meeting.id)
  const rolls = await loadRolls(read, tenantId, questions.map((question) => question.id))
  const tallies = await loadTallies(read, tenantId, questions.filter((question) => question.status === 'closed').map((question) => question.id))
  const names = await loadNames(read, tenantId, [...attendees.map((one) => one.personId), ...participants.map((participant) => participant.personId)], [], meeting.heldOn)
  const holdings = mainHoldings(await holdingsAsOf(read, tenantId, meeting.heldOn, { people: attendees.map((one) => one.personId) }))
  const titles = new Map(holdings.map((holding) => [holding.personId, holding.title]))
  const nameOf = (id: string) => names.person(id).fullName
  const attendance = attendanceOf(meeting.quorum, attendees)
  const { placeOf } = await loadIssuingBodies(read, tenantId, meeting.heldOn)
  const byRole = (role: AttendeeRole) => {
    const id = attendees.find((one) => one.role === role)?.personId
    return id === undefined ? { name: '', title: '' } : { name: nameOf(id), title: titles.get(id) ?? '' }
  }
  return minutesOf({
    heading: meeting.heading,
    superiorBody: meeting.superiorBody,
    bodyName: meeting.bodyName,
    place: meeting.place,
    issuedAt: placeOf(campaign.scopeUnitId),
    date: meeting.heldOn,
    subject: `Hội nghị đánh giá, xếp loại chất lượng ${periodLabel(campaign.period).vi.toLocaleLowerCase('vi')}`,
    openedAt: meeting.openedAt === null ? '' : moment(meeting.openedAt),
    closedAt: meeting.closedAt === null ? null : moment(meeting.closedAt),
    attendees: attendees.map((one) => ({ name: nameOf(one.personId), title: titles.get(one.personId) ?? '', role: roles[one.role], present: one.present, absenceReason: one.absenceReason })),
    present: attendance.present,
    convened: attendance.convened,
    quorum: quorumWords[meeting.quorum],
    conflicts: (await loadStatedConflicts(read, tenantId, meeting.id)).map((each) => ({ name: nameOf(each.personId), subject: nameOf(each.subjectId), reason: each.reason })),
    ballots: questions.filter((question) => question.status !== 'open').map((question) => {
      const tally = tallies.get(question.id)
      return {
        title: question.title,
        method: methods[question.method],
        outside: (rolls.get(question.id) ?? []).filter((voter) => voter.barred !== null).map((voter) => nameOf(voter.personId)),
        note: [question.status === 'void' ? 'Lượt bỏ phiếu bị hủy, không có kết quả.' : '', question.closingReason === '' ? '' : `Kết thúc sớm: ${question.closingReason}.`].filter((part) => part !== '').join(' '),
        totals: tally === undefined ? null : question.choices.map((choice) => ({ choice: choice.vi, count: tally.counts[choice.id] ?? 0 })),
        issued: tally?.issued ?? 0,
        collected: tally?.collected ?? 0,
        invalid: tally?.invalid ?? 0,
      }
    }),
    proposals: participants.flatMap((participant) => {
      const result = results.get(participant.personId)
      const proposal = proposals.get(participant.personId)
      if (result === undefined) return []
      return [
        {
          name: nameOf(participant.personId),
          title: participant.title,
          group: participant.peerGroup,
          provisional: levelName(rulebook, result.provisionalLevel),
          proposed: levelName(rulebook, proposal?.level ?? result.provisionalLevel),
          reason: proposal?.reason ?? '',
        },
      ]
    }),
    conclusion: meeting.conclusion,
    chair: byRole('chair'),
    secretary: byRole('secretary'),
  })
}

function levelName(rulebook: CompiledRulebook, level: string): string {
  if (level === 'not_rated') return 'Không xếp loại'
  return level === 'insufficient_data' ? 'Chưa đủ dữ liệu' : (rulebook.levels.find((each) => each.id === level)?.name.vi ?? level)
}

/** "08 giờ 30 phút, ngày 24/11/2026" in Vietnam. */
function moment(at: Date): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(at)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('hour')} giờ ${of('minute')} phút, ngày ${of('day')}/${of('month')}/${of('year')}`
}
