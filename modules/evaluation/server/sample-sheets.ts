import { sql } from 'kysely'
import type { CampaignId } from '#kernel/id.ts'
import { sampleJudgements } from '../sample/sample-evaluation.ts'
import { sampleSheets } from '../sample/sample-sheets.ts'
import type { SampleJudgement, SampleSheet, SampleSheetStage } from '../sample/types.ts'
import { known, type SampleContext } from './sample-context.ts'

/** Stores the sheets of a month: everybody's in one stage, or each as far as the sample says. */
export async function insertSampleSheets(context: SampleContext, campaignId: CampaignId, month: string, everybody: SampleSheetStage | null): Promise<void> {
  const { tx, tenantId } = context
  const judgements = new Map(sampleJudgements({ months: [month] }).map((judgement) => [judgement.person, judgement]))
  const rows = sampleSheets({ month, everybody }).flatMap((sheet) => rowsOf(context, sheet, judgements.get(sheet.person)))
  await sql`insert into evaluation_sheet (tenant_id, campaign_id, person_id, rater, rater_person_id, points, judgements, strengths, weaknesses, comment, submitted_at, saved_at)
    select ${tenantId}::uuid, ${campaignId}::uuid, r.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, rater text, rater_person_id uuid, points jsonb, judgements jsonb, strengths text, weaknesses text,
      comment text, submitted_at timestamptz, saved_at timestamptz)
    where exists (select from evaluation_participant p where p.tenant_id = ${tenantId} and p.campaign_id = ${campaignId} and p.person_id = r.person_id and p.excluded_reason = '')`.execute(tx)
}

// The running month is scored from the 16th on, a closed one in the first days of the next.
function dayOf(month: string, day: number): string {
  if (month === '2026-11') return `2026-11-${String(14 + day).padStart(2, '0')}T03:00:00Z`
  return `2026-${String(Number(month.slice(5, 7)) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}T03:00:00Z`
}

function rowsOf({ ids }: SampleContext, sheet: SampleSheet, judgement: SampleJudgement | undefined) {
  if (sheet.self === null) return []
  const handedIn = sheet.stage !== 'self_draft'
  const own = {
    person_id: known(ids.people, sheet.person),
    rater: 'self',
    rater_person_id: known(ids.people, sheet.person),
    points: sheet.self,
    judgements: {},
    strengths: sheet.selfStrengths ?? '',
    weaknesses: sheet.selfWeaknesses ?? '',
    comment: '',
    submitted_at: handedIn ? dayOf(sheet.month, 3) : null,
    saved_at: dayOf(sheet.month, 3),
  }
  if (sheet.superiorPoints === null) return [own]
  const superior = {
    ...own,
    rater: 'superior',
    rater_person_id: known(ids.people, sheet.superior),
    points: sheet.superiorPoints,
    judgements: choicesOf(judgement),
    strengths: '',
    weaknesses: '',
    comment: sheet.superiorComment ?? '',
    submitted_at: dayOf(sheet.month, 6),
    saved_at: dayOf(sheet.month, 6),
  }
  return [own, superior]
}

function choicesOf(judgement: SampleJudgement | undefined): Record<string, { value: string; reason: string }> {
  if (judgement === undefined) return {}
  const choice = (value: 50 | 100) => ({ value: String(value), reason: value === 50 ? (judgement.reason ?? '') : '' })
  return { d: choice(judgement.d), đ: choice(judgement.đ), e: choice(judgement.e) }
}
