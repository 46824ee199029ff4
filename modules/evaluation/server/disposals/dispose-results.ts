import { sql } from 'kysely'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Tx } from '#platform/db/database.ts'
import { disposal } from '#platform/retention/disposal.ts'
import { freeFiles } from './free-files.ts'

/**
 * Closed campaigns (đợt đã khép) past the period of results: everything about people in them. The campaign itself stays,
 * without anybody; so do the ledger and the roots of what was published, which hold no content.
 */
export const resultsDisposal = disposal<'evaluation'>({
  recordClass: 'results',
  async find(read, tenantId, endedBefore) {
    const rows = await read
      .selectFrom('evaluation_campaign as c')
      .where('c.tenant_id', '=', tenantId)
      .where('c.status', 'in', ['closed', 'cancelled'])
      .where((where) => where.exists(where.selectFrom('evaluation_participant as p').where('p.tenant_id', '=', tenantId).whereRef('p.campaign_id', '=', 'c.id').select('p.person_id')))
      .select(['c.id', 'c.name', 'c.closed_at', 'c.period_to'])
      .select((select) => select.exists(select.selectFrom('evaluation_petition as k').where('k.tenant_id', '=', tenantId).whereRef('k.campaign_id', '=', 'c.id').where('k.status', '=', 'open').select('k.id')).as('petition'))
      .orderBy('c.period_to')
      .execute()
    return rows
      .map((row) => ({ id: row.id, endedOn: row.closed_at === null ? (row.period_to as CalendarDate) : vietnameseDay(row.closed_at), label: row.name, personId: null, hold: row.petition ? ('petition-open' as const) : null }))
      .filter((campaign) => campaign.endedOn < endedBefore)
  },
  async remove(tx, tenantId, ids) {
    const rows: Record<string, number> = { ...(await removeMeetings(tx, tenantId, ids)) }
    const papers = await tx.deleteFrom('evaluation_document').where('tenant_id', '=', tenantId).where(ofCampaigns(ids)).returning('file_id').execute()
    rows['evaluation_document'] = papers.length
    rows['evaluation_petition'] = await removeOf(tx, tenantId, 'evaluation_petition', ids)
    Object.assign(rows, await removeResults(tx, tenantId, ids))
    for (const table of hangOnParticipants) rows[table] = await removeOf(tx, tenantId, table, ids)
    const files = await freeFiles(tx, tenantId, papers.map((paper) => paper.file_id))
    return { rows: { ...rows, stored_file: files.length }, files }
  },
})

/** Closed rounds of organisations (đợt đánh giá tổ chức) past their period. */
export const unitRoundsDisposal = disposal<'evaluation'>({
  recordClass: 'unit-evaluations',
  async find(read, tenantId, endedBefore) {
    const rows = await read
      .selectFrom('evaluation_unit_campaign as c')
      .where('c.tenant_id', '=', tenantId)
      .where('c.status', 'in', ['closed', 'cancelled'])
      .where((where) => where.exists(where.selectFrom('evaluation_unit_file as f').where('f.tenant_id', '=', tenantId).whereRef('f.campaign_id', '=', 'c.id').select('f.unit_id')))
      .select(['c.id', 'c.name', 'c.published_at', 'c.period_to'])
      .orderBy('c.period_to')
      .execute()
    return rows
      .map((row) => ({ id: row.id, endedOn: row.published_at === null ? (row.period_to as CalendarDate) : vietnameseDay(row.published_at), label: row.name, personId: null, hold: null }))
      .filter((round) => round.endedOn < endedBefore)
  },
  async remove(tx, tenantId, ids) {
    const rows: Record<string, number> = {}
    for (const table of ofUnitRounds) rows[table] = await removeOf(tx, tenantId, table, ids)
    return { rows, files: [] }
  },
})

/** In the order their keys ask for. */
const hangOnParticipants = [
  'evaluation_early_response',
  'evaluation_plan',
  'evaluation_sheet_return',
  'evaluation_sheet',
  'evaluation_rating',
  'evaluation_tally',
  'evaluation_rater',
  'evaluation_reminder',
  'evaluation_unit_level',
  'evaluation_participant',
] as const
const ofUnitRounds = ['evaluation_unit_sheet_return', 'evaluation_unit_sheet', 'evaluation_unit_result', 'evaluation_unit_file'] as const

type OfCampaign = (typeof hangOnParticipants)[number] | (typeof ofUnitRounds)[number] | 'evaluation_petition' | 'evaluation_meeting'

const ofCampaigns = (ids: readonly string[]) => sql<boolean>`campaign_id = any(${ids}::uuid[])`

async function removeOf(tx: Tx<'evaluation'>, tenantId: TenantId, table: OfCampaign, ids: readonly string[]): Promise<number> {
  const gone = await tx.deleteFrom(table).where('tenant_id', '=', tenantId).where(ofCampaigns(ids)).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

async function removeResults(tx: Tx<'evaluation'>, tenantId: TenantId, ids: readonly string[]): Promise<Record<string, number>> {
  const results = tx.selectFrom('evaluation_result').where('tenant_id', '=', tenantId).where(ofCampaigns(ids)).select('id')
  const responses = await tx.deleteFrom('evaluation_response').where('tenant_id', '=', tenantId).where('result_id', 'in', results).executeTakeFirst()
  const months = await tx.deleteFrom('evaluation_period_score').where('tenant_id', '=', tenantId).where('result_id', 'in', results).executeTakeFirst()
  const entered = await sql`
    delete from evaluation_period_score s using evaluation_participant p, evaluation_campaign c
    where s.tenant_id = ${tenantId} and s.source = 'entered'
      and p.tenant_id = ${tenantId} and p.campaign_id = any(${ids}::uuid[]) and p.person_id = s.person_id
      and c.tenant_id = ${tenantId} and c.id = p.campaign_id and s.month between date_trunc('month', c.period_from)::date and c.period_to`.execute(tx)
  const gone = await tx.deleteFrom('evaluation_result').where('tenant_id', '=', tenantId).where(ofCampaigns(ids)).executeTakeFirst()
  return {
    evaluation_response: Number(responses.numDeletedRows),
    evaluation_period_score: Number(months.numDeletedRows) + Number(entered.numAffectedRows ?? 0n),
    evaluation_result: Number(gone.numDeletedRows),
  }
}

async function removeMeetings(tx: Tx<'evaluation'>, tenantId: TenantId, ids: readonly string[]): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  const meetings = tx.selectFrom('evaluation_meeting').where('tenant_id', '=', tenantId).where(ofCampaigns(ids)).select('id')
  const questions = tx.selectFrom('evaluation_meeting_question').where('tenant_id', '=', tenantId).where('meeting_id', 'in', meetings).select('id')
  for (const table of ['evaluation_meeting_teller_count', 'evaluation_meeting_tally', 'evaluation_meeting_voter'] as const) {
    rows[table] = Number((await tx.deleteFrom(table).where('tenant_id', '=', tenantId).where('question_id', 'in', questions).executeTakeFirst()).numDeletedRows)
  }
  for (const table of ['evaluation_meeting_question', 'evaluation_meeting_recusal', 'evaluation_meeting_proposal', 'evaluation_meeting_attendee'] as const) {
    rows[table] = Number((await tx.deleteFrom(table).where('tenant_id', '=', tenantId).where('meeting_id', 'in', meetings).executeTakeFirst()).numDeletedRows)
  }
  rows['evaluation_meeting'] = await removeOf(tx, tenantId, 'evaluation_meeting', ids)
  return rows
}
