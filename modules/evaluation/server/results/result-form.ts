import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { ResultId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { paperHeadingOf } from '../../domain/paper-heading.ts'
import { postsDay } from '../../domain/period.ts'
import { maySeeDecision } from '../../domain/policy.ts'
import { asksSuperior } from '../../domain/raters.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { subtree } from '../campaigns/list-participants.ts'
import { composeResultForm, type ResultFormInput } from '../documents/compose-result-form.ts'
import { renderResultForms } from '../documents/render-forms.ts'
import { derivedAgain } from './derived-again.ts'
import { fileNameOf } from './form01.ts'
import { loadFormData, shownOn, verificationOf, type FormData } from './form-data.ts'
import { loadPrintableFiles, type PrintableFile } from './printable-files.ts'
import { loadInputs } from './result-record.ts'
import type { StoredInput } from './compute-results.ts'

/** Phiếu đánh giá, xếp loại under any rulebook, of one person, of a unit with those below it, or of everybody the actor may print. */
export const resultForm = query(resultRoutes.resultForm, async ({ params, query: asked, actor, read, now, today, record }) => {
  const { tenantId } = actor
  const { campaign, rulebook, files } = await loadPrintableFiles(read, actor, params.campaignId, asked.personId, today)
  const inside = asked.unitId === undefined ? null : new Set(await subtree(read, tenantId, asked.unitId as UnitId, campaign.period.to))
  const chosen = files.filter(({ participant }) => inside === null || inside.has(participant.unitId))
  if (chosen.length === 0) refuse('evaluation.form.nothing', {})
  const data = await loadFormData(read, tenantId, campaign, chosen.map(({ participant }) => participant))
  const shown = chosen.map((file) => ({ file, ...shownOn(file.standing, campaign, data.results.get(file.participant.personId)) }))
  const inputs = await loadInputs(read, tenantId, shown.flatMap(({ result }) => (result === undefined ? [] : [result.id])))
  const asOf = postsDay(campaign.period, campaign.openedAt === null ? today : vietnameseDay(campaign.openedAt))
  const forms = shown.map((each) => composeResultForm(formOf(each, campaign, rulebook, data, inputs, asOf)))
  record({ action: 'evaluation.form.printed', subject: { kind: 'campaign', id: campaign.id }, about: chosen.map(({ participant }) => participant.personId), data: { form: 'result', people: chosen.length, personId: asked.personId ?? null, unitId: asked.unitId ?? null } })
  return { contentType: 'application/pdf', fileName: fileNameOf('Phiếu đánh giá, xếp loại', chosen, data, campaign), bytes: await renderResultForms(forms, now) }
})

/** A file with as much of its result as the reader's copy may show. */
interface ShownFile extends ReturnType<typeof shownOn> {
  readonly file: PrintableFile
}

function formOf({ file: { participant, standing }, result, comments }: ShownFile, campaign: Campaign, rulebook: CompiledRulebook, data: FormData, inputs: ReadonlyMap<ResultId, StoredInput>, asOf: CalendarDate): ResultFormInput {
  const { personId, unitId } = participant
  const own = data.self.get(personId)
  const superior = data.superior.get(personId)
  const engine = result === undefined ? undefined : inputs.get(result.id)?.engine
  const decided = result !== undefined && maySeeDecision(standing, campaign.status) && result.decidedLevel !== null ? { level: result.decidedLevel, reason: result.decisionReason, replaces: result.replacesId !== null } : null
  const decidedOn = decided === null || result === undefined || result.decidedAt === null ? null : vietnameseDay(result.decidedAt)
  const dayOf = (at: Date | null | undefined): CalendarDate | null => (at == null ? null : vietnameseDay(at))
  const name = (id: string | null): string | null => data.names.personOrNull(id)?.fullName ?? null
  return {
    rulebook,
    issuer: data.issuerOf(unitId, paperHeadingOf(rulebook)),
    place: data.placeOf(unitId),
    decidedOn,
    period: campaign.period,
    subject: { kind: 'person', name: data.names.person(personId).fullName, title: participant.title, unit: data.names.unit(unitId).name },
    asOf,
    group: participant.group,
    computed: result === undefined || engine === undefined ? null : { engine, score: derivedAgain(rulebook, engine, result) },
    sheets: { ...(own === undefined ? {} : { self: own.points }), ...(comments && superior !== undefined ? { superior: superior.points } : {}) },
    proposedLevel: own?.proposedLevel ?? null,
    decision: decided,
    strengths: own?.strengths ?? '',
    weaknesses: own?.weaknesses ?? '',
    comment: comments ? (superior?.comment ?? '') : '',
    signed: {
      self: { name: name(personId), on: dayOf(own?.submittedAt) },
      superior: asksSuperior(rulebook, participant.group) ? { name: name(participant.superiorId), on: comments ? dayOf(superior?.submittedAt) : null } : null,
      authority: { name: name(decided === null ? null : (result?.decidedBy ?? participant.deciderId)), on: decidedOn },
    },
    verification: verificationOf(result, data.sets),
  }
}
