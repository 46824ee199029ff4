import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, adjust, decideAll, evaluationServer, octoberBody, participantOf, putTasks, resultOf, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)

test('a month from the draft to the closed campaign', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const drafted = await as.officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) })
  assert.deepEqual([drafted.participants, drafted.unresolved], [7, 1])
  const { campaignId } = drafted
  const chair = await participantOf(commune, campaignId, 'chair')
  assert.deepEqual([chair.problems, chair.superior, chair.group], [['no_superior', 'no_decider'], null, 'leader'])
  const clerk = await participantOf(commune, campaignId, 'clerk')
  assert.deepEqual([clerk.superior?.id, clerk.decider?.id, clerk.group], [people.officeHead, people.chair, 'staff'])
  await assert.rejects(act(commune, campaignId, 'open'), refused('evaluation.campaign.unresolved', { unresolved: 1 }))
  await adjust(commune, campaignId, 'chair', { excludedReason: 'Do cấp trên đánh giá' })
  await putTasks(server, commune, 'clerk', [{ assigned: 8, completed: 7, coefficient: '1/1' }])
  await putTasks(server, commune, 'engineer', [{ assigned: 10, completed: 10, coefficient: '3/2' }])
  assert.equal((await act(commune, campaignId, 'open')).status, 'scoring')
  await assert.rejects(act(commune, campaignId, 'compile'), refused('evaluation.campaign.not-all-scored', { missing: 6 }))

  await scoreAll(commune, campaignId)
  assert.equal((await act(commune, campaignId, 'compile')).status, 'compiling')
  assert.equal((await act(commune, campaignId, 'submit')).status, 'deciding')
  const row = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([row.total, row.generalPoints, row.taskPoints, row.provisionalLevel], ['89.25', '28.00', '61.25', 'good'])
  assert.equal((await resultOf(commune, campaignId, 'typist')).provisionalLevel, 'insufficient_data')

  await assert.rejects(
    as.chair.call(resultRoutes.decide, { params: { campaignId, personId: people.clerk }, body: { version: row.version, level: 'excellent', reason: 'ngắn' } }),
    refused('evaluation.result.reason-needed', { provisional: 'good' }),
  )
  await assert.rejects(act(commune, campaignId, 'publish'), refused('evaluation.campaign.not-all-decided', { missing: 6 }))
  await decideAll(commune, campaignId)
  await assert.rejects(act(commune, campaignId, 'publish'), refused('evaluation.campaign.quota-exceeded'))
  assert.equal((await act(commune, campaignId, 'publish', 'Theo kết luận của Ban Thường vụ')).status, 'published')

  const mine = await as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: people.clerk } })
  assert.equal(mine.exact, '357/4')
  assert.ok(mine.derivation !== null && mine.derivation.inputs.length > 0)
  assert.deepEqual([mine.row.decidedLevel, mine.can, mine.deadlines.petitionUntil], ['good', ['respond', 'petition', 'print'], '2026-12-04'])

  const filed = await as.clerk.call(resultRoutes.filePetition, { params: { resultId: mine.row.resultId! }, body: { text: 'Đề nghị xem lại tiêu chí III.1' } })
  assert.equal(filed.dueOn, '2026-12-01')
  await assert.rejects(act(commune, campaignId, 'close'), refused('evaluation.campaign.open-petitions', { open: 1 }))
  const answered = await as.chair.call(resultRoutes.answerPetition, {
    params: { petitionId: filed.petitionId },
    body: { outcome: 'replaced', version: 1, answer: 'Chấp nhận: sáng kiến đã được công nhận', level: 'excellent', points: { 'III.1': '2.5', 'III.2': '2.5' } },
  })
  const after = await as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: people.clerk } })
  assert.deepEqual([after.row.resultId, after.row.total, after.row.provisionalLevel, after.row.decidedLevel], [answered.resultId, '90.25', 'excellent', 'excellent'])
  assert.deepEqual(after.records.map((each) => [each.total, each.decidedLevel, each.inForce]), [['90.25', 'excellent', true], ['89.25', 'good', false]])
  assert.equal((await as.clerk.call(resultRoutes.history, { params: { personId: people.clerk } })).months[0]?.total, '90.25')

  await assert.rejects(act(commune, campaignId, 'close'), refused('evaluation.campaign.petition-window', { until: '2026-12-04' }))
  const before = server.clock.now
  server.clock.now = new Date('2026-12-07T02:00:00Z')
  assert.equal((await act(commune, campaignId, 'close')).status, 'closed')
  server.clock.now = before
})
