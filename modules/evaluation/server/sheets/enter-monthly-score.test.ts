import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, evaluationServer, octoberBody, resultOf } from '#tests/setup/evaluation-campaigns.ts'
import { smallCommune, type CommunePerson } from '#tests/setup/small-commune.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'

const server = await evaluationServer(import.meta)
server.clock.now = new Date('2026-12-09T02:00:00Z')

const content = { points: {}, judgements: {}, strengths: 'Chủ động.', weaknesses: 'Còn chậm.', comment: '', proposedLevel: 'good' }

test('the personnel body enters a missing month until the results go to the authority, and the year being compiled follows', async () => {
  const commune = await smallCommune(server)
  const { as, people, units } = commune
  const enter = (month: number) =>
    as.officer.call(sheetRoutes.enterMonthlyScore, { params: { personId: people.clerk, month: `2026-${String(month).padStart(2, '0')}-01` }, body: { total: '90', note: 'Sổ theo dõi' } })
  for (const month of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12]) await enter(month)
  const { campaignId } = await as.officer.call(campaignRoutes.createCampaign, {
    body: { ...octoberBody(commune), name: 'Năm 2026', period: { kind: 'year', year: 2026, number: 1 }, scopeUnitId: units.VP, due: { self: '2026-12-10', superior: '2026-12-11', decide: '2026-12-14' } },
  })
  const mayEnter = async (by: CommunePerson) => (await as[by].call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } })).can.includes('enter_month')
  await act(commune, campaignId, 'open')
  for (const [person, superior] of [['officeHead', 'chair'], ['clerk', 'officeHead'], ['typist', 'officeHead'], ['officer', 'officeHead']] as const) {
    const params = { campaignId, personId: people[person] }
    await as[person].call(sheetRoutes.saveSheet, { params: { ...params, rater: 'self' }, body: { ...content, version: 0 } })
    await as[person].call(sheetRoutes.submitSheet, { params: { ...params, rater: 'self' }, body: { version: 1 } })
    await as[superior].call(sheetRoutes.submitSheet, { params: { ...params, rater: 'superior' }, body: { version: 0 } })
  }
  assert.deepEqual([await mayEnter('officer'), await mayEnter('clerk'), await mayEnter('officeHead')], [true, false, false])
  await act(commune, campaignId, 'compile')
  const lacking = await resultOf(commune, campaignId, 'clerk')
  assert.equal(lacking.provisionalLevel, 'insufficient_data')
  assert.deepEqual(lacking.warnings.map((reason) => reason.vi), ['Chưa có điểm tháng 11/2026'])
  await enter(11)
  const complete = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([complete.total, complete.provisionalLevel], ['90.00', 'excellent'])
  await act(commune, campaignId, 'submit')
  assert.equal(await mayEnter('officer'), false)
})
