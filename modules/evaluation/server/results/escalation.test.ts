import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, adjust, decideAll, evaluationServer, octoberBody, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)

test('an overdue petition comes to the head above the authority and onto the board; a reminder reaches the authority', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const { campaignId } = await as.officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) })
  await adjust(commune, campaignId, 'chair', { excludedReason: 'Do cấp trên đánh giá' })
  await adjust(commune, campaignId, 'clerk', { deciderId: people.officeHead })
  await act(commune, campaignId, 'open')
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  const own = (await as.officeHead.call(resultRoutes.listResults, { params: { campaignId }, query: {} })).items.find((row) => row.person.id === people.clerk)
  await as.officeHead.call(resultRoutes.decide, { params: { campaignId, personId: people.clerk }, body: { version: own?.version ?? 0, level: 'good', reason: 'Căn cứ hồ sơ theo dõi bằng giấy' } })
  await act(commune, campaignId, 'publish', 'Theo kết luận của Ban Thường vụ')
  const mine = await as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: people.clerk } })
  const { petitionId, dueOn } = await as.clerk.call(resultRoutes.filePetition, { params: { resultId: mine.row.resultId! }, body: { text: 'Đề nghị xem lại' } })
  assert.equal(dueOn, '2026-12-01')
  const petitionsOf = async (by: keyof typeof as) => (await as[by].call(resultRoutes.listPetitions, { query: { status: 'overdue' } })).items
  const remind = (by: keyof typeof as) => as[by].call(resultRoutes.remindPetition, { params: { petitionId }, body: { text: 'Đề nghị trả lời trước ngày mai' } })
  assert.deepEqual(await petitionsOf('chair'), [])
  await assert.rejects(remind('chair'), refused('platform.not-found'))

  const before = server.clock.now
  server.clock.now = new Date('2026-12-02T02:00:00Z')
  const escalated = await petitionsOf('chair')
  assert.deepEqual(escalated.map((each) => [each.id, each.decider?.id, each.workingDaysLeft, each.escalated, each.can]), [[petitionId, people.officeHead, -1, true, ['remind']]])
  const work = (await as.chair.call(sheetRoutes.myWork, {})).items.filter((item) => item.kind === 'overdue_petition')
  assert.deepEqual(work.map((item) => [item.personId, item.due]), [[people.clerk, '2026-12-01']])
  const board = await as.officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
  assert.deepEqual([board.counts.openPetitions, board.counts.overduePetitions], [1, 1])
  for (const stranger of ['divisionHead', 'typist', 'engineer'] as const) {
    assert.deepEqual(await petitionsOf(stranger), [])
    await assert.rejects(remind(stranger), refused('platform.not-found'))
  }
  await remind('chair')
  const waiting = (await as.officeHead.call(sheetRoutes.myWork, {})).items.find((item) => item.kind === 'answer_petition')
  assert.equal(waiting?.remindedAt, '2026-12-02T02:00:00.000Z')
  await as.officeHead.call(resultRoutes.answerPetition, { params: { petitionId }, body: { outcome: 'upheld', version: 1, answer: 'Đã đối chiếu, giữ nguyên' } })
  assert.deepEqual(await petitionsOf('chair'), [])
  await assert.rejects(remind('officer'), refused('evaluation.petition.settled'))
  server.clock.now = before
})
