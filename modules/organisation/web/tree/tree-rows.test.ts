import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openedAtFirst, treeMove, treeRows, type TreeUnit } from './tree-rows.ts'

const unit = (id: string, parentId: string | null, name: string, people = 1): TreeUnit => ({ id, parentId, name, shortName: name, code: id.toUpperCase(), people })
const units = [
  unit('xa', null, 'Xã Đức Hợp', 0),
  unit('dang', 'xa', 'Đảng ủy xã', 4),
  unit('ban', 'dang', 'Ban Xây dựng Đảng', 3),
  unit('ubnd', 'xa', 'Ủy ban nhân dân xã', 5),
  unit('kt', 'ubnd', 'Phòng Kinh tế', 7),
]
const shown = (rows: readonly { unit: TreeUnit }[]): string[] => rows.map((row) => row.unit.id)

test('a closed unit hides what is below it', () => {
  assert.deepEqual(shown(treeRows(units, new Set())), ['xa'])
  assert.deepEqual(shown(treeRows(units, new Set(['xa']))), ['xa', 'dang', 'ubnd'])
  assert.deepEqual(shown(treeRows(units, new Set(['xa', 'ubnd']))), ['xa', 'dang', 'ubnd', 'kt'])
})

test('each line tells its depth, its place among its siblings and the people below', () => {
  const row = treeRows(units, new Set(['xa'])).find((one) => one.unit.id === 'ubnd')
  assert.deepEqual(row && [row.depth, row.place, row.siblings, row.expanded, row.peopleBelow], [2, 2, 2, false, 12])
})

test('a search without accents opens the way to what it finds, and marks only that', () => {
  const rows = treeRows(units, new Set(), 'kinh te')
  assert.deepEqual(rows.map((row) => [row.unit.id, row.found]), [['xa', false], ['ubnd', false], ['kt', true]])
  assert.deepEqual(shown(treeRows(units, new Set(), 'BAN')), ['xa', 'dang', 'ban', 'ubnd'])
  assert.deepEqual(treeRows(units, new Set(), 'không có'), [])
})

test('right opens and then goes in, left closes and then goes up', () => {
  const closed = treeRows(units, new Set(['xa']))
  assert.deepEqual(treeMove(closed, 'ubnd', 'ArrowRight'), { open: 'ubnd' })
  const open = treeRows(units, new Set(['xa', 'ubnd']))
  assert.deepEqual(treeMove(open, 'ubnd', 'ArrowRight'), { go: 'kt' })
  assert.equal(treeMove(open, 'kt', 'ArrowRight'), undefined)
  assert.deepEqual(treeMove(open, 'kt', 'ArrowLeft'), { go: 'ubnd' })
  assert.deepEqual(treeMove(open, 'ubnd', 'ArrowLeft'), { close: 'ubnd' })
})

test('a letter goes to the next unit that begins with it, accents or not', () => {
  const rows = treeRows(units, new Set(['xa', 'ubnd']))
  assert.deepEqual(treeMove(rows, 'xa', 'd'), { go: 'dang' })
  assert.deepEqual(treeMove(rows, 'dang', 'u'), { go: 'ubnd' })
  assert.deepEqual(treeMove(rows, 'xa', 'End'), { go: 'kt' })
})

test('a unit whose parent is not in the tree stands at the top', () => {
  assert.deepEqual(shown(treeRows([unit('a', 'gone', 'A')], new Set())), ['a'])
})

test('a small tree is open at first, a large one shows its first two levels', () => {
  assert.deepEqual([...openedAtFirst(units)].sort(), ['dang', 'ubnd', 'xa'])
  const many = [unit('xa', null, 'Xã'), ...Array.from({ length: 80 }, (_, n) => unit(`u${n}`, n % 2 === 0 ? 'xa' : `u${n - 1}`, `Đơn vị ${n}`))]
  assert.deepEqual([...openedAtFirst(many)], ['xa'])
})
