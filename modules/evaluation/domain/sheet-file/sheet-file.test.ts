import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SheetContent } from '../sheet-content.ts'
import { readEntry, type RawCell } from './read-entry.ts'
import { expectedIn, type SheetColumn } from './sheet-columns.ts'
import { changesOf, entriesOf, withEntries } from './sheet-entries.ts'

const points: SheetColumn = { key: 'points:I.1', kind: 'points', code: 'I.1', header: 'I.1', help: [], number: { max: '5', step: '0.05' }, choices: null, row: null }
const judgement: SheetColumn = { key: 'judgement:d', kind: 'judgement', code: 'd', header: 'd', help: [], number: null, choices: [{ shown: '100', value: '100' }, { shown: '50', value: '50' }], row: null }
const reason: SheetColumn = { key: 'reason:d', kind: 'reason', code: 'd.reason', header: 'Lý do', help: [], number: null, choices: null, row: null }
const comment: SheetColumn = { key: 'text:comment', kind: 'text', code: 'comment', header: 'Nhận xét', help: [], number: null, choices: null, row: null }
const level: SheetColumn = { key: 'level', kind: 'level', code: 'proposedLevel', header: 'Mức', help: [], number: null, choices: [{ shown: 'Hoàn thành tốt nhiệm vụ', value: 'good' }], row: null }
const columns = [points, judgement, reason, level, comment]
const text = (value: string): RawCell => ({ kind: 'text', value })
const blank = { points: {}, judgements: {}, lists: {}, strengths: 'Chủ động.', weaknesses: '', comment: '', proposedLevel: null } satisfies SheetContent

test('numbers are read as people and Excel write them, exactly', () => {
  for (const cell of [text('4,55'), text(' 4.55 '), { kind: 'number', value: 4.55 } as const]) assert.deepEqual(readEntry(points, cell), { value: '4.55' })
  assert.deepEqual(readEntry(points, { kind: 'number', value: 5 }), { value: '5' })
  assert.deepEqual(readEntry(points, { kind: 'number', value: 0 }), { value: '0' })
})

test('a blank cell is blank, never nought', () => {
  for (const cell of [{ kind: 'empty', value: null } as const, text('  ')]) assert.deepEqual(readEntry(points, cell), { value: null })
})

test('formulas, dates, errors, truths and words are refused with what is expected', () => {
  const cells: RawCell[] = [{ kind: 'formula', value: 5 }, { kind: 'date', value: '2026-05-02' }, { kind: 'error', value: '#REF!' }, { kind: 'boolean', value: true }, text('năm'), text('-1'), text('1e2'), { kind: 'number', value: -1 }, { kind: 'number', value: 1e9 }]
  for (const cell of cells) {
    const read = readEntry(points, cell)
    assert.ok('expected' in read && read.expected.endsWith('Số từ 0 đến 5, bước 0,05. Để trống nếu chưa chấm.'), JSON.stringify([cell, read]))
  }
  assert.match(expectedIn(judgement), /100; 50/)
  assert.ok('expected' in readEntry(comment, text('x'.repeat(4001))))
  assert.ok('expected' in readEntry(comment, { kind: 'formula', value: 'Tốt' }))
})

test('a level is read by its name, whatever the case and marks', () => {
  assert.deepEqual(readEntry(level, text('hoan thanh tot nhiem vu')), { value: 'good' })
  assert.ok('expected' in readEntry(level, text('Tuyệt vời')))
})

test('a sheet laid out and put together again is the same', () => {
  const content = { ...blank, points: { 'I.1': '4.5', 'X.9': '1' }, judgements: { d: { value: '50', reason: 'Chậm' } }, comment: 'Đồng ý.', proposedLevel: 'good' }
  assert.deepEqual(withEntries(columns, content, entriesOf(columns, content)), content)
  assert.deepEqual(withEntries(columns, blank, entriesOf(columns, content)).judgements, content.judgements)
  assert.equal(withEntries(columns, content, { 'points:I.1': null }).points['I.1'], undefined)
  assert.equal(withEntries(columns, content, { 'text:comment': null }).strengths, 'Chủ động.', 'what has no column stays')
})

test('only what the file changed is a change; what both changed differently is a conflict', () => {
  const base = { 'points:I.1': '4', 'judgement:d': '100', 'text:comment': null }
  assert.deepEqual(changesOf(columns, base, base, { ...base, 'points:I.1': '5' }), [{ key: 'points:I.1', before: '4', after: '5', conflict: false }])
  assert.deepEqual(changesOf(columns, base, { ...base, 'text:comment': 'Sửa trên màn hình' }, { ...base, 'points:I.1': '5' }).map((change) => change.key), ['points:I.1'], 'the screen is not set back')
  assert.deepEqual(changesOf(columns, base, { ...base, 'points:I.1': '3' }, { ...base, 'points:I.1': '5' }), [{ key: 'points:I.1', before: '3', after: '5', conflict: true }])
  assert.deepEqual(changesOf(columns, base, { ...base, 'points:I.1': '5' }, { ...base, 'points:I.1': '5' }), [], 'both wrote the same')
})

const percent: SheetColumn = { key: 'list:axes.1.percent', kind: 'entry', code: 'axes.1.percent', header: 'Trục 1: Tỷ lệ', help: [], number: { max: null, step: null }, choices: null, row: null }
const exceeded: SheetColumn = { key: 'list:tasks.t1.exceeded', kind: 'entry', code: 'tasks.t1.exceeded', header: 'Vượt mức', help: [], number: null, choices: [{ shown: 'Có', value: 'true' }, { shown: 'Không', value: 'false' }], row: { list: 'tasks', id: 't1', name: 'Báo cáo quý' } }

test('entries of lists go into the file and back, and a blank takes an entry out', () => {
  const content = { ...blank, lists: { axes: { '1': { percent: '95', max: '15' } }, tasks: { t1: { exceeded: 'true' } } } }
  const both = [percent, exceeded]
  assert.deepEqual(entriesOf(both, content), { 'list:axes.1.percent': '95', 'list:tasks.t1.exceeded': 'true' })
  assert.deepEqual(withEntries(both, content, { 'list:axes.1.percent': '97.5', 'list:tasks.t1.exceeded': null }).lists, { axes: { '1': { percent: '97.5', max: '15' } }, tasks: { t1: {} } })
})

test('entries are read as people and Excel write them, yes and no too', () => {
  assert.deepEqual(readEntry(percent, text('1250,5')), { value: '1250.5' })
  for (const cell of [text('co'), text('Có'), { kind: 'boolean', value: true } as const]) assert.deepEqual(readEntry(exceeded, cell), { value: 'true' })
  assert.ok('expected' in readEntry(exceeded, text('có lẽ')))
  assert.ok('expected' in readEntry(percent, text('nhiều')))
  assert.match(expectedIn(percent), /Số từ 0 trở lên/)
})
