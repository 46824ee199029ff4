import { dayWords, decimalWords, filled, momentWords, type OwnField, type OwnRecord } from '#kernel/own-record.ts'
import type { ReplyOf } from '#platform/contract/route.ts'
import type { resultRoutes } from '../../contract/result-routes.ts'
import type { DerivationView } from '../../contract/views.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { levelWords } from '../documents/level-table.ts'
import { getResult } from '../results/get-result.ts'
import { history } from '../results/history.ts'
import { ownCampaigns, rulebookOf } from './own-sheets.ts'
import { answerTo, type OwnContext } from './subject.ts'

type Result = ReplyOf<typeof resultRoutes.getResult>

/** The person's published results, each with every step of its derivation, what was decided and said; their petitions; months carried over. */
export async function ownResults(context: OwnContext): Promise<{ results: OwnRecord[]; petitions: OwnRecord[] }> {
  const results: OwnRecord[] = []
  const petitions: OwnRecord[] = []
  const { personId } = context.actor
  for (const campaignId of await ownCampaigns(context)) {
    const result = await answerTo(context, getResult, { campaignId, personId })
    if (result === undefined) continue
    results.push(resultRecord(result, await rulebookOf(context, campaignId)))
    petitions.push(...result.petitions.map(petitionRecord))
  }
  const past = await answerTo(context, history, { personId })
  if (past !== undefined && past.months.length > 0) {
    results.push({ id: 'months', title: 'Điểm theo dõi, đánh giá từng tháng', settled: true, fields: past.months.map((each): OwnField => [`Tháng ${dayWords(each.month).slice(3)}`, decimalWords(each.total)]), detail: past.months })
  }
  return { results, petitions }
}

function resultRecord({ can: _acts, petitions: _petitions, ...result }: Result, rulebook: CompiledRulebook): OwnRecord {
  const { campaign, row } = result
  return {
    id: row.resultId ?? campaign.id,
    title: `${campaign.name}: ${campaign.periodLabel.vi}`,
    settled: true,
    fields: [
      ...filled(
        ['Đợt', campaign.name],
        ['Kỳ', campaign.periodLabel.vi],
        ['Điểm tính được', decimalWords(row.total ?? '')],
        ['Điểm tiêu chí chung', decimalWords(row.generalPoints ?? '')],
        ['Điểm tiêu chí kết quả thực hiện nhiệm vụ', decimalWords(row.taskPoints ?? '')],
        ['Mức dự kiến', levelWords(rulebook, row.provisionalLevel)],
        ['Mức quyết định', levelWords(rulebook, row.decidedLevel)],
        ['Lý do quyết định', row.decisionReason],
        ['Người quyết định', result.decidedBy?.fullName],
        ['Ngày quyết định', momentWords(result.decidedAt)],
        ['Ngày công bố', momentWords(result.publishedAt)],
      ),
      ...result.reasons.map((reason): OwnField => ['Lưu ý', reason.vi]),
      ...(result.responses ?? []).map((said): OwnField => [`Ý kiến của tôi ${momentWords(said.givenAt)}`, said.text]),
      ...stepFields(rulebook, 'Cách tính', result.derivation as DerivationView | null),
      ...stepFields(rulebook, 'Cách xếp mức', result.levelDerivation as DerivationView | null),
    ],
    detail: result,
  }
}

/** Every step in its order, indented by depth: what it is, what it gave, by which rule. */
function stepFields(rulebook: CompiledRulebook, heading: string, step: DerivationView | null, depth = 0): OwnField[] {
  if (step === null) return []
  const article = step.article === null ? '' : ` (${step.article})`
  return [[`${heading}: ${'· '.repeat(depth)}${step.label.vi}`, `${shown(rulebook, step.value)}${article}`], ...step.inputs.flatMap((each) => stepFields(rulebook, heading, each, depth + 1))]
}

function shown(rulebook: CompiledRulebook, value: DerivationView['value']): string {
  switch (value.kind) {
    case 'number':
      return decimalWords(value.shown)
    case 'boolean':
      return value.value ? 'có' : 'không'
    case 'text':
      return levelWords(rulebook, value.value)
    case 'missing':
      return 'chưa có'
  }
}

const outcomes: Readonly<Record<Result['petitions'][number]['status'], string>> = { open: 'Chờ trả lời', upheld: 'Giữ nguyên kết quả', replaced: 'Đã có quyết định thay thế', withdrawn: 'Đã rút' }

function petitionRecord({ can: _acts, ...petition }: Result['petitions'][number]): OwnRecord {
  return {
    id: petition.id,
    title: `Kiến nghị ${momentWords(petition.filedAt)}, ${petition.campaignName}`,
    settled: true,
    fields: filled(
      ['Nội dung', petition.text],
      ['Ngày gửi', momentWords(petition.filedAt)],
      ['Hạn trả lời', dayWords(petition.dueOn)],
      ['Trạng thái', outcomes[petition.status]],
      ['Trả lời', petition.answer],
      ['Người trả lời', petition.answeredBy?.fullName],
      ['Ngày trả lời', momentWords(petition.answeredAt)],
    ),
    detail: petition,
  }
}
