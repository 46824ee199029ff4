import assert from 'node:assert/strict'
import { unitRoutes } from '#modules/evaluation/contract/unit-routes.ts'
import { smallCommune, type CommunePerson } from '../setup/small-commune.ts'
import type { TestServer } from '../setup/test-server.ts'
import { actOnRound, decideUnit, nodeOf } from '../setup/unit-rounds.ts'
import { assertPrinted } from './assert-printed.ts'
import type { RoundCase } from './regime-case.ts'

const heads = { VP: 'officeHead', KT: 'divisionHead' } as const satisfies Record<string, CommunePerson>

/** Runs a round of organisations from the draft to what the head of each reads. */
export async function runRound(server: TestServer, round: RoundCase): Promise<void> {
  const commune = await smallCommune(server, '2010-01-01')
  const { as, units } = commune
  const { unitCampaignId } = await as.officer.call(unitRoutes.createUnitCampaign, {
    body: { name: `Đợt theo ${round.rulebook}`, rulebookId: round.rulebook, settings: {}, period: { ...round.period }, scopeUnitId: units.XA, due: { self: '2027-01-25', decide: '2027-01-30' } },
  })
  const top = await nodeOf(as.officer, unitCampaignId, units.XA)
  await as.officer.call(unitRoutes.adjustUnit, { params: { unitCampaignId, unitId: units.XA }, body: { version: top.version, selfId: null, recogniserId: null, excludedReason: 'Do cấp tỉnh đánh giá' } })
  await actOnRound(as.officer, unitCampaignId, 'open')
  for (const { unit, points, facts, lists = {}, expect } of round.units) {
    const params = { unitCampaignId, unitId: units[unit] }
    for (const [by, rater, act] of [[heads[unit], 'self', 'submit_self'], ['chair', 'recogniser', 'submit_score']] as const) {
      const { node } = await as[by].call(unitRoutes.getUnitFile, { params })
      const written = Object.fromEntries(Object.entries(lists).map(([list, rows]) => [list, Object.fromEntries(Object.entries(rows).map(([row, entries]) => [row, { ...entries }]))]))
      await as[by].call(unitRoutes.saveUnitSheet, { params: { ...params, rater }, body: { version: 0, points: { ...points }, facts: { ...facts }, lists: written, comment: '', proposedLevel: 'good' } })
      await as[by].call(unitRoutes.actOnUnitFile, { params, body: { version: node.version, act } })
    }
    const { preview } = await as.chair.call(unitRoutes.getUnitFile, { params })
    const { general = preview?.generalPoints, task = preview?.taskPoints } = expect
    assert.deepEqual([preview?.total, preview?.exact, preview?.generalPoints, preview?.taskPoints, preview?.level], [expect.total, expect.exact, general, task, expect.level], `${round.rulebook}: ${unit}`)
    for (const code of expect.reasons ?? []) assert.ok(preview?.reasons.some((reason) => reason.code === code), `${round.rulebook}: ${unit} has ${code}`)
    assert.equal((await decideUnit(as.chair, unitCampaignId, units[unit], expect.level)).decidedLevel, expect.level)
  }
  const { quotas } = await as.officer.call(unitRoutes.getUnitCampaign, { params: { unitCampaignId } })
  assert.deepEqual(quotas.filter((quota) => quota.scope === '*').map(({ qualifying, allowed, proposed, over }) => ({ qualifying, allowed, proposed, over })), [{ qualifying: 2, allowed: 0, proposed: 1, over: 1 }])
  await actOnRound(as.officer, unitCampaignId, 'publish', 'Theo kết luận của cấp có thẩm quyền')
  for (const { unit, expect } of round.units) {
    const file = await as[heads[unit]].call(unitRoutes.getUnitFile, { params: { unitCampaignId, unitId: units[unit] } })
    assert.equal(file.node.decidedLevel, expect.level)
    const { bytes } = await as[heads[unit]].call(unitRoutes.unitForm, { params: { unitCampaignId }, query: { unitId: units[unit] } })
    await assertPrinted(round.rulebook, file.node.unit.name, bytes, expect)
  }
}
