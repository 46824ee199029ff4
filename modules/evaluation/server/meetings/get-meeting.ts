import type { z } from 'zod'
import type { Actor } from '#kernel/actor.ts'
import type { Reader } from '#platform/db/database.ts'
import { holdingsAsOf } from '#modules/organisation/server/index.ts'
import { mayUse } from '#platform/contract/route.ts'
import { query } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import type { meetingDetail, questionView } from '../../contract/meeting-views.ts'
import { agree, type Figures } from '../../domain/ballot.ts'
import { attendanceOf, meetingTransitions } from '../../domain/meeting.ts'
import { periodLabel } from '../../domain/period.ts'
import { availableActs } from '#kernel/transition.ts'
import { loadNames, type Names } from '../campaigns/names.ts'
import { mainHoldings } from '../tasks/assignable.ts'
import { loadStatedConflicts } from './conflicts.ts'
import { keepsMinutes, loadMeetingFile, type MeetingFile } from './meeting-access.ts'
import { loadQuestions, loadRolls, loadTallies, loadTellerCounts, type Question, type TellerCount, type Voter } from './question-row.ts'

type MeetingDetail = z.input<typeof meetingDetail>
type QuestionView = z.input<typeof questionView>

/** A meeting for whoever is called to it: attendance, ballots with one's own part, totals of those that have ended. */
export const getMeeting = query(meetingRoutes.getMeeting, async ({ params, actor, read, today }) => {
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  const { meeting, campaign, attendees, runs } = file
  const { tenantId } = actor
  const questions = await loadQuestions(read, tenantId, meeting.id)
  const ids = questions.map((question) => question.id)
  const rolls = await loadRolls(read, tenantId, ids)
  // Totals of an open ballot do not leave the database.
  const tallies = await loadTallies(read, tenantId, questions.filter((question) => question.status === 'closed').map((question) => question.id))
  const counts = await loadTellerCounts(read, tenantId, ids)
  const conflicts = (await loadStatedConflicts(read, tenantId, meeting.id)).filter((each) => runs || each.personId === actor.personId)
  const names = await loadNames(
    read,
    tenantId,
    [...attendees.map((one) => one.personId), ...conflicts.flatMap((each) => [each.personId, each.subjectId]), ...questions.map((question) => question.subjectId)],
    [],
    meeting.heldOn,
  )
  const titles = await titlesOf(read, actor, file)
  return {
    id: meeting.id,
    version: meeting.version,
    campaign: { id: campaign.id, name: campaign.name, status: campaign.status, periodLabel: periodLabel(campaign.period), rulebook: { id: campaign.rulebook.id, version: campaign.rulebook.version } },
    status: meeting.status,
    heldOn: meeting.heldOn,
    place: meeting.place,
    heading: meeting.heading,
    superiorBody: meeting.superiorBody,
    bodyName: meeting.bodyName,
    quorum: meeting.quorum,
    conclusion: meeting.conclusion,
    openedAt: meeting.openedAt?.toISOString() ?? null,
    closedAt: meeting.closedAt?.toISOString() ?? null,
    attendance: attendanceOf(meeting.quorum, attendees),
    attendees: attendees.map(({ personId, ...one }) => ({ person: names.person(personId), title: titles.get(personId) ?? '', ...one })),
    conflicts: conflicts.map((each) => ({ person: names.person(each.personId), subject: names.person(each.subjectId), reason: each.reason })),
    questions: questions.map((question) => viewOfQuestion(question, { file, actor, names, roll: rolls.get(question.id) ?? [], counts: counts.get(question.id) ?? [], tally: tallies.get(question.id) ?? null })),
    seesBoard: file.manages || file.decides,
    attends: file.me !== null,
    can: actsOn(actor, file),
  } satisfies MeetingDetail
})

/** Each attendee's title on the day of the meeting. */
async function titlesOf(read: Reader, actor: Actor, { meeting, attendees }: MeetingFile): Promise<Map<string, string>> {
  const holdings = await holdingsAsOf(read, actor.tenantId, meeting.heldOn, { people: attendees.map((one) => one.personId) })
  return new Map(mainHoldings(holdings).map((holding) => [holding.personId, holding.title]))
}

function actsOn(actor: Actor, file: MeetingFile): MeetingDetail['can'] {
  const { meeting, campaign, manages, decides, runs, me } = file
  const underWay = meeting.status === 'open' && campaign.status === 'deciding'
  return [
    ...(manages && meeting.status === 'planned' ? (['change'] as const) : []),
    ...availableActs(meetingTransitions, meeting.status, () => runs).filter((act) => act !== 'open' || campaign.status === 'deciding'),
    ...(runs && meeting.status !== 'closed' ? (['attend', 'recuse'] as const) : []),
    ...(me !== null && meeting.status !== 'closed' ? (['recuse_self'] as const) : []),
    ...(runs && underWay ? (['ask'] as const) : []),
    ...((manages || decides) && underWay ? (['propose'] as const) : []),
    ...(decides && underWay && mayUse(actor, meetingRoutes.conclude) ? (['conclude'] as const) : []),
    ...(keepsMinutes(file) ? (['minutes'] as const) : []),
  ]
}

interface Around {
  readonly file: MeetingFile
  readonly actor: Actor
  readonly names: Names
  readonly roll: readonly Voter[]
  readonly counts: readonly TellerCount[]
  readonly tally: Figures | null
}

function viewOfQuestion(question: Question, { file, actor, names, roll, counts, tally }: Around): QuestionView {
  const open = question.status === 'open' && file.meeting.status === 'open'
  const own = roll.find((voter) => voter.personId === actor.personId)
  const counted = counts.find((count) => count.personId === actor.personId)
  const entitled = roll.filter((voter) => voter.barred === null)
  const onDevices = question.method === 'devices'
  const teller = question.method === 'tellers' && file.me?.teller === true && file.me.present
  const [first, second] = counts
  const waiting = onDevices ? entitled.filter((voter) => !voter.voted).map((voter) => voter.personId) : file.attendees.filter((one) => one.teller && !counts.some((count) => count.personId === one.personId)).map((one) => one.personId)
  return {
    id: question.id,
    version: question.version,
    subject: names.personOrNull(question.subjectId),
    title: question.title,
    method: question.method,
    choices: [...question.choices],
    status: question.status,
    openedOn: question.openedOn,
    closingReason: question.closingReason,
    entitled: entitled.length,
    voted: roll.filter((voter) => voter.voted).length,
    waitingFor: file.runs && open ? waiting.map((id) => names.person(id)) : [],
    barred: file.runs ? roll.flatMap((voter) => (voter.barred === null ? [] : [{ person: names.person(voter.personId), cause: voter.barred }])) : [],
    result: tally,
    differs: open && first !== undefined && second !== undefined && !agree(first.figures, second.figures),
    mine: {
      entitled: own !== undefined && own.barred === null,
      barred: own?.barred ?? null,
      voted: own?.voted ?? false,
      teller,
      figures: counted?.figures ?? null,
      figuresVersion: counted?.version ?? 0,
    },
    can: [
      ...(open && onDevices && own !== undefined && own.barred === null && !own.voted ? (['vote'] as const) : []),
      ...(open && teller ? (['count'] as const) : []),
      ...(open && file.runs ? (['close'] as const) : []),
    ],
  }
}
