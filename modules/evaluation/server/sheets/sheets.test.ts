import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { adjust, evaluationServer, goodPoints, octoberBody, openOctober, participantOf, putTasks, sendSheet } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { Refused } from '#tests/setup/test-server.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)

const blank = { points: {}, judgements: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }
const notFound = refused('platform.not-found')

async function opened() {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  const params = { campaignId, personId: commune.people.clerk, rater: 'self' as const }
  const save = (version: number, points: Record<string, string>, requestId?: string) => commune.as.clerk.call(sheetRoutes.saveSheet, { params, body: { ...blank, version, points } }, requestId)
  return { ...commune, commune, campaignId, params, save }
}

test('two people save one sheet at once: the second is told what the first left', async () => {
  const { save } = await opened()
  const answers = await Promise.allSettled([save(0, { 'I.1': '4' }), save(0, { 'I.1': '3' })])
  const [won, lost] = [answers.find((each) => each.status === 'fulfilled'), answers.find((each) => each.status === 'rejected')]
  assert.equal(won?.value.version, 1)
  assert.ok(lost?.reason instanceof Refused)
  assert.equal(lost.reason.code, 'evaluation.sheet.changed')
  const current = lost.reason.data['current'] as { version: number; points: Record<string, string> }
  assert.equal(current.version, 1)
  assert.ok(['3', '4'].includes(current.points['I.1'] ?? ''))
  const next = await save(1, { 'I.1': current.points['I.1'] ?? '', 'I.2': '5' })
  assert.equal(next.version, 2)
})

test('ten double clicks with one request id are one save', async () => {
  const { save, as, campaignId, people, tenantId } = await opened()
  const requestId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 10 }, () => save(0, { 'I.1': '4' }, requestId)))
  assert.deepEqual([...new Set(answers.map((answer) => answer.version))], [1])
  const sheet = await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } })
  assert.equal(sheet.sheets[0]?.version, 1)
  const entries = await server.inTenant(tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', tenantId).where('action', '=', 'evaluation.sheet.saved').select('id').execute())
  assert.equal(entries.length, 1)
})

test('saves that follow one another each have their entry; two of them at once are one, ten clicks too', async () => {
  const { save, tenantId } = await opened()
  const entries = () => server.inTenant(tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', tenantId).where('action', '=', 'evaluation.sheet.saved').select(['data', 'reply', 'request_id']).orderBy('id').execute())
  await save(0, { 'I.1': '4' })
  const requestId = randomUUID()
  const clicks = await Promise.all(Array.from({ length: 10 }, () => save(1, { 'I.1': '4.50', 'I.2': '3' }, requestId)))
  assert.equal(new Set(clicks.map((answer) => JSON.stringify(answer))).size, 1)
  const kept = (await entries())[1]
  assert.deepEqual([kept?.data, kept?.reply, kept?.request_id], [{ rater: 'self', version: 2, scored: 2 }, clicks[0], requestId])
  const answers = await Promise.allSettled([save(2, { 'I.1': '1' }), save(2, { 'I.1': '2' })])
  const lost = answers.find((each) => each.status === 'rejected')
  assert.ok(refused('evaluation.sheet.changed')(lost?.reason))
  assert.equal((await entries()).length, 3)
  await assert.rejects(save(3, { 'I.1': '6' }), refused('evaluation.sheet.bad-points'))
  await assert.rejects(save(2, { 'I.1': '2' }, requestId), refused('platform.request-id-reused'))
  assert.equal((await entries()).length, 3)
})

test('what an earlier save found is never believed against what is there now', async () => {
  const { commune, as, campaignId, people, save } = await opened()
  for (const version of [0, 1]) await save(version, { 'I.1': '4' })
  await adjust(commune, campaignId, 'clerk', { excludedReason: 'Chuyển công tác' })
  await assert.rejects(save(2, { 'I.1': '5' }), refused('evaluation.sheet.wrong-status'))
  await adjust(commune, campaignId, 'clerk', { excludedReason: '' })
  assert.equal((await save(2, { ...goodPoints })).version, 3)
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  await assert.rejects(save(4, { 'I.1': '5' }), refused('evaluation.sheet.wrong-status'))
  const params = { campaignId, personId: people.clerk, rater: 'superior' as const }
  const score = (version: number) => as.officeHead.call(sheetRoutes.saveSheet, { params, body: { ...blank, version, points: { 'I.1': '3' } } })
  for (const version of [0, 1]) await score(version)
  await adjust(commune, campaignId, 'clerk', { superiorId: people.divisionHead })
  await assert.rejects(score(2), notFound)
})

test('a sheet carries its running total; a blank inherits from nobody', async () => {
  const { commune, as, campaignId, people, save } = await opened()
  await putTasks(server, commune, 'clerk', [{ assigned: 10, completed: 10, coefficient: '1/1' }])
  await save(0, { ...goodPoints })
  const own = await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } })
  assert.deepEqual([own.preview.total, own.preview.terms['a'], own.tasks.length], ['98.00', '100.00', 1])
  assert.deepEqual(own.can, ['save_self', 'submit_self'])
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  const seen = await as.officeHead.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } })
  assert.deepEqual(seen.sheets.map((sheet) => sheet.rater), ['self'])
  assert.deepEqual([seen.preview.total, seen.preview.level], [null, 'insufficient_data'])
  assert.deepEqual(seen.can, ['save_superior', 'submit_superior', 'return_to_self'])
})

test('bad points are refused one by one with what is expected', async () => {
  const { save } = await opened()
  await assert.rejects(save(0, { 'I.1': '6', 'II.1': '0.03' }), (error) => {
    assert.ok(error instanceof Refused)
    const problems = error.data['problems'] as { code: string; found: string; expected: string }[]
    assert.deepEqual(problems.map(({ code, found }) => [code, found]), [['I.1', '6'], ['II.1', '0.03']])
    assert.ok(problems.every(({ expected }) => expected !== ''))
    return error.code === 'evaluation.sheet.bad-points' && error.status === 422
  })
})

test('an unfinished sheet is not sent on, and names what is missing', async () => {
  const { save, as, params } = await opened()
  await save(0, { 'I.1': '5' })
  await assert.rejects(as.clerk.call(sheetRoutes.submitSheet, { params, body: { version: 1 } }), refused('evaluation.sheet.incomplete', { missing: ['I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4'] }))
})

test('the superior sends a sheet back with a reason; it waits for the subject again', async () => {
  const { as, campaignId, people } = await opened()
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  const file = { params: { campaignId, personId: people.clerk } }
  const { sheets } = await as.officeHead.call(sheetRoutes.getSheet, file)
  assert.equal((await as.officeHead.call(sheetRoutes.returnSheet, { ...file, body: { version: sheets[0]?.version ?? 0, reason: 'Ghi rõ sản phẩm' } })).status, 'self_scoring')
  const back = await as.clerk.call(sheetRoutes.getSheet, file)
  assert.deepEqual([back.returned[0]?.reason, back.sheets[0]?.submittedAt, back.can], ['Ghi rõ sản phẩm', null, ['save_self', 'submit_self']])
  const { items } = await as.clerk.call(sheetRoutes.myWork, {})
  assert.deepEqual(items.map((item) => [item.kind, item.due, item.workingDaysLeft]), [['returned_sheet', '2026-11-25', 3]])
})

test('only the subject and the named superior write; everybody else finds nothing', async () => {
  const { as, campaignId, people, params } = await opened()
  for (const caller of [as.officeHead, as.typist, as.chair, as.officer]) {
    await assert.rejects(caller.call(sheetRoutes.saveSheet, { params, body: { ...blank, version: 0 } }), notFound)
  }
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  for (const caller of [as.clerk, as.typist, as.chair, as.officer, as.divisionHead]) {
    await assert.rejects(caller.call(sheetRoutes.saveSheet, { params: { ...params, rater: 'superior' }, body: { ...blank, version: 0 } }), notFound)
  }
  for (const caller of [as.typist, as.divisionHead, as.engineer]) await assert.rejects(caller.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } }), notFound)
})

test('the superior cannot score before the self-assessment is sent, nor anybody after', async () => {
  const { as, campaignId, people, params } = await opened()
  await assert.rejects(as.officeHead.call(sheetRoutes.saveSheet, { params: { ...params, rater: 'superior' }, body: { ...blank, version: 0 } }), refused('evaluation.sheet.wrong-status', { status: 'self_scoring' }))
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  await assert.rejects(as.clerk.call(sheetRoutes.saveSheet, { params, body: { ...blank, version: 2 } }), refused('evaluation.sheet.wrong-status', { status: 'superior_scoring' }))
})

test('the subject sees nothing of the superior’s column before it is sent on, and no score before publication; reading another’s sheet is in the ledger', async () => {
  const { as, campaignId, people, tenantId } = await opened()
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  await sendSheet(as.officeHead, campaignId, people.clerk, 'superior')
  const file = { params: { campaignId, personId: people.clerk } }
  await sendSheet(as.typist, campaignId, people.typist, 'self')
  await as.officeHead.call(sheetRoutes.saveSheet, { params: { campaignId, personId: people.typist, rater: 'superior' }, body: { ...blank, version: 0, points: { 'I.1': '1' } } })
  assert.deepEqual((await as.typist.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.typist } })).sheets.map((sheet) => sheet.rater), ['self'])
  assert.deepEqual((await as.clerk.call(sheetRoutes.getSheet, file)).sheets.map((sheet) => sheet.rater), ['self', 'superior'])
  await assert.rejects(as.clerk.call(resultRoutes.getResult, file), refused('platform.not-found'))
  assert.deepEqual((await as.officer.call(sheetRoutes.getSheet, file)).sheets.map((sheet) => sheet.rater), ['self', 'superior'])
  const reads = await server.inTenant(tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', tenantId).where('action', '=', 'evaluation.sheet.read').select('person_id').execute())
  assert.ok(reads.some((row) => row.person_id === people.officer))
  assert.ok(reads.every((row) => row.person_id !== people.clerk))
})

test('a superior declared a relative after the campaign opened sends no points on; another one is named', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const campaignId = await openOctober(commune)
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  await as.officer.call(raterRoutes.declareKinship, { params: { personId: people.clerk }, body: { relativeId: people.officeHead, relation: 'parent', note: '' } })
  await assert.rejects(sendSheet(as.officeHead, campaignId, people.clerk, 'superior'), refused('evaluation.rater.relative'))
  await adjust(commune, campaignId, 'clerk', { superiorId: people.chair })
  assert.equal((await sendSheet(as.chair, campaignId, people.clerk, 'superior')).status, 'scored')
})

test('another superior named half-way starts with an empty sheet', async () => {
  const { commune, as, campaignId, people, params } = await opened()
  await sendSheet(as.clerk, campaignId, people.clerk, 'self')
  await as.officeHead.call(sheetRoutes.saveSheet, { params: { ...params, rater: 'superior' }, body: { ...blank, version: 0, points: { 'I.1': '1' } } })
  await adjust(commune, campaignId, 'clerk', { superiorId: people.divisionHead })
  const seen = await as.divisionHead.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } })
  assert.deepEqual([seen.sheets.map((sheet) => sheet.rater), seen.can.includes('save_superior')], [['self'], true])
})

test('adjustments survive another resolution; nobody is named their own superior; unknown facts are refused', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const { campaignId, version } = await as.officer.call(campaignRoutes.createCampaign, { body: octoberBody(commune) })
  await adjust(commune, campaignId, 'clerk', { superiorId: people.divisionHead, facts: { discipline: [{ form: 'warning', dutyRelated: true, year: 2026 }] } })
  await as.officer.call(campaignRoutes.resolveAgain, { params: { campaignId }, body: { version } })
  const again = await participantOf(commune, campaignId, 'clerk')
  assert.deepEqual([again.superior?.id, again.facts?.['discipline']], [people.divisionHead, [{ form: 'warning', dutyRelated: true, year: 2026 }]])
  await assert.rejects(adjust(commune, campaignId, 'clerk', { superiorId: people.clerk }), refused('evaluation.participant.rates-self'))
  await assert.rejects(adjust(commune, campaignId, 'clerk', { facts: { bonus: 3 } }), refused('evaluation.participant.bad-fact'))
  await assert.rejects(adjust(commune, campaignId, 'clerk', { group: 'boss' }), refused('evaluation.participant.unknown-group'))
})

test('a monthly score from paper is entered, corrected, and refused above 100 or ahead of time', async () => {
  const { as, people } = await smallCommune(server)
  const enter = (month: string, total: string, by = as.officer) => by.call(sheetRoutes.enterMonthlyScore, { params: { personId: people.clerk, month }, body: { total, note: 'Sổ giấy' } })
  assert.equal((await enter('2026-03-01', '87.125')).total, '87.13')
  assert.equal((await enter('2026-03-15', '88')).total, '88.00')
  await assert.rejects(enter('2026-03-01', '100.01'), refused('evaluation.month.out-of-range'))
  await assert.rejects(enter('2027-03-01', '80'), refused('evaluation.month.out-of-range'))
  await assert.rejects(enter('2026-03-01', '80', as.officeHead), notFound)
})
