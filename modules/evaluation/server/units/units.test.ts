import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { evaluationServer } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import type { Refused } from '#tests/setup/test-server.ts'
import { actOnRound, decideUnit, goodFacts, nodeOf, octoberRound, openRound, scoreUnit, sendUnitSheet, unitPoints } from '#tests/setup/unit-rounds.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'
import { unitRoutes } from '../../contract/unit-routes.ts'

const server = await evaluationServer(import.meta)

test('organisations and who recognises them follow from the tree; the top one is for a person to settle', async () => {
  const commune = await smallCommune(server)
  const { as, people, units } = commune
  const drafted = await as.officer.call(unitRoutes.createUnitCampaign, { body: octoberRound(commune) })
  assert.deepEqual([drafted.units, drafted.unresolved], [3, 1])
  const office = await nodeOf(as.officer, drafted.unitCampaignId, units.VP)
  assert.deepEqual([office.self?.id, office.recogniser?.id, office.depth, office.problems], [people.officeHead, people.chair, 1, []])
  assert.deepEqual((await nodeOf(as.officer, drafted.unitCampaignId, units.XA)).problems, ['no_recogniser'])
  await assert.rejects(actOnRound(as.officer, drafted.unitCampaignId, 'open'), refused('evaluation.unit.unresolved', { unresolved: 1 }))
  await assert.rejects(as.officer.call(unitRoutes.createUnitCampaign, { body: octoberRound(commune) }), refused('evaluation.unit.round-exists'))
  await assert.rejects(as.officer.call(unitRoutes.createUnitCampaign, { body: { ...octoberRound(commune), rulebookId: 'nd-335-2025' } }), refused('evaluation.campaign.unknown-rulebook'))
})

test('a commune is decided after its offices, and counts a failing one by itself', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  await scoreUnit(round, as.chair, as.divisionHead, units.XA)
  assert.deepEqual((await nodeOf(as.chair, round, units.XA)).waitsFor.map((unit) => unit.name).toSorted(), ['Phòng Kinh tế', 'Văn phòng'])
  await assert.rejects(decideUnit(as.divisionHead, round, units.XA, 'excellent'), refused('evaluation.unit.lower-first', { units: ['Văn phòng', 'Phòng Kinh tế'] }))

  await scoreUnit(round, as.officeHead, as.chair, units.VP)
  assert.equal((await decideUnit(as.chair, round, units.VP, 'excellent')).decidedLevel, 'excellent')
  await scoreUnit(round, as.divisionHead, as.chair, units.KT, { ...goodFacts, tasksCompleted: 6, tasksOnTimeToQuality: 6, tasksExceeded: 0, tasksLate: 0 })
  const before = await as.chair.call(unitRoutes.getUnitFile, { params: { unitCampaignId: round, unitId: units.KT } })
  assert.deepEqual([before.preview?.total, before.preview?.level], ['92.00', 'not_completed'])
  await assert.rejects(decideUnit(as.chair, round, units.KT, 'completed'), refused('evaluation.result.reason-needed'))
  await decideUnit(as.chair, round, units.KT, 'not_completed')

  const top = await as.divisionHead.call(unitRoutes.getUnitFile, { params: { unitCampaignId: round, unitId: units.XA } })
  assert.deepEqual([top.derivedFacts['failingSubUnits'], top.preview?.level, top.node.waitsFor], [1, 'good', []])
  await decideUnit(as.divisionHead, round, units.XA, 'good')
  await assert.rejects(decideUnit(as.chair, round, units.KT, 'not_completed'), refused('evaluation.unit.above-decided', { unit: 'Ủy ban nhân dân xã' }))
})

test('sheets are checked, complete before they go on, and closed to the other side until sent', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  const params = { unitCampaignId: round, unitId: units.VP }
  const content = { version: 0, points: { 'G.1': '9' }, facts: {}, lists: {}, comment: '', proposedLevel: null }
  const save = (change: object) => as.officeHead.call(unitRoutes.saveUnitSheet, { params: { ...params, rater: 'self' }, body: { ...content, ...change } })
  await assert.rejects(save({ points: { 'G.1': '11' } }), refused('evaluation.sheet.bad-points'))
  await assert.rejects(save({ facts: { tasksAssigned: -1 } }), refused('evaluation.participant.bad-fact'))
  await assert.rejects(save({ facts: { failingSubUnits: 0 } }), refused('evaluation.participant.bad-fact'))
  assert.equal((await save({})).version, 1)
  await assert.rejects(save({}), refused('evaluation.sheet.changed', { version: 1 }))
  const mine = await as.officeHead.call(unitRoutes.getUnitFile, { params })
  await assert.rejects(as.officeHead.call(unitRoutes.actOnUnitFile, { params, body: { version: mine.node.version, act: 'submit_self' } }), refused('evaluation.sheet.incomplete'))
  assert.equal((await as.chair.call(unitRoutes.getUnitFile, { params })).sheets.length, 0)
  await sendUnitSheet(as.officeHead, round, units.VP, 'self')
  assert.deepEqual((await as.chair.call(unitRoutes.getUnitFile, { params })).sheets.map((sheet) => sheet.rater), ['self'])
  const sent = await as.officeHead.call(unitRoutes.getUnitFile, { params })
  assert.ok(sent.can.includes('take_back_self'))
  await sendUnitSheet(as.chair, round, units.VP, 'recogniser', goodFacts, { ...unitPoints, a: '5' })
  const closed = await as.officeHead.call(unitRoutes.getUnitFile, { params })
  assert.deepEqual([closed.sheets.map((sheet) => sheet.rater), closed.records, closed.node.decidedLevel], [['self'], [], null])
})

test('strangers get not found: neither clerk nor another head opens a file, scores or decides', async () => {
  const commune = await smallCommune(server)
  const other = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  const params = { unitCampaignId: round, unitId: units.VP }
  const strangers = [as.clerk, other.as.officer, other.as.chair]
  for (const stranger of strangers) {
    await assert.rejects(stranger.call(unitRoutes.getUnitCampaign, { params: { unitCampaignId: round } }), refused('platform.not-found'))
    await assert.rejects(stranger.call(unitRoutes.getUnitFile, { params }), refused('platform.not-found'))
  }
  assert.deepEqual((await as.clerk.call(unitRoutes.listUnitCampaigns, {})).items, [])
  await assert.rejects(as.divisionHead.call(unitRoutes.getUnitFile, { params }), refused('platform.not-found'))
  await assert.rejects(sendUnitSheet(as.divisionHead, round, units.VP, 'self'), refused('platform.not-found'))
  await assert.rejects(sendUnitSheet(as.officer, round, units.VP, 'recogniser'), refused('platform.not-found'))
  await assert.rejects(decideUnit(as.officeHead, round, units.VP, 'good'), refused('platform.not-found'))
  await assert.rejects(as.chair.call(unitRoutes.createUnitCampaign, { body: octoberRound(commune) }), refused('platform.not-found'))
})

test('a published level is made known to colleagues and corrected only by a replacing decision', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  for (const [self, unit] of [['officeHead', 'VP'], ['divisionHead', 'KT']] as const) {
    await scoreUnit(round, as[self], as.chair, units[unit])
    await decideUnit(as.chair, round, units[unit], 'excellent')
  }
  await assert.rejects(actOnRound(as.officer, round, 'publish'), refused('evaluation.unit.not-all-decided', { missing: 1 }))
  await scoreUnit(round, as.chair, as.divisionHead, units.XA)
  await decideUnit(as.divisionHead, round, units.XA, 'excellent')
  await assert.rejects(actOnRound(as.officer, round, 'publish'), refused('evaluation.campaign.quota-exceeded'))
  assert.equal((await actOnRound(as.officer, round, 'publish', 'Theo quyết định của tỉnh')).status, 'published')
  assert.equal((await nodeOf(as.clerk, round, units.VP)).decidedLevel, 'excellent')
  const seen = await as.clerk.call(unitRoutes.getUnitFile, { params: { unitCampaignId: round, unitId: units.VP } })
  assert.deepEqual([seen.sheets, seen.records, seen.preview, seen.effects], [[], [], null, { heads: [], unitAbove: null }])
  const node = await nodeOf(as.chair, round, units.VP)
  await as.chair.call(unitRoutes.replaceUnitLevel, { params: { unitCampaignId: round, unitId: units.VP }, body: { version: node.version, level: 'good', reason: 'Theo kết luận kiểm tra sau công bố' } })
  const after = await as.officeHead.call(unitRoutes.getUnitFile, { params: { unitCampaignId: round, unitId: units.VP } })
  assert.deepEqual(after.records.map((each) => [each.decidedLevel, each.inForce]), [['good', true], ['excellent', false]])
  assert.equal((await actOnRound(as.officer, round, 'close')).status, 'closed')
})

test('a sheet goes back with its reason: the recogniser to the organisation, the personnel body to the recogniser', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  const params = { unitCampaignId: round, unitId: units.VP }
  const seen = (by: typeof as.chair) => by.call(unitRoutes.getUnitFile, { params })
  const back = async (by: typeof as.chair, reason = 'Số việc chậm chưa khớp sổ theo dõi') => by.call(unitRoutes.returnUnitSheet, { params, body: { version: (await nodeOf(as.officer, round, units.VP)).version, reason } })
  const waiting = async (by: typeof as.chair) => (await by.call(sheetRoutes.myWork, {})).items.flatMap((item) => (item.unit?.id === units.VP ? [item.kind] : []))
  await assert.rejects(back(as.chair), refused('evaluation.sheet.wrong-status'))
  await sendUnitSheet(as.officeHead, round, units.VP, 'self')
  await assert.rejects(back(as.officeHead), refused('evaluation.sheet.wrong-status'))
  await assert.rejects(back(as.clerk), refused('platform.not-found'))
  assert.equal((await back(as.chair)).status, 'self_scoring')
  assert.deepEqual([await waiting(as.officeHead), await waiting(as.chair)], [['unit_returned_sheet'], []])
  assert.deepEqual((await seen(as.officeHead)).returned.map((each) => [each.rater, each.by?.id, each.reason]), [['self', commune.people.chair, 'Số việc chậm chưa khớp sổ theo dõi']])
  await sendUnitSheet(as.officeHead, round, units.VP, 'self')
  await sendUnitSheet(as.chair, round, units.VP, 'recogniser')
  assert.equal((await back(as.officer, 'Thiếu điểm cộng đã thống nhất')).status, 'scoring')
  assert.deepEqual([(await seen(as.chair)).returned.map((each) => each.rater), (await seen(as.officeHead)).returned.map((each) => each.rater)], [['recogniser', 'self'], ['self']])
})

test('of two saves at once the second is told what the first left, and nothing of it is lost', async () => {
  const commune = await smallCommune(server)
  const { as, units } = commune
  const round = await openRound(commune)
  const save = (points: Record<string, string>) => as.officeHead.call(unitRoutes.saveUnitSheet, { params: { unitCampaignId: round, unitId: units.VP, rater: 'self' }, body: { version: 0, points, facts: { tasksAssigned: 10 }, lists: {}, comment: 'Bản đầu', proposedLevel: null } })
  const done = await Promise.allSettled([save({ 'G.1': '9' }), save({ 'G.1': '8' })])
  assert.deepEqual(done.map((each) => each.status).toSorted(), ['fulfilled', 'rejected'])
  const lost = done.find((each) => each.status === 'rejected')
  assert.deepEqual((lost?.reason as Refused | undefined)?.data['current'], { version: 1, points: { 'G.1': done[0]?.status === 'fulfilled' ? '9' : '8' }, facts: { tasksAssigned: 10 }, lists: {}, comment: 'Bản đầu', proposedLevel: null, savedAt: '2026-11-20T02:00:00.000Z' })
})

test('name, deadlines and settings of a round are changed in a draft; once open only name and deadlines, and in the ledger', async () => {
  const commune = await smallCommune(server)
  const { as } = commune
  const { unitCampaignId, version } = await as.officer.call(unitRoutes.createUnitCampaign, { body: octoberRound(commune) })
  const due = { self: '2026-11-26', decide: '2026-12-02' }
  const change = (at: number, more: object, by = as.officer) => by.call(unitRoutes.changeUnitCampaign, { params: { unitCampaignId }, body: { version: at, name: 'Đợt tháng 10', due, settings: {}, ...more } })
  await assert.rejects(change(version, {}, as.chair), refused('platform.not-found'))
  await assert.rejects(change(version, { due: { self: '2026-12-03', decide: '2026-12-02' } }), refused('evaluation.campaign.due-order'))
  await assert.rejects(change(version, { settings: { unknown: 1 } }), refused('evaluation.campaign.bad-setting'))
  const changed = await change(version, { settings: { 'procedure.responseDays': 2 } })
  await assert.rejects(change(version, {}), refused('evaluation.campaign.changed'))
  const { campaign } = await as.officer.call(unitRoutes.getUnitCampaign, { params: { unitCampaignId } })
  assert.deepEqual([campaign.name, campaign.due, campaign.settings, campaign.version], ['Đợt tháng 10', due, { 'procedure.responseDays': 2 }, changed.version])
  const other = await smallCommune(server)
  const round = await openRound(other)
  const running = (await other.as.officer.call(unitRoutes.getUnitCampaign, { params: { unitCampaignId: round } })).campaign
  const later = (settings: object) => other.as.officer.call(unitRoutes.changeUnitCampaign, { params: { unitCampaignId: round }, body: { version: running.version, name: running.name, due, settings: { ...settings } } })
  await assert.rejects(later({ 'procedure.responseDays': 2 }), refused('evaluation.campaign.wrong-status'))
  await later(running.settings)
  const { rows } = await server.inTenant(other.tenantId, (tx) => sql<{ data: object }>`select data from ledger_entry where action = 'evaluation.unit-campaign.changed'`.execute(tx))
  assert.deepEqual(rows.map((row) => row.data), [{ due, settings: running.settings }])
})
