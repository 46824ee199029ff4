import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import { commentRoutes } from '#modules/newsroom/contract/comment-routes.ts'
import { noticeRoutes } from '#modules/newsroom/contract/notice-routes.ts'
import { ownWorkRoutes } from '#modules/newsroom/contract/own-work-routes.ts'
import { planningRoutes } from '#modules/newsroom/contract/planning-routes.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import { waitingRoutes } from '#modules/newsroom/contract/waiting-routes.ts'
import { readerOf } from '#platform/db/database.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallNewsroom } from '#tests/setup/small-newsroom.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { ownNewsroomRecords } from '../index.ts'

const server = await wholeServer(import.meta)
const start = new Date('2026-11-20T02:00:00Z')
const hour = 3_600_000
const later = (hours: number) => {
  server.clock.now = new Date(server.clock.now.getTime() + hours * hour)
}
beforeEach(() => {
  server.clock.now = start
})

const text = 'Năm 2018 chi bộ kết nạp 5 đảng viên.'
const told = async (who: Caller) => (await who.call(noticeRoutes.listNotices, {})).items
const work = async (who: Caller) => {
  const { returned, toSign, assignments } = await who.call(ownWorkRoutes.getOwnWork, {})
  return [returned.count, toSign.count, assignments.map(({ due, count }) => `${due} ${count}`).join()]
}
const kinds = async (who: Caller) => (await told(who)).map(({ kind }) => kind)

test('a comment calls somebody, stays with the words it was made on, and changes nothing that is approved', async () => {
  const { newsroom: as, people, tenantId, begun, write, ...rest } = await smallNewsroom(server)
  const { storyId, blockId } = await begun(as.reporter, 'Chi bộ thôn', text)
  const params = { storyId }
  const before = await as.editor.call(storyRoutes.getStory, { params })
  await as.editor.call(commentRoutes.addComment, { params, body: { blockId, body: '@Nguyễn Thị Ánh kiểm tra lại số đảng viên' } })
  const after = await as.editor.call(storyRoutes.getStory, { params })
  assert.deepEqual([after.hash, after.revision], [before.hash, before.revision])
  const list = async (who: Caller) => (await who.call(commentRoutes.listComments, { params })).items
  const [comment] = await list(as.reporter)
  assert.ok(comment)
  assert.deepEqual([comment.fate, comment.number, comment.quoted, comment.by.id, comment.mentions.map(({ id }) => id), comment.settled], ['same', 1, text, people.officeHead, [people.clerk], null])
  assert.deepEqual((await told(as.reporter)).map(({ kind, said }) => [kind, said]), [['mentioned', '@Nguyễn Thị Ánh kiểm tra lại số đảng viên']])
  await write(as.reporter, storyId, blockId, 'Năm 2018 chi bộ kết nạp 6 đảng viên.')
  assert.deepEqual((await list(as.reporter)).map(({ fate, quoted }) => [fate, quoted]), [['changed', text]])
  await write(as.reporter, storyId, randomUUID(), 'Đoạn khác.')
  assert.deepEqual((await list(as.reporter)).map(({ fate, number }) => [fate, number]), [['gone', null]])
  await assert.rejects(as.editor.call(commentRoutes.addComment, { params, body: { blockId, body: 'Đoạn đã bỏ' } }), refused('newsroom.comment.no-such-block'))
  const settle = (who: Caller, settled: boolean) => who.call(commentRoutes.settleComment, { params: { storyId, commentId: comment.id }, body: { settled } })
  await settle(as.reporter, true)
  assert.equal((await list(as.editor))[0]?.settled?.by.id, people.clerk)
  await settle(as.editor, false)
  assert.equal((await list(as.editor))[0]?.settled, null)
  for (const stranger of [as.stranger, rest.as.officer]) {
    await assert.rejects(list(stranger), refused('platform.not-found'))
    await assert.rejects(settle(stranger, true), refused('platform.not-found'))
  }
  const own = async (person: typeof people.clerk) => (await server.inTenant(tenantId, (tx) => ownNewsroomRecords(readerOf(tx), tenantId, person))).map(({ title }) => title)
  assert.ok((await own(people.officeHead)).includes('Góp ý: Chi bộ thôn'))
  assert.ok((await own(people.clerk)).includes('Được nhắc tên trong góp ý: Chi bộ thôn'))
})

test('where the fourteen hours went: in draft, at the department, returned, at leadership', async () => {
  const { newsroom: as, begun, step, write } = await smallNewsroom(server)
  const { storyId, blockId } = await begun(as.reporter, 'Chi bộ thôn', text)
  later(1)
  await step(as.reporter, storyId, 'submit')
  later(2)
  await step(as.editor, storyId, 'return', { note: 'Kiểm tra lại số' })
  later(1)
  await write(as.reporter, storyId, blockId, text.replace('5', '6'))
  await step(as.reporter, storyId, 'submit')
  later(1)
  await step(as.editor, storyId, 'approve')
  later(9)
  const times = await as.reporter.call(waitingRoutes.getStoryTimes, { params: { storyId } })
  assert.deepEqual(times.totals.map(({ place, ms }) => [place, ms / hour]), [['draft', 1], ['returned', 1], ['department', 3], ['leadership', 9]])
  assert.deepEqual(times.stretches.map(({ place, ms }) => [place, ms / hour]), [['draft', 1], ['department', 2], ['returned', 1], ['department', 1], ['leadership', 9]])
  const line = (await as.reporter.call(storyRoutes.listStories, { query: {} })).items.find(({ id }) => id === storyId)
  assert.deepEqual([line?.waits?.place, (line?.waits?.ms ?? 0) / hour], ['leadership', 9])
  await step(as.director, storyId, 'approve')
  assert.equal((await as.reporter.call(storyRoutes.listStories, { query: {} })).items[0]?.waits, null)
  later(1)
  const waiting = await as.editor.call(waitingRoutes.getWaiting, { query: { from: '2026-11-20', to: '2026-11-21' } })
  assert.equal(waiting.stories, 1)
  assert.deepEqual(waiting.places.map(({ place, left, medianMs, longest }) => [place, left, medianMs, (longest?.ms ?? 0) / hour]), [['draft', 1, null, 1], ['returned', 1, null, 1], ['department', 2, null, 2], ['leadership', 1, null, 9]])
  assert.deepEqual(waiting.slowest.map(({ id, ms, stage }) => [id, ms / hour, stage]), [[storyId, 13, 'approved']])
  // A figure changed afterwards brings it back to the department, without any step.
  await write(as.editor, storyId, blockId, text.replace('5', '7'))
  later(1)
  assert.deepEqual((await as.reporter.call(waitingRoutes.getStoryTimes, { params: { storyId } })).stretches.slice(-1).map(({ place, ms, to }) => [place, ms / hour, to]), [['department', 1, null]])
  await assert.rejects(as.reporter.call(waitingRoutes.getWaiting, { query: { from: '2026-11-20', to: '2026-11-21' } }), refused('platform.not-found'))
  await assert.rejects(as.editor.call(waitingRoutes.getWaiting, { query: { from: '2026-01-01', to: '2026-11-21' } }), refused('newsroom.waiting.period'))
  assert.equal((await as.stranger.call(waitingRoutes.getWaiting, { query: { from: '2026-11-20', to: '2026-11-21' } })).stories, 0)
})

test('everybody is told what waits for them, what was returned and approved; what was read stays read until it waits anew', async () => {
  const { newsroom: as, begun, step, as: others } = await smallNewsroom(server)
  const { storyId } = await begun(as.reporter, 'Chi bộ thôn', text)
  assert.deepEqual(await kinds(as.editor), [])
  await step(as.reporter, storyId, 'submit')
  assert.deepEqual([await kinds(as.editor), await kinds(as.director), await kinds(as.reporter)], [['waits'], [], []])
  const read = async (who: Caller) => who.call(noticeRoutes.readNotices, { body: { keys: (await told(who)).map(({ key }) => key) } })
  await read(as.editor)
  const unread = async (who: Caller) => (await who.call(noticeRoutes.countNotices, {})).unread
  assert.deepEqual([await unread(as.editor), (await told(as.editor)).length], [0, 1])
  later(1)
  await step(as.editor, storyId, 'return', { note: 'Kiểm tra lại số' })
  assert.deepEqual((await told(as.reporter)).map(({ kind, said }) => [kind, said]), [['returned', 'Kiểm tra lại số']])
  assert.deepEqual([await work(as.reporter), await work(as.editor), await work(as.stranger)], [[1, 0, ''], [0, 0, ''], [0, 0, '']])
  await step(as.reporter, storyId, 'submit')
  assert.deepEqual([await kinds(as.reporter), await unread(as.editor)], [[], 1], 'it waits anew')
  assert.deepEqual([await work(as.reporter), await work(as.editor)], [[0, 0, ''], [0, 1, '']])
  await step(as.editor, storyId, 'approve')
  assert.deepEqual([await kinds(as.editor), await kinds(as.director)], [[], ['waits']])
  await step(as.director, storyId, 'approve')
  assert.deepEqual([await kinds(as.director), await kinds(as.reporter)], [[], ['approved']])
  later(24 * 31)
  assert.deepEqual(await kinds(as.reporter), [], 'after a month it is no longer told')
  await assert.rejects(others.officer.call(noticeRoutes.listNotices, {}), refused('platform.not-found'))
  await assert.rejects(others.officer.call(noticeRoutes.readNotices, { body: { keys: [`waits:${storyId}:1`] } }), refused('platform.not-found'))
})

test('an assignment is told to whom it is given, and late to who planned it too; a signature owed presses first', async () => {
  const { newsroom: as, people, units, begun, step } = await smallNewsroom(server)
  const plan = { unitId: units.VP, topic: 'Tin bão', column: null, place: '', onDate: '2026-11-20', startMinute: null, endMinute: null, writerId: people.clerk, filmerId: null, camera: '', vehicle: '', dueAt: '2026-11-20T04:00:00Z', note: 'Quay từ đê' } as const
  const { id } = await as.producer.call(planningRoutes.addAssignment, { body: plan })
  assert.deepEqual((await told(as.reporter)).map(({ kind, assignment, said }) => [kind, assignment?.topic, said]), [['assigned', 'Tin bão', 'Quay từ đê']])
  assert.deepEqual(await kinds(as.producer), [])
  assert.deepEqual([await work(as.reporter), await work(as.producer)], [[0, 0, '2026-11-20 1'], [0, 0, '']])
  later(3)
  assert.deepEqual([await kinds(as.reporter), await kinds(as.producer)], [['late'], ['late']])
  for (const [act, revision] of [['begin', 1], ['finish', 2]] as const) await as.reporter.call(planningRoutes.actOnAssignment, { params: { assignmentId: id }, body: { revision, act } })
  assert.deepEqual([await kinds(as.reporter), await kinds(as.producer), await work(as.reporter)], [[], [], [0, 0, '']])
  const { storyId } = await begun(as.reporter, 'Bão số 6', 'Bão số 6 đổ bộ vào đất liền.')
  await step(as.reporter, storyId, 'submit')
  await step(as.editor, storyId, 'approve')
  await step(as.editor, storyId, 'air_first', { note: 'Khẩn cấp', orderedBy: people.chair })
  assert.deepEqual([await kinds(as.director), await kinds(as.editor)], [['sign_due', 'waits'], ['sign_due']])
  later(25)
  assert.deepEqual(await kinds(as.director), ['sign_overdue', 'waits'])
  await step(as.director, storyId, 'approve')
  assert.deepEqual(await kinds(as.director), [])
})
