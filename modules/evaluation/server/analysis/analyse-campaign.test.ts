import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, evaluationServer, goodPoints, openOctober, scoreAll, sendSheet } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { CampaignId } from '#kernel/id.ts'
import { analysisRoutes } from '../../contract/analysis-routes.ts'

const server = await evaluationServer(import.meta)

const flat = { 'I.1': '5', 'I.2': '5', 'II.1': '2.5', 'II.2': '2.5', 'II.3': '2.5', 'II.4': '2.5', 'III.1': '2.5', 'III.2': '2.5', 'III.3': '2.5', 'III.4': '2.5' }
const read = (commune: SmallCommune, campaignId: CampaignId, person: CommunePerson = 'officer') => commune.as[person].call(analysisRoutes.analyseCampaign, { params: { campaignId } })

async function scored() {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId, { clerk: flat, typist: { ...goodPoints, 'I.1': '4' }, officer: goodPoints })
  return { commune, campaignId }
}

test('the officer reads spread, flat sheets and agreement; raters stand by given name, each with the sheets sent on', async () => {
  const { commune, campaignId } = await scored()
  const found = await read(commune, campaignId)
  assert.deepEqual(found.sheets, { self: 6, superior: 6, other: 0 })
  assert.deepEqual(found.raters.map((row) => [row.person.fullName, row.sheets]), [['Trần Văn Chủ', 2], ['Lê Thị Hạnh', 3], ['Hoàng Văn Kinh', 1]])
  const head = found.raters.find((row) => row.person.id === commune.people.officeHead)
  assert.deepEqual([head?.mean, head?.spread, head?.flat], [94.44, 5.09, 1])
  const chair = found.raters.find((row) => row.person.id === commune.people.chair)
  assert.deepEqual([chair?.spread, chair?.leniency], [null, null], 'two sheets say nothing of spread')
  // Self 28 of 30 six times; the superiors 28 four times, 30 and 27 once.
  assert.deepEqual([found.agreement.pairs, found.agreement.equal, found.agreement.difference, found.agreement.distance], [6, 4, -0.56, 1.67])
  assert.equal(found.agreement.correlation, null, 'self-scores that never vary have no correlation')
})

test('with one superior for each no severity is estimated, and the reason is given', async () => {
  const { commune, campaignId } = await scored()
  const { comparisons } = await read(commune, campaignId)
  assert.deepEqual(comparisons.map((group) => [group.raters.length, group.obstacle, group.fit, group.adjusted]), Array(3).fill([1, 'one_rater', null, []]))
})

test('further named raters tie people together: severity and adjusted averages appear', async () => {
  const { commune, campaignId } = await scored()
  const raters: CommunePerson[] = ['chair', 'officeHead', 'divisionHead']
  const subjects: CommunePerson[] = ['clerk', 'typist', 'officer', 'engineer', 'divisionHead', 'officeHead']
  await server.inTenant(commune.tenantId, async (tx) => {
    const pairs = subjects.flatMap((subject) => raters.filter((rater) => rater !== subject).map((rater) => ({ subject, rater })))
    const base = ({ subject, rater }: { subject: CommunePerson; rater: CommunePerson }) => ({ tenant_id: commune.tenantId, campaign_id: campaignId, person_id: commune.people[subject], kind: 'colleague', rater_person_id: commune.people[rater] })
    await tx.insertInto('evaluation_rater').values(pairs.map((pair) => ({ ...base(pair), status: 'submitted', submitted_on: '2026-11-19' }))).execute()
    const points = (rater: CommunePerson) => (rater === 'divisionHead' ? { 'I.1': '3', 'I.2': '4', 'II.1': '1.5' } : { 'I.1': '5', 'I.2': '4.5', 'II.1': '2.5' })
    await tx.insertInto('evaluation_rating').values(pairs.map((pair) => ({ ...base(pair), points: points(pair.rater), saved_at: server.clock.now, submitted_at: server.clock.now }))).execute()
  })
  const found = await read(commune, campaignId)
  assert.equal(found.sheets.other, 16)
  const [only, ...rest] = found.comparisons
  assert.deepEqual([rest.length, only?.obstacle, only?.subjects, only?.raters.length], [0, null, 6, 3])
  const effect = (person: CommunePerson) => only?.severities.find((row) => row.person.id === commune.people[person])?.effect ?? 0
  assert.ok(effect('divisionHead') < -5 && effect('chair') > 0, JSON.stringify(only?.severities))
  assert.deepEqual(only?.adjusted.map((row) => row.person.fullName.split(' ').at(-1)), ['Ánh', 'Ân', 'Hạnh', 'Kinh', 'Tế', 'Tổ'], 'by given name, never by figure')
})

test('only what has been sent on is looked at', async () => {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  assert.deepEqual((await read(commune, campaignId)).sheets, { self: 0, superior: 0, other: 0 })
  await sendSheet(commune.as.clerk, campaignId, commune.people.clerk, 'self')
  assert.deepEqual((await read(commune, campaignId)).sheets, { self: 1, superior: 0, other: 0 })
})

test('once compiled, groups in which nobody is below good are named', async () => {
  const { commune, campaignId } = await scored()
  assert.deepEqual((await read(commune, campaignId)).levelled, false)
  await act(commune, campaignId, 'compile')
  await server.inTenant(commune.tenantId, (tx) => tx.updateTable('evaluation_result').set({ provisional_level: 'good' }).where('tenant_id', '=', commune.tenantId).where('campaign_id', '=', campaignId).execute())
  const { goodGroups, levelled } = await read(commune, campaignId)
  assert.equal(levelled, true)
  assert.deepEqual(goodGroups, [{ scope: 'unit', name: 'Văn phòng', people: 4, best: 0 }, { scope: 'peer_group', name: 'Chuyên viên', people: 4, best: 0 }])
})

test('nobody but the personnel body reads it, and each reading is in the ledger', async () => {
  const { commune, campaignId } = await scored()
  for (const person of ['clerk', 'officeHead', 'chair'] as const) await assert.rejects(read(commune, campaignId, person), refused('platform.not-found'))
  const neighbour = await smallCommune(server)
  await assert.rejects(read(neighbour, campaignId), refused('platform.not-found'))
  await read(commune, campaignId)
  const entries = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', 'evaluation.analysis.read').select(['subject_id', 'data']).execute())
  assert.deepEqual(entries, [{ subject_id: campaignId, data: { sheets: 12 } }])
})
