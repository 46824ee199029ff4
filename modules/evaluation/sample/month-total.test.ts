import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDecimal } from '#kernel/rational.ts'
import { monthTaskRatio, monthTotal } from './month-total.ts'
import type { SampleJudgement, SampleTask } from './types.ts'

type Result = Parameters<typeof monthTaskRatio>[0][number]

function task(change: Partial<SampleTask>): Result {
  return { coefficient: '1', origin: 'assigned', assigned: 10, completed: 10, qualityFaults: 0, lateEvents: 0, excuse: null, ...change }
}

function total(general: string, tasks: readonly Result[], judgement: SampleJudgement | null = null): string | null {
  const ratio = monthTaskRatio(tasks, judgement)
  return ratio === null ? null : toDecimal(monthTotal(general, ratio), 2)
}

test('one late event takes a quarter of one unit off the progress', () => {
  assert.equal(total('28', [task({})]), '98.00')
  assert.equal(total('28', [task({ lateEvents: 1 })]), '97.42')
})

test('quantities are converted before they are compared with what was assigned', () => {
  const tasks = [
    task({ coefficient: '1.5', assigned: 2, completed: 2 }),
    task({ coefficient: '0.5', assigned: 4, completed: 2 }),
  ]
  assert.equal(total('26', tasks), '82.00')
})

test('two failed quality checks of a single product halve the quality', () => {
  assert.equal(total('27', [task({ assigned: 1, completed: 1, qualityFaults: 2 })]), '85.33')
})

test('a confirmed objective cause waives the deduction', () => {
  const excuse = { confirmedBy: 'CL043', confirmedOn: '2026-08-25', reason: 'Chờ văn bản trả lời của tỉnh.' }
  assert.equal(total('28', [task({ lateEvents: 3, excuse })]), '98.00')
})

test('a task handed back stays in what was assigned; received and ad hoc work earns beside it, up to 100 %', () => {
  const back = task({ origin: 'handed_back', completed: 0 })
  assert.equal(total('30', [task({}), back]), '65.00')
  assert.equal(total('30', [task({}), back, task({ origin: 'received', assigned: 5, completed: 5 })]), '82.50')
  assert.equal(total('30', [task({}), task({ origin: 'ad_hoc' })]), '100.00')
})

test('a leader has three more terms; three times 50 leave 75 % of the task points', () => {
  const judgement: SampleJudgement = { person: 'CL045', month: '2026-08', d: 50, đ: 50, e: 50, reason: 'Có lý do.' }
  assert.equal(total('28', [task({})], judgement), '80.50')
})

test('without anything assigned there is no ratio', () => {
  assert.equal(total('27', [task({ origin: 'ad_hoc' })]), null)
})
