import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { ownDataRoutes } from '../../contract/own-data-routes.ts'
import { requestRoutes } from '../../contract/request-routes.ts'

const server = await wholeServer(import.meta)
const filedAt = new Date('2026-11-20T02:00:00Z')

test('a request about a named record is seen with two working days, answered by somebody else, done, and every step is in the ledger', async () => {
  server.clock.now = filedAt
  const { as, people, tenantId } = await smallCommune(server)
  const { classes } = await as.clerk.call(ownDataRoutes.ownData, {})
  const [holding] = classes.find((each) => each.recordClass === 'holdings')?.records ?? []
  assert.ok(holding)
  const { requestId, answerDue } = await as.clerk.call(requestRoutes.fileRequest, { body: { kind: 'correction', recordClass: 'holdings', recordId: holding.id, reason: 'Ngày bắt đầu là 15/7/2025' } })
  assert.equal(answerDue, '2026-11-24')
  const [seen] = (await as.officer.call(requestRoutes.listRequests, { query: {} })).items
  assert.ok(seen)
  assert.deepEqual([seen.id, seen.asker, seen.record?.title, seen.next, seen.way, seen.can], [requestId, { personId: people.clerk, name: 'Nguyễn Thị Ánh' }, holding.title, { due: '2026-11-24', daysLeft: 2, counted: 'working', overdue: false }, 'organisation', ['accept', 'refuse']])

  const answer = (body: { verdict: 'accept' | 'refuse'; answer: string; ground: string }, version = 1) => as.officer.call(requestRoutes.answerRequest, { params: { requestId }, body: { version, ...body } })
  await assert.rejects(answer({ verdict: 'refuse', answer: 'Không sửa', ground: ' ' }), refused('personal-data.request.ground-needed'))
  await assert.rejects(answer({ verdict: 'accept', answer: 'Sẽ sửa', ground: '' }, 7), refused('personal-data.request.changed'))
  assert.deepEqual(await answer({ verdict: 'accept', answer: 'Sửa tại hồ sơ nhân sự trong tuần', ground: '' }), { version: 2, status: 'accepted' })
  await assert.rejects(answer({ verdict: 'refuse', answer: 'Thôi', ground: 'Điều 1' }, 2), refused('personal-data.request.wrong-status'))
  await as.officer.call(requestRoutes.completeRequest, { params: { requestId }, body: { version: 2, outcome: 'Đã sửa ngày bắt đầu' } })
  const [mine] = (await as.clerk.call(requestRoutes.myRequests, { query: {} })).items
  assert.deepEqual([mine?.status, mine?.answer, mine?.answeredBy, mine?.outcome, mine?.next, mine?.can], ['done', 'Sửa tại hồ sơ nhân sự trong tuần', 'Võ Thị Tổ', 'Đã sửa ngày bắt đầu', null, []])
  const entries = (await ledgerOf(server, tenantId)).filter((entry) => entry.subject_id === requestId).map((entry) => entry.action)
  assert.deepEqual(entries, ['personal-data.request.filed', 'personal-data.request.accepted', 'personal-data.request.completed'])
})

test('a request left lying is overdue after its second working day, for the officer and for who asked', async () => {
  server.clock.now = filedAt
  const { as } = await smallCommune(server)
  await as.clerk.call(requestRoutes.fileRequest, { body: { kind: 'access', recordClass: 'ledger', recordId: null, reason: 'Xin danh sách đầy đủ' } })
  server.clock.now = new Date('2026-11-24T16:59:00Z')
  assert.deepEqual(await as.officer.call(requestRoutes.requestCounts, {}), { open: 1, overdue: 0 })
  server.clock.now = new Date('2026-11-24T17:00:00Z')
  assert.deepEqual(await as.officer.call(requestRoutes.requestCounts, {}), { open: 1, overdue: 1 })
  const [mine] = (await as.clerk.call(requestRoutes.myRequests, { query: {} })).items
  assert.deepEqual([mine?.next?.overdue, mine?.next?.daysLeft], [true, -1])
  await as.clerk.call(requestRoutes.withdrawRequest, { params: { requestId: mine!.id }, body: { version: 1 } })
  assert.deepEqual(await as.officer.call(requestRoutes.requestCounts, {}), { open: 0, overdue: 0 })
})

test('nobody asks about another’s record, sees another’s request, or answers their own', async () => {
  server.clock.now = filedAt
  const { as } = await smallCommune(server)
  const { classes } = await as.typist.call(ownDataRoutes.ownData, {})
  const theirs = classes.find((each) => each.recordClass === 'holdings')?.records[0]?.id ?? ''
  await assert.rejects(as.clerk.call(requestRoutes.fileRequest, { body: { kind: 'deletion', recordClass: 'holdings', recordId: theirs, reason: 'x' } }), refused('personal-data.request.no-such-record'))
  const { requestId } = await as.officer.call(requestRoutes.fileRequest, { body: { kind: 'objection', recordClass: 'sessions', recordId: null, reason: 'Không cần' } })
  const params = { requestId }
  await assert.rejects(as.officer.call(requestRoutes.answerRequest, { params, body: { version: 1, verdict: 'accept', answer: 'Tự trả lời', ground: '' } }), refused('platform.not-found'))
  await assert.rejects(as.clerk.call(requestRoutes.withdrawRequest, { params, body: { version: 1 } }), refused('platform.not-found'))
  for (const stranger of [as.clerk, as.chair]) await assert.rejects(stranger.call(requestRoutes.listRequests, { query: {} }), refused('platform.not-found'))
  assert.deepEqual((await as.clerk.call(requestRoutes.myRequests, { query: {} })).items, [])
})
