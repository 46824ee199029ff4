import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shippedRulebook } from '../../server/rulebook/index.ts'
import { runningTotal } from './running-total.ts'
import { emptyContent, type SubjectSheet } from './sheet-content.ts'

const rulebook = shippedRulebook('dak-lak-land-office') ?? assert.fail()
const task = { id: 't1', title: 'Đo đạc', product: null, coefficient: '1/1', origin: 'assigned', status: 'confirmed', assigned: 10, completed: 9, qualityFaults: 0, lateEvents: 0, qualityExcused: false, lateExcused: false }
const sheet = { rater: 'self', ...emptyContent, lists: { tasks: { t1: { qualityLevel: '4', late: '1' } } } }
const data = {
  campaign: { settings: {}, period: { kind: 'month', from: '2026-10-01', to: '2026-10-31' } },
  subject: { group: 'staff', variants: {}, facts: { period: '2026-10' } },
  sheets: [sheet], plan: null, tasks: [task],
} as unknown as SubjectSheet

test('the superior’s total counts the entries only the subject writes, and none of the subject’s points', () => {
  const written = { ...emptyContent, points: { I: '9', II: '9', III: '10' } }
  // 9 of 10 done and of quality, 8 in time: 18 + 28.8 + 14.4, and 28.
  assert.equal(runningTotal(rulebook, data, 'superior', written).result?.total, '89.20')
  assert.equal(runningTotal(rulebook, { ...data, sheets: [] }, 'superior', written).result?.total, null)
  const generous = { ...data, sheets: [{ ...sheet, points: { I: '9', II: '9', III: '12' } }] } as unknown as SubjectSheet
  assert.equal(runningTotal(rulebook, generous, 'superior', emptyContent).result?.total, null)
})
