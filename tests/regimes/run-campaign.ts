import assert from 'node:assert/strict'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { raterRoutes } from '#modules/evaluation/contract/rater-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import type { DerivationView } from '#modules/evaluation/contract/views.ts'
import { act, adjust, participantOf, putTasks, resultOf } from '../setup/evaluation-campaigns.ts'
import { moreClerks, type Clerk } from '../setup/more-clerks.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '../setup/small-commune.ts'
import type { Caller, TestServer } from '../setup/test-server.ts'
import { approvePlans } from './approve-plans.ts'
import { assertPrinted } from './assert-printed.ts'
import type { Expected, RegimeCase, SheetCase, Somebody, SubjectCase } from './regime-case.ts'

const everybody: readonly CommunePerson[] = ['chair', 'officeHead', 'clerk', 'typist', 'officer', 'divisionHead', 'engineer']
const texts = { strengths: 'Chủ động.', weaknesses: 'Còn chậm báo cáo.', comment: 'Đồng ý.' }
/** Before the first of the shipped rules, so that every period has its posts. */
const founded = '2010-01-01'

interface Running {
  readonly server: TestServer
  readonly commune: SmallCommune
  readonly clerks: readonly Clerk[]
  readonly regime: RegimeCase
}

/** Runs a campaign from the draft to what each subject reads, and the year after it where the case has one. */
export async function runCampaign(server: TestServer, regime: RegimeCase): Promise<void> {
  const commune = await smallCommune(server, founded)
  const running: Running = { server, commune, clerks: await moreClerks(server, commune, regime.clerks ?? []), regime }
  for (const { who, tasks } of regime.subjects) {
    if (tasks !== undefined) await putTasks(server, commune, who, tasks.map((task) => ({ month: monthOf(regime), ...task })))
  }
  const campaignId = await draft(running, regime.period, regime.settings ?? {})
  for (const subject of regime.subjects) await settleSubject(running, campaignId, subject)
  for (const [unit, level] of Object.entries(regime.unitLevels ?? {})) {
    await commune.as.officer.call(campaignRoutes.recordUnitLevel, { params: { campaignId, unitId: commune.units[unit as 'VP'] }, body: { version: 0, level, note: 'Quyết định của cấp trên' } })
  }
  for (const { subject, kind, by } of regime.added ?? []) {
    await commune.as.officer.call(raterRoutes.addRater, { params: { campaignId, personId: commune.people[subject] }, body: { kind, raterId: idOf(running, by), reason: 'Ủy viên được phân công' } })
  }
  await act(commune, campaignId, 'open')
  await checkRaters(running, campaignId)
  await approvePlans(commune, campaignId, regime.subjects)
  for (const subject of regime.subjects) await writeSheets(running, campaignId, subject)
  await writeRatings(running, campaignId)
  await finish(running, campaignId, regime.subjects.map((subject) => ({ who: subject.who, expect: subject.expect })))
  const yearly = regime.subjects.flatMap((subject) => (subject.year === undefined ? [] : [{ subject, year: subject.year }]))
  if (yearly.length === 0) return
  for (const { subject, year } of yearly) await enterMonths(running, subject.who, year.months)
  const yearId = await draft(running, { kind: 'year', year: regime.period.year, number: 1 }, regime.settings ?? {}, yearly.map(({ subject }) => subject.who))
  for (const { subject } of yearly) await settleSubject(running, yearId, subject)
  await act(commune, yearId, 'open')
  for (const { subject, year } of yearly) await sendYear(running, yearId, subject.who, year.expect.level)
  await finish(running, yearId, yearly.map(({ subject, year }) => ({ who: subject.who, expect: year.expect })), false)
}

function monthOf({ period }: RegimeCase): string {
  const month = period.kind === 'quarter' ? period.number * 3 - 1 : period.kind === 'month' ? period.number : 6
  return `${period.year}-${String(month).padStart(2, '0')}-01`
}

function idOf({ commune, clerks }: Running, who: Somebody): PersonId {
  return typeof who === 'number' ? (clerks[who]?.id ?? assert.fail(`no clerk ${who}`)) : commune.people[who]
}

function callerOf({ commune, clerks }: Running, who: Somebody): Caller {
  return typeof who === 'number' ? (clerks[who]?.as ?? assert.fail(`no clerk ${who}`)) : commune.as[who]
}

async function draft({ commune, clerks, regime }: Running, period: RegimeCase['period'], settings: Readonly<Record<string, string>>, scored: readonly CommunePerson[] = regime.subjects.map(({ who }) => who)): Promise<CampaignId> {
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, {
    body: {
      name: `Đợt theo ${regime.rulebook}`, rulebookId: regime.rulebook, settings: { ...settings }, period: { ...period }, scopeUnitId: commune.units.XA, subjectStatuses: ['civil_servant'],
      due: { self: '2027-01-25', superior: '2027-01-27', decide: '2027-01-30' },
    },
  })
  for (const person of everybody) if (!scored.includes(person)) await adjust(commune, campaignId, person, { excludedReason: 'Không thuộc diện đánh giá' })
  const { items } = await commune.as.officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: {} })
  for (const { id } of clerks) {
    const file = items.find((item) => item.person.id === id) ?? assert.fail('the added clerk is not in the campaign')
    const { version, group, peerGroup, variants } = file
    await commune.as.officer.call(campaignRoutes.adjustParticipant, {
      params: { campaignId, personId: id },
      body: { version, group, peerGroup, variants, superiorId: file.superior?.id ?? null, deciderId: file.decider?.id ?? null, excludedReason: 'Không thuộc diện đánh giá', facts: {}, factsNote: '' },
    })
  }
  return campaignId
}

/** The officer looks at the file and says what the program cannot know: another group, the authority, facts. */
async function settleSubject({ commune, regime }: Running, campaignId: CampaignId, subject: SubjectCase): Promise<void> {
  const file = await participantOf(commune, campaignId, subject.who)
  if (subject.found !== undefined) assert.equal(file.group, subject.found, `${regime.rulebook}: group found from the post of ${subject.who}`)
  await adjust(commune, campaignId, subject.who, { group: subject.group ?? file.group, excludedReason: '', facts: { ...subject.facts }, deciderId: file.decider?.id ?? commune.people.chair })
}

async function checkRaters(running: Running, campaignId: CampaignId): Promise<void> {
  const { items } = await running.commune.as.officer.call(raterRoutes.listRaters, { params: { campaignId }, query: {} })
  for (const { who, ratings = {} } of running.regime.subjects) {
    const found = items.find((item) => item.person.id === running.commune.people[who])?.raters.filter((each) => each.status !== 'excused').map((each) => `${each.kind} ${each.rater.id}`) ?? []
    const wanted = Object.entries(ratings).flatMap(([kind, sheets]) => sheets.map(({ by }) => `${kind} ${idOf(running, by)}`))
    assert.deepEqual(found.toSorted(), wanted.toSorted(), `${running.regime.rulebook}: raters of ${who}`)
  }
}

async function writeSheets(running: Running, campaignId: CampaignId, subject: SubjectCase): Promise<void> {
  const { commune } = running
  const personId = commune.people[subject.who]
  await sendOn(commune.as[subject.who], campaignId, personId, 'self', subject.self)
  if (subject.superior === undefined) return
  const { superior } = await participantOf(commune, campaignId, subject.who)
  const by = everybody.find((person) => commune.people[person] === superior?.id) ?? assert.fail('no superior')
  await sendOn(commune.as[by], campaignId, personId, 'superior', subject.superior)
}

async function sendOn(by: Caller, campaignId: CampaignId, personId: PersonId, rater: 'self' | 'superior', sheet: SheetCase): Promise<void> {
  const params = { campaignId, personId, rater }
  const { tasks, sheets } = await by.call(sheetRoutes.getSheet, { params: { campaignId, personId } })
  const rowOf = (list: string, row: string): string => (list === 'tasks' ? (tasks.find((task) => task.title === `Nhiệm vụ ${row}`)?.id ?? assert.fail(`no task ${row}`)) : row)
  const lists = Object.fromEntries(Object.entries(sheet.lists ?? {}).map(([list, rows]) => [list, Object.fromEntries(Object.entries(rows).map(([row, entries]) => [rowOf(list, row), { ...entries }]))]))
  const judgements = Object.fromEntries(Object.entries(sheet.judgements ?? {}).map(([id, value]) => [id, { value, reason: value === '100' ? '' : 'Còn một việc kéo dài trong kỳ' }]))
  const version = sheets.find((each) => each.rater === rater)?.version ?? 0
  const saved = await by.call(sheetRoutes.saveSheet, { params, body: { version, points: { ...sheet.points }, lists, judgements, ...texts, proposedLevel: 'good' } })
  await by.call(sheetRoutes.submitSheet, { params, body: { version: saved.version } })
}

async function writeRatings(running: Running, campaignId: CampaignId): Promise<void> {
  const { commune, regime } = running
  const sheets = regime.subjects.flatMap(({ who, ratings = {} }) => Object.entries(ratings).flatMap(([kind, given]) => given.map(({ by, points }) => ({ kind, by, personId: commune.people[who], points: { ...points } }))))
  for (const group of Map.groupBy(sheets, ({ kind, by }) => `${kind} ${by}`).values()) {
    const [{ kind, by } = assert.fail()] = group
    const caller = callerOf(running, by)
    const params = { campaignId, kind }
    const seen = await caller.call(raterRoutes.getRatings, { params })
    assert.deepEqual(seen.subjects.map(({ person }) => person.id).toSorted(), group.map(({ personId }) => personId).toSorted())
    if (seen.kind.anonymous) {
      await caller.call(raterRoutes.submitUnnamedRatings, { params, body: { sheets: group.map(({ personId, points }) => ({ personId, points })), declined: [] } })
      continue
    }
    for (const { personId, points } of group) await caller.call(raterRoutes.saveRating, { params: { ...params, personId }, body: { version: 0, points, comment: 'Đồng ý.' } })
    await caller.call(raterRoutes.submitRatings, { params, body: { sheets: group.map(({ personId }) => ({ personId, version: 1 })) } })
  }
}

async function sendYear({ commune }: Running, campaignId: CampaignId, who: CommunePerson, proposedLevel: string): Promise<void> {
  const personId = commune.people[who]
  const { superior } = await participantOf(commune, campaignId, who)
  const boss = everybody.find((person) => commune.people[person] === superior?.id) ?? assert.fail('no superior')
  for (const [by, rater] of [[who, 'self'], [boss, 'superior']] as const) {
    const params = { campaignId, personId, rater }
    const { version } = await commune.as[by].call(sheetRoutes.saveSheet, { params, body: { version: 0, points: {}, lists: {}, judgements: {}, ...texts, proposedLevel } })
    await commune.as[by].call(sheetRoutes.submitSheet, { params, body: { version } })
  }
}

async function enterMonths({ commune, regime }: Running, who: CommunePerson, months: readonly string[]): Promise<void> {
  const { period } = regime
  const scored = period.kind === 'quarter' ? [period.number * 3 - 2, period.number * 3 - 1, period.number * 3] : [period.number]
  const open = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => !scored.includes(month))
  assert.equal(open.length, months.length, 'a score for every other month')
  for (const [at, month] of open.entries()) {
    await commune.as.officer.call(sheetRoutes.enterMonthlyScore, { params: { personId: commune.people[who], month: `${period.year}-${String(month).padStart(2, '0')}-01` }, body: { total: months[at] ?? '', note: 'Phiếu giấy' } })
  }
}

/** Compiles, looks at the quotas, decides as computed, publishes; then everybody reads their own result and why. */
async function finish({ commune, regime }: Running, campaignId: CampaignId, wanted: readonly { readonly who: CommunePerson; readonly expect: Expected }[], quotas = true): Promise<void> {
  await act(commune, campaignId, 'compile')
  await act(commune, campaignId, 'submit')
  for (const { who, expect } of wanted) {
    const row = await resultOf(commune, campaignId, who, commune.as.officer)
    const { general = row.generalPoints, task = row.taskPoints } = expect
    assert.deepEqual({ total: row.total, general: row.generalPoints, task: row.taskPoints, level: row.provisionalLevel }, { total: expect.total, general, task, level: expect.level }, `${regime.rulebook}: ${who}`)
  }
  const shown = await commune.as.officer.call(resultRoutes.quotas, { params: { campaignId }, query: {} })
  if (quotas) assert.deepEqual(shown.quotas.map(({ scope, qualifying, allowed, proposed, over }) => ({ scope, qualifying, allowed, proposed, over })), [...regime.quotas], `${regime.rulebook}: quotas`)
  const { items } = await commune.as.chair.call(resultRoutes.listResults, { params: { campaignId }, query: {} })
  const open = items.filter((item) => item.can.includes('decide'))
  assert.deepEqual(open.map((item) => item.person.id).toSorted(), wanted.map(({ who }) => commune.people[who]).toSorted())
  await commune.as.chair.call(resultRoutes.decideAsProposed, { params: { campaignId }, body: { results: open.map((item) => ({ personId: item.person.id, version: item.version })) } })
  await act(commune, campaignId, 'publish', shown.quotas.some((quota) => quota.over > 0) ? 'Theo kết luận của cấp có thẩm quyền' : '')
  for (const { who, expect } of wanted) {
    const mine = await commune.as[who].call(resultRoutes.getResult, { params: { campaignId, personId: commune.people[who] } })
    assert.deepEqual({ exact: mine.exact, level: mine.row.decidedLevel }, { exact: expect.exact, level: expect.level }, `${regime.rulebook}: what ${who} reads`)
    const { bytes } = await commune.as[who].call(resultRoutes.resultForm, { params: { campaignId }, query: { personId: commune.people[who] } })
    await assertPrinted(regime.rulebook, mine.row.person.fullName, bytes, expect)
    for (const code of expect.reasons ?? []) assert.ok(mine.reasons.some((reason) => reason.code === code), `${regime.rulebook}: ${who} reads ${code} among ${mine.reasons.map((reason) => reason.code).join(', ')}`)
    const steps = [...stepsOf(mine.derivation), ...stepsOf(mine.levelDerivation)]
    assert.ok(steps.length > 1, `${regime.rulebook}: ${who} reads why`)
    for (const [id, exact] of Object.entries(expect.steps ?? {})) {
      const values = steps.filter((step) => step.id === id).map((step) => (step.value.kind === 'number' ? step.value.exact : step.value.kind))
      assert.ok(values.includes(exact), `${regime.rulebook}: step ${id} of ${who} is ${exact}, found ${values.join(', ') || 'none'}`)
    }
  }
}

function stepsOf(step: DerivationView | null): DerivationView[] {
  return step === null ? [] : [step, ...step.inputs.flatMap(stepsOf)]
}
