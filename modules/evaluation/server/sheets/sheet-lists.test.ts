import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { act, adjust, decideAll, evaluationServer, participantOf, putTasks, resultOf } from '#tests/setup/evaluation-campaigns.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { resultRoutes } from '../../contract/result-routes.ts'
import type { SheetLists } from '../../domain/sheet-lists.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import { shippedRulebook } from '../rulebook/index.ts'
import type { DerivationView } from '../../contract/views.ts'
import { toShortest, parseRational } from '#kernel/rational.ts'

const server = await evaluationServer(import.meta)

type Written = Record<string, Record<string, Record<string, string>>>
const texts = { judgements: {}, strengths: 'Chủ động.', weaknesses: 'Còn chậm báo cáo.', comment: 'Đồng ý.', proposedLevel: 'good' }
const everybody: readonly CommunePerson[] = ['chair', 'officeHead', 'clerk', 'typist', 'officer', 'divisionHead', 'engineer']

/** Every criterion of the group at its maximum. */
function fullPoints(rulebookId: string, group: string): Record<string, string> {
  const rulebook = shippedRulebook(rulebookId)
  assert.ok(rulebook)
  return Object.fromEntries(scoredCriteria(rulebook, group).map((each) => [each.code, toShortest(parseRational(each.max) ?? assert.fail())]))
}

/** A campaign over a quarter, the third unless said, in which only these are scored. */
async function quarter(commune: SmallCommune, rulebookId: string, scored: readonly CommunePerson[], number = 3): Promise<CampaignId> {
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, {
    body: {
      name: `Quý ${number}`, rulebookId, settings: {}, period: { kind: 'quarter', year: 2026, number }, scopeUnitId: commune.units.XA, subjectStatuses: ['civil_servant'],
      due: { self: '2026-11-25', superior: '2026-11-27', decide: '2026-11-30' },
    },
  })
  for (const person of everybody) if (!scored.includes(person)) await adjust(commune, campaignId, person, { excludedReason: 'Không thuộc diện đánh giá' })
  return campaignId
}

async function save(by: Caller, campaignId: CampaignId, personId: PersonId, rater: 'self' | 'superior', points: Record<string, string>, lists: Written) {
  const { sheets } = await by.call(sheetRoutes.getSheet, { params: { campaignId, personId } })
  const version = sheets.find((sheet) => sheet.rater === rater)?.version ?? 0
  return by.call(sheetRoutes.saveSheet, { params: { campaignId, personId, rater }, body: { ...texts, version, points, lists } })
}

async function send(by: Caller, campaignId: CampaignId, personId: PersonId, rater: 'self' | 'superior', points: Record<string, string>, lists: Written) {
  const { version } = await save(by, campaignId, personId, rater, points, lists)
  return by.call(sheetRoutes.submitSheet, { params: { campaignId, personId, rater }, body: { version } })
}

function axes(percent: string, max: readonly string[] = ['15', '20', '10', '15', '5', '5']): Written {
  return { axes: Object.fromEntries(max.map((points, at) => [String(at + 1), { max: points, percent }])) }
}

/** Every step of a derivation. */
function stepsOf(step: DerivationView | null): DerivationView[] {
  return step === null ? [] : [step, ...step.inputs.flatMap(stepsOf)]
}

/** Percentages of the six axes of Kon Tum, whose points the template of the post gives. */
function percents(...given: readonly string[]): Written {
  return { axes: Object.fromEntries(given.map((percent, at) => [String(at + 1), { percent }])) }
}

test('under the rules of Kon Tum each writes what was reached on the axes of the post’s template, and the head’s entries count', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const campaignId = await quarter(commune, 'kon-tum-college', ['officeHead'], 4)
  await adjust(commune, campaignId, 'officeHead', { facts: { tasksAssigned: 10, tasksCompleted: 10, tasksExceeded: 3, tasksOnTimeToQuality: 10, findingsRemedied: true } })
  await act(commune, campaignId, 'open')
  const points = fullPoints('kon-tum-college', 'office_head')
  const self = (lists: Written) => save(as.officeHead, campaignId, people.officeHead, 'self', points, lists)
  await assert.rejects(self({ axes: { '7': { percent: '1' } } }), refused('evaluation.sheet.bad-points'))
  await assert.rejects(self({ axes: { '1': { percent: '1001' } } }), (error: unknown) => {
    const problems = (error as { data: { problems: { code: string; found: string }[] } }).data.problems
    assert.deepEqual(problems.map(({ code, found }) => [code, found]), [['axes.1.percent', '1001']])
    return true
  })
  // Other points than the template's are kept while they are written, and not sent on.
  const other = await self({ axes: { ...percents('95', '95', '95', '95', '95', '95')['axes'], '1': { max: '41', percent: '95' } } })
  const submit = (version: number) => as.officeHead.call(sheetRoutes.submitSheet, { params: { campaignId, personId: people.officeHead, rater: 'self' }, body: { version } })
  await assert.rejects(submit(other.version), refused('evaluation.sheet.bad-points'))
  const blank = await self({ axes: { '1': { percent: '95.0' } } })
  await assert.rejects(submit(blank.version), refused('evaluation.sheet.incomplete', { missing: ['axes.2.percent', 'axes.3.percent', 'axes.4.percent', 'axes.5.percent', 'axes.6.percent'] }))
  await send(as.officeHead, campaignId, people.officeHead, 'self', points, percents('100', '100', '100', '100', '100', '100'))
  await send(as.chair, campaignId, people.officeHead, 'superior', points, percents('90.0', '90', '90', '90', '90', '90'))
  const { sheets } = await as.chair.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.officeHead } })
  assert.deepEqual(sheets.map((sheet) => [sheet.rater, (sheet.lists as SheetLists)['axes']?.['2']]), [['self', { percent: '100' }], ['superior', { percent: '90' }]])
  await act(commune, campaignId, 'compile')
  const row = await resultOf(commune, campaignId, 'officeHead')
  assert.deepEqual([row.total, row.generalPoints, row.taskPoints, row.provisionalLevel], ['93.00', '30.00', '63.00', 'excellent'])
  await act(commune, campaignId, 'submit')
  await decideAll(commune, campaignId)
  await act(commune, campaignId, 'publish', 'Một người được đánh giá trong phạm vi')
  await assert.rejects(commune.as.officer.call(resultRoutes.form01, { params: { campaignId }, query: {} }), refused('evaluation.form.other'))
  const detail = await as.officeHead.call(resultRoutes.getResult, { params: { campaignId, personId: people.officeHead } })
  const steps = stepsOf(detail.derivation)
  const earned = steps.find((step) => step.id === 'axes.2.earned')
  assert.deepEqual(earned?.value, { kind: 'number', exact: '63/10', shown: '6.30' })
  assert.ok(steps.some((step) => step.id === 'axes.2.percent'))
})

test('of two saves at once the second is told the entries the first left', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  const campaignId = await quarter(commune, 'kon-tum-college', ['officeHead'], 4)
  await act(commune, campaignId, 'open')
  const params = { campaignId, personId: people.officeHead, rater: 'self' as const }
  const write = (percent: string) => as.officeHead.call(sheetRoutes.saveSheet, { params, body: { ...texts, version: 0, points: {}, lists: percents(percent) } })
  await write('80')
  await assert.rejects(write('90'), (error: unknown) => {
    const { current } = (error as { data: { current: { lists: SheetLists } } }).data
    return current.lists['axes']?.['1']?.['percent'] === '80'
  })
})

test('under Ho Chi Minh City’s guidance tasks entered once carry that regime’s marks, by the subject and then by the direct leader', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  await putTasks(server, commune, 'clerk', [{ assigned: 1, completed: 1, coefficient: '1/1', month: '2026-07-01' }, { assigned: 2, completed: 1, coefficient: '3/2', month: '2026-08-01' }])
  const campaignId = await quarter(commune, 'hcmc-hd-06', ['clerk'])
  await act(commune, campaignId, 'open')
  const { tasks } = await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId, personId: people.clerk } })
  const [one, two] = tasks.map((task) => task.id)
  assert.ok(one !== undefined && two !== undefined)
  const points = fullPoints('hcmc-hd-06', 'staff')
  const marks = (quality: string): Written => ({
    tasks: {
      [one]: { standard: '10', difficulty: '1.2', progress: '100', quality, exceeded: 'true' },
      [two]: { standard: '10', difficulty: '1', progress: '80', quality: '100', exceeded: 'false' },
    },
  })
  const first = await save(as.clerk, campaignId, people.clerk, 'self', points, { tasks: { [one]: { standard: '10', difficulty: '1' } } })
  const submit = (version: number) => as.clerk.call(sheetRoutes.submitSheet, { params: { campaignId, personId: people.clerk, rater: 'self' }, body: { version } })
  await assert.rejects(submit(first.version), (error: unknown) => {
    const { missing } = (error as { data: { missing: string[] } }).data
    assert.ok(missing.includes(`tasks.${one}.progress`) && missing.includes(`tasks.${two}.standard`), String(missing))
    return true
  })
  const wrong = await save(as.clerk, campaignId, people.clerk, 'self', points, { tasks: { ...marks('100')['tasks'], [two]: { ...marks('100')['tasks']?.[two], bonusPercent: '3' } } })
  await assert.rejects(submit(wrong.version), refused('evaluation.sheet.bad-points'))
  await send(as.clerk, campaignId, people.clerk, 'self', points, marks('100'))
  await send(as.officeHead, campaignId, people.clerk, 'superior', points, marks('80'))
  await act(commune, campaignId, 'compile')
  // A = 12 + 10; B = 12 × (0.3 × 1 + 0.7 × 0.8) + 10 × (0.3 × 0.8 + 0.7 × 1) = 10.32 + 9.4.
  const row = await resultOf(commune, campaignId, 'clerk')
  assert.deepEqual([row.taskPoints, row.total, row.provisionalLevel], ['62.75', '92.75', 'excellent'])
  // The same tasks under the decree carry none of those marks.
  const month = await quarter(commune, 'nd-335-2025', ['clerk'])
  await act(commune, month, 'open')
  const other = await as.clerk.call(sheetRoutes.getSheet, { params: { campaignId: month, personId: people.clerk } })
  assert.deepEqual(other.tasks.map((task) => task.id), [one, two])
  await assert.rejects(save(as.clerk, month, people.clerk, 'self', {}, marks('80')), refused('evaluation.sheet.bad-points'))
})

/** A quarter of the head of the office under 366-QĐ/TW: self, the chair as superior, one member of the Standing Committee. */
async function quarterOf366(commune: SmallCommune, number: number): Promise<CampaignId> {
  const { as, people } = commune
  const campaignId = await quarter(commune, '366-qd-tw', ['officeHead'], number)
  await as.officer.call(raterRoutes.addRater, { params: { campaignId, personId: people.officeHead }, body: { kind: 'collective', raterId: people.divisionHead, reason: 'Ủy viên Ban Thường vụ' } })
  await act(commune, campaignId, 'open')
  const points = fullPoints('366-qd-tw', 'leader')
  await send(as.officeHead, campaignId, people.officeHead, 'self', points, axes('100'))
  await send(as.chair, campaignId, people.officeHead, 'superior', points, axes('90'))
  const params = { campaignId, kind: 'collective' }
  await as.divisionHead.call(raterRoutes.saveRating, { params: { ...params, personId: people.officeHead }, body: { version: 0, points, comment: '' } })
  await as.divisionHead.call(raterRoutes.submitRatings, { params, body: { sheets: [{ personId: people.officeHead, version: 1 }] } })
  await act(commune, campaignId, 'compile')
  return campaignId
}

test('a quarter under 366-QĐ/TW counts tasks and earlier quarters by itself, says so, and is corrected only with its ground', async () => {
  const commune = await smallCommune(server)
  const { as, people } = commune
  await putTasks(server, commune, 'officeHead', [{ assigned: 2, completed: 1, coefficient: '1/1', month: '2026-05-01' }])
  const second = await quarterOf366(commune, 2)
  const failed = await resultOf(commune, second, 'officeHead')
  // 30 from the Standing Committee, 90 % of 70 from the superior's axes; half of the one task undone fails the quarter.
  assert.deepEqual([failed.total, failed.taskPoints, failed.provisionalLevel], ['93.00', '63.00', 'not_completed'])
  assert.ok(failed.warnings.some((reason) => reason.vi.includes('dưới 100%')), JSON.stringify(failed.warnings))
  await act(commune, second, 'submit')
  await decideAll(commune, second)
  await act(commune, second, 'publish')

  await putTasks(server, commune, 'officeHead', [{ assigned: 1, completed: 1, coefficient: '1/1', month: '2026-07-01' }, { assigned: 1, completed: 0, coefficient: '1/1', month: '2026-08-01' }])
  const third = await quarterOf366(commune, 3)
  const before = await participantOf(commune, third, 'officeHead')
  assert.deepEqual(before.proposed?.['tasksAssigned'], { value: 2, source: 'own_tasks' })
  assert.deepEqual([before.proposed?.['tasksCompleted']?.value, before.proposed?.['unitTasksAssigned']?.source, before.proposed?.['previousQuarterLevel']], [1, 'unit_tasks', { value: 'not_completed', source: 'earlier_results' }])
  // The first quarter is not known, so the number of failing quarters is not.
  assert.equal(before.proposed?.['failingQuarters'], undefined)
  const sheet = await as.chair.call(sheetRoutes.getSheet, { params: { campaignId: third, personId: people.officeHead } })
  assert.deepEqual([sheet.subject.facts['tasksCompleted'], sheet.subject.factSources['tasksCompleted']], [1, 'own_tasks'])
  const twice = await resultOf(commune, third, 'officeHead')
  assert.equal(twice.provisionalLevel, 'not_completed')

  const correct = (factsNote: string) =>
    as.officer.call(campaignRoutes.adjustParticipant, {
      params: { campaignId: third, personId: people.officeHead },
      body: {
        version: before.version, group: before.group, peerGroup: before.peerGroup, variants: before.variants, superiorId: before.superior?.id ?? null, deciderId: before.decider?.id ?? null, excludedReason: '',
        facts: { ...before.facts, tasksAssigned: 2, tasksCompleted: 2, unitTasksCompleted: 2 }, factsNote,
      },
    })
  await assert.rejects(correct(' '), refused('evaluation.participant.note-needed', { facts: ['tasksCompleted', 'unitTasksCompleted'] }))
  await correct('Biên bản nghiệm thu số 12 ngày 30/9/2026')
  const after = await as.chair.call(sheetRoutes.getSheet, { params: { campaignId: third, personId: people.officeHead } })
  assert.deepEqual([after.subject.facts['tasksCompleted'], after.subject.factSources['tasksCompleted'], after.subject.factSources['tasksAssigned']], [2, undefined, 'own_tasks'])
  const lifted = await resultOf(commune, third, 'officeHead')
  assert.notEqual(lifted.provisionalLevel, 'not_completed')
})
