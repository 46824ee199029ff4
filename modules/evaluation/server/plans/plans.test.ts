import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CampaignId } from '#kernel/id.ts'
import { act, adjust, evaluationServer, participantOf, resultOf } from '#tests/setup/evaluation-campaigns.ts'
import { ledgerOf } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { planRoutes } from '../../contract/plan-routes.ts'
import { toShortest, parseRational } from '#kernel/rational.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import { shippedRulebook } from '../rulebook/index.ts'

// Thanh Hóa: each person proposes the points of the axes, 70 in all; the approving level approves them before scoring.

const server = await evaluationServer(import.meta)
const notFound = refused('platform.not-found')
const rulebook = shippedRulebook('thanh-hoa-hd-03') ?? assert.fail()

const rowsOf = (...max: string[]) => Object.fromEntries(max.map((points, at) => [String(at + 1), { max: points, ...(at === 0 ? { main: 'true' } : {}) }]))
const third = rowsOf('15', '20', '10', '15', '5', '5')
const points = Object.fromEntries(scoredCriteria(rulebook, 'leader').map((each) => [each.code, toShortest(parseRational(each.max) ?? assert.fail())]))
const percents = { axes: Object.fromEntries([1, 2, 3, 4, 5, 6].map((axis) => [String(axis), { percent: '90' }])) }
const texts = { judgements: {}, strengths: '', weaknesses: '', comment: 'Đồng ý.', proposedLevel: 'good' }

interface Quarter {
  readonly commune: SmallCommune
  readonly campaignId: CampaignId
  readonly params: { readonly campaignId: CampaignId; readonly personId: SmallCommune['people']['officeHead'] }
}

async function quarter(commune: SmallCommune, number = 3, scored: CommunePerson = 'officeHead', period: 'quarter' | 'year' = 'quarter'): Promise<Quarter> {
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, {
    body: {
      name: `Quý ${number}`, rulebookId: 'thanh-hoa-hd-03', settings: {}, period: { kind: period, year: 2026, number }, scopeUnitId: commune.units.XA, subjectStatuses: ['civil_servant'],
      due: { self: '2026-11-25', superior: '2026-11-27', decide: '2026-11-30' },
    },
  })
  for (const person of ['chair', 'officeHead', 'clerk', 'typist', 'officer', 'divisionHead', 'engineer'] satisfies CommunePerson[]) {
    if (person !== scored) await adjust(commune, campaignId, person, { excludedReason: 'Không thuộc diện' })
  }
  await act(commune, campaignId, 'open')
  return { commune, campaignId, params: { campaignId, personId: commune.people[scored] } }
}

const propose = (by: Caller, { params }: Quarter, version: number, rows: Record<string, Record<string, string>>) => by.call(planRoutes.proposePlan, { params, body: { version, rows } })
const settle = (by: Caller, { params }: Quarter, version: number, name: 'approve' | 'return', reason = '') => by.call(planRoutes.settlePlan, { params, body: { version, act: name, reason } })
const planAs = async (by: Caller, { params }: Quarter) => (await by.call(sheetRoutes.getSheet, { params })).plan ?? assert.fail('no plan')
const kindsOf = async (by: Caller) => (await by.call(sheetRoutes.myWork, {})).items.map((item) => item.kind)

test('a plan is proposed, returned with a reason, proposed again and approved; each step waits for whose turn it is and is in the ledger', async () => {
  const commune = await smallCommune(server)
  const { as } = commune
  const own = await quarter(commune)
  assert.deepEqual(await kindsOf(as.officeHead), ['propose_plan'])
  const blank = await planAs(as.officeHead, own)
  assert.deepEqual([blank.status, blank.version, blank.rows, blank.can], ['open', 0, {}, ['propose']])

  const first = await propose(as.officeHead, own, 0, rowsOf('10', '20', '15.0', '15', '5', '5'))
  assert.deepEqual(first, { version: 1, status: 'proposed' })
  assert.deepEqual([await kindsOf(as.officeHead), await kindsOf(as.chair)], [['self_score'], ['approve_plan']])
  const seen = await planAs(as.chair, own)
  assert.deepEqual([seen.rows['3'], seen.rows['1'], seen.proposedBy?.id, seen.can], [{ max: '15' }, { max: '10', main: 'true' }, commune.people.officeHead, ['approve', 'return']])

  await assert.rejects(settle(as.chair, own, 1, 'return'), refused('evaluation.plan.reason-needed'))
  await settle(as.chair, own, 1, 'return', 'Trục 1 là trục chính, ít nhất 15 điểm')
  const returned = await planAs(as.officeHead, own)
  assert.deepEqual([returned.status, returned.reason, returned.settledBy?.id, await kindsOf(as.officeHead), await kindsOf(as.chair)], ['returned', 'Trục 1 là trục chính, ít nhất 15 điểm', commune.people.chair, ['propose_plan'], []])

  await propose(as.officeHead, own, 2, third)
  await settle(as.chair, own, 3, 'approve')
  assert.deepEqual([(await planAs(as.officeHead, own)).status, await kindsOf(as.officeHead)], ['approved', ['self_score']])
  const entries = (await ledgerOf(server, commune.tenantId)).filter((entry) => entry.action.startsWith('evaluation.plan.'))
  assert.deepEqual(entries.map((entry) => [entry.action, entry.person_id]), [
    ['evaluation.plan.proposed', commune.people.officeHead], ['evaluation.plan.returned', commune.people.chair], ['evaluation.plan.proposed', commune.people.officeHead], ['evaluation.plan.approved', commune.people.chair],
  ])
  assert.deepEqual((entries.at(-1)?.data as { entries: object } | undefined)?.entries, { axes: third }, 'what was approved is in the ledger')
})

test('only a whole plan of 70 points is proposed; every fault is named by its cell', async () => {
  const commune = await smallCommune(server)
  const { as } = commune
  const own = await quarter(commune)
  const faults = async (rows: Record<string, Record<string, string>>) => {
    const error = await propose(as.officeHead, own, 0, rows).then(() => assert.fail('not refused'), (problem: unknown) => problem as { code: string; data: { problems?: { code: string }[]; missing?: string[] } })
    return [error.code, ...(error.data.problems ?? []).map((each) => each.code), ...(error.data.missing ?? [])]
  }
  assert.deepEqual(await faults(rowsOf('15', '20', '10', '15', '5', '6')), ['evaluation.sheet.bad-points', 'axes'])
  assert.deepEqual(await faults({ ...third, '7': { max: '0' } }), ['evaluation.sheet.bad-points', 'axes.7'])
  assert.deepEqual(await faults({ ...third, '2': { max: '71' } }), ['evaluation.sheet.bad-points', 'axes.2.max'])
  assert.deepEqual(await faults({ ...third, '2': { max: 'hai mươi' } }), ['evaluation.sheet.bad-points', 'axes.2.max'])
  assert.deepEqual(await faults({ ...third, '2': { max: '20', percent: '90' } }), ['evaluation.sheet.bad-points', 'axes.2.percent'])
  assert.deepEqual(await faults({ ...third, '2': { max: '20', main: 'có' } }), ['evaluation.sheet.bad-points', 'axes.2.main'])
  assert.deepEqual(await faults({ '1': { max: '70' } }), ['evaluation.plan.incomplete', 'axes.2.max', 'axes.3.max', 'axes.4.max', 'axes.5.max', 'axes.6.max'])
  assert.equal((await planAs(as.officeHead, own)).version, 0, 'nothing of it was kept')
})

test('nothing is sent on and nothing counts before the plan is approved; the sheet itself takes no points of axes', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const own = await quarter(commune)
  const { params } = own
  const save = (by: Caller, rater: 'self' | 'superior', version: number, lists: Record<string, Record<string, Record<string, string>>>) => by.call(sheetRoutes.saveSheet, { params: { ...params, rater }, body: { ...texts, version, points, lists } })
  const submit = (by: Caller, rater: 'self' | 'superior', version: number) => by.call(sheetRoutes.submitSheet, { params: { ...params, rater }, body: { version } })
  await assert.rejects(save(as.officeHead, 'self', 0, { axes: third }), refused('evaluation.sheet.bad-points'))
  const { version } = await save(as.officeHead, 'self', 0, percents)
  await assert.rejects(submit(as.officeHead, 'self', version), refused('evaluation.plan.not-approved', { status: 'open' }))
  await propose(as.officeHead, own, 0, third)
  await assert.rejects(submit(as.officeHead, 'self', version), refused('evaluation.plan.not-approved', { status: 'proposed' }))
  const before = await as.officeHead.call(sheetRoutes.getSheet, { params })
  assert.deepEqual([before.preview.total, before.subject.facts['axesApproved'], before.preview.reasons.some((reason) => reason.code === 'axes_not_approved')], [null, false, true])
  await settle(as.chair, own, 1, 'approve')
  const after = await as.officeHead.call(sheetRoutes.getSheet, { params })
  assert.deepEqual([after.preview.total, after.subject.facts['axesApproved']], ['93.00', true])

  // An approved plan may be sent back until the person has sent the sheet on; then it stands.
  await settle(as.chair, own, 2, 'return', 'Xem lại trục 3')
  await assert.rejects(submit(as.officeHead, 'self', version), refused('evaluation.plan.not-approved', { status: 'returned' }))
  await propose(as.officeHead, own, 3, third)
  await settle(as.chair, own, 4, 'approve')
  await submit(as.officeHead, 'self', version)
  await assert.rejects(settle(as.chair, own, 5, 'return', 'Muộn'), refused('evaluation.plan.wrong-status', { status: 'approved' }))
  await assert.rejects(propose(as.officeHead, own, 5, third), refused('evaluation.plan.wrong-status'))
  const theirs = await save(as.chair, 'superior', 0, percents)
  await submit(as.chair, 'superior', theirs.version)
  const officer = await participantOf(commune, own.campaignId, 'officeHead')
  await assert.rejects(adjust(commune, own.campaignId, 'officeHead', { facts: { ...officer.facts, axesApproved: false } }), refused('evaluation.participant.bad-fact'))
  await adjust(commune, own.campaignId, 'officeHead', { facts: { tasksAssigned: 10, tasksCompleted: 10, tasksExceeded: 3 } })
  await act(commune, own.campaignId, 'compile')
  const row = await resultOf(commune, own.campaignId, 'officeHead')
  assert.deepEqual([row.total, row.taskPoints, row.provisionalLevel, people.officeHead], ['93.00', '63.00', 'excellent', row.person.id])
})

test('the person or the personnel body proposes, who scores approves; to everybody else there is no plan', async () => {
  const commune = await smallCommune(server)
  const { as } = commune
  const own = await quarter(commune)
  for (const stranger of ['chair', 'clerk', 'divisionHead'] as const) await assert.rejects(propose(as[stranger], own, 0, third), notFound, stranger)
  await propose(as.officer, own, 0, third)
  assert.equal((await planAs(as.officeHead, own)).proposedBy?.id, commune.people.officer)
  const elsewhere = await smallCommune(server)
  for (const stranger of ['officer', 'chair'] as const) {
    await assert.rejects(propose(elsewhere.as[stranger], own, 1, third), notFound)
    await assert.rejects(settle(elsewhere.as[stranger], own, 1, 'approve'), notFound)
  }
  for (const stranger of ['officeHead', 'officer', 'divisionHead'] as const) await assert.rejects(settle(as[stranger], own, 1, 'approve'), notFound, stranger)
  await assert.rejects(settle(as.chair, own, 0, 'approve'), refused('evaluation.plan.changed', { version: 1 }))
  await assert.rejects(propose(as.officeHead, own, 0, third), refused('evaluation.plan.changed', { version: 1 }))
  await settle(as.chair, own, 1, 'approve')
  await assert.rejects(settle(as.chair, own, 2, 'approve'), refused('evaluation.plan.wrong-status', { status: 'approved' }))
  await assert.rejects(propose(as.officeHead, own, 2, third), refused('evaluation.plan.wrong-status', { status: 'approved' }))
})

test('the next quarter may begin from what was approved before, and other rulebooks know no plan', async () => {
  const commune = await smallCommune(server)
  const { as } = commune
  const summer = await quarter(commune)
  assert.equal((await planAs(as.officeHead, summer)).earlier, null)
  await propose(as.officeHead, summer, 0, third)
  const autumn = await quarter(commune, 4)
  assert.equal((await planAs(as.officeHead, autumn)).earlier, null, 'what is not approved is no beginning')
  await settle(as.chair, summer, 1, 'approve')
  const plan = await planAs(as.officeHead, autumn)
  assert.deepEqual([plan.status, plan.rows, plan.earlier], ['open', {}, third])
  assert.equal((await planAs(as.chair, autumn)).earlier, null, 'shown to whoever proposes')
  const { campaignId } = await as.officer.call(campaignRoutes.createCampaign, {
    body: { name: 'Kon Tum', rulebookId: 'kon-tum-college', settings: {}, period: { kind: 'quarter', year: 2026, number: 4 }, scopeUnitId: commune.units.VP, subjectStatuses: ['civil_servant'], due: { self: '2026-11-25', superior: '2026-11-27', decide: '2026-11-30' } },
  })
  const params = { campaignId, personId: commune.people.clerk }
  assert.equal((await as.officer.call(sheetRoutes.getSheet, { params })).plan, null)
  await assert.rejects(as.officer.call(planRoutes.proposePlan, { params, body: { version: 0, rows: third } }), notFound)
})
