import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { cellAfter, cellId, sheetCells, stepOfKey } from './sheet-cells.ts'

function criterion(code: string, children: unknown[] = []) {
  return { code, groups: null, scoring: { kind: children.length > 0 ? 'sum' : 'points', step: null, stepSetting: null }, children }
}
const rulebook = {
  criteria: [criterion('general', [criterion('I', [criterion('I.1'), criterion('I.2')]), criterion('II', [criterion('II.1')])])],
  judgements: [
    { id: 'd', groups: ['leader'] },
    { id: 'đ', groups: ['leader'] },
  ],
} as unknown as CompiledRulebook

test('the cursor goes through the criteria, the choices and the texts', () => {
  assert.deepEqual(sheetCells(rulebook, 'leader', 'superior'), ['I.1', 'I.2', 'II.1', 'd', 'đ', 'comment', 'strengths', 'weaknesses'])
  assert.deepEqual(sheetCells(rulebook, 'staff', 'superior'), ['I.1', 'I.2', 'II.1', 'comment', 'strengths', 'weaknesses'])
})

test('who scores oneself makes no choice on d, đ, e', () => {
  assert.deepEqual(sheetCells(rulebook, 'leader', 'self'), ['I.1', 'I.2', 'II.1', 'strengths', 'weaknesses'])
})

test('Enter and the arrows move on and back and stop at the ends', () => {
  const cells = ['I.1', 'I.2', 'II.1']
  assert.equal(cellAfter(cells, 'I.1', 1), 'I.2')
  assert.equal(cellAfter(cells, 'I.2', -1), 'I.1')
  assert.equal(cellAfter(cells, 'I.1', -1), 'I.1')
  assert.equal(cellAfter(cells, 'II.1', 1), 'II.1')
  assert.deepEqual([stepOfKey('Enter', false), stepOfKey('Enter', true), stepOfKey('ArrowUp', false), stepOfKey('ArrowDown', false), stepOfKey('5', false)], [1, -1, -1, 1, 0])
})

test('d and đ have cells of their own', () => {
  assert.notEqual(cellId('d'), cellId('đ'))
  assert.notEqual(cellId('II.1'), cellId('II1'))
  assert.match(cellId('đ'), /^[a-zA-Z0-9_-]+$/)
})
