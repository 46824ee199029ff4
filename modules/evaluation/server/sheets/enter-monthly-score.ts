import { compare, parseRational, toDecimal, toFraction } from '#kernel/rational.ts'
import { firstOfMonth } from '#kernel/calendar-date.ts'
import { refuse } from '#kernel/refusal.ts'
import { command } from '#platform/http/handler.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { requireManagesPerson } from './person-access.ts'

const hundred = parseRational('100')

/** Enters a month's score carried over from paper or from the former body (article 19.1); a campaign's own score stands. */
export const enterMonthlyScore = command(sheetRoutes.enterMonthlyScore, async ({ params, body, actor, tx, read, today, record }) => {
  const { tenantId } = actor
  await requireManagesPerson(read, actor, params.personId, today)
  const month = firstOfMonth(Number(params.month.slice(0, 4)), Number(params.month.slice(5, 7)))
  const total = parseRational(body.total)
  if (total === null || hundred === null || compare(total, hundred) > 0 || month > today) refuse('evaluation.month.out-of-range', { month, total: body.total, most: '100' })
  const known = await read
    .selectFrom('evaluation_period_score')
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', params.personId)
    .where('month', '=', month)
    .select(['source', 'total'])
    .executeTakeFirst()
  if (known?.source === 'campaign') refuse('evaluation.month.from-campaign', { month, total: known.total })
  const row = { exact_total: toFraction(total), total: toDecimal(total, 2), source: 'entered', note: body.note, result_id: null }
  await tx
    .insertInto('evaluation_period_score')
    .values({ tenant_id: tenantId, person_id: params.personId, month, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'month']).doUpdateSet(row).where('evaluation_period_score.source', '=', 'entered'))
    .execute()
  record({ action: 'evaluation.month.entered', subject: { kind: 'person', id: params.personId }, data: { month, total: row.total, before: known?.total ?? null } })
  return { total: row.total }
})
