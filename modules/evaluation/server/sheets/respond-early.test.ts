import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, adjust, evaluationServer, octoberBody, openOctober, putTasks, resultOf, sendSheet, superiors } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)

test('once the superior has sent the points, the person scored sees them and responds, and the authority reads it', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const campaignId = await openOctober(commune)
  await putTasks(server, commune, 'clerk', [{ assigned: 4, completed: 4, coefficient: '1/1' }])
  const params = { campaignId, personId: people.clerk }
  const respond = (by: keyof typeof as, text = 'Đề nghị xem lại tiêu chí III.1') => as[by].call(sheetRoutes.respondEarly, { params, body: { text } })
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  await assert.rejects(respond('clerk'), refused('evaluation.response.not-yet'))
  await sendSheet(as.officeHead, campaignId, people.clerk, 'superior')
  const mine = await as.clerk.call(sheetRoutes.getSheet, { params })
  assert.deepEqual([mine.sheets.map((sheet) => sheet.rater), mine.respondUntil, mine.can.includes('respond_early')], [['self', 'superior'], '2026-11-25', true])
  const waits = async () => (await as.clerk.call(sheetRoutes.myWork, {})).items.filter((item) => item.campaignId === campaignId).map((item) => [item.kind, item.due])
  assert.deepEqual(await waits(), [['respond_to_points', '2026-11-25']])
  await respond('clerk')
  for (const stranger of ['typist', 'officeHead', 'chair'] as const) await assert.rejects(respond(stranger), refused('platform.not-found'))
  assert.deepEqual(await waits(), [])

  for (const [person, superior] of Object.entries(superiors) as [keyof typeof superiors, 'chair' | 'officeHead' | 'divisionHead'][]) {
    if (person === 'clerk') continue
    await sendSheet(as[person], campaignId, people[person], 'self')
    await sendSheet(as[superior], campaignId, people[person], 'superior', undefined, person.endsWith('Head'))
  }
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  const row = await resultOf(commune, campaignId, 'clerk')
  assert.equal(row.earlyResponses, 1)
  const detail = await as.chair.call(resultRoutes.getResult, { params })
  assert.deepEqual(detail.earlyResponses.map((each) => each.text), ['Đề nghị xem lại tiêu chí III.1'])
  await as.chair.call(resultRoutes.decide, { params, body: { version: row.version, level: row.provisionalLevel ?? '', reason: '' } })
  await assert.rejects(respond('clerk'), refused('evaluation.response.not-yet'))
})

test('the window is the campaign’s own: after it nothing is taken, and with none the points stay closed', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const { campaignId } = await as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), settings: { 'procedure.responseDays': 0 } } })
  await adjust(commune, campaignId, 'chair', { excludedReason: 'Do cấp trên đánh giá' })
  await act(commune, campaignId, 'open')
  const closed = { campaignId, personId: people.clerk }
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  await sendSheet(as.officeHead, campaignId, people.clerk, 'superior')
  const mine = await as.clerk.call(sheetRoutes.getSheet, { params: closed })
  assert.deepEqual([mine.sheets.map((sheet) => sheet.rater), mine.respondUntil], [['self'], null])
  await assert.rejects(as.clerk.call(sheetRoutes.respondEarly, { params: closed, body: { text: 'Ý kiến' } }), refused('evaluation.response.not-yet'))

  const other = await smallCommune(server)
  const open = await openOctober(other)
  await sendSheet(other.as.clerk, open, other.people.clerk, 'self')
  await sendSheet(other.as.officeHead, open, other.people.clerk, 'superior')
  const before = server.clock.now
  server.clock.now = new Date('2026-11-26T02:00:00Z')
  await assert.rejects(other.as.clerk.call(sheetRoutes.respondEarly, { params: { campaignId: open, personId: other.people.clerk }, body: { text: 'Ý kiến' } }), refused('evaluation.response.too-late', { until: '2026-11-25' }))
  server.clock.now = before
  await assert.rejects(other.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(other), settings: { 'procedure.responseDays': 31 } } }), refused('evaluation.campaign.bad-setting'))
})
