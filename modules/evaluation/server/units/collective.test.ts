import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toShortest, parseRational, zero } from '#kernel/rational.ts'
import { evaluationServer } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { actOnRound, decideUnit, goodFacts, nodeOf, octoberRound } from '#tests/setup/unit-rounds.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import { shippedRulebook } from '../rulebook/rulebook-library.ts'

const server = await evaluationServer(import.meta)
const rulebook = shippedRulebook('366-qd-tw-collective')

/** Every general criterion at its maximum. */
const points = Object.fromEntries(scoredCriteria(rulebook!, 'collective').map((criterion) => [criterion.code, toShortest(parseRational(criterion.max) ?? zero)]))
const axes = Object.fromEntries([15, 20, 10, 15, 5, 5].map((max, at) => [String(at + 1), { max: String(max), percent: '90' }]))
const facts = { ...goodFacts, disciplinedSubUnits: 0, disciplinedMembers: 0 }

test('a quarter of collectives under 366-QĐ/TW: six axes beside the general criteria, the committee’s agreed points from the recogniser', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const body = { ...octoberRound(commune), rulebookId: '366-qd-tw', period: { kind: 'quarter' as const, year: 2026, number: 3 } }
  await assert.rejects(as.officer.call(unitRoutes.createUnitCampaign, { body }), refused('evaluation.campaign.unknown-rulebook'))
  const { unitCampaignId } = await as.officer.call(unitRoutes.createUnitCampaign, { body: { ...body, rulebookId: '366-qd-tw-collective' } })
  const top = await nodeOf(as.officer, unitCampaignId, units.XA)
  await as.officer.call(unitRoutes.adjustUnit, { params: { unitCampaignId, unitId: units.XA }, body: { version: top.version, selfId: null, recogniserId: null, excludedReason: 'Do cấp trên đánh giá' } })
  await actOnRound(as.officer, unitCampaignId, 'open')
  const params = { unitCampaignId, unitId: units.KT }
  const send = async (by: 'divisionHead' | 'chair', lists: Record<string, Record<string, Record<string, string>>>) => {
    const rater = by === 'chair' ? ('recogniser' as const) : ('self' as const)
    const before = await as[by].call(unitRoutes.getUnitFile, { params })
    const version = before.sheets.find((sheet) => sheet.rater === rater)?.version ?? 0
    await as[by].call(unitRoutes.saveUnitSheet, { params: { ...params, rater }, body: { version, points, facts, lists, comment: '', proposedLevel: 'good' } })
    return as[by].call(unitRoutes.actOnUnitFile, { params, body: { version: before.node.version, act: rater === 'self' ? 'submit_self' : 'submit_score' } })
  }
  await assert.rejects(send('divisionHead', { axes: { '1': { max: '15', percent: '90' } } }), refused('evaluation.sheet.incomplete'))
  await send('divisionHead', { axes })
  await assert.rejects(send('chair', { axes: { ...axes, '1': { max: 'mười', percent: '90' } } }), refused('evaluation.sheet.bad-points'))
  await send('chair', { axes })
  const file = await as.chair.call(unitRoutes.getUnitFile, { params })
  assert.deepEqual([file.preview?.total, file.preview?.level], ['93.00', 'excellent'])
  assert.equal((await decideUnit(as.chair, unitCampaignId, units.KT, 'excellent')).decidedLevel, 'excellent')
})
