import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { act, adjust, decideAll, evaluationServer, goodPoints, openOctober, putTasks, resultOf, scoreAll } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { Refused, type Caller } from '#tests/setup/test-server.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'

const server = await evaluationServer(import.meta)

const notFound = refused('platform.not-found')
const people = ['officeHead', 'divisionHead', 'clerk', 'typist', 'officer', 'engineer'] as const

/** A campaign in which everybody has ten finished tasks and 28 general points: 98 points each. */
async function scored(commune: SmallCommune) {
  for (const person of people) await putTasks(server, commune, person, [{ assigned: 10, completed: person === 'typist' ? 7 : 10, coefficient: '1/1' }])
  const campaignId = await openOctober(commune)
  await scoreAll(commune, campaignId)
  return campaignId
}

async function deciding(commune: SmallCommune) {
  const campaignId = await scored(commune)
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  return campaignId
}

async function published(commune: SmallCommune) {
  const campaignId = await deciding(commune)
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Theo kết luận của tập thể lãnh đạo')
  return campaignId
}

test('the authority alone decides, once per version, and two decisions at once are one', async () => {
  const commune = await smallCommune(server)
  const campaignId = await deciding(commune)
  const row = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([row.total, row.provisionalLevel, row.can], ['98.00', 'excellent', ['decide', 'print']])
  const decide = (by: Caller, level = 'excellent', reason = '') =>
    by.call(resultRoutes.decide, { params: { campaignId, personId: commune.people.clerk }, body: { version: row.version, level, reason } })
  await assert.rejects(decide(commune.as.officeHead), notFound)
  await assert.rejects(decide(commune.as.officer), notFound)
  const answers = await Promise.allSettled([decide(commune.as.chair), decide(commune.as.chair, 'good', 'Giữ tỷ lệ xuất sắc của đơn vị')])
  assert.deepEqual(answers.map((each) => each.status).sort(), ['fulfilled', 'rejected'])
  const lost = answers.find((each) => each.status === 'rejected')
  assert.ok(lost?.reason instanceof Refused && lost.reason.code === 'evaluation.result.changed')
})

test('several are decided as proposed in one act, or none when one was looked at in another version', async () => {
  const commune = await smallCommune(server)
  const campaignId = await deciding(commune)
  const { items } = await commune.as.chair.call(resultRoutes.listResults, { params: { campaignId }, query: {} })
  const results = items.filter((item) => item.can.includes('decide')).map((item) => ({ personId: item.person.id, version: item.version }))
  assert.equal(results.length, 6)
  const stale = results.map((each, at) => (at === 5 ? { ...each, version: each.version + 1 } : each))
  await assert.rejects(commune.as.chair.call(resultRoutes.decideAsProposed, { params: { campaignId }, body: { results: stale } }), refused('evaluation.result.changed'))
  assert.equal((await commune.as.chair.call(resultRoutes.listResults, { params: { campaignId }, query: { only: 'undecided' } })).items.filter((item) => item.excludedReason === '').length, 6)
  assert.deepEqual(await commune.as.chair.call(resultRoutes.decideAsProposed, { params: { campaignId }, body: { results } }), { decided: 6 })
})

test('sent back to compiling, decisions fall away; sent back to scoring, drafts do', async () => {
  const commune = await smallCommune(server)
  const campaignId = await deciding(commune)
  await decideAll(commune, campaignId)
  await assert.rejects(act(commune, campaignId, 'return_to_compiling'), refused('evaluation.campaign.reason-needed'))
  await act(commune, campaignId, 'return_to_compiling', 'Bổ sung mức xếp loại của tổ chức')
  const row = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([row.status, row.decidedLevel], ['compiled', null])
  await act(commune, campaignId, 'return_to_scoring', 'Chấm lại')
  assert.equal((await resultOf(commune, campaignId, 'clerk')).resultId, null)
})

test('facts adjusted while compiling are computed at once: a reprimand for duty is the lowest level (article 20.4c)', async () => {
  const commune = await smallCommune(server)
  const campaignId = await scored(commune)
  await act(commune, campaignId, 'compile')
  await adjust(commune, campaignId, 'clerk', { facts: { discipline: [{ form: 'reprimand', dutyRelated: true, year: 2026 }] } })
  const row = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([row.total, row.provisionalLevel, row.warnings[0]?.code], ['98.00', 'not_completed', 'veto.discipline'])
})

test('a head is not above the organisation once its level is recorded (article 20.6)', async () => {
  const commune = await smallCommune(server)
  const campaignId = await scored(commune)
  await act(commune, campaignId, 'compile')
  assert.equal((await resultOf(commune, campaignId, 'officeHead')).provisionalLevel, 'excellent')
  const record = (version: number) => commune.as.officer.call(campaignRoutes.recordUnitLevel, { params: { campaignId, unitId: commune.units.VP }, body: { version, level: 'good', note: 'Quyết định 12' } })
  await record(0)
  await assert.rejects(record(0), refused('evaluation.campaign.changed', { version: 1 }))
  assert.equal((await resultOf(commune, campaignId, 'officeHead')).provisionalLevel, 'good')
})

test('after publication colleagues read levels in words, never scores', async () => {
  const commune = await smallCommune(server)
  const campaignId = await published(commune)
  const row = await resultOf(commune, campaignId, 'clerk', commune.as.engineer)
  assert.deepEqual([row.decidedLevel, row.total, row.generalPoints, row.provisionalLevel, row.warnings, row.can], ['excellent', null, null, null, [], []])
  await assert.rejects(commune.as.engineer.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } }), notFound)
  assert.deepEqual((await commune.as.engineer.call(resultRoutes.listResults, { params: { campaignId }, query: { sort: 'total' } })).items.map((item) => item.person.id), [commune.people.engineer])
  assert.equal((await commune.as.engineer.call(resultRoutes.listResults, { params: { campaignId }, query: { only: 'warnings' } })).items.length, 0)
})

test('before publication nobody but those concerned learns anything', async () => {
  const commune = await smallCommune(server)
  const campaignId = await deciding(commune)
  await decideAll(commune, campaignId)
  await assert.rejects(commune.as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } }), notFound)
  const own = await resultOf(commune, campaignId, 'clerk', commune.as.clerk)
  assert.deepEqual([own.total, own.provisionalLevel, own.decidedLevel], [null, null, null])
  const superior = await resultOf(commune, campaignId, 'clerk', commune.as.officeHead)
  assert.deepEqual([superior.total, superior.decidedLevel], ['98.00', null])
  assert.equal((await commune.as.clerk.call(resultRoutes.listResults, { params: { campaignId }, query: { level: 'excellent' } })).items.length, 0)
})

test('a published result changes only by a replacing record; both are shown and the month follows', async () => {
  const commune = await smallCommune(server)
  const campaignId = await published(commune)
  const row = await resultOf(commune, campaignId, 'clerk')
  const replace = (version: number) =>
    commune.as.chair.call(resultRoutes.replaceResult, { params: { resultId: row.resultId! }, body: { version, level: 'good', reason: 'Báo cáo thiếu trung thực', points: { ...goodPoints, 'I.2': '0' } } })
  await assert.rejects(replace(0), refused('evaluation.result.changed'))
  const { resultId } = await replace(row.version)
  await assert.rejects(replace(row.version), refused('evaluation.result.already-replaced', { resultId }))
  const detail = await commune.as.clerk.call(resultRoutes.getResult, { params: { campaignId, personId: commune.people.clerk } })
  assert.deepEqual(detail.records.map((each) => [each.total, each.decidedLevel, each.inForce]), [['93.00', 'good', true], ['98.00', 'excellent', false]])
  assert.ok(detail.derivation !== null && detail.row.replaced)
  const { months, results } = await commune.as.clerk.call(resultRoutes.history, { params: { personId: commune.people.clerk } })
  assert.deepEqual([months, results.map((each) => each.total)], [[{ month: '2026-10-01', total: '93.00', source: 'campaign' }], ['93.00']])
})

test('petitions: one at a time, in time, withdrawn, upheld, answered once', async () => {
  const commune = await smallCommune(server)
  const campaignId = await published(commune)
  const resultId = (await resultOf(commune, campaignId, 'typist')).resultId!
  const file = (by = commune.as.typist) => by.call(resultRoutes.filePetition, { params: { resultId }, body: { text: 'Đề nghị xem lại' } })
  await assert.rejects(file(commune.as.clerk), notFound)
  const first = await file()
  await assert.rejects(file(), refused('evaluation.petition.already-open'))
  await commune.as.typist.call(resultRoutes.withdrawPetition, { params: { petitionId: first.petitionId }, body: { version: 1 } })
  const second = await file()
  const waiting = (await commune.as.chair.call(resultRoutes.listPetitions, { query: { status: 'open' } })).items
  assert.deepEqual(waiting.map((each) => [each.id, each.can, each.workingDaysLeft]), [[second.petitionId, ['answer'], 7]])
  assert.deepEqual((await commune.as.chair.call(sheetRoutes.myWork, {})).items.map((item) => item.kind), ['answer_petition'])
  const answer = () => commune.as.chair.call(resultRoutes.answerPetition, { params: { petitionId: second.petitionId }, body: { outcome: 'upheld', version: 1, answer: 'Giữ nguyên' } })
  await assert.rejects(commune.as.officeHead.call(resultRoutes.answerPetition, { params: { petitionId: second.petitionId }, body: { outcome: 'upheld', version: 1, answer: 'x' } }), notFound)
  assert.equal((await answer()).resultId, resultId)
  await assert.rejects(answer(), refused('evaluation.petition.settled', { status: 'upheld' }))
  const before = server.clock.now
  server.clock.now = new Date('2026-12-05T02:00:00Z')
  try {
    await assert.rejects(file(), refused('evaluation.petition.too-late', { until: '2026-12-04' }))
  } finally {
    server.clock.now = before
  }
})

test('quotas are counted in the whole body and each peer group, and other bases can be tried', async () => {
  const commune = await smallCommune(server)
  const campaignId = await deciding(commune)
  const counted = await commune.as.chair.call(resultRoutes.quotas, { params: { campaignId }, query: {} })
  assert.deepEqual([counted.base, counted.rate], ['literal', '20%'])
  assert.deepEqual(counted.quotas.map((quota) => [quota.scope, quota.qualifying, quota.allowed, quota.proposed, quota.over]), [['*', 6, 1, 5, 4], ['Chuyên viên', 4, 0, 3, 3], ['Trưởng phòng', 2, 0, 2, 2]])
  const tried = await commune.as.officer.call(resultRoutes.quotas, { params: { campaignId }, query: { base: 'headcount', rate: '25%' } })
  assert.deepEqual([tried.quotas[0]?.allowed, tried.base, tried.rate], [1, 'headcount', '25%'])
  await assert.rejects(commune.as.clerk.call(resultRoutes.quotas, { params: { campaignId }, query: {} }), notFound)
})

test('pages follow one another without a gap in both orders; a made-up key is refused', async () => {
  const commune = await smallCommune(server)
  const campaignId = await deciding(commune)
  for (const sort of ['name', 'total'] as const) {
    const all = (await commune.as.officer.call(resultRoutes.listResults, { params: { campaignId }, query: { sort } })).items.map((item) => item.person.id)
    const walked: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await commune.as.officer.call(resultRoutes.listResults, { params: { campaignId }, query: { sort, limit: 2, ...(after === undefined ? {} : { after }) } })
      walked.push(...page.items.map((item) => item.person.id))
      after = page.next
    }
    assert.deepEqual(walked, all)
    assert.equal(new Set(walked).size, all.length)
  }
  await assert.rejects(commune.as.officer.call(resultRoutes.listResults, { params: { campaignId }, query: { after: '["x"]' } }), refused('platform.bad-page-key'))
})

test('forms and the list are printed for those who may, each print in the ledger', async () => {
  const commune = await smallCommune(server)
  const campaignId = await published(commune)
  const one = await commune.as.clerk.call(resultRoutes.form01, { params: { campaignId }, query: { personId: commune.people.clerk } })
  assert.equal(new TextDecoder().decode(one.bytes.subarray(0, 5)), '%PDF-')
  await assert.rejects(commune.as.typist.call(resultRoutes.form01, { params: { campaignId }, query: { personId: commune.people.clerk } }), notFound)
  await assert.rejects(commune.as.officer.call(resultRoutes.form02, { params: { campaignId }, query: {} }), refused('evaluation.form.year-only'))
  const list = await commune.as.officer.call(resultRoutes.resultsWorkbook, { params: { campaignId } })
  assert.equal(new TextDecoder().decode(list.bytes.subarray(0, 2)), 'PK')
  const printed = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', 'in', ['evaluation.form.printed', 'evaluation.results.exported']).select('action').orderBy('id').execute())
  assert.deepEqual(printed.map((row) => row.action), ['evaluation.form.printed', 'evaluation.results.exported'])
})

test('a stranger from another committee finds nothing on any route', async () => {
  const commune = await smallCommune(server)
  const campaignId = await published(commune)
  const row = await resultOf(commune, campaignId, 'clerk')
  const { petitionId } = await commune.as.clerk.call(resultRoutes.filePetition, { params: { resultId: row.resultId! }, body: { text: 'Đề nghị' } })
  const other = await smallCommune(server)
  const one = { campaignId, personId: commune.people.clerk }
  const due = { self: '2026-12-01', superior: '2026-12-02', decide: '2026-12-03' }
  const blank = { points: {}, judgements: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }
  const upload = new TextEncoder().encode('%PDF-1.7')
  for (const caller of [other.as.officer, other.as.chair, other.as.clerk]) {
    const tries: Record<string, () => Promise<unknown>> = {
      getCampaign: () => caller.call(campaignRoutes.getCampaign, { params: { campaignId } }),
      changeCampaign: () => caller.call(campaignRoutes.changeCampaign, { params: { campaignId }, body: { version: 1, name: 'x', due, settings: {} } }),
      actOnCampaign: () => caller.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version: 1, act: 'close', reason: '' } }),
      computingProgress: () => caller.call(campaignRoutes.computingProgress, { params: { campaignId } }),
      listParticipants: () => caller.call(campaignRoutes.listParticipants, { params: { campaignId } }),
      adjustParticipant: () =>
        caller.call(campaignRoutes.adjustParticipant, { params: one, body: { version: 1, group: 'staff', peerGroup: '', variants: {}, superiorId: null, deciderId: null, excludedReason: '', facts: {}, factsNote: '' } }),
      resolveAgain: () => caller.call(campaignRoutes.resolveAgain, { params: { campaignId }, body: { version: 1 } }),
      remind: () => caller.call(campaignRoutes.remind, { params: { campaignId }, body: { personIds: null, text: '' } }),
      recordUnitLevel: () => caller.call(campaignRoutes.recordUnitLevel, { params: { campaignId, unitId: commune.units.VP }, body: { version: 0, level: 'good', note: 'x' } }),
      listUnitLevels: () => caller.call(campaignRoutes.listUnitLevels, { params: { campaignId } }),
      addDocument: () => caller.call(campaignRoutes.addDocument, { params: { campaignId }, query: { fileName: 'a.pdf', kind: 'minutes', secrecy: 'none' }, body: upload }),
      listDocuments: () => caller.call(campaignRoutes.listDocuments, { params: { campaignId } }),
      downloadDocument: () => caller.call(campaignRoutes.downloadDocument, { params: { documentId: randomUUID() } }),
      getSheet: () => caller.call(sheetRoutes.getSheet, { params: one }),
      saveSheet: () => caller.call(sheetRoutes.saveSheet, { params: { ...one, rater: 'self' }, body: { ...blank, version: 0 } }),
      submitSheet: () => caller.call(sheetRoutes.submitSheet, { params: { ...one, rater: 'self' }, body: { version: 0 } }),
      returnSheet: () => caller.call(sheetRoutes.returnSheet, { params: one, body: { version: 0, reason: 'x' } }),
      enterMonthlyScore: () => caller.call(sheetRoutes.enterMonthlyScore, { params: { personId: one.personId, month: '2026-01-01' }, body: { total: '80', note: 'x' } }),
      listResults: () => caller.call(resultRoutes.listResults, { params: { campaignId } }),
      getResult: () => caller.call(resultRoutes.getResult, { params: one }),
      quotas: () => caller.call(resultRoutes.quotas, { params: { campaignId } }),
      decide: () => caller.call(resultRoutes.decide, { params: one, body: { version: 1, level: 'good', reason: '' } }),
      decideAsProposed: () => caller.call(resultRoutes.decideAsProposed, { params: { campaignId }, body: { results: [{ personId: one.personId, version: 1 }] } }),
      respond: () => caller.call(resultRoutes.respond, { params: { resultId: row.resultId! }, body: { text: 'x' } }),
      filePetition: () => caller.call(resultRoutes.filePetition, { params: { resultId: row.resultId! }, body: { text: 'x' } }),
      answerPetition: () => caller.call(resultRoutes.answerPetition, { params: { petitionId }, body: { outcome: 'upheld', version: 1, answer: 'x' } }),
      withdrawPetition: () => caller.call(resultRoutes.withdrawPetition, { params: { petitionId }, body: { version: 1 } }),
      remindPetition: () => caller.call(resultRoutes.remindPetition, { params: { petitionId }, body: { text: 'x' } }),
      respondEarly: () => caller.call(sheetRoutes.respondEarly, { params: one, body: { text: 'x' } }),
      replaceResult: () => caller.call(resultRoutes.replaceResult, { params: { resultId: row.resultId! }, body: { version: 1, level: 'good', reason: 'x', points: null } }),
      history: () => caller.call(resultRoutes.history, { params: { personId: one.personId } }),
      form01: () => caller.call(resultRoutes.form01, { params: { campaignId } }),
      form02: () => caller.call(resultRoutes.form02, { params: { campaignId } }),
      resultForm: () => caller.call(resultRoutes.resultForm, { params: { campaignId } }),
      resultProof: () => caller.call(resultRoutes.resultProof, { params: one }),
      resultsWorkbook: () => caller.call(resultRoutes.resultsWorkbook, { params: { campaignId } }),
    }
    // Lists of one's own things, and routes that name nothing of anybody's.
    const ownOnly = ['listCampaigns', 'createCampaign', 'myWork', 'listPetitions']
    const all = [...Object.keys(campaignRoutes), ...Object.keys(sheetRoutes), ...Object.keys(resultRoutes)].filter((name) => !ownOnly.includes(name))
    assert.deepEqual(Object.keys(tries).sort(), all.sort())
    for (const [name, attempt] of Object.entries(tries)) await assert.rejects(attempt(), (error) => notFound(error) && assert.ok(true, name) === undefined, name)
    assert.deepEqual((await caller.call(campaignRoutes.listCampaigns, {})).items, [])
    assert.deepEqual((await caller.call(resultRoutes.listPetitions, {})).items, [])
  }
})
