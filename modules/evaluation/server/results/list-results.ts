import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#kernel/actor.ts'
import { pageOf } from '#kernel/page.ts'
import type { PersonId, ResultId, UnitId } from '#kernel/id.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { query } from '#platform/http/handler.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import type { resultRow } from '../../contract/views.ts'
import type { ParticipantStatus } from '../../domain/participant.ts'
import { isPublished, maySeeDecision, maySeeScores, standingOf } from '../../domain/policy.ts'
import type { Reason } from '../../domain/scoring/types.ts'
import { accessTo, requireVisible } from '../campaigns/campaign-access.ts'
import { petitionUntil } from '../campaigns/campaign-state.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { likeText, subtree } from '../campaigns/list-participants.ts'
import { loadUnitNames } from '../campaigns/names.ts'
import { refuse } from '#kernel/refusal.ts'
import { relativesOf } from '../raters/kinships.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { waitingUnits } from '../units/waiting-units.ts'
import { actsOnResult } from './result-acts.ts'

type ResultRow = z.input<typeof resultRow>

/**
 * Results by given name or by total. The index of each order is walked from the page's key, so a late page costs what the
 * first does. Scores go to those concerned, levels in words to colleagues once published (article 21).
 */
export const listResults = query(resultRoutes.listResults, async ({ params, query: asked, actor, read, today, calendar, recordList }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  const { manages, colleagueUnits } = await accessTo(campaign, actor, read, today)
  if (!manages && campaign.status === 'draft') refuse('platform.not-found')
  const me = actor.personId
  const published = isPublished(campaign.status)
  const byTotal = asked.sort === 'total'
  let rows = read
    .selectFrom('evaluation_participant as p')
    .innerJoin('organisation_person as x', (join) => join.on('x.tenant_id', '=', tenantId).onRef('x.id', '=', 'p.person_id'))
    .leftJoin('evaluation_result as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).on('r.campaign_id', '=', campaign.id).onRef('r.person_id', '=', 'p.person_id').on('r.replaced_by', 'is', null),
    )
    .where('p.tenant_id', '=', tenantId)
    .where('p.campaign_id', '=', campaign.id)
    .select([
      'p.person_id', 'p.unit_id', 'p.title', 'p.subject_group', 'p.peer_group', 'p.superior_id', 'p.decider_id', 'p.excluded_reason', 'p.status', 'p.sort_name', 'p.is_head', 'p.facts', 'x.full_name', 'x.code',
      'r.id as result_id', 'r.version as result_version', 'r.total', 'r.general_points', 'r.task_points', 'r.provisional_level', 'r.decided_level', 'r.decision_reason', 'r.reasons',
      'r.replaces_id', sql<boolean>`r.published_at is not null`.as('result_published'),
      sql<boolean>`exists (select from evaluation_petition t where t.tenant_id = ${tenantId} and t.result_id = r.id and t.status = 'open')`.as('open_petition'),
      sql<number>`(select count(*)::int from evaluation_early_response e where e.tenant_id = ${tenantId} and e.campaign_id = p.campaign_id and e.person_id = p.person_id)`.as('early_responses'),
    ])
    .limit(pageLimit(asked.limit))
  if (!manages) {
    rows = rows.where((where) =>
      where.or([
        where('p.person_id', '=', me),
        where('p.superior_id', '=', me),
        where('p.decider_id', '=', me),
        ...(published && colleagueUnits.size > 0 ? [where('p.unit_id', 'in', [...colleagueUnits])] : []),
      ]),
    )
  }
  // A level is a filter only where the actor may see it; else it would tell what it hides.
  const seesLevels = sql<boolean>`(${manages} or p.decider_id = ${me} or (${published} and r.published_at is not null))`
  // Posts no group of the rulebook takes are not rated: they stand among the participants only.
  rows = rows.where((where) => where.or([where('p.subject_group', '<>', ''), where('p.excluded_reason', '=', '')]))
  if (asked.search !== undefined && asked.search.trim() !== '') rows = rows.where('x.folded_name', 'like', `%${likeText(asked.search)}%`)
  if (asked.unitId !== undefined) rows = rows.where('p.unit_id', 'in', await subtree(read, tenantId, asked.unitId as UnitId, today))
  if (asked.peerGroup !== undefined) rows = rows.where('p.peer_group', '=', asked.peerGroup)
  if (asked.level !== undefined) rows = rows.where(seesLevels).where(sql<boolean>`coalesce(r.decided_level, r.provisional_level) = ${asked.level}`)
  if (asked.only === 'differs') rows = rows.where(seesLevels).where(sql<boolean>`r.decided_level <> r.provisional_level`)
  if (asked.only === 'undecided') rows = rows.where('p.excluded_reason', '=', '').where('r.decided_level', 'is', null)
  if (asked.only === 'warnings') rows = rows.where(sql<boolean>`(${manages} or p.decider_id = ${me} or p.superior_id = ${me})`).where(sql<boolean>`jsonb_path_exists(r.reasons, '$[*] ? (@.code != "band")')`)
  if (asked.only === 'petitions') {
    rows = rows
      .where(sql<boolean>`(${manages} or p.decider_id = ${me} or p.person_id = ${me})`)
      .where(sql<boolean>`exists (select from evaluation_petition t where t.tenant_id = ${tenantId} and t.result_id = r.id and t.status = 'open')`)
  }
  if (byTotal) {
    // Ordered by scores, the list shows only rows whose scores the actor may see.
    rows = rows.where(sql<boolean>`(${manages} or p.superior_id = ${me} or p.decider_id = ${me} or (p.person_id = ${me} and ${published}))`)
    rows = rows.where('r.id', 'is not', null)
    if (asked.after !== undefined) {
      const [total, id] = pageKey(asked.after, ['decimal-or-null', 'uuid'])
      rows = rows.where(sql<boolean>`(coalesce(r.total, -1), r.person_id) < (${total ?? '-1'}::numeric, ${id}::uuid)`)
    }
    rows = rows.orderBy(sql`coalesce(r.total, -1)`, 'desc').orderBy('r.person_id', 'desc')
  } else {
    if (asked.after !== undefined) {
      const [name, id] = pageKey(asked.after, ['text', 'uuid'])
      rows = rows.where(sql<boolean>`(p.sort_name, p.person_id) > (${name}, ${id}::uuid)`)
    }
    rows = rows.orderBy('p.sort_name').orderBy('p.person_id')
  }
  const found = await rows.execute()
  if (found.length === 0 && !manages) await requireVisible(campaign, actor, read, today)
  const units = await loadUnitNames(read, tenantId, found.map((row) => row.unit_id), campaign.period.to)
  const until = petitionUntil(campaign, await pinnedRulebook(read, tenantId, campaign.rulebook), calendar)
  const waits = await waitingUnits(read, tenantId, campaign, found.flatMap((row) => (row.is_head && row.decided_level === null ? [row.unit_id as UnitId] : [])))
  const page = pageOf(found, asked.limit, (row) => (byTotal ? [row.total, row.person_id] : [row.sort_name, row.person_id]))
  const decides = campaign.status === 'deciding' && me !== null && found.some((row) => row.decider_id === me)
  const areRelatives = decides ? await relativesOf(read, tenantId, [me]) : () => false
  const files = page.items.map((row) => {
    const file = { personId: row.person_id as PersonId, superiorId: row.superior_id as PersonId | null, deciderId: row.decider_id as PersonId | null, unitId: row.unit_id as UnitId }
    return { row, file, standing: standingOf(actor, file, manages, colleagueUnits) }
  })
  const shown = files.filter(({ file, standing }) => file.personId !== me && maySeeScores(standing, campaign.status)).map(({ file }) => file.personId)
  if (shown.length > 0) recordList({ action: 'evaluation.results.listed', subject: { kind: 'campaign', id: campaign.id }, data: { people: shown } })
  return {
    next: page.next,
    canDecide: campaign.status === 'deciding' && holds(actor, 'evaluation:decide') && found.some((row) => row.decider_id === me && row.person_id !== me),
    items: files.map(({ row, file, standing }): ResultRow => {
      const scores = maySeeScores(standing, campaign.status)
      const decision = maySeeDecision(standing, campaign.status)
      const concerned = standing.personnel || standing.authority || standing.superior || standing.subject
      const openPetition = concerned && row.open_petition
      const status = row.status as ParticipantStatus
      const relative = me !== null && standing.authority && areRelatives(me, file.personId)
      return {
        resultId: row.result_id as ResultId | null,
        version: row.result_version ?? 0,
        person: { id: file.personId, fullName: row.full_name },
        code: row.code,
        unit: { id: file.unitId, name: units.get(file.unitId) ?? '' },
        title: row.title,
        group: row.subject_group,
        peerGroup: row.peer_group,
        status,
        excludedReason: concerned ? row.excluded_reason : '',
        total: scores ? row.total : null,
        generalPoints: scores ? row.general_points : null,
        taskPoints: scores ? row.task_points : null,
        provisionalLevel: scores ? row.provisional_level : null,
        decidedLevel: decision ? row.decided_level : null,
        differs: scores && decision && row.decided_level !== null && row.decided_level !== row.provisional_level,
        decisionReason: scores && decision ? (row.decision_reason ?? '') : '',
        warnings: scores ? ((row.reasons ?? []) as unknown as Reason[]) : [],
        replaced: row.replaces_id !== null,
        openPetition,
        earlyResponses: concerned ? row.early_responses : 0,
        waitsForUnit: concerned && row.is_head && row.decided_level === null && !isKnown(row.facts) ? waits(file.unitId, units.get(file.unitId) ?? '') : null,
        relative,
        can: actsOnResult(actor, standing, { status, excludedReason: row.excluded_reason }, campaign, { hasResult: row.result_id !== null, published: row.result_published, openPetition, relative, petitionUntil: until }, today),
      }
    }),
  }
})

/** The organisation's level set by hand in the file itself. */
function isKnown(facts: unknown): boolean {
  return (facts as Readonly<Record<string, unknown>>)['organisationLevel'] !== undefined
}
