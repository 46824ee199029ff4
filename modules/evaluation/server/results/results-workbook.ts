import { refuse } from '#kernel/refusal.ts'
import { personNames } from '#modules/organisation/server/index.ts'
import { query } from '#platform/http/handler.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { decreeForm } from '../../domain/decree-form.ts'
import { periodLabel } from '../../domain/period.ts'
import { requireManages } from '../campaigns/campaign-access.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { loadUnitNames } from '../campaigns/names.ts'
import { loadParticipants } from '../campaigns/participant-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import type { ResultsListRow } from '../documents/form-inputs.ts'
import { levelWords } from '../documents/level-table.ts'
import { writeResultsList } from '../documents/results-list.ts'
import { sourceNote } from '../documents/source-note.ts'
import { loadFormData } from './form-data.ts'

/** Danh sách kết quả as a workbook, for the personnel body; the export is in the ledger. */
export const resultsWorkbook = query(resultRoutes.resultsWorkbook, async ({ params, actor, read, today, record }) => {
  const { tenantId } = actor
  const campaign = await loadCampaign(read, tenantId, params.campaignId)
  await requireManages(campaign, actor, read, today)
  const participants = await loadParticipants(read, tenantId, campaign.id)
  if (participants.length === 0) refuse('evaluation.form.nothing', {})
  const rulebook = await pinnedRulebook(read, tenantId, campaign.rulebook)
  const data = await loadFormData(read, tenantId, campaign, participants)
  if (data.results.size === 0) refuse('evaluation.form.nothing', { status: campaign.status })
  const codes = await personNames(read, tenantId, participants.map((participant) => participant.personId))
  const scope = (await loadUnitNames(read, tenantId, [campaign.scopeUnitId], campaign.period.to)).get(campaign.scopeUnitId) ?? ''
  const rows = participants.map((participant): ResultsListRow => {
    const result = data.results.get(participant.personId)
    return {
      code: codes.get(participant.personId)?.code ?? '',
      fullName: data.names.person(participant.personId).fullName,
      title: participant.title,
      unit: data.names.unit(participant.unitId).name,
      peerGroup: participant.peerGroup,
      generalPoints: result?.generalPoints ?? null,
      taskPoints: result?.taskPoints ?? null,
      total: result?.total ?? null,
      provisionalLevel: result === undefined ? '' : levelWords(rulebook, result.provisionalLevel),
      decidedLevel: result?.decidedLevel ? levelWords(rulebook, result.decidedLevel) : '',
      note: participant.excludedReason,
    }
  })
  const bytes = await writeResultsList({
    issuer: { superiorBody: null, issuingBody: scope },
    title: decreeForm(rulebook, campaign.period.kind) === null ? `Danh sách kết quả. ${rulebook.title.vi}` : 'Danh sách kết quả theo dõi, đánh giá công chức',
    periodLabel: periodLabel(campaign.period).vi,
    sourceNote: sourceNote(rulebook),
    scopeLabel: scope,
    rows,
    preparer: { heading: 'Người lập', name: null },
    signer: { heading: 'Người có thẩm quyền', name: null },
    place: data.placeOf(campaign.scopeUnitId),
    date: today,
  })
  record({ action: 'evaluation.results.exported', subject: { kind: 'campaign', id: campaign.id }, about: participants.map((participant) => participant.personId), data: { rows: rows.length } })
  return { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fileName: `Danh sách kết quả - ${periodLabel(campaign.period).vi}.xlsx`, bytes }
})
