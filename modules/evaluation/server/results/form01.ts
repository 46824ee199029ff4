import { refuse } from '#kernel/refusal.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { decreeForm } from '../../domain/decree-form.ts'
import { periodLabel } from '../../domain/period.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import type { Form01 } from '../documents/form-inputs.ts'
import { renderForms01 } from '../documents/render-forms.ts'
import { sourceNote } from '../documents/source-note.ts'
import { criterionRows, criterionTotals, loadFormData, shownOn, signature, verificationOf, type FormData } from './form-data.ts'
import { loadPrintableFiles, type PrintableFile } from './printable-files.ts'

/** Mẫu số 01 of one person, or of everybody the actor may print. Every print is in the ledger. */
export const form01 = query(resultRoutes.form01, async ({ params, query: asked, actor, read, now, today, record }) => {
  const { campaign, rulebook, files } = await loadPrintableFiles(read, actor, params.campaignId, asked.personId, today)
  if (campaign.period.kind === 'year') refuse('evaluation.form.nothing', { period: 'year' })
  if (decreeForm(rulebook, campaign.period.kind) === null) refuse('evaluation.form.other', { rulebook: rulebook.id })
  const data = await loadFormData(read, actor.tenantId, campaign, files.map(({ participant }) => participant))
  const bytes = await renderForms01(files.map((file) => formOf(file, campaign, rulebook, data)), now)
  record({ action: 'evaluation.form.printed', subject: { kind: 'campaign', id: campaign.id }, about: files.map(({ participant }) => participant.personId), data: { form: '01', people: files.length, personId: asked.personId ?? null } })
  return { contentType: 'application/pdf', fileName: fileNameOf('Mau-01', files, data, campaign), bytes }
})

/** The name a print is saved under: the form, the person when it is one, the period. */
export function fileNameOf(form: string, files: readonly PrintableFile[], data: FormData, campaign: Campaign): string {
  const only = files.length === 1 ? files[0] : undefined
  const who = only === undefined ? `${files.length} phiếu` : data.names.person(only.participant.personId).fullName
  return `${form} ${who} - ${periodLabel(campaign.period).vi}.pdf`
}

function formOf({ participant, standing }: PrintableFile, campaign: Campaign, rulebook: CompiledRulebook, data: FormData): Form01 {
  const own = data.self.get(participant.personId)
  const superior = data.superior.get(participant.personId)
  const { result, comments } = shownOn(standing, campaign, data.results.get(participant.personId))
  const place = data.placeOf(participant.unitId)
  const totals = criterionTotals(rulebook, participant.group, own?.points)
  const label = periodLabel(campaign.period).vi
  return {
    issuer: data.issuerOf(participant.unitId),
    periodLabel: label.charAt(0).toLocaleLowerCase('vi') + label.slice(1),
    fullName: data.names.person(participant.personId).fullName,
    title: participant.title,
    unit: data.names.unit(participant.unitId).name,
    criteriaRows: criterionRows(rulebook, participant.group, own?.points),
    criteriaMax: totals.max,
    criteriaSelfTotal: totals.points,
    generalPoints: result?.generalPoints ?? null,
    taskPoints: result?.taskPoints ?? null,
    total: result?.total ?? null,
    strengths: own?.strengths ?? null,
    weaknesses: own?.weaknesses ?? null,
    comment: comments ? (superior?.comment ?? null) : null,
    selfSignature: signature(place, own?.submittedAt ?? null, data.names.person(participant.personId).fullName),
    superiorSignature: signature(place, comments ? (superior?.submittedAt ?? null) : null, data.names.personOrNull(participant.superiorId)?.fullName ?? null),
    verification: verificationOf(result, data.sets),
    sourceNote: sourceNote(rulebook),
  }
}
