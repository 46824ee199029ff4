import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, evaluationServer, openOctober, putTasks, resultOf, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { actOnRound, decideUnit, goodFacts, nodeOf, openRound, scoreUnit, type RoundId } from '#tests/setup/unit-rounds.ts'
import type { CampaignId } from '#kernel/id.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'

const server = await evaluationServer(import.meta)

async function decideHead(commune: SmallCommune, campaignId: CampaignId, person: 'officeHead' | 'divisionHead', level: string, reason = '') {
  const row = await resultOf(commune, campaignId, person)
  return commune.as.chair.call(resultRoutes.decide, { params: { campaignId, personId: commune.people[person] }, body: { version: row.version, level, reason } })
}

async function campaignWithTasks(commune: SmallCommune): Promise<CampaignId> {
  for (const person of ['officeHead', 'divisionHead', 'clerk', 'typist', 'officer', 'engineer'] as const) await putTasks(server, commune, person, [{ assigned: 4, completed: 4, coefficient: '1/1' }])
  const campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  return campaignId
}

async function decideOffice(commune: SmallCommune, round: RoundId, level = 'good'): Promise<number> {
  const { as, units } = commune
  await scoreUnit(round, as.officeHead, as.chair, units.VP, { ...goodFacts, tasksExceeded: level === 'good' ? 0 : 4 })
  return (await decideUnit(as.chair, round, units.VP, level, 'Thiếu điều kiện vượt mức')).headsComputed
}

test('a head waits for the organisation, and its level caps the head by itself once decided', async () => {
  const commune = await smallCommune(server)
  const { as, people, units } = commune
  const round = await openRound(commune)
  const campaignId = await campaignWithTasks(commune)
  const waiting = await resultOf(commune, campaignId, 'officeHead')
  assert.deepEqual([waiting.provisionalLevel, waiting.waitsForUnit?.unit.name, waiting.waitsForUnit?.unitCampaignId], ['excellent', 'Văn phòng', round])
  assert.equal((await resultOf(commune, campaignId, 'clerk')).waitsForUnit, null)
  await assert.rejects(decideHead(commune, campaignId, 'officeHead', 'excellent'), refused('evaluation.result.unit-first', { unit: 'Văn phòng' }))
  const listed = [waiting].map((row) => ({ personId: row.person.id, version: row.version }))
  await assert.rejects(as.chair.call(resultRoutes.decideAsProposed, { params: { campaignId }, body: { results: listed } }), refused('evaluation.result.unit-first'))
  assert.deepEqual((await nodeOf(as.chair, round, units.VP)).headsWaiting.map((head) => head.person.id), [people.officeHead])

  assert.equal(await decideOffice(commune, round), 1)
  const capped = await resultOf(commune, campaignId, 'officeHead')
  assert.deepEqual([capped.provisionalLevel, capped.waitsForUnit, capped.warnings.some((reason) => reason.code === 'ceiling.head')], ['good', null, true])
  await assert.rejects(as.chair.call(resultRoutes.decide, { params: { campaignId, personId: people.officeHead }, body: { version: waiting.version, level: 'excellent', reason: '' } }), refused('evaluation.result.changed'))
  assert.equal((await decideHead(commune, campaignId, 'officeHead', 'good')).decidedLevel, 'good')
  const detail = await as.chair.call(resultRoutes.getResult, { params: { campaignId, personId: people.officeHead } })
  assert.deepEqual([detail.unitBound?.kind, detail.unitBound?.level, detail.unitBound?.unitCampaignId], ['decided', 'good', round])
})

test('what was recorded by hand before the round is shown as overruled, and nothing more is recorded beside a round', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const campaignId = await openOctober(commune)
  const record = (unit: 'VP' | 'KT') => as.officer.call(campaignRoutes.recordUnitLevel, { params: { campaignId, unitId: units[unit] }, body: { version: 0, level: 'excellent', note: 'QĐ 12/QĐ-UBND' } })
  await record('VP')
  const round = await openRound(commune)
  await assert.rejects(record('KT'), refused('evaluation.unit.has-round'))
  await decideOffice(commune, round)
  const { levels } = await as.officer.call(campaignRoutes.listUnitLevels, { params: { campaignId } })
  const bounds = new Map(levels.map((row) => [row.unit.name, row.bound]))
  assert.deepEqual([bounds.get('Văn phòng')?.kind, bounds.get('Văn phòng')?.level, bounds.get('Văn phòng')?.recorded], ['decided', 'good', 'excellent'])
  assert.equal(bounds.get('Phòng Kinh tế')?.kind, 'waits')
})

test('a later change of the organisation shows the head it leaves above, whose decision nobody touches', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  const campaignId = await campaignWithTasks(commune)
  await decideOffice(commune, round, 'excellent')
  await decideHead(commune, campaignId, 'officeHead', 'excellent')
  await scoreUnit(round, as.divisionHead, as.chair, units.KT)
  await decideUnit(as.chair, round, units.KT, 'good', 'Thiếu minh chứng vượt mức')
  await scoreUnit(round, as.chair, as.divisionHead, units.XA)
  await decideUnit(as.divisionHead, round, units.XA, 'good', 'Chờ kết luận của cấp trên')
  await actOnRound(as.officer, round, 'publish', 'Theo quyết định của tỉnh')
  const node = await nodeOf(as.chair, round, units.VP)
  const replaced = await as.chair.call(unitRoutes.replaceUnitLevel, { params: { unitCampaignId: round, unitId: units.VP }, body: { version: node.version, level: 'completed', reason: 'Theo kết luận kiểm tra' } })
  assert.equal(replaced.headsComputed, 0)
  const { effects } = await as.chair.call(unitRoutes.getUnitFile, { params: { unitCampaignId: round, unitId: units.VP } })
  assert.deepEqual(effects.heads.map((head) => [head.person.fullName, head.level, head.above]), [['Lê Thị Hạnh', 'excellent', true]])
  assert.equal(effects.unitAbove?.unit.id, units.XA)
  assert.equal((await resultOf(commune, campaignId, 'officeHead')).decidedLevel, 'excellent')
})
