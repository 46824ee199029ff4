import type { CampaignId } from '#kernel/id.ts'
import { dayWords, decimalWords, filled, momentWords, type OwnField, type OwnRecord } from '#kernel/own-record.ts'
import type { ReplyOf } from '#platform/contract/route.ts'
import type { sheetRoutes } from '../../contract/campaign-routes.ts'
import type { CampaignStatus } from '../../domain/campaign.ts'
import { isPublished } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { loadCampaign } from '../campaigns/campaign-row.ts'
import { pinnedRulebook } from '../campaigns/pinned-rulebook.ts'
import { levelWords } from '../documents/level-table.ts'
import { getSheet } from '../sheets/get-sheet.ts'
import { answerTo, type OwnContext } from './subject.ts'

type Sheet = ReplyOf<typeof sheetRoutes.getSheet>

/** Campaigns that are no longer prepared, in which the person is scored. */
export async function ownCampaigns({ read, actor }: OwnContext): Promise<CampaignId[]> {
  const rows = await read
    .selectFrom('evaluation_participant as p')
    .innerJoin('evaluation_campaign as c', (join) => join.on('c.tenant_id', '=', actor.tenantId).onRef('c.id', '=', 'p.campaign_id').on('c.status', '<>', 'draft'))
    .where('p.tenant_id', '=', actor.tenantId)
    .where('p.person_id', '=', actor.personId)
    .select('c.id')
    .orderBy('c.period_from')
    .orderBy('c.id')
    .execute()
  return rows.map((row) => row.id as CampaignId)
}

/** The rulebook a campaign scores with, for its words. */
export async function rulebookOf({ read, actor }: OwnContext, campaignId: CampaignId): Promise<CompiledRulebook> {
  return pinnedRulebook(read, actor.tenantId, (await loadCampaign(read, actor.tenantId, campaignId)).rulebook)
}

/** The person's file in every campaign: sheets they may see, plan, facts, what was sent back and said. */
export async function ownSheets(context: OwnContext): Promise<OwnRecord[]> {
  const records: OwnRecord[] = []
  for (const campaignId of await ownCampaigns(context)) {
    const sheet = await answerTo(context, getSheet, { campaignId, personId: context.actor.personId })
    if (sheet !== undefined) records.push(recordOf(sheet, await rulebookOf(context, campaignId)))
  }
  return records
}

function recordOf({ can: _acts, tasks: _tasks, preview: _preview, ledProposal: _led, ...sheet }: Sheet, rulebook: CompiledRulebook): OwnRecord {
  const { campaign, subject } = sheet
  return {
    id: campaign.id,
    title: campaign.name,
    settled: isPublished(campaign.status as CampaignStatus),
    fields: [
      ...filled(
        ['Đợt', campaign.name],
        ['Kỳ', campaign.period.label.vi],
        ['Bộ quy định', `${campaign.rulebook.id} ${campaign.rulebook.version}`],
        ['Đơn vị', subject.unit.name],
        ['Chức danh', subject.title],
        ['Cấp có thẩm quyền theo dõi, đánh giá', subject.superior?.fullName],
        ['Cấp có thẩm quyền xếp loại', subject.decider?.fullName],
      ),
      ...Object.entries(subject.facts).map(([name, value]): OwnField => [`Dữ kiện: ${name}`, JSON.stringify(value)]),
      ...sheet.sheets.flatMap((each) => sheetFields(rulebook, each)),
      ...(sheet.months ?? []).map((each): OwnField => [`Điểm tháng ${dayWords(each.month).slice(3)}`, decimalWords(each.total)]),
      ...(sheet.earlyResponses ?? []).map((said): OwnField => [`Ý kiến ${momentWords(said.givenAt)}`, said.text]),
      ...(sheet.returned ?? []).map((each): OwnField => [`Phiếu trả lại ${momentWords(each.at)}`, each.reason]),
      ...Object.entries(sheet.plan?.rows ?? {}).flatMap(([row, entry]) => Object.entries(entry).map(([field, value]): OwnField => [`Kế hoạch, dòng ${row}, ${field}`, value])),
    ],
    detail: sheet,
  }
}

function sheetFields(rulebook: CompiledRulebook, sheet: Sheet['sheets'][number]): OwnField[] {
  const whose = sheet.rater === 'self' ? 'Tự chấm' : 'Cấp trên chấm'
  return [
    ...filled([`${whose}: người chấm`, sheet.raterPerson.fullName]),
    ...Object.entries(sheet.points).map(([criterion, points]): OwnField => [`${whose}: điểm ${criterion}`, decimalWords(points)]),
    ...Object.entries(sheet.judgements).flatMap(([name, { value, reason }]) => filled([`${whose}: ${name}`, value], [`${whose}: lý do ${name}`, reason])),
    ...Object.entries(sheet.lists).flatMap(([list, rows]) => Object.entries(rows).flatMap(([row, entry]) => Object.entries(entry).map(([field, value]): OwnField => [`${whose}: ${list}, dòng ${row}, ${field}`, value]))),
    ...filled(
      [`${whose}: ưu điểm`, sheet.strengths],
      [`${whose}: hạn chế`, sheet.weaknesses],
      [`${whose}: nhận xét`, sheet.comment],
      [`${whose}: mức đề nghị`, levelWords(rulebook, sheet.proposedLevel)],
      [`${whose}: đã gửi`, momentWords(sheet.submittedAt)],
      [`${whose}: lưu lần cuối`, momentWords(sheet.savedAt)],
    ),
  ]
}
