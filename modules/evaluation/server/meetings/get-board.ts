import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { mayUse } from '#platform/contract/route.ts'
import { query } from '#platform/http/handler.ts'
import { meetingRoutes } from '../../contract/meeting-routes.ts'
import type { boardRow, meetingBoard } from '../../contract/meeting-views.ts'
import { organisationLevelFact } from '../../domain/facts.ts'
import { levelNotes } from '../../domain/level-account.ts'
import { countingScores } from '../../domain/month-scores.ts'
import { mayAct, standingOf } from '../../domain/policy.ts'
import { tieBreakCriteria } from '../../domain/tie-break.ts'
import { loadNames } from '../campaigns/names.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { conflictsOf } from './conflicts.ts'
import { loadMeetingFile } from './meeting-access.ts'
import { rulebooksOfMonths } from '../results/regime-months.ts'
import { loadCurrentResults } from '../results/result-record.ts'
import { loadProposals } from './proposals.ts'
import { loadQuestions } from './question-row.ts'
import { proposedOrders, simulate, type BoardLevel } from './simulate-quotas.ts'

type BoardRow = z.input<typeof boardRow>
type Board = z.input<typeof meetingBoard>

/**
 * The wall screen (màn hình hội nghị): everybody for the personnel body, else those the actor decides on. The quotas count
 * the whole campaign at the levels proposed, decided or provisional, in this order.
 */
export const meetingBoardQuery = query(meetingRoutes.meetingBoard, async ({ params, actor, read, today, recordList }) => {
  const { tenantId } = actor
  const file = await loadMeetingFile(read, actor, params.meetingId, today)
  if (!file.manages && !file.decides) refuse('platform.not-found')
  const { campaign, meeting } = file
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const participants = (await loadParticipants(read, tenantId, campaign.id)).filter((participant) => participant.excludedReason === '')
  const people = participants.map((participant) => participant.personId)
  const results = await loadCurrentResults(read, tenantId, campaign.id, people)
  const proposals = await loadProposals(read, tenantId, meeting.id)
  const earlier = await earlierMonths(read, tenantId, campaign, people)
  const responses = await countResponses(read, tenantId, campaign)
  const unitLevels = await unitsWithLevel(read, tenantId, campaign)
  const questions = (await loadQuestions(read, tenantId, meeting.id)).filter((question) => question.status === 'open')
  const names = await loadNames(read, tenantId, [...people, ...[...proposals.values()].map((proposal) => proposal.by)], participants.map((participant) => participant.unitId), campaign.period.to)
  const codes = await personNames(read, tenantId, people)
  const known = participants.flatMap((participant) => {
    const result = results.get(participant.personId)
    return result === undefined ? [] : [{ participant, result, proposal: proposals.get(participant.personId) ?? null }]
  })
  const levels = known.map(({ participant, result, proposal }): BoardLevel => ({
    personId: participant.personId,
    peerGroup: participant.peerGroup,
    level: proposal?.level ?? result.decidedLevel ?? result.provisionalLevel,
    exact: result.exact,
    taskPoints: result.taskPoints,
    generalPoints: result.generalPoints,
    earlier: (earlier.get(participant.personId) ?? []).map((month) => month.total),
  }))
  const { base, rate, simulation, asSet } = simulate(rulebook, campaign, levels)
  const boundByUnit = organisationLevelFact(rulebook) !== undefined
  const underWay = meeting.status === 'open' && campaign.status === 'deciding'
  const conflict = await conflictsOf(read, tenantId, meeting.id, actor.personId)
  const seen = known.filter(({ participant }) => file.manages || participant.deciderId === actor.personId)
  const rows = seen.map(({ participant, result, proposal }): BoardRow => {
    const { personId } = participant
    const standing = standingOf(actor, participant, file.manages, new Set())
    const level = proposal?.level ?? result.decidedLevel ?? result.provisionalLevel
    const over = asSet.filter((quota) => quota.over > 0 && quota.level === level && (quota.scope === '*' || quota.scope === participant.peerGroup))
    const asked = questions.find((question) => question.subjectId === personId)
    const mine = underWay && conflict(personId) === null
    return {
      person: names.person(personId),
      code: codes.get(personId)?.code ?? '',
      unit: names.unit(participant.unitId),
      title: participant.title,
      group: participant.group,
      peerGroup: participant.peerGroup,
      isHead: participant.isHead,
      resultVersion: result.version,
      exact: result.exact,
      total: result.total,
      generalPoints: result.generalPoints,
      taskPoints: result.taskPoints,
      provisionalLevel: result.provisionalLevel,
      decidedLevel: result.decidedLevel,
      warnings: levelNotes(rulebook, result.provisionalLevel, result.reasons),
      earlyResponses: responses.get(personId) ?? 0,
      earlier: [...(earlier.get(personId) ?? [])],
      proposal: proposal === null ? null : { level: proposal.level, reason: proposal.reason, by: names.personOrNull(proposal.by), at: proposal.at.toISOString() },
      proposalVersion: proposal?.version ?? 0,
      waits: [
        ...(boundByUnit && participant.isHead && !unitLevels.has(participant.unitId) ? [{ kind: 'unit_level' as const, on: names.unit(participant.unitId).name }] : []),
        ...(result.provisionalLevel === 'insufficient_data' && proposal === null && result.decidedLevel === null ? [{ kind: 'insufficient_data' as const, on: '' }] : []),
        ...(asked === undefined ? [] : [{ kind: 'ballot' as const, on: asked.title }]),
        ...over.map((quota) => ({ kind: 'over_quota' as const, on: quota.scope })),
      ],
      can: [
        ...(mine && (file.manages || standing.authority) ? (['propose'] as const) : []),
        ...(mine && mayUse(actor, meetingRoutes.conclude) && mayAct('decide', standing, { status: participant.status, excluded: false }, campaign.status) ? (['decide'] as const) : []),
        'read',
      ],
    }
  })
  const shown = new Set(seen.map(({ participant }) => participant.personId))
  if (shown.size > 0) recordList({ action: 'evaluation.board.read', subject: { kind: 'meeting', id: meeting.id }, data: { people: [...shown].filter((id) => id !== actor.personId) } })
  return {
    rows,
    base,
    rate,
    simulation,
    // An order names people beside one another: only where the actor sees all of them.
    tieBreaks: proposedOrders(asSet, levels)
      .filter((each) => each.order.every((placed) => shown.has(placed.id as PersonId)))
      .map((each) => ({ ...each, order: each.order.map(({ id, place, by }) => ({ person: names.person(id), place, by })) })),
    criteria: [...tieBreakCriteria],
  } satisfies Board
})

/** Half a year of published totals before a month or quarter, the months of the year for a yearly rating. */
async function earlierMonths(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<Map<PersonId, { month: CalendarDate; total: string }[]>> {
  if (people.length === 0) return new Map()
  const year = campaign.period.kind === 'year'
  const rows = await read
    .selectFrom('evaluation_period_score')
    .where('tenant_id', '=', tenantId)
    .where('person_id', 'in', [...people])
    .where('month', '>=', year ? campaign.period.from : addDays(campaign.period.from, -184))
    .where('month', year ? '<=' : '<', year ? campaign.period.to : campaign.period.from)
    .where('rulebook_id', 'in', await rulebooksOfMonths(read, tenantId, campaign.rulebook.id))
    .select(['person_id', 'month', 'rulebook_id', 'total'])
    .orderBy('month')
    .execute()
  const found = new Map<PersonId, { month: CalendarDate; total: string }[]>()
  for (const row of countingScores(rows, campaign.rulebook.id, (each) => `${each.person_id}/${each.month}`)) {
    const months = found.get(row.person_id as PersonId) ?? []
    months.push({ month: row.month as CalendarDate, total: row.total })
    found.set(row.person_id as PersonId, months)
  }
  return found
}

async function unitsWithLevel(read: Reader, tenantId: TenantId, campaign: Campaign): Promise<Set<UnitId>> {
  const rows = await read.selectFrom('evaluation_unit_level').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaign.id).select('unit_id').execute()
  return new Set(rows.map((row) => row.unit_id as UnitId))
}

async function countResponses(read: Reader, tenantId: TenantId, campaign: Campaign): Promise<Map<PersonId, number>> {
  const rows = await read
    .selectFrom('evaluation_early_response')
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .groupBy('person_id')
    .select(['person_id', sql<number>`count(*)::int`.as('given')])
    .execute()
  return new Map(rows.map((row) => [row.person_id as PersonId, row.given]))
}
