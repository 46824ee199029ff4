import assert from 'node:assert/strict'
import { test } from 'node:test'
import { add, compare, div, parseRational, rational, toDecimal, zero } from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import { sampleOrganisation } from '#modules/organisation/sample/sample-organisation.ts'
import { sampleCatalogue } from './sample-catalogue.ts'
import {
  sampleClosedMonths,
  sampleDisciplines,
  sampleFullYear,
  sampleJudgements,
  sampleMonthlyResults,
  sampleQuarter,
  sampleTasks,
} from './sample-evaluation.ts'
import { sampleMonth } from './sample-month.ts'
import { sampleSheets } from './sample-sheets.ts'
import { scoredPeople } from './scored-people.ts'

const tasks = sampleTasks()
const year = sampleFullYear()

function exactOf(text: string): Rational {
  const value = parseRational(text)
  assert.ok(value, text)
  return value
}

function quarterMeans(): Map<string, Rational> {
  const rows = sampleMonthlyResults({ months: sampleQuarter })
  return new Map(
    [...new Set(rows.map((row) => row.person))].map((person) => {
      const own = rows.filter((row) => row.person === person).map((row) => exactOf(row.exact))
      return [person, div(own.reduce(add, zero), rational(own.length))]
    }),
  )
}

test('the quarter has tasks for every civil servant scored in each of its months, no code twice', () => {
  assert.equal(new Set(tasks.map((task) => task.code)).size, tasks.length)
  for (const month of sampleQuarter) {
    for (const { person } of scoredPeople(month)) {
      const own = tasks.filter((task) => task.person === person && task.month === month)
      assert.ok(own.length >= 5, `${person} ${month}`)
    }
  }
})

test('a task copies its coefficient from the catalogue and its dates make sense', () => {
  const products = new Map(sampleCatalogue.products.map((product) => [product.code, product]))
  for (const task of tasks) {
    assert.equal(task.coefficient, products.get(task.product)?.coefficient, task.code)
    assert.ok(task.assignedOn <= task.deadline && task.deadline.startsWith(task.month), task.code)
    assert.equal(task.completedOn === null, task.completed === 0, task.code)
    if (task.completedOn !== null) assert.ok(task.completedOn >= task.assignedOn, task.code)
    assert.ok(task.completed >= 0 && task.completed <= task.assigned, task.code)
    assert.ok(task.qualityFaults <= 3 && task.lateEvents <= 3)
    assert.equal(task.lateEvents > 0 && (task.completedOn ?? '') <= task.deadline, false, task.code)
    assert.equal(task.title, task.title.normalize('NFC'))
  }
})

test('people work on the products of their own office or on shared ones', () => {
  const products = new Map(sampleCatalogue.products.map((product) => [product.code, product]))
  const leaders = new Set(scoredPeople('2026-09').filter((one) => one.isLeader).map((one) => one.person))
  for (const task of tasks) {
    if (products.get(task.product)?.part === 'A') assert.ok(leaders.has(task.person), task.code)
  }
})

test('what is handed back earns nothing and is received by a colleague', () => {
  const back = tasks.filter((task) => task.origin === 'handed_back')
  assert.ok(back.length >= 6)
  for (const task of back) {
    assert.equal(task.completed, 0)
    const taken = tasks.find((one) => one.receivedFromTask === task.code)
    assert.equal(taken?.receivedFrom, task.person)
    assert.equal(taken?.month, task.month)
    assert.equal(taken?.product, task.product)
    assert.equal(taken?.assigned, task.assigned)
  }
  assert.equal(tasks.filter((task) => task.origin === 'received').length, back.length)
  assert.ok(tasks.filter((task) => task.origin === 'ad_hoc').length >= 20)
})

test('an excuse has something to excuse, a reason and a superior who confirmed it', () => {
  const excused = tasks.filter((task) => task.excuse !== null)
  assert.ok(excused.length >= 10)
  for (const task of excused) {
    assert.ok(task.qualityFaults + task.lateEvents > 0)
    assert.notEqual(task.excuse?.confirmedBy, task.person)
    assert.ok((task.excuse?.reason ?? '').length > 20)
  }
})

test('every leader has d, đ, e each month; a 50 has its reason, and one leader has đ = 50', () => {
  const judgements = sampleJudgements()
  for (const month of sampleQuarter) {
    const leaders = scoredPeople(month).filter((one) => one.isLeader)
    assert.equal(judgements.filter((one) => one.month === month).length, leaders.length)
  }
  for (const one of judgements) assert.equal(one.reason !== null, one.d + one.đ + one.e < 300, one.person)
  assert.equal(judgements.filter((one) => one.đ === 50).length, 1)
})

test('d of a head is 50 exactly in months when somebody under the head is below 50', () => {
  for (const month of sampleQuarter) {
    const people = scoredPeople(month)
    const failing = new Set(
      sampleMonth(month)
        .results.filter((row) => compare(exactOf(row.exact), rational(50)) < 0)
        .map((row) => row.person),
    )
    for (const one of sampleMonth(month).judgements) {
      const under = people.filter((person) => person.superior === one.person)
      assert.equal(one.d, under.some((person) => failing.has(person.person)) ? 50 : 100, `${one.person} ${month}`)
    }
  }
})

test('the quarter looks plausible: about 15 % excellent, most good, some completed, two not completed', () => {
  const means = [...quarterMeans().values()]
  const atLeast = (points: number): number => means.filter((mean) => compare(mean, rational(points)) >= 0).length
  const excellent = atLeast(90)
  const good = atLeast(70) - excellent
  const completed = atLeast(50) - good - excellent
  assert.ok(excellent / means.length > 0.1 && excellent / means.length < 0.2, `${excellent}`)
  assert.ok(good / means.length > 0.6, `${good}`)
  assert.ok(completed >= 4 && completed <= 12, `${completed}`)
  assert.equal(means.length - atLeast(50), 2)
})

test('printed totals are the exact totals rounded half up to two decimals, from 0 to 100', () => {
  for (const row of year) {
    const exact = exactOf(row.exact)
    assert.equal(row.total, toDecimal(exact, 2))
    assert.ok(compare(exact, zero) >= 0 && compare(exact, rational(100)) <= 0)
    assert.ok(compare(exactOf(row.general), rational(30)) <= 0)
  }
})

test('a full year has twelve months for most, eight after maternity or long sickness, five for the newcomer', () => {
  const months = (person: string): readonly string[] =>
    year.filter((row) => row.person === person).map((row) => row.month)
  assert.equal(months('CL046').length, 12)
  assert.equal(months('CL042').length, 12)
  assert.deepEqual(months('CL067')[0], '2026-05')
  assert.equal(months('CL067').length, 8)
  assert.equal(months('CL049').length, 8)
  assert.deepEqual(months('CL054'), ['2026-08', '2026-09', '2026-10', '2026-11', '2026-12'])
})

test('the transferred official is scored by the new superior from the month of the transfer', () => {
  const superior = (month: string): string | undefined =>
    scoredPeople(month).find((one) => one.person === 'CL042')?.superior
  assert.deepEqual(['2026-07', '2026-08'].map(superior), ['CL043', 'CL031'])
  const given = tasks.filter((task) => task.person === 'CL042' && task.assignedBy === 'CL031')
  assert.ok(given.length > 0 && given.every((task) => task.assignedOn >= '2026-08-17'))
})

test('closed months are January to September and the open campaign is in every stage', () => {
  assert.deepEqual([sampleClosedMonths[0], sampleClosedMonths.at(-1)], ['2026-01', '2026-09'])
  const sheets = sampleSheets()
  for (const stage of ['not_started', 'self_draft', 'self_submitted', 'superior_scored']) {
    assert.ok(sheets.filter((sheet) => sheet.stage === stage).length >= 4, stage)
  }
  for (const sheet of sheets) {
    const count = Object.keys(sheet.self ?? {}).length
    if (sheet.stage === 'not_started') assert.equal(sheet.self, null)
    if (sheet.stage === 'self_draft') assert.ok(count > 0 && count < 10)
    assert.equal(sheet.superiorPoints !== null, sheet.stage === 'superior_scored')
    if (sheet.superiorPoints === null) continue
    assert.equal(Object.keys(sheet.superiorPoints).length, 10)
    for (const [code, text] of Object.entries(sheet.superiorPoints)) {
      assert.ok(Number(text) <= (code.startsWith('I.') ? 5 : 2.5), `${code} ${text}`)
      assert.ok(Number(text) <= Number(sheet.self?.[code]), `${sheet.person} ${code}`)
      assert.ok(Number.isInteger(Number(text) * 2))
    }
  }
})

test('the disciplined official exists and would otherwise be rated good', () => {
  const [discipline] = sampleDisciplines
  assert.ok(sampleOrganisation.people.some((person) => person.code === discipline?.person))
  const mean = quarterMeans().get(discipline?.person ?? '')
  assert.ok(mean !== undefined && compare(mean, rational(70)) >= 0)
})

test('the sample is the same on every run', () => {
  const [first] = tasks
  assert.deepEqual(
    { code: first?.code, total: sampleMonthlyResults({ months: ['2026-01'] }).length },
    { code: '2607-CL005-01', total: 76 },
  )
})
