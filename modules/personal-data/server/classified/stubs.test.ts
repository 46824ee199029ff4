import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contracts } from '#apps/server/modules.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { isFileBody, type Route } from '#platform/contract/route.ts'
import { assign, ledgerOf, putCampaign, withProduct } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { classifiedRoutes } from '../../contract/classified-routes.ts'

const server = await wholeServer(import.meta)
const stub = { number: '12-KH/TU', issuedOn: '2026-10-05', issuer: 'Tỉnh ủy', secrecy: 'confidential' as const, keptAt: 'Tủ hồ sơ mật, Văn phòng' }

test('a classified paper is refused by its answer, name or stamp; a stub stands in its place with the task', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const taskId = await assign(as.officeHead, people.clerk, await withProduct({ as }))
  const attach = (fileName: string, text: string, secrecy: 'none' | 'secret' = 'none') => as.clerk.call(taskRoutes.addEvidenceFile, { params: { taskId }, query: { fileName, secrecy }, body: new TextEncoder().encode(text) })
  await assert.rejects(attach('a.txt', 'Kế hoạch', 'secret'), refused('platform.classified', { level: 'secret', by: 'answer' }))
  await assert.rejects(attach('12-KH_TU_TM.txt', 'Kế hoạch'), refused('platform.classified', { level: 'secret', by: 'name' }))
  await assert.rejects(attach('a.txt', 'TỈNH ỦY\nMẬT\nKế hoạch'), refused('platform.classified', { level: 'confidential', by: 'stamp' }))
  assert.deepEqual((await as.clerk.call(taskRoutes.getTask, { params: { taskId } })).evidence, [])

  const about = { kind: 'task' as const, id: taskId as string }
  const added = await as.clerk.call(classifiedRoutes.addStub, { body: { about, ...stub } })
  await assert.rejects(as.clerk.call(classifiedRoutes.addStub, { body: { about, ...stub, keptAt: 'Tủ 1, về việc điều động' } }), refused('personal-data.stub.content'))
  const withAbstract = { about, ...stub, abstract: 'Điều động cán bộ' }
  await assert.rejects(as.clerk.call(classifiedRoutes.addStub, { body: withAbstract }), refused('platform.invalid-input'))
  assert.deepEqual(await as.officeHead.call(classifiedRoutes.stubsAbout, { params: about }), { items: [added], can: [] })
  assert.deepEqual((await as.officer.call(classifiedRoutes.listStubs, { query: {} })).items.map((item) => [item.number, item.about.name]), [['12-KH/TU', 'Tờ trình']])
  for (const stranger of [as.typist, as.engineer]) {
    await assert.rejects(stranger.call(classifiedRoutes.stubsAbout, { params: about }), refused('platform.not-found'))
    await assert.rejects(stranger.call(classifiedRoutes.addStub, { body: { about, ...stub } }), refused('platform.not-found'))
    await assert.rejects(stranger.call(classifiedRoutes.removeStub, { params: { stubId: added.id } }), refused('platform.not-found'))
    await assert.rejects(stranger.call(classifiedRoutes.listStubs, { query: {} }), refused('platform.not-found'))
  }
  await as.clerk.call(classifiedRoutes.removeStub, { params: { stubId: added.id } })
  assert.deepEqual(await as.clerk.call(classifiedRoutes.stubsAbout, { params: about }), { items: [], can: ['add'] })
  assert.deepEqual((await ledgerOf(server, tenantId)).map((entry) => entry.action).filter((action) => action.startsWith('personal-data.stub')), ['personal-data.stub.added', 'personal-data.stub.removed'])
})

test('the officer keeps a stub with the campaign in place of a decision; others do not see it before publication', async () => {
  const { as, people, tenantId } = await smallCommune(server)
  const about = { kind: 'campaign' as const, id: (await putCampaign(server, tenantId, 'scoring', [{ personId: people.clerk }])) as string }
  await as.officer.call(classifiedRoutes.addStub, { body: { about, ...stub, secrecy: 'top_secret' } })
  assert.equal((await as.officer.call(classifiedRoutes.stubsAbout, { params: about })).items.length, 1)
  await assert.rejects(as.clerk.call(classifiedRoutes.stubsAbout, { params: about }), refused('platform.not-found'))
  await assert.rejects(as.clerk.call(classifiedRoutes.addStub, { body: { about, ...stub } }), refused('platform.not-found'))
})

test('every route that takes a paper asks whether it is classified; only tables the program reads, and a still of a film that was asked about, are not', () => {
  const unasked = new Set(['newsroom.importDictionary', 'newsroom.keepPicture', 'organisation.uploadImport', 'evaluation.checkProductImport', 'evaluation.checkSheetFile', 'evaluation.readRatingFile', 'evaluation.markedRatingFile'])
  const silent = Object.entries(contracts).flatMap(([module, table]) =>
    Object.entries(table).flatMap(([name, route]: [string, Route]) => (isFileBody(route.body) && !(route.query !== undefined && 'secrecy' in route.query.shape) ? [`${module}.${name}`] : [])),
  )
  assert.deepEqual(silent.filter((name) => !unasked.has(name)), [])
})
