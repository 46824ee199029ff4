import type { PersonId, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { decreeForm } from '../../domain/decree-form.ts'
import { countingScores } from '../../domain/month-scores.ts'
import { maySeeDecision } from '../../domain/policy.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { FORM_LEVELS, type Form02, type FormLevel, type FormMonth } from '../documents/form-inputs.ts'
import { renderForms02 } from '../documents/render-forms.ts'
import { sourceNote } from '../documents/source-note.ts'
import { fileNameOf } from './form01.ts'
import { loadFormData, shownOn, signature, verificationOf, type FormData } from './form-data.ts'
import { loadPrintableFiles, type PrintableFile } from './printable-files.ts'
import { rulebooksOfMonths } from './regime-months.ts'

/** Mẫu số 02 (yearly rating) of one person, or of everybody the actor may print. */
export const form02 = query(resultRoutes.form02, async ({ params, query: asked, actor, read, now, today, record }) => {
  const { campaign, rulebook, files } = await loadPrintableFiles(read, actor, params.campaignId, asked.personId, today)
  if (campaign.period.kind !== 'year') refuse('evaluation.form.year-only', { period: campaign.period.kind })
  if (decreeForm(rulebook, 'year') === null) refuse('evaluation.form.other', { rulebook: rulebook.id })
  const participants = files.map(({ participant }) => participant)
  const data = await loadFormData(read, actor.tenantId, campaign, participants)
  const months = await loadMonths(read, actor.tenantId, campaign, participants.map((participant) => participant.personId))
  const bytes = await renderForms02(files.map((file) => formOf(file, campaign, sourceNote(rulebook), data, months.get(file.participant.personId) ?? [])), now)
  record({ action: 'evaluation.form.printed', subject: { kind: 'campaign', id: campaign.id }, about: files.map(({ participant }) => participant.personId), data: { form: '02', people: files.length, personId: asked.personId ?? null } })
  return { contentType: 'application/pdf', fileName: fileNameOf('Mau-02', files, data, campaign), bytes }
})

function formOf({ participant, standing }: PrintableFile, campaign: Campaign, note: string | null, data: FormData, months: readonly FormMonth[]): Form02 {
  const own = data.self.get(participant.personId)
  const { result } = shownOn(standing, campaign, data.results.get(participant.personId))
  const decided = result !== undefined && maySeeDecision(standing, campaign.status) ? result : undefined
  const place = data.placeOf(participant.unitId)
  return {
    issuer: data.issuerOf(participant.unitId),
    year: Number(campaign.period.from.slice(0, 4)),
    fullName: data.names.person(participant.personId).fullName,
    title: participant.title,
    unit: data.names.unit(participant.unitId).name,
    months,
    mean: result?.total ?? null,
    meanNote: months.length > 0 && months.length < 12 ? `Trung bình ${months.length} tháng` : '',
    selfLevel: levelOf(own?.proposedLevel ?? null),
    decidedLevel: levelOf(decided?.decidedLevel ?? null),
    proposedFollowUp: null,
    selfSignature: signature(place, own?.submittedAt ?? null, data.names.person(participant.personId).fullName),
    authoritySignature: signature(place, decided?.decidedAt ?? null, data.names.personOrNull(decided?.decidedBy ?? null)?.fullName ?? null),
    verification: verificationOf(result, data.sets),
    sourceNote: note,
  }
}

function levelOf(level: string | null): FormLevel | null {
  return FORM_LEVELS.find((each) => each === level) ?? null
}

async function loadMonths(read: Reader, tenantId: TenantId, campaign: Campaign, people: readonly PersonId[]): Promise<Map<PersonId, FormMonth[]>> {
  const rows = await read
    .selectFrom('evaluation_period_score as s')
    .leftJoin('evaluation_result as r', (join) => join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 's.result_id'))
    .leftJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'r.campaign_id'))
    .where('s.tenant_id', '=', tenantId)
    .where('s.person_id', 'in', [...people])
    .where('s.month', '>=', campaign.period.from)
    .where('s.month', '<=', campaign.period.to)
    .where('s.rulebook_id', 'in', await rulebooksOfMonths(read, tenantId, campaign.rulebook.id))
    .select(['s.person_id', 's.rulebook_id', 's.month', 's.total', 's.note', 's.source', 'c.period_kind'])
    .orderBy('s.month')
    .execute()
  const months = new Map<PersonId, FormMonth[]>()
  for (const row of countingScores(rows, campaign.rulebook.id, (each) => `${each.person_id}/${each.month}`)) {
    const month = Number(row.month.slice(5, 7))
    const quarter = ['I', 'II', 'III', 'IV'][Math.floor((month - 1) / 3)] ?? ''
    const note = row.period_kind === 'quarter' ? `Điểm quý ${quarter}` : row.note
    months.set(row.person_id as PersonId, [...(months.get(row.person_id as PersonId) ?? []), { month, total: row.total, note }])
  }
  return months
}
