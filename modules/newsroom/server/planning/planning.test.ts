import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#kernel/id.ts'
import { deskRoutes } from '#modules/newsroom/contract/desk-routes.ts'
import { planningRoutes } from '#modules/newsroom/contract/planning-routes.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import type { AssignmentAct } from '#modules/newsroom/domain/planning/state.ts'
import { readerOf } from '#platform/db/database.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallNewsroom } from '#tests/setup/small-newsroom.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { ownNewsroomRecords } from '../index.ts'
import type { AssignmentId } from './assignment-rows.ts'

const server = await wholeServer(import.meta)

/** A newsroom with one assignment of Monday the 23rd for its reporter. */
async function planned() {
  const desk = await smallNewsroom(server)
  const { newsroom: as, people, units } = desk
  const plan = (writerId: PersonId, more: object = {}) => ({ topic: 'Chi bộ thôn đổi mới sinh hoạt', column: 'Xây dựng Đảng', place: 'Thôn Suối Đá', onDate: '2026-11-23', startMinute: 480, endMinute: 660, writerId, filmerId: null, camera: 'Máy 2', vehicle: '43A-123.45', dueAt: '2026-11-23T10:00:00Z', note: '', ...more })
  const add = async (more: object = {}, who = as.producer) => (await who.call(planningRoutes.addAssignment, { body: { unitId: units.VP, ...plan(people.clerk), ...more } })).id
  const week = (who: Caller, day = '2026-11-25') => who.call(planningRoutes.getWeek, { query: { day } })
  const one = async (who: Caller, id: AssignmentId) => {
    const found = (await week(who)).items.find((item) => item.id === id)
    assert.ok(found)
    return found
  }
  const act = async (who: Caller, id: AssignmentId, name: AssignmentAct) => who.call(planningRoutes.actOnAssignment, { params: { assignmentId: id }, body: { revision: (await one(who, id)).revision, act: name } })
  return { ...desk, outside: desk.as.officer, as, plan, add, week, one, act, id: await add() }
}

test('the desk plans a week for its newsroom; everybody there sees it, nobody else', async () => {
  const { as, id, people, units, add, plan, week, one, outside } = await planned()
  const seen = await week(as.reporter)
  assert.deepEqual([seen.monday, seen.items.map((item) => item.id), seen.plansFor], ['2026-11-23', [id], []])
  assert.equal((await week(as.director)).items.length, 1, 'the newsroom above sees it too')
  assert.deepEqual((await week(as.stranger)).items, [])
  await assert.rejects(week(outside), refused('platform.not-found'))
  assert.deepEqual((await week(as.reporter, '2026-11-30')).items, [])
  const { plansFor } = await week(as.producer)
  assert.deepEqual(plansFor.map(({ id: unit, cameras, vehicles }) => [unit, cameras, vehicles]), [[units.VP, ['Máy 2'], ['43A-123.45']]])
  assert.deepEqual(new Set(plansFor[0]?.people.map((person) => person.id)), new Set([people.clerk, people.officeHead, people.chair, people.typist]))
  await assert.rejects(add({}, as.reporter), refused('platform.not-found'))
  await assert.rejects(add({}, as.stranger), refused('platform.not-found'))
  await assert.rejects(add({ writerId: people.engineer }), refused('newsroom.assignment.no-such-person'))
  await assert.rejects(add({ endMinute: 480 }), refused('newsroom.assignment.times'))
  await assert.rejects(add({ endMinute: null }), refused('newsroom.assignment.times'))
  const { revision } = await one(as.producer, id)
  const change = (more: object) => as.producer.call(planningRoutes.changeAssignment, { params: { assignmentId: id }, body: { revision, ...plan(people.clerk), ...more } })
  await change({ place: 'Thôn Đá Bàn' })
  await assert.rejects(change({}), refused('newsroom.assignment.changed', { revision: revision + 1 }))
})

test('those it is given to accept, do and report it; the desk cancels; given to somebody else it is to be accepted anew', async () => {
  const { as, id, people, plan, one, act, add, tenantId } = await planned()
  assert.deepEqual((await one(as.reporter, id)).can, { change: false, acts: ['accept', 'begin'], beginStory: true })
  assert.deepEqual((await one(as.producer, id)).can, { change: true, acts: ['cancel'], beginStory: false })
  await assert.rejects(act(as.editor, id, 'accept'), refused('newsroom.assignment.wrong-state'))
  await act(as.reporter, id, 'accept')
  const { revision } = await one(as.producer, id)
  await as.producer.call(planningRoutes.changeAssignment, { params: { assignmentId: id }, body: { revision, ...plan(people.clerk, { filmerId: people.typist }) } })
  assert.equal((await one(as.reporter, id)).state, 'accepted', 'the writer stays')
  await as.producer.call(planningRoutes.changeAssignment, { params: { assignmentId: id }, body: { revision: revision + 1, ...plan(people.officeHead) } })
  assert.deepEqual([(await one(as.editor, id)).state, (await one(as.reporter, id)).can.acts], ['assigned', []])
  await act(as.editor, id, 'begin')
  await act(as.editor, id, 'finish')
  await assert.rejects(act(as.producer, id, 'cancel'), refused('newsroom.assignment.wrong-state'))
  await act(as.editor, id, 'reopen')
  await act(as.producer, id, 'cancel')
  assert.equal((await act(as.producer, id, 'revive')).state, 'assigned')
  const own = await server.inTenant(tenantId, (tx) => ownNewsroomRecords(readerOf(tx), tenantId, people.officeHead))
  assert.ok(own.some((record) => record.title === 'Phân công: Chi bộ thôn đổi mới sinh hoạt'))
  assert.ok((await ledgerOf(server, tenantId)).some((entry) => entry.action === 'newsroom.assignment.reported'))
  assert.equal((await one(as.producer, await add({ dueAt: '2026-11-19T10:00:00Z' }))).late, true)
})

test('a person, a camera or a vehicle needed twice at one time is warned about, not barred', async () => {
  const { as, id, people, add, one, act } = await planned()
  const other = await add({ topic: 'Thời sự', writerId: people.officeHead, filmerId: people.clerk, startMinute: 600, endMinute: 720, camera: 'Máy 1', vehicle: '43a 12345' })
  assert.deepEqual((await one(as.reporter, id)).clashes.map(({ kind, what, with: { topic } }) => [kind, what, topic]), [['person', 'Nguyễn Thị Ánh', 'Thời sự'], ['vehicle', '43A-123.45', 'Thời sự']])
  await act(as.producer, other, 'cancel')
  assert.deepEqual((await one(as.reporter, id)).clashes, [])
})

test('the story begins from the assignment in its column with the template, and both know each other', async () => {
  const { as, id, units, one } = await planned()
  const { id: headingId } = await as.producer.call(deskRoutes.addHeading, { body: { unitId: units.VP, kind: 'column', name: 'Xây dựng Đảng', firstDay: '2026-01-01' } })
  await as.producer.call(deskRoutes.saveTemplate, { params: { headingId }, body: { template: [{ kind: 'greeting', text: 'Kính chào quý vị.' }] } })
  const begin = (who: Caller) => who.call(planningRoutes.beginAssigned, { params: { assignmentId: id }, body: {} })
  await assert.rejects(begin(as.editor), refused('newsroom.assignment.wrong-state'))
  await assert.rejects(begin(as.stranger), refused('platform.not-found'))
  const { storyId } = await begin(as.reporter)
  const story = await as.editor.call(storyRoutes.getStory, { params: { storyId } })
  assert.deepEqual([story.title, story.column, story.content.blocks.map((block) => block.kind)], ['Chi bộ thôn đổi mới sinh hoạt', 'Xây dựng Đảng', ['greeting']])
  const assignment = await one(as.reporter, id)
  assert.deepEqual([assignment.state, assignment.story?.id, assignment.can.beginStory], ['in_progress', storyId, false])
  const back = await as.editor.call(planningRoutes.getStoryAssignment, { params: { storyId } })
  assert.equal(back.assignment?.id, id)
  await assert.rejects(begin(as.reporter), refused('newsroom.assignment.has-story'))
})
