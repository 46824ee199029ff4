import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { publishedRoots, type PublishedRoot } from '#platform/audit/published-set.ts'
import { query } from '#platform/http/handler.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import type { EngineInput } from '../../domain/compute.ts'
import { paperHeadingOf } from '../../domain/paper-heading.ts'
import { periodLabel, postsDay } from '../../domain/period.ts'
import type { ScoreInput } from '../../domain/scoring/types.ts'
import { maySeeUnitColumn, maySeeUnitLevel, maySeeUnitSheets, type UnitStanding } from '../../domain/unit-policy.ts'
import { loadNames, type Names } from '../campaigns/names.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { composeResultForm, type ResultFormInput } from '../documents/compose-result-form.ts'
import { renderResultForms } from '../documents/render-forms.ts'
import { derivedAgain } from '../results/derived-again.ts'
import { verificationOf } from '../results/form-data.ts'
import { loadIssuingBodies, type IssuingBodies } from '../results/issuing-bodies.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { visibleRound } from './unit-access.ts'
import { loadUnitRecords, loadUnitSheets, type UnitRecord, type UnitSheet } from './unit-records.ts'
import { loadUnitCampaign, type UnitCampaign, type UnitFile } from './unit-row.ts'

/** Phiếu đánh giá, xếp loại of one organisation, or of every organisation of the round whose sheets the actor may open. */
export const unitForm = query(unitRoutes.unitForm, async ({ params, query: asked, actor, read, now, today, record }) => {
  const { tenantId } = actor
  const campaign = await loadUnitCampaign(read, tenantId, params.unitCampaignId)
  const { files, standingOf } = await visibleRound(campaign, actor, read, today)
  const mine = files.filter((file) => (asked.unitId === undefined || file.unitId === asked.unitId) && maySeeUnitSheets(standingOf(file)))
  if (mine.length === 0) refuse('platform.not-found')
  const chosen = mine.filter((file) => file.excludedReason === '')
  if (chosen.length === 0) refuse('evaluation.form.nothing', {})
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const records = (await loadUnitRecords(read, tenantId, campaign.id)).filter((each) => each.replacedBy === null)
  const sheets = await loadUnitSheets(read, tenantId, campaign.id)
  const bodies = await loadIssuingBodies(read, tenantId, campaign.period.to)
  const names = await loadNames(read, tenantId, [...chosen.flatMap((file) => [file.selfId, file.recogniserId]), ...records.map((each) => each.decidedBy)], chosen.flatMap((file) => file.parentId ?? []), campaign.period.to)
  const asOf = postsDay(campaign.period, today)
  const sets = await publishedRoots(read, tenantId, records.map((each) => each.id))
  const forms = chosen.map((file) => composeResultForm(formOf({ campaign, rulebook, bodies, names, asOf, sets }, file, standingOf(file), records.find((each) => each.unitId === file.unitId), sheets.get(file.unitId) ?? [])))
  record({ action: 'evaluation.unit-form.printed', subject: { kind: 'unit-campaign', id: campaign.id }, data: { units: chosen.length, unitId: asked.unitId ?? null } })
  const who = chosen.length === 1 ? (chosen[0]?.name ?? '') : `${chosen.length} phiếu`
  return { contentType: 'application/pdf', fileName: `Phiếu đánh giá, xếp loại ${who} - ${periodLabel(campaign.period).vi}.pdf`, bytes: await renderResultForms(forms, now) }
})

interface Round {
  readonly campaign: UnitCampaign
  readonly rulebook: CompiledRulebook
  readonly bodies: IssuingBodies
  readonly names: Names
  readonly asOf: CalendarDate
  readonly sets: ReadonlyMap<string, PublishedRoot>
}

function formOf({ campaign, rulebook, bodies, names, asOf, sets }: Round, file: UnitFile, standing: UnitStanding, decided: UnitRecord | undefined, stored: readonly UnitSheet[]): ResultFormInput {
  const visible = stored.filter((sheet) => maySeeUnitColumn(standing, sheet.rater, sheet.submittedAt !== null, campaign.status))
  const [own, recogniser] = (['self', 'recogniser'] as const).map((rater) => visible.find((sheet) => sheet.rater === rater))
  const result = maySeeUnitLevel(standing, campaign.status) ? decided : undefined
  const on = result === undefined ? null : vietnameseDay(result.decidedAt)
  const sent = (sheet: UnitSheet | undefined): CalendarDate | null => (sheet?.submittedAt == null ? null : vietnameseDay(sheet.submittedAt))
  return {
    rulebook,
    issuer: bodies.issuerOf(file.unitId, paperHeadingOf(rulebook)),
    place: bodies.placeOf(file.unitId),
    decidedOn: on,
    period: campaign.period,
    subject: { kind: 'organisation', name: file.name, above: file.parentId === null ? null : names.unit(file.parentId).name },
    asOf,
    group: file.group,
    computed: result === undefined ? null : computedOf(rulebook, result),
    sheets: { ...(own === undefined ? {} : { self: own.points }), ...(recogniser === undefined ? {} : { superior: recogniser.points }) },
    proposedLevel: own?.proposedLevel ?? null,
    decision: result === undefined ? null : { level: result.decidedLevel, reason: result.decisionReason, replaces: result.replacesId !== null },
    strengths: own?.comment ?? '',
    weaknesses: '',
    comment: recogniser?.comment ?? '',
    signed: {
      self: { name: names.personOrNull(file.selfId)?.fullName ?? null, on: sent(own) },
      superior: null,
      authority: { name: result === undefined ? null : names.person(result.decidedBy).fullName, on },
    },
    verification: verificationOf(result, sets),
  }
}

function computedOf(rulebook: CompiledRulebook, result: UnitRecord): ResultFormInput['computed'] {
  const kept = result.input as { readonly engine: ScoreInput }
  const engine: EngineInput = { kind: 'sheet', column: 'superior', input: kept.engine }
  return { engine, score: derivedAgain(rulebook, engine, result) }
}
