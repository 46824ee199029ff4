import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evaluationServer, goodPoints, openOctober, putTasks, sendSheet } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { sheetRoutes } from '../../contract/campaign-routes.ts'

const server = await evaluationServer(import.meta)

test('d of a head is proposed from everybody in the office, and never set by itself (article 15.3a)', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  for (const person of ['clerk', 'typist', 'officer'] as const) await putTasks(server, commune, person, [{ assigned: 4, completed: 4, coefficient: '1/1' }])
  const campaignId = await openOctober(commune)
  const params = { campaignId, personId: people.officeHead }
  const proposal = async () => (await as.chair.call(sheetRoutes.getSheet, { params })).ledProposal
  await sendSheet(as.officeHead, campaignId, people.officeHead, 'self')
  assert.deepEqual([(await proposal())?.value, (await proposal())?.waiting], [null, 3])
  for (const person of ['clerk', 'typist', 'officer'] as const) {
    await sendSheet(as[person], campaignId, people[person], 'self')
    await sendSheet(as.officeHead, campaignId, people[person], 'superior')
  }
  const ready = await proposal()
  assert.deepEqual([ready?.judgement, ready?.value, ready?.floor, ready?.reached, ready?.waiting], ['d', '100', '50', 3, 0])
  assert.deepEqual(ready?.people.map((one) => [one.person.fullName, one.total]).toSorted(), [['Nguyễn Thị Ánh', '98.00'], ['Phạm Văn Ân', '98.00'], ['Võ Thị Tổ', '98.00']])
  const sheet = await as.chair.call(sheetRoutes.getSheet, { params })
  assert.equal(sheet.sheets.find((each) => each.rater === 'superior'), undefined)
})

test('one person below 50 makes the proposal 50; the head does not read it, and a stranger reads nothing', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const campaignId = await openOctober(commune)
  await putTasks(server, commune, 'engineer', [{ assigned: 10, completed: 1, coefficient: '1/1' }])
  await sendSheet(as.engineer, campaignId, people.engineer, 'self')
  await sendSheet(as.divisionHead, campaignId, people.engineer, 'superior', { ...goodPoints, 'I.1': '1' })
  await sendSheet(as.divisionHead, campaignId, people.divisionHead, 'self')
  const params = { campaignId, personId: people.divisionHead }
  const seen = (await as.chair.call(sheetRoutes.getSheet, { params })).ledProposal
  assert.deepEqual([seen?.value, seen?.failing, seen?.people.map((one) => one.reached)], ['50', 1, [false]])
  assert.equal((await as.divisionHead.call(sheetRoutes.getSheet, { params })).ledProposal, null)
  await assert.rejects(as.clerk.call(sheetRoutes.getSheet, { params }), refused('platform.not-found'))
})
