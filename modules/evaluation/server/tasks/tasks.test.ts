import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { readerOf } from '#platform/db/database.ts'
import { assign, catalogueHead, ledgerOf, productBody, putCampaign, taskServer, withProduct } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson } from '#tests/setup/small-commune.ts'
import { catalogueRoutes, taskRoutes } from '../../contract/task-routes.ts'
import { taskWorkItems } from './work-items.ts'

const server = await taskServer(import.meta)

const report = { completed: 3, completedOn: '2026-11-19', note: 'Đã trình ký' }
const judgement = { completed: 3, qualityFaults: 0, lateEvents: 0, qualityExcused: false, lateExcused: false, excuseReason: '' }

test('a task goes from the head to the cadre and back, each act in the ledger', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const productId = await withProduct({ as })
  const taskId = await assign(as.officeHead, people.clerk, productId)
  const [mine] = (await as.clerk.call(taskRoutes.listTasks, {})).items
  assert.deepEqual(
    [mine?.id, mine?.title, mine?.coefficient, mine?.coefficientShown, mine?.month, mine?.origin, mine?.unit.name, mine?.can],
    [taskId, 'Tờ trình', '3/2', '1.5', '2026-11-01', 'assigned', 'Văn phòng', ['report', 'hand_back', 'add_evidence']],
  )
  assert.deepEqual(await as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report } }), { version: 2, status: 'reported' })
  const seen = await as.officeHead.call(taskRoutes.getTask, { params: { taskId } })
  assert.deepEqual([seen.completed, seen.resultNote, seen.can], [3, 'Đã trình ký', ['judge', 'cancel']])
  assert.deepEqual(
    await as.officeHead.call(taskRoutes.judgeTask, { params: { taskId }, body: { version: 2, ...judgement, qualityFaults: 1, lateEvents: 1, lateExcused: true, excuseReason: 'Chờ tỉnh trả lời' } }),
    { version: 3, status: 'confirmed' },
  )
  const judged = await as.clerk.call(taskRoutes.getTask, { params: { taskId } })
  assert.deepEqual([judged.qualityFaults, judged.lateExcused, judged.excuseReason, judged.can], [1, true, 'Chờ tỉnh trả lời', []])
  const actions = (await ledgerOf(server, tenantId)).map((entry) => entry.action)
  assert.deepEqual(actions, ['evaluation.catalogue.issued', 'evaluation.product.added', 'evaluation.task.assigned', 'evaluation.task.reported', 'evaluation.task.read', 'evaluation.task.judged'], 'the head’s look at it too, the cadre’s own not')
})

test('the coefficient stays as it was when assigned, whatever becomes of the product', async () => {
  const { as, people } = await smallCommune(server)
  const productId = await withProduct({ as })
  const taskId = await assign(as.officeHead, people.clerk, productId)
  await as.officer.call(catalogueRoutes.saveProduct, { body: { id: productId, version: 1, ...productBody, points: '50' } })
  await as.officer.call(catalogueRoutes.settleProduct, { params: { productId }, body: { version: 2, act: 'retire' } })
  assert.equal((await as.clerk.call(taskRoutes.getTask, { params: { taskId } })).coefficient, '3/2')
  await assert.rejects(assign(as.officeHead, people.clerk, productId), refused('evaluation.task.product-not-in-force'))
})

test('one act gives the task to several people; nobody gets it when one of them is not under the head', async () => {
  const { as, people } = await smallCommune(server)
  const productId = await withProduct({ as })
  const body = { productId, quantity: 1, deadline: '2026-11-25' }
  const { taskIds } = await as.officeHead.call(taskRoutes.assignTask, { body: { ...body, personIds: [people.clerk, people.typist, people.clerk] } })
  assert.equal(taskIds.length, 2)
  await assert.rejects(
    as.officeHead.call(taskRoutes.assignTask, { body: { ...body, personIds: [people.clerk, people.engineer, people.officeHead] } }),
    refused('evaluation.task.not-yours', { personIds: [people.engineer, people.officeHead] }),
  )
  assert.equal((await as.clerk.call(taskRoutes.listTasks, {})).items.length, 1)
  const { people: offered } = await as.officeHead.call(taskRoutes.assignablePeople, {})
  assert.deepEqual(offered.map((person) => person.fullName), ['Nguyễn Thị Ánh', 'Phạm Văn Ân', 'Võ Thị Tổ'])
})

test('a double click gives one task', async () => {
  const { as, people } = await smallCommune(server)
  const productId = await withProduct({ as })
  const requestId = randomUUID()
  const input = { body: { personIds: [people.clerk], productId, quantity: 1, deadline: '2026-11-25' } }
  const answers = await Promise.all([1, 2, 3].map(() => as.officeHead.call(taskRoutes.assignTask, input, requestId)))
  assert.equal(new Set(answers.map((answer) => answer.taskIds[0])).size, 1)
  assert.equal((await as.clerk.call(taskRoutes.listTasks, {})).items.length, 1)
})

test('of two superiors judging at once one is told what the other recorded', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const judge = (by: 'officeHead' | 'chair', completed: number) => as[by].call(taskRoutes.judgeTask, { params: { taskId }, body: { version: 1, ...judgement, completed } })
  const results = await Promise.allSettled([judge('officeHead', 2), judge('chair', 4)])
  const lost = results.find((result) => result.status === 'rejected')
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
  const { completed } = await as.clerk.call(taskRoutes.getTask, { params: { taskId } })
  refused('evaluation.task.changed', { version: 2, status: 'confirmed', completed })(lost?.status === 'rejected' ? lost.reason : undefined)
})

test('more than assigned is refused with the surplus, for the cadre and for the superior', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const above = refused('evaluation.task.above-assigned', { assigned: 4, completed: 6, surplus: 2 })
  await assert.rejects(as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report, completed: 6 } }), above)
  await assert.rejects(as.officeHead.call(taskRoutes.judgeTask, { params: { taskId }, body: { version: 1, ...judgement, completed: 6 } }), above)
  await assert.rejects(as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report, completedOn: null } }), refused('evaluation.task.date-needed'))
  await assert.rejects(as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report, completedOn: '2026-11-21' } }), refused('evaluation.task.date-in-future'))
})

test('a handed-back task is taken over once, as work beyond the plan of who received it', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  await as.clerk.call(taskRoutes.handBackTask, { params: { taskId }, body: { version: 1, reason: 'Nghỉ phép' } })
  const give = (to: CommunePerson) => as.officeHead.call(taskRoutes.reassignTask, { params: { taskId }, body: { version: 2, personId: people[to], deadline: '2026-11-28' } })
  await assert.rejects(give('clerk'), refused('evaluation.task.same-person'))
  await assert.rejects(give('engineer'), refused('evaluation.task.not-yours'))
  const both = await Promise.allSettled([give('typist'), give('officer')])
  assert.equal(both.filter((result) => result.status === 'fulfilled').length, 1)
  const first = await as.clerk.call(taskRoutes.getTask, { params: { taskId } })
  await assert.rejects(
    as.officeHead.call(taskRoutes.reassignTask, { params: { taskId }, body: { version: first.version, personId: people.typist, deadline: '2026-11-28' } }),
    refused('evaluation.task.already-reassigned', { personId: first.handedTo?.id }),
  )
  const { items } = await as.officeHead.call(taskRoutes.listTasks, { query: { who: 'mine', origin: 'received' } })
  assert.deepEqual(items.map((task) => [task.receivedFrom?.id, task.coefficient, task.assigned, task.status]), [[people.clerk, '3/2', 4, 'open']])
  assert.equal(first.status, 'handed_back')
})

test('when the one who took it over is relieved of it, the task may be given again', async () => {
  const { as, people } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  await as.clerk.call(taskRoutes.handBackTask, { params: { taskId }, body: { version: 1, reason: 'Ốm' } })
  const taken = await as.officeHead.call(taskRoutes.reassignTask, { params: { taskId }, body: { version: 2, personId: people.typist, deadline: '2026-11-28' } })
  await as.officeHead.call(taskRoutes.cancelTask, { params: { taskId: taken.taskId }, body: { version: 1, reason: 'Giao nhầm' } })
  await as.officeHead.call(taskRoutes.reassignTask, { params: { taskId }, body: { version: 3, personId: people.officer, deadline: '2026-11-28' } })
  assert.equal((await as.clerk.call(taskRoutes.getTask, { params: { taskId } })).handedTo?.id, people.officer)
})

test('ad-hoc work is written down in one act and counts once the superior accepts it', async () => {
  const { as, people } = await smallCommune(server)
  const productId = await withProduct({ as })
  const record = (part = {}) => as.clerk.call(taskRoutes.addAdHocTask, { body: { productId, title: 'Tiếp đoàn kiểm tra', quantity: 1, completed: 1, completedOn: '2026-11-18', ...part } })
  const { taskId, status } = await record()
  assert.equal(status, 'proposed')
  const seen = await as.officeHead.call(taskRoutes.getTask, { params: { taskId } })
  assert.deepEqual([seen.origin, seen.month, seen.can], ['ad_hoc', '2026-11-01', ['approve']])
  assert.deepEqual(await as.officeHead.call(taskRoutes.approveAdHocTask, { params: { taskId }, body: { version: 1, accept: true, reason: '' } }), { version: 2, status: 'confirmed' })
  const declined = await record()
  const decline = (reason: string) => as.officeHead.call(taskRoutes.approveAdHocTask, { params: { taskId: declined.taskId }, body: { version: 1, accept: false, reason } })
  await assert.rejects(decline(''), refused('evaluation.task.reason-needed'))
  assert.equal((await decline('Đã nằm trong kế hoạch')).status, 'cancelled')
  assert.equal((await as.clerk.call(taskRoutes.getTask, { params: { taskId: declined.taskId } })).closingReason, 'Đã nằm trong kế hoạch')
  await assert.rejects(record({ completedOn: '2026-11-21' }), refused('evaluation.task.date-in-future'))
  await assert.rejects(record({ completed: 2 }), refused('evaluation.task.above-assigned'))
  await assert.rejects(record({ completedOn: '2025-12-31' }), refused('evaluation.task.product-not-in-force'))
  const own = await as.officeHead.call(taskRoutes.addAdHocTask, { body: { productId, title: 'Họp đột xuất', quantity: 1, completed: 1, completedOn: '2026-11-18' } })
  await assert.rejects(as.officeHead.call(taskRoutes.approveAdHocTask, { params: { taskId: own.taskId }, body: { version: 1, accept: true, reason: '' } }), refused('platform.not-found'))
  assert.equal((await as.chair.call(taskRoutes.getTask, { params: { taskId: own.taskId } })).person.id, people.officeHead)
})

test('once the campaign over the month is compiled nothing of its tasks changes; before, everything may', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const productId = await withProduct({ as })
  const taskId = await assign(as.officeHead, people.clerk, productId)
  const backId = await assign(as.officeHead, people.clerk, productId)
  await as.clerk.call(taskRoutes.handBackTask, { params: { taskId: backId }, body: { version: 1, reason: 'Ốm' } })
  const adHoc = await as.clerk.call(taskRoutes.addAdHocTask, { body: { productId, title: 'Đột xuất', quantity: 1, completed: 1, completedOn: '2026-11-18' } })
  await putCampaign(server, tenantId, 'scoring', [{ personId: people.clerk }])
  await as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report } })
  const compiled = await putCampaign(server, tenantId, 'compiling', [{ personId: people.clerk }, { personId: people.typist, excluded: 'Nghỉ thai sản' }])
  const acts: [string, () => Promise<unknown>][] = [
    ['assign', () => assign(as.officeHead, people.clerk, productId)],
    ['report', () => as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 2, ...report } })],
    ['judge', () => as.officeHead.call(taskRoutes.judgeTask, { params: { taskId }, body: { version: 2, ...judgement } })],
    ['hand back', () => as.clerk.call(taskRoutes.handBackTask, { params: { taskId }, body: { version: 2, reason: 'Ốm' } })],
    ['cancel', () => as.officeHead.call(taskRoutes.cancelTask, { params: { taskId }, body: { version: 2, reason: 'Thôi' } })],
    ['reassign', () => as.officeHead.call(taskRoutes.reassignTask, { params: { taskId: backId }, body: { version: 2, personId: people.typist, deadline: '2026-12-05' } })],
    ['approve', () => as.officeHead.call(taskRoutes.approveAdHocTask, { params: { taskId: adHoc.taskId }, body: { version: 1, accept: true, reason: '' } })],
    ['record ad hoc', () => as.clerk.call(taskRoutes.addAdHocTask, { body: { productId, title: 'Thêm', quantity: 1, completed: 1, completedOn: '2026-11-18' } })],
    ['evidence', () => as.clerk.call(taskRoutes.addEvidenceLink, { params: { taskId }, body: { name: 'Văn bản', address: 'https://vb.example.vn/1' } })],
  ]
  for (const [what, act] of acts) await assert.rejects(act(), refused('evaluation.task.period-closed', { campaignId: compiled, status: 'compiling' }), what)
  assert.deepEqual((await as.clerk.call(taskRoutes.getTask, { params: { taskId } })).can, [])
  await assign(as.officeHead, people.clerk, productId, { deadline: '2026-12-01' })
  await assign(as.officeHead, people.typist, productId)
})

test('who a campaign names as superior sees and judges the tasks of its months, and of no others', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const productId = await withProduct({ as })
  const taskId = await assign(as.officeHead, people.clerk, productId)
  const later = await assign(as.officeHead, people.clerk, productId, { deadline: '2026-12-05' })
  await putCampaign(server, tenantId, 'draft', [{ personId: people.clerk, superiorId: people.divisionHead }])
  await assert.rejects(as.divisionHead.call(taskRoutes.getTask, { params: { taskId } }), refused('platform.not-found'))
  await putCampaign(server, tenantId, 'scoring', [{ personId: people.clerk, superiorId: people.divisionHead }])
  assert.deepEqual((await as.divisionHead.call(taskRoutes.listTasks, { query: { who: 'mine' } })).items.map((task) => [task.id, task.can]), [[taskId, ['judge']]])
  await assert.rejects(as.divisionHead.call(taskRoutes.getTask, { params: { taskId: later } }), refused('platform.not-found'))
  assert.equal((await as.divisionHead.call(taskRoutes.judgeTask, { params: { taskId }, body: { version: 1, ...judgement } })).status, 'confirmed')
})

test('the year is rated from its months and leaves the tasks of December open', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const productId = await withProduct({ as })
  const taskId = await assign(as.officeHead, people.clerk, productId, { deadline: '2026-12-20' })
  await putCampaign(server, tenantId, 'published', [{ personId: people.clerk }], { kind: 'year', from: '2026-01-01', to: '2026-12-31' })
  assert.deepEqual((await as.clerk.call(taskRoutes.getTask, { params: { taskId } })).can, ['report', 'hand_back', 'add_evidence'])
  await as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report } })
})

test('a report that meets a compilation under way waits for it and is then refused', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const campaignId = await putCampaign(server, tenantId, 'scoring', [{ personId: people.clerk }])
  let answer: Promise<unknown> | undefined
  await server.inTenant(tenantId, async (tx) => {
    await tx.updateTable('evaluation_campaign').set({ status: 'compiling' }).where('tenant_id', '=', tenantId).where('id', '=', campaignId).execute()
    answer = as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report } })
    const first = await Promise.race([answer.then(() => 'answered', () => 'answered'), new Promise((resolve) => setTimeout(resolve, 300, 'waiting'))])
    assert.equal(first, 'waiting')
  })
  await assert.rejects(answer ?? Promise.resolve(), refused('evaluation.task.period-closed'))
})

test('who may do what with the clerk’s task', async () => {
  const { as, people } = await smallCommune(server)
  const productId = await withProduct({ as })
  const everybody: CommunePerson[] = ['clerk', 'officeHead', 'chair', 'officer', 'typist', 'engineer', 'divisionHead']
  const acts: Record<string, { may: CommunePerson[]; run: (who: CommunePerson, taskId: string) => Promise<unknown> }> = {
    see: { may: ['clerk', 'officeHead', 'chair', 'officer'], run: (who, taskId) => as[who].call(taskRoutes.getTask, { params: { taskId } }) },
    report: { may: ['clerk'], run: (who, taskId) => as[who].call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report } }) },
    judge: { may: ['officeHead', 'chair'], run: (who, taskId) => as[who].call(taskRoutes.judgeTask, { params: { taskId }, body: { version: 1, ...judgement } }) },
    handBack: { may: ['clerk'], run: (who, taskId) => as[who].call(taskRoutes.handBackTask, { params: { taskId }, body: { version: 1, reason: 'Ốm' } }) },
    cancel: { may: ['officeHead', 'chair', 'officer'], run: (who, taskId) => as[who].call(taskRoutes.cancelTask, { params: { taskId }, body: { version: 1, reason: 'Thôi' } }) },
    addLink: { may: ['clerk'], run: (who, taskId) => as[who].call(taskRoutes.addEvidenceLink, { params: { taskId }, body: { name: 'Văn bản', address: 'https://vb.example.vn/1' } }) },
  }
  for (const [act, { may, run }] of Object.entries(acts)) {
    for (const who of everybody) {
      const taskId = await assign(as.officeHead, people.clerk, productId)
      if (may.includes(who)) await run(who, taskId)
      else await assert.rejects(run(who, taskId), refused('platform.not-found'), `${who} ${act}`)
    }
  }
})

test('lists hold own tasks or those under the actor, page by key and are filtered', async () => {
  const { as, people, units } = await smallCommune(server)
  const productId = await withProduct({ as })
  for (const [person, deadline] of [['clerk', '2026-11-25'], ['clerk', '2026-10-30'], ['typist', '2026-11-10'], ['officeHead', '2026-11-11'], ['engineer', '2026-11-12']] as const) {
    await assign(as.chair, people[person], productId, { deadline })
  }
  const names = async (who: CommunePerson, query: Record<string, string>) => (await as[who].call(taskRoutes.listTasks, { query })).items.map((task) => `${task.person.fullName.split(' ').at(-1) ?? ''} ${task.deadline}`)
  assert.deepEqual(await names('clerk', {}), ['Ánh 2026-11-25', 'Ánh 2026-10-30'])
  assert.deepEqual(await names('clerk', { who: 'mine' }), [])
  assert.deepEqual(await names('clerk', { personId: people.typist }), [])
  assert.deepEqual(await names('officeHead', { who: 'mine' }), ['Ân 2026-11-10', 'Ánh 2026-11-25', 'Ánh 2026-10-30'])
  assert.deepEqual(await names('officeHead', { personId: people.typist }), ['Ân 2026-11-10'])
  assert.deepEqual(await names('chair', { who: 'mine', unitId: units.KT }), ['Tế 2026-11-12'])
  assert.deepEqual(await names('chair', { who: 'mine', month: '2026-10-15' }), ['Ánh 2026-10-30'])
  assert.deepEqual(await names('officer', { who: 'mine', search: 'to trinh bi-01' }), ['Ân 2026-11-10', 'Hạnh 2026-11-11', 'Tế 2026-11-12', 'Ánh 2026-11-25', 'Ánh 2026-10-30'])
  assert.deepEqual(await names('officer', { who: 'mine', search: '100%' }), [])
  const paged: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await as.officer.call(taskRoutes.listTasks, { query: { who: 'mine', limit: 2, ...(after === undefined ? {} : { after }) } })
    paged.push(...page.items.map((task) => task.deadline))
    if (page.next === null) break
    after = page.next
  }
  assert.deepEqual(paged, ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-25', '2026-10-30'])
  await assert.rejects(as.officer.call(taskRoutes.listTasks, { query: { after: '["x"]' } }), refused('platform.bad-page-key'))
})

test('another tenant’s task does not exist', async () => {
  const here = await smallCommune(server)
  const there = await smallCommune(server)
  const taskId = await assign(here.as.officeHead, here.people.clerk, await withProduct(here))
  await assert.rejects(there.as.chair.call(taskRoutes.getTask, { params: { taskId } }), refused('platform.not-found'))
  await assert.rejects(there.as.chair.call(taskRoutes.cancelTask, { params: { taskId }, body: { version: 1, reason: 'Thôi' } }), refused('platform.not-found'))
})

test('what waits: own open tasks for the cadre, reports and ad-hoc work for the direct superior only', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const productId = await withProduct({ as })
  const items = (who: CommunePerson) =>
    server.inTenant(tenantId, async (tx) => (await taskWorkItems(readerOf(tx), as[who].actor, calendarDate('2026-11-20'), server.services.calendar)).map((item) => [item.kind, item.personName, item.count, item.due, item.workingDaysLeft]))
  const taskId = await assign(as.officeHead, people.clerk, productId)
  await assign(as.officeHead, people.clerk, productId, { deadline: '2026-11-18' })
  await assign(as.chair, people.officeHead, productId)
  assert.deepEqual(await items('clerk'), [['report_task', 'Nguyễn Thị Ánh', 1, '2026-11-18', -2], ['report_task', 'Nguyễn Thị Ánh', 1, '2026-11-25', 3]])
  await as.clerk.call(taskRoutes.reportTask, { params: { taskId }, body: { version: 1, ...report } })
  await as.clerk.call(taskRoutes.addAdHocTask, { body: { productId, title: 'Đột xuất', quantity: 1, completed: 1, completedOn: '2026-11-18' } })
  await as.clerk.call(taskRoutes.addAdHocTask, { body: { productId, title: 'Đột xuất nữa', quantity: 1, completed: 1, completedOn: '2026-11-19' } })
  assert.deepEqual(await items('officeHead'), [
    ['report_task', 'Lê Thị Hạnh', 1, '2026-11-25', 3],
    ['judge_task', 'Nguyễn Thị Ánh', 1, '2026-11-25', 3],
    ['approve_ad_hoc', 'Nguyễn Thị Ánh', 2, '2026-11-18', -2],
  ])
  assert.deepEqual(await items('chair'), [])
  assert.deepEqual(await items('officer'), [])
  await putCampaign(server, tenantId, 'scoring', [{ personId: people.clerk, superiorId: people.divisionHead }])
  assert.deepEqual((await items('divisionHead')).map(([kind, , count]) => [kind, count]), [['judge_task', 1], ['approve_ad_hoc', 2]])
})

test('no catalogue, no task; the catalogue of the day is the one in force', async () => {
  const { as } = await smallCommune(server)
  assert.deepEqual(await as.clerk.call(catalogueRoutes.getCatalogue, {}), { catalogue: null, manages: false })
  const next = await as.officer.call(catalogueRoutes.saveCatalogue, { body: { id: null, version: 0, ...catalogueHead, validFrom: '2027-01-01' } })
  assert.equal((await as.officer.call(catalogueRoutes.getCatalogue, {})).catalogue?.id, next.id)
  assert.equal((await as.officer.call(catalogueRoutes.getCatalogue, { query: { on: '2026-11-20' } })).catalogue, null)
})
