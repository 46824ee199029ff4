import { sql } from 'kysely'
import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { pageOf } from '#kernel/page.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { escapeLike } from '#platform/db/like.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import type { participantView } from '../../contract/views.ts'
import { derivedFacts, mergedFacts } from '../../domain/facts.ts'
import type { ProposedFact } from '../../domain/proposed-facts.ts'
import { standingOf } from '../../domain/policy.ts'
import { problemsOf } from '../../domain/resolution.ts'
import { requireVisible } from './campaign-access.ts'
import { loadCampaign, type Campaign } from './campaign-row.ts'
import { loadNames } from './names.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { loadProposedFacts } from './load-proposed-facts.ts'
import { participantColumns, participantOf, type Participant } from './participant-row.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'
import { loadServiceRecords } from './service-records.ts'

type ParticipantView = z.input<typeof participantView>

/** Who is scored by whom; also the board of who has not scored. Others than the personnel body see the files they have a part in. */
export const listParticipants = query(campaignRoutes.listParticipants, async ({ params, query: asked, actor, read, today, recordList }) => {
  const campaign = await loadCampaign(read, actor.tenantId, params.campaignId)
  const { manages } = await requireVisible(campaign, actor, read, today)
  const { tenantId } = actor
  let rows = read
    .selectFrom('evaluation_participant as p')
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'p.person_id'))
    .leftJoin('evaluation_sheet as s', (join) =>
      join.on('s.tenant_id', '=', tenantId).onRef('s.campaign_id', '=', 'p.campaign_id').onRef('s.person_id', '=', 'p.person_id').on('s.rater', '=', 'self'),
    )
    .leftJoin('evaluation_sheet as t', (join) =>
      join.on('t.tenant_id', '=', tenantId).onRef('t.campaign_id', '=', 'p.campaign_id').onRef('t.person_id', '=', 'p.person_id').on('t.rater', '=', 'superior'),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', '=', campaign.id)
    .select([
      ...participantColumns, 'x.full_name', 'x.code', 's.submitted_at as self_submitted', 't.submitted_at as superior_submitted',
      sql<Date | null>`(select max(m.sent_at) from evaluation_reminder m where m.tenant_id = ${tenantId} and m.campaign_id = p.campaign_id and m.about_person_id = p.person_id)`.as('reminded_at'),
    ])
    .orderBy('p.sort_name')
    .orderBy('p.person_id')
    .limit(pageLimit(asked.limit))
  if (!manages) {
    const me = actor.personId
    rows = rows.where((where) => where.or([where('p.person_id', '=', me), where('p.superior_id', '=', me), where('p.decider_id', '=', me)]))
  }
  if (asked.search !== undefined && asked.search.trim() !== '') rows = rows.where('x.folded_name', 'like', `%${likeText(asked.search)}%`)
  if (asked.unitId !== undefined) rows = rows.where('p.unit_id', 'in', await subtree(read, tenantId, asked.unitId as UnitId, today))
  if (asked.status !== undefined) rows = rows.where('p.status', '=', asked.status).where('p.excluded_reason', '=', '')
  if (asked.group !== undefined) rows = rows.where('p.subject_group', '=', asked.group)
  if (asked.only === 'excluded') rows = rows.where('p.excluded_reason', '<>', '')
  if (asked.only === 'unresolved') {
    rows = rows.where('p.excluded_reason', '=', '').where((where) => where.or([where('p.superior_id', 'is', null), where('p.decider_id', 'is', null), where('p.subject_group', '=', '')]))
  }
  if (asked.only === 'late') rows = rows.where('p.excluded_reason', '=', '').where('p.status', 'in', lateStatuses(campaign, today))
  if (asked.after !== undefined) {
    const [name, id] = pageKey(asked.after, ['text', 'uuid'])
    rows = rows.where(sql<boolean>`(p.sort_name, p.person_id) > (${name}, ${id}::uuid)`)
  }
  const found = (await rows.execute()).map((row) => ({ row, participant: participantOf(row) }))
  const names = await loadNames(read, tenantId, found.flatMap(({ participant }) => [participant.superiorId, participant.deciderId]), found.map(({ participant }) => participant.unitId), campaign.period.to)
  const factsOf = manages || found.some(({ participant }) => participant.deciderId === actor.personId) ? await factsReader(read, tenantId, campaign, found.map(({ participant }) => participant)) : undefined
  const proposed = factsOf === undefined ? new Map<PersonId, Record<string, ProposedFact>>() : await loadProposedFacts(read, tenantId, campaign, await pinnedRulebook(read, tenantId, campaign.rulebook), found.map(({ participant }) => participant))
  const page = pageOf(found, asked.limit, ({ participant }) => [participant.sortName, participant.personId])
  const shown = page.items
    .filter(({ participant }) => participant.personId !== actor.personId && (manages || participant.deciderId === actor.personId))
    .map(({ participant }) => participant.personId)
  if (shown.length > 0) recordList({ action: 'evaluation.participants.listed', subject: { kind: 'campaign', id: campaign.id }, data: { people: shown } })
  return {
    next: page.next,
    items: page.items.map(({ row, participant }): ParticipantView => {
      const standing = standingOf(actor, participant, manages, new Set())
      const seesFacts = standing.personnel || standing.authority
      return {
        person: { id: participant.personId, fullName: row.full_name },
        code: row.code,
        unit: names.unit(participant.unitId),
        title: participant.title,
        group: participant.group,
        peerGroup: participant.peerGroup,
        isHead: participant.isHead,
        variants: { ...participant.variants },
        superior: names.personOrNull(participant.superiorId),
        decider: names.personOrNull(participant.deciderId),
        excludedReason: participant.excludedReason,
        problems: problemsOf(participant),
        status: participant.status,
        facts: seesFacts ? (factsOf?.(participant) ?? { ...participant.facts }) : null,
        factsNote: seesFacts ? participant.factsNote : null,
        proposed: seesFacts ? (proposed.get(participant.personId) ?? {}) : null,
        version: participant.version,
        selfSubmittedAt: (row.self_submitted as Date | null)?.toISOString() ?? null,
        superiorSubmittedAt: (row.superior_submitted as Date | null)?.toISOString() ?? null,
        late: lateOf(campaign, participant, today),
        lastReminderAt: row.reminded_at?.toISOString() ?? null,
      }
    }),
  }
})

/** The search key with the wildcards of `like` taken out. */
export function likeText(search: string): string {
  return escapeLike(foldVietnamese(search))
}

/** The unit and everything below it today. */
export async function subtree(read: Reader, tenantId: Parameters<typeof unitTreeAsOf>[1], unitId: UnitId, today: CalendarDate): Promise<UnitId[]> {
  const units = await unitTreeAsOf(read, tenantId, today)
  const inside = new Set<UnitId>([unitId])
  for (const unit of units) if (unit.parentId !== null && inside.has(unit.parentId)) inside.add(unit.id)
  return [...inside]
}

async function factsReader(read: Reader, tenantId: Parameters<typeof unitTreeAsOf>[1], campaign: Campaign, participants: readonly Participant[]): Promise<(participant: Participant) => Record<string, unknown>> {
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const people: PersonId[] = participants.map((participant) => participant.personId)
  const records = await loadServiceRecords(read, tenantId, people, campaign.period)
  return (participant) => {
    const record = records.get(participant.personId) ?? { leaves: [], since: null }
    return { ...mergedFacts(derivedFacts(rulebook, campaign.period, record, participant.isHead), participant.facts) }
  }
}

/** Which step of a file is overdue today. */
export function lateOf(campaign: Campaign, participant: Pick<Participant, 'status' | 'excludedReason'>, today: CalendarDate): 'none' | 'self' | 'superior' | 'decide' {
  if (participant.excludedReason !== '') return 'none'
  if (campaign.status === 'scoring' && participant.status === 'self_scoring' && today > campaign.due.self) return 'self'
  if (campaign.status === 'scoring' && participant.status === 'superior_scoring' && today > campaign.due.superior) return 'superior'
  return campaign.status === 'deciding' && participant.status === 'compiled' && today > campaign.due.decide ? 'decide' : 'none'
}

function lateStatuses(campaign: Campaign, today: CalendarDate): string[] {
  const statuses = (['self_scoring', 'superior_scoring', 'compiled'] as const).filter((status) => lateOf(campaign, { status, excludedReason: '' }, today) !== 'none')
  return statuses.length === 0 ? [''] : [...statuses]
}
