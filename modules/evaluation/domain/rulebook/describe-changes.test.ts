import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { compileRulebook } from '../../server/rulebook/compile-rulebook.ts'
import { describeChanges } from './describe-changes.ts'
import { addLevel, writeWeight } from './edit-parts.ts'
import { insertIntoSource, removeFromSource, writeSource, type SourcePath, type SourceValue } from './edit-source.ts'

const decree = readFileSync(new URL('../../rulebooks/nd-335-2025.yaml', import.meta.url), 'utf8')
const before = compileRulebook(decree)
const changed = (...edits: readonly (readonly [SourcePath, SourceValue])[]) =>
  describeChanges(before, compileRulebook(edits.reduce((text, [path, value]) => writeSource(text, path, value), decree)))
const said = (changes: readonly { vi: string }[]) => changes.map((change) => change.vi)

test('points and thresholds are said as an officer says them', () => {
  const changes = changed(
    [['criteria', 0, 'children', 0, 'children', 0, 'max'], { exact: '6' }],
    [['criteria', 0, 'children', 0, 'children', 1, 'max'], { exact: '4' }],
    [['rating', 'bands', 0, 'from'], { exact: '85' }],
  )
  assert.deepEqual(said(changes), ['Tiêu chí I.1: 5 → 6 điểm', 'Tiêu chí I.2: 5 → 4 điểm', 'Ngưỡng Hoàn thành xuất sắc nhiệm vụ: 90 → 85'])
  assert.deepEqual(changes.map((change) => change.en), ['Criterion I.1: 5 → 6 points', 'Criterion I.2: 5 → 4 points', 'Threshold Excellent: 90 → 85'])
})

test('defaults, deadlines, names, labels and formulas have their own words', () => {
  const answer = before.procedure.findIndex((step) => step.id === 'answer_petition')
  const total = before.sheet.quantities.findIndex((quantity) => quantity.id === 'task_points')
  assert.deepEqual(
    said(
      changed(
        [['settings', 8, 'default'], '0.1'],
        [['procedure', answer, 'deadline', 'workingDays'], { exact: '5' }],
        [['rating', 'vetoes', 0, 'label', 'vi'], 'Bị kỷ luật'],
        [['sheet', 'quantities', total, 'formula'], 'KQ * 60 + 10 * a'],
        [['judgements', 0, 'name', 'vi'], 'Kết quả'],
      ),
    ),
    [
      'Tùy chọn “Bước chấm tiêu chí chung”, mặc định: 0,05 → 0,1',
      'Tiêu chí chọn mức “Kết quả”, tên gọi: “Kết quả hoạt động của cơ quan, đơn vị, lĩnh vực phụ trách” → “Kết quả”',
      'Công thức “Điểm kết quả thực hiện nhiệm vụ (tối đa 70)”: KQ * 70 → KQ * 60 + 10 * a',
      'Trường hợp xếp mức thấp “Bị kỷ luật”, tên gọi: “Bị kỷ luật trong năm do suy thoái hoặc vi phạm liên quan đến hoạt động công vụ, từ khiển trách trở lên” → “Bị kỷ luật”',
      'Bước “Giải quyết kiến nghị”, số ngày làm việc: 7 → 5 ngày làm việc',
    ],
  )
})

test('what was added and what was removed is said with its name', () => {
  const group = ['criteria', 0, 'children', 2, 'children'] as const
  const smaller = writeSource(removeFromSource(decree, [...group, 3]), [...group, 2, 'max'], { exact: '5' })
  assert.deepEqual(said(describeChanges(before, compileRulebook(smaller))), ['Tiêu chí III.3: 2,5 → 5 điểm', 'Bỏ tiêu chí III.4'])
  const noticed = insertIntoSource(decree, ['rating', 'vetoes'], { id: 'nhan_su', label: { vi: 'Khai hồ sơ sai', en: 'False record' }, level: 'not_completed', when: 'facts.maternity' })
  assert.deepEqual(said(describeChanges(before, compileRulebook(noticed))), ['Thêm trường hợp xếp mức thấp “Khai hồ sơ sai”'])
})

test('the same rulebook under another number has no changes', () => {
  assert.deepEqual(changed([['version'], { exact: '2' }], [['document', 'number'], '12-QĐ/TU'], [['document', 'date'], '2026-02-01']), [])
})

test('a changed key without words of its own is named by itself, never left out', () => {
  assert.deepEqual(said(changed([['lists', 0, 'limit'], { exact: '50' }])), ['Danh sách “Nhiệm vụ”, limit: 1000 → 50'])
})

test('weights are said by the raters they belong to, a new threshold with its points', () => {
  const school = readFileSync(new URL('../../rulebooks/school-20-30-50.yaml', import.meta.url), 'utf8')
  const now = addLevel(writeWeight(school, 0, 'self', { exact: '0.1' }), { vi: 'Khá', en: 'Fair' }, '60')
  assert.deepEqual(said(describeChanges(compileRulebook(school), compileRulebook(now))), ['Thêm mức xếp loại “Khá”', 'Trọng số của tiêu chí total, Cá nhân tự chấm: 0,2 → 0,1', 'Thêm ngưỡng Khá: từ 60 điểm'])
})
