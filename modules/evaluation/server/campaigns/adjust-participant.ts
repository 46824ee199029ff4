import { isDeepStrictEqual } from 'node:util'
import { refuse } from '#kernel/refusal.ts'
import type { PersonId, TenantId } from '#kernel/id.ts'
import { holdStructure, personNames } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { command } from '#platform/http/handler.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { adjustableStatuses } from '../../domain/campaign.ts'
import { checkFacts, derivedFacts, mergedFacts } from '../../domain/facts.ts'
import { plannedFacts } from '../../domain/plan.ts'
import { valuesOf } from '../../domain/proposed-facts.ts'
import type { Adjustable } from '../../domain/resolution.ts'
import { criteriaOf } from '../../domain/rulebook/scope.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { relativesOf } from '../raters/kinships.ts'
import { resolveCampaignRaters } from '../raters/resolve-campaign-raters.ts'
import { computeResults, dropDrafts } from '../results/compute-results.ts'
import { requireManages } from './campaign-access.ts'
import { holdCampaign, type Campaign } from './campaign-row.ts'
import { loadProposedFacts } from './load-proposed-facts.ts'
import { loadParticipant, lockParticipant, type Participant } from './participant-row.ts'
import { pinnedRulebook } from './pinned-rulebook.ts'
import { loadServiceRecords } from './service-records.ts'

/**
 * The personnel body adjusts a file by hand: who scores and decides, group, exclusion with its reason, facts. While
 * compiling, the result is computed again at once.
 */
export const adjustParticipant = command(campaignRoutes.adjustParticipant, async ({ params, body, actor, tx, read, now, today, record }) => {
  const { tenantId } = actor
  await holdStructure(read, tenantId)
  const campaign = await holdCampaign(tx, read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const before = await lockParticipant(tx, read, tenantId, campaign.id, params.personId)
  if (before.version !== body.version) refuse('evaluation.participant.changed', { version: before.version })
  if (!adjustableStatuses.includes(campaign.status)) refuse('evaluation.campaign.wrong-status', { status: campaign.status, allowed: adjustableStatuses })
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  if (body.superiorId === params.personId || body.deciderId === params.personId) refuse('evaluation.participant.rates-self', {})
  await refuseRelatives(read, tenantId, params.personId, [body.superiorId, body.deciderId])
  // Who fits no group of the rulebook is left out without being put into one.
  if (body.group !== '' || body.excludedReason === '') checkGroup(rulebook, body.group, body.variants)
  await requirePeople(read, tenantId, [body.superiorId, body.deciderId])
  const byHand = await factsByHand(read, tenantId, campaign, rulebook, before, body.group, body.facts, body.factsNote)
  const set = {
    subject_group: body.group,
    peer_group: body.peerGroup,
    variants: JSON.stringify(body.variants),
    superior_id: body.superiorId,
    decider_id: body.deciderId,
    excluded_reason: body.excludedReason,
    facts: JSON.stringify(byHand),
    facts_note: body.factsNote,
    adjusted: adjustedAfter(before, body),
    version: before.version + 1,
    // Taken in again after the campaign opened: starts like everybody else.
    ...(before.excludedReason !== '' && body.excludedReason === '' && before.status === 'waiting' && campaign.status === 'scoring' ? { status: 'self_scoring' } : {}),
  }
  await tx
    .updateTable('evaluation_participant')
    .set(set)
    .where('tenant_id', '=', tenantId)
    .where('campaign_id', '=', campaign.id)
    .where('person_id', '=', params.personId)
    .execute()
  if (campaign.status === 'draft') await resolveCampaignRaters(tx, read, tenantId, campaign, rulebook, today, [params.personId])
  // Another superior starts with an empty sheet: nobody inherits somebody else's points.
  if (before.superiorId !== body.superiorId && (before.status === 'self_scoring' || before.status === 'superior_scoring')) {
    await tx.deleteFrom('evaluation_sheet').where('tenant_id', '=', tenantId).where('campaign_id', '=', campaign.id).where('person_id', '=', params.personId).where('rater', '=', 'superior').execute()
  }
  if (campaign.status === 'compiling') {
    if (before.excludedReason === '' && body.excludedReason !== '') await dropDrafts(tx, tenantId, campaign, [params.personId])
    const after = await loadParticipant(read, tenantId, campaign.id, params.personId)
    if (after.status === 'compiled') await computeResults(tx, read, tenantId, campaign, rulebook, [after], now)
  }
  record({
    action: 'evaluation.participant.adjusted',
    subject: { kind: 'participant', id: `${campaign.id}/${params.personId}` },
    data: { adjusted: set.adjusted, superiorId: body.superiorId, deciderId: body.deciderId, group: body.group, excluded: body.excludedReason !== '', facts: Object.keys(byHand) },
  })
  return { version: set.version }
})

function checkGroup(rulebook: CompiledRulebook, group: string, variants: Readonly<Record<string, string>>): void {
  if (!rulebook.groups.some((each) => each.id === group)) refuse('evaluation.participant.unknown-group', { group, groups: rulebook.groups.map((each) => each.id) })
  const criteria = criteriaOf(rulebook.criteria, group)
  for (const [code, variant] of Object.entries(variants)) {
    const known = criteria.find((criterion) => criterion.code === code)?.variants ?? []
    if (!known.some((each) => each.id === variant)) refuse('evaluation.participant.unknown-group', { criterion: code, variant, variants: known.map((each) => each.id) })
  }
}

/** Nobody scores or decides on a declared relative. */
async function refuseRelatives(read: Reader, tenantId: TenantId, personId: PersonId, others: readonly (PersonId | null)[]): Promise<void> {
  const areRelatives = await relativesOf(read, tenantId, [personId])
  if (others.some((other) => other !== null && areRelatives(personId, other))) refuse('evaluation.participant.relative', {})
}

async function requirePeople(read: Reader, tenantId: TenantId, people: readonly (PersonId | null)[]): Promise<void> {
  const ids = [...new Set(people.filter((id) => id !== null))]
  if ((await personNames(read, tenantId, ids)).size !== ids.length) refuse('platform.not-found')
}

/** The facts that differ from what posts, absences, tasks and earlier results give; those stay when these change. A count is corrected with its ground only. */
async function factsByHand(read: Reader, tenantId: TenantId, campaign: Campaign, rulebook: CompiledRulebook, participant: Participant, group: string, given: Readonly<Record<string, unknown>>, note: string): Promise<Record<string, unknown>> {
  const records = await loadServiceRecords(read, tenantId, [participant.personId], campaign.period)
  const derived = derivedFacts(rulebook, campaign.period, records.get(participant.personId) ?? { leaves: [], since: null }, participant.isHead)
  const proposed = valuesOf((await loadProposedFacts(read, tenantId, campaign, rulebook, [participant])).get(participant.personId) ?? {})
  const known = { ...derived, ...proposed }
  const byHand = Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== null && !isDeepStrictEqual(known[name], value)))
  const stated = [...plannedFacts(rulebook)].filter((name) => name in byHand)
  if (stated.length > 0) refuse('evaluation.participant.bad-fact', { problems: stated.map((name) => ({ path: `facts.${name}`, message: 'Ghi nhận bằng bước phê duyệt kế hoạch của từng người, không ghi tay', expected: '' })) })
  checkFacts(rulebook, group, mergedFacts(known, byHand))
  const corrected = Object.keys(byHand).filter((name) => name in proposed)
  if (corrected.length > 0 && note.trim() === '') refuse('evaluation.participant.note-needed', { facts: corrected })
  return byHand
}

type Body = { group: string; peerGroup: string; variants: Record<string, string>; superiorId: PersonId | null; deciderId: PersonId | null; excludedReason: string }

function adjustedAfter(before: Participant, body: Body): Adjustable[] {
  const changed: Record<Adjustable, boolean> = {
    group: before.group !== body.group,
    peer_group: before.peerGroup !== body.peerGroup,
    superior: before.superiorId !== body.superiorId,
    decider: before.deciderId !== body.deciderId,
    variants: !isDeepStrictEqual(before.variants, body.variants),
    excluded: before.excludedReason !== body.excludedReason,
  }
  return (Object.keys(changed) as Adjustable[]).filter((name) => changed[name] || before.adjusted.includes(name))
}
