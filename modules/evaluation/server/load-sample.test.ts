import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleOrganisation } from '#modules/organisation/sample/sample-organisation.ts'
import { loadSampleOrganisation } from '#modules/organisation/server/index.ts'
import { evaluationServer } from '#tests/setup/evaluation-campaigns.ts'
import { sampleMonthlyResults } from '../sample/sample-evaluation.ts'
import { loadSampleEvaluation } from './load-sample.ts'

const server = await evaluationServer(import.meta)
const tenantId = await server.newTenant('Xã mẫu')
const ids = await server.inTenant(tenantId, async (tx) => {
  const made = await loadSampleOrganisation(tx, tenantId, sampleOrganisation)
  await loadSampleEvaluation(tx, tenantId, made)
  return made
})

test('the sample has finished months, a month being scored and the year in draft', async () => {
  const rows = await server.inTenant(tenantId, (tx) => tx.selectFrom('evaluation_campaign').where('tenant_id', '=', tenantId).select(['status', 'period_from', 'period_kind']).orderBy('period_from').execute())
  assert.deepEqual(
    rows.map((row) => [row.period_from, row.period_kind, row.status]),
    [
      ['2026-01-01', 'year', 'draft'],
      ['2026-07-01', 'month', 'closed'],
      ['2026-08-01', 'month', 'closed'],
      ['2026-09-01', 'month', 'closed'],
      ['2026-10-01', 'month', 'published'],
      ['2026-11-01', 'month', 'scoring'],
    ],
  )
})

test('the engine gives everybody exactly the total the sample promised', async () => {
  const codes = new Map([...ids.people].map(([code, id]) => [id as string, code]))
  const rows = await server.inTenant(tenantId, (tx) =>
    tx
      .selectFrom('evaluation_result as r')
      .innerJoin('evaluation_campaign as c', (join) => join.onRef('c.tenant_id', '=', 'r.tenant_id').onRef('c.id', '=', 'r.campaign_id'))
      .where('r.tenant_id', '=', tenantId)
      .where('r.replaces_id', 'is', null)
      .select(['r.person_id', 'c.period_from', 'r.exact_total'])
      .execute(),
  )
  const computed = new Map(rows.map((row) => [`${codes.get(row.person_id) ?? ''} ${row.period_from.slice(0, 7)}`, row.exact_total]))
  const promised = new Map(sampleMonthlyResults({ months: ['2026-07', '2026-08', '2026-09', '2026-10'] }).map((result) => [`${result.person} ${result.month}`, result.exact]))
  assert.ok(promised.size > 250)
  assert.deepEqual([...computed].sort(), [...promised].sort())
})

test('one petition waits, one was upheld and one answered by a replacing record that counts', async () => {
  const petitions = await server.inTenant(tenantId, (tx) => tx.selectFrom('evaluation_petition').where('tenant_id', '=', tenantId).select(['status', 'replacing_result_id', 'person_id']).execute())
  assert.deepEqual(petitions.map((row) => row.status).sort(), ['open', 'replaced', 'upheld'])
  const replaced = petitions.find((row) => row.status === 'replaced')
  const [score] = await server.inTenant(tenantId, (tx) =>
    tx.selectFrom('evaluation_period_score').where('tenant_id', '=', tenantId).where('person_id', '=', String(replaced?.person_id)).where('month', '=', '2026-09-01').select('result_id').execute(),
  )
  assert.equal(score?.result_id, replaced?.replacing_result_id)
})

test('the running month shows every stage of a file', async () => {
  const rows = await server.inTenant(tenantId, (tx) =>
    tx
      .selectFrom('evaluation_participant as p')
      .innerJoin('evaluation_campaign as c', (join) => join.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.id', '=', 'p.campaign_id'))
      .where('p.tenant_id', '=', tenantId)
      .where('c.status', '=', 'scoring')
      .select('p.status')
      .execute(),
  )
  assert.deepEqual([...new Set(rows.map((row) => row.status))].sort(), ['scored', 'self_scoring', 'superior_scoring'])
})
