import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { CampaignId } from '#kernel/id.ts'
import { act, adjust, decideAll, evaluationServer, goodPoints, octoberBody, putTasks, sendSheet } from '#tests/setup/evaluation-campaigns.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'

const server = await evaluationServer(import.meta)

const others = ['chair', 'officeHead', 'divisionHead', 'typist', 'officer', 'engineer'] as const

/** October under a rulebook, in which only the clerk is scored. */
async function clerksOctober(commune: SmallCommune, rulebookId: string): Promise<CampaignId> {
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), name: `Tháng 10, ${rulebookId}`, rulebookId } })
  for (const person of others) await adjust(commune, campaignId, person, { excludedReason: 'Ngoài đợt này' })
  await act(commune, campaignId, 'open')
  return campaignId
}

test('somebody under two regimes has two sheets over one month; the tasks are entered once and count in both', async () => {
  const commune = await smallCommune(server)
  const { clerk, officeHead, officer } = commune.as
  const personId = commune.people.clerk
  await putTasks(server, commune, 'clerk', [{ assigned: 8, completed: 7, coefficient: '1/1' }, { assigned: 4, completed: 4, coefficient: '3/2' }])
  const decree = await clerksOctober(commune, 'nd-335-2025')
  const customs = await clerksOctober(commune, 'customs-viii')
  const [one, two] = [await clerk.call(sheetRoutes.getSheet, { params: { campaignId: decree, personId } }), await clerk.call(sheetRoutes.getSheet, { params: { campaignId: customs, personId } })]
  assert.deepEqual(one.tasks.map((task) => task.id), two.tasks.map((task) => task.id))
  assert.equal(one.tasks.length, 2)
  assert.deepEqual([one.alsoIn.map((each) => each.id), two.alsoIn.map((each) => each.id)], [[customs], [decree]])
  const seenByHead = await officeHead.call(sheetRoutes.getSheet, { params: { campaignId: decree, personId } })
  assert.deepEqual(seenByHead.alsoIn.map((each) => each.name), ['Tháng 10, customs-viii'], 'the superior in both sees both')
  const seenByOfficer = await officer.call(sheetRoutes.getSheet, { params: { campaignId: decree, personId } })
  assert.deepEqual(seenByOfficer.alsoIn, [], 'nobody is told of files they have no part in')

  for (const campaignId of [decree, customs]) {
    await sendSheet(clerk, campaignId, personId, 'self')
    await sendSheet(officeHead, campaignId, personId, 'superior', campaignId === customs ? { ...goodPoints, 'I.1': '3' } : goodPoints)
    await act(commune, campaignId, 'compile')
  }
  const { rows } = await server.inTenant(commune.tenantId, (tx) => sql<{ campaign_id: string; total: string; tasks: string[] }>`select campaign_id, total, input->'taskIds' as tasks from evaluation_result order by campaign_id`.execute(tx))
  assert.equal(rows.length, 2)
  assert.deepEqual(rows[0]?.tasks, rows[1]?.tasks)
  assert.deepEqual(rows[0]?.tasks.toSorted(), one.tasks.map((task) => task.id).toSorted())
  assert.ok(rows.every((row) => row.total !== null), 'both regimes score from them')

  for (const campaignId of [decree, customs]) {
    await act(commune, campaignId, 'submit')
    await decideAll(commune, campaignId)
    await act(commune, campaignId, 'publish', 'Theo kết luận của Chủ tịch')
  }
  const { campaignId: year } = await officer.call(campaignRoutes.createCampaign, {
    body: { ...octoberBody(commune), name: 'Năm 2026', period: { kind: 'year', year: 2026, number: 1 } },
  })
  const total = rows.find((row) => row.campaign_id === decree)?.total
  assert.notEqual(total, rows.find((row) => row.campaign_id === customs)?.total)
  const { months } = await officer.call(sheetRoutes.getSheet, { params: { campaignId: year, personId } })
  assert.deepEqual(months.map((each) => [each.month, each.total]), [['2026-10-01', total]], 'the year under the decree takes the month under the decree, whichever was published last')
})
