import type { z } from 'zod'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { publishedRoots } from '#platform/audit/published-set.ts'
import { query } from '#platform/http/handler.ts'
import type { TenantId, ResultId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import type { DerivationView, resultDetail } from '../../contract/views.ts'
import { awaitsDecision } from '../../domain/early-response.ts'
import { organisationLevelFact } from '../../domain/facts.ts'
import { filingUntil } from '../../domain/petition.ts'
import { periodLabel } from '../../domain/period.ts'
import { isPublished, maySeeColumn, maySeeDecision, maySeeScores } from '../../domain/policy.ts'
import type { DerivationStep } from '../../domain/scoring/types.ts'
import { loadNames } from '../campaigns/names.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { relativesOf } from '../raters/kinships.ts'
import { earlyUntil, loadEarlyResponses } from '../sheets/early-responses.ts'
import { loadSheets, viewOfSheet } from '../sheets/get-sheet.ts'
import { loadResultFile } from './file-of-result.ts'
import { petitionOf, petitionView, selectPetitions } from './petition-record.ts'
import { boundView, loadUnitBounds } from '../units/unit-bounds.ts'
import type { UnitCampaignId } from '../units/unit-row.ts'
import { actsOnResult } from './result-acts.ts'
import { derivedAgain } from './derived-again.ts'
import { loadKept, loadRecords } from './result-record.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'

type ResultDetail = z.input<typeof resultDetail>

/** One result with its full derivation and every record, for those concerned. Reading somebody else's is in the ledger. */
export const getResult = query(resultRoutes.getResult, async ({ params, actor, read, today, calendar, record }) => {
  const { tenantId } = actor
  const { campaign, participant, standing, rulebook } = await loadResultFile(read, actor, params.campaignId, params.personId, today)
  if (!maySeeScores(standing, campaign.status)) refuse('platform.not-found')
  const records = await loadRecords(read, tenantId, campaign.id, participant.personId)
  const current = records[0]
  if (current === undefined) refuse('platform.not-found')
  const { input, derivation } = await loadKept(read, tenantId, current.id)
  const steps = derivedAgain(await pinnedRulebook(read, tenantId, input.rulebook), input.engine, current)
  const seesDecision = maySeeDecision(standing, campaign.status)
  const sheets = (await loadSheets(read, actor, campaign, participant.personId)).filter((sheet) => maySeeColumn(standing, sheet.rater, sheet.submittedAt !== null, campaign.status))
  const early = await loadEarlyResponses(read, tenantId, campaign.id, participant.personId)
  const ids = records.map((each) => each.id)
  const petitions = (await selectPetitions(read, tenantId).where('t.result_id', 'in', ids).orderBy('t.filed_at', 'desc').execute()).map(petitionOf)
  const seesPetitions = standing.subject || standing.authority || standing.personnel
  const names = await loadNames(
    read,
    tenantId,
    [participant.personId, ...records.map((each) => each.decidedBy), ...sheets.map((sheet) => sheet.raterPersonId), ...petitions.flatMap((each) => [each.personId, each.deciderId, each.answeredBy])],
    [participant.unitId],
    campaign.period.to,
  )
  const person = (await personNames(read, tenantId, [participant.personId])).get(participant.personId)
  const published = current.publishedAt
  const petitionUntil = published === null ? null : filingUntil(vietnameseDay(published), rulebook, campaign.settings, calendar)
  const openPetition = petitions.some((each) => each.status === 'open')
  const relative = standing.authority && actor.personId !== null && campaign.status === 'deciding' && (await relativesOf(read, tenantId, [participant.personId]))(participant.personId, actor.personId)
  const can = actsOnResult(actor, standing, participant, campaign, { hasResult: true, published: published !== null, openPetition, relative, petitionUntil }, today)
  if (!standing.subject) record({ action: 'evaluation.result.read', subject: { kind: 'result', id: current.id }, about: [participant.personId] })
  const decided = seesDecision ? current.decidedLevel : null
  const boundByUnit = participant.isHead && organisationLevelFact(rulebook) !== undefined && participant.facts['organisationLevel'] === undefined
  const bound = boundByUnit ? (await loadUnitBounds(read, tenantId, campaign, rulebook))(participant.unitId) : null
  return {
    campaign: {
      id: campaign.id,
      name: campaign.name,
      status: campaign.status,
      periodKind: campaign.period.kind,
      periodLabel: periodLabel(campaign.period),
      rulebook: { id: campaign.rulebook.id, version: campaign.rulebook.version, documentNumber: rulebook.document.number },
    },
    row: {
      resultId: current.id,
      version: current.version,
      person: names.person(participant.personId),
      code: person?.code ?? '',
      unit: names.unit(participant.unitId),
      title: participant.title,
      group: participant.group,
      peerGroup: participant.peerGroup,
      status: participant.status,
      excludedReason: participant.excludedReason,
      total: current.total,
      generalPoints: current.generalPoints,
      taskPoints: current.taskPoints,
      provisionalLevel: current.provisionalLevel,
      decidedLevel: decided,
      differs: decided !== null && decided !== current.provisionalLevel,
      decisionReason: seesDecision ? current.decisionReason : '',
      warnings: [...current.reasons],
      replaced: current.replacesId !== null,
      openPetition: seesPetitions && openPetition,
      earlyResponses: early.length,
      waitsForUnit: bound?.kind === 'waits' && current.decidedLevel === null ? { unit: names.unit(participant.unitId), unitCampaignId: bound.unitCampaignId as UnitCampaignId } : null,
      relative,
      can,
    },
    exact: current.exact,
    terms: { ...derivation.terms },
    reasons: [...current.reasons],
    derivation: viewOfStep(steps.derivation),
    levelDerivation: viewOfStep(steps.levelDerivation),
    sheets: sheets.map((sheet) => viewOfSheet(sheet, names)),
    decidedBy: seesDecision ? names.personOrNull(current.decidedBy) : null,
    decidedAt: seesDecision ? (current.decidedAt?.toISOString() ?? null) : null,
    publishedAt: published?.toISOString() ?? null,
    unitBound: bound === null ? null : boundView(bound),
    publishedSet: await publishedSetOf(read, tenantId, current.id, standing.subject),
    records: records.map((each) => ({
      resultId: each.id,
      total: each.total,
      provisionalLevel: each.provisionalLevel,
      decidedLevel: seesDecision ? each.decidedLevel : null,
      decisionReason: seesDecision ? each.decisionReason : '',
      decidedBy: seesDecision ? names.personOrNull(each.decidedBy) : null,
      decidedAt: seesDecision ? (each.decidedAt?.toISOString() ?? null) : null,
      inForce: each.replacedBy === null,
    })),
    responses: await loadResponses(read, tenantId, ids),
    earlyResponses: early,
    earlyUntil: awaitsDecision(participant, campaign.status) ? earlyUntil(campaign, sheets.find((sheet) => sheet.rater === 'superior')?.submittedAt, calendar) : null,
    petitions: seesPetitions ? petitions.map((each) => petitionView(each, names, { actor, manages: () => standing.personnel, below: [] }, today, calendar)) : [],
    deadlines: { respondUntil: campaign.status === 'published' ? petitionUntil : null, petitionUntil: isPublished(campaign.status) ? petitionUntil : null },
    can,
  } satisfies ResultDetail
})

async function publishedSetOf(read: Reader, tenantId: TenantId, id: ResultId, own: boolean): Promise<ResultDetail['publishedSet']> {
  const set = (await publishedRoots(read, tenantId, [id])).get(id)
  return set === undefined ? null : { size: set.size, root: set.root, own }
}

async function loadResponses(read: Reader, tenantId: TenantId, results: readonly ResultId[]): Promise<ResultDetail['responses']> {
  const rows = await read.selectFrom('evaluation_response').where('tenant_id', '=', tenantId).where('result_id', 'in', [...results]).select(['text', 'given_at']).orderBy('given_at').execute()
  return rows.map((row) => ({ text: row.text, givenAt: (row.given_at as Date).toISOString() }))
}

/** A derivation step as the contract names it. */
function viewOfStep(step: DerivationStep | null): DerivationView | null {
  return step === null ? null : { ...step, inputs: step.inputs.flatMap((each) => viewOfStep(each) ?? []) }
}
