import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRulebook, runExample } from './check-rulebook.ts'
import { rulebookText, testRulebook } from './test-rulebook.ts'

const given = (points: string) => ({ name: 'thử', source: null, given: { group: 'all', criteria: { points } }, expect: {} })

test('an example that expects nothing does not hold until somebody took or wrote what must come out', () => {
  assert.deepEqual(runExample(testRulebook(), given('82.5')).map(({ key, actual, expected }) => ({ key, actual, expected })), [
    { key: ['total'], actual: '82.50', expected: '' },
    { key: ['level'], actual: 'good', expected: '' },
  ])
  assert.deepEqual(runExample(testRulebook(), { ...given('82.5'), expect: { level: 'good' } }), [])
  assert.match(checkRulebook(rulebookText({ examples: [{ name: 'thử', given: { group: 'all', criteria: { points: 1 } }, expect: {} }] })).problems[0]?.message ?? '', /chưa ghi kết quả mong đợi; tính ra 1\.00/)
})

test('of an example that is refused, where it is refused can be taken over', () => {
  assert.deepEqual(runExample(testRulebook(), given('101')).map(({ key, actual }) => ({ key, actual })), [{ key: ['errors'], actual: ['criteria.points'] }])
})
