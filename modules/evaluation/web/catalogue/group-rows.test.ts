import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupProblem, groupsOf, mayAddGroup, nextGroup } from './group-rows.ts'

const row = (code: string, maxPoints: string | null = '100') => ({ code, name: `Nhóm ${code}`, maxPoints })

test('there are at most five groups', () => {
  assert.equal(mayAddGroup(['N1', 'N2', 'N3', 'N4'].map((code) => row(code))), true)
  assert.equal(mayAddGroup(['N1', 'N2', 'N3', 'N4', 'N5'].map((code) => row(code))), false)
})

test('a new group takes the first free code', () => {
  assert.equal(nextGroup([row('N1'), row('N3')]).code, 'N2')
})

test('an empty text, no points and a code used twice are told', () => {
  assert.equal(groupProblem([{ ...row('N1'), name: ' ' }], 0), 'text')
  assert.equal(groupProblem([row('N1', null)], 0), 'points')
  assert.equal(groupProblem([row('N1', '0.00')], 0), 'points')
  assert.equal(groupProblem([row('N1'), row(' N1 ')], 1), 'same-code')
  assert.equal(groupProblem([row('N1'), row('N2')], 1), undefined)
})

test('groups are only given when every one is right', () => {
  assert.deepEqual(groupsOf([{ code: ' N1 ', name: ' Đơn giản ', maxPoints: '100' }]), [{ code: 'N1', name: 'Đơn giản', maxPoints: '100' }])
  assert.equal(groupsOf([]), undefined)
  assert.equal(groupsOf([row('N1', null)]), undefined)
})
