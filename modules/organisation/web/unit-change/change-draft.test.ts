import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import type { UnitView } from '../../contract/views.ts'
import { codesOf, unitChangeTerms } from '../../domain/reference-lists.ts'
import { createdBy, draftFor, draftOfKind, readChange, withOneMore, type ChangeDraft } from './change-draft.ts'

const id = (n: number) => `018f0000-0000-7000-8000-00000000000${n}` as UnitId
const day = calendarDate('2026-07-01')
const unit: UnitView = {
  id: id(1), code: 'KT', version: 3, date: day, alive: true, name: 'Phòng Kinh tế', shortName: 'Kinh tế',
  kind: 'specialised_division', level: 'commune', lifeFrom: day, lifeTo: null,
  path: [{ id: id(9), code: 'UB', name: 'Ủy ban nhân dân xã' }],
  posts: [], subunits: [], history: [], changes: [], can: { manage: true, moveOut: true },
}
const versionOf = () => 3
const written = (draft: ChangeDraft): ChangeDraft => ({
  ...draft,
  documentNumber: '12/NQ-HĐND',
  name: 'Phòng Kinh tế và Hạ tầng',
  successorId: id(2),
  ending: draft.ending.length > 0 ? [id(1), id(3)] : [],
  created: draft.created.map((one, index) => ({ ...one, code: `M${index}`, name: `Phòng mới ${index}`, kind: 'specialised_division' })),
})

test('every act of reorganisation, filled in, is what the server accepts', () => {
  for (const kind of codesOf(unitChangeTerms)) {
    const read = readChange(written(draftFor(kind, unit, day)), unit.id, versionOf)
    assert.ok(read.ok, `${kind}: ${read.ok ? '' : [...read.wrong].join(', ')}`)
    assert.equal(read.body.kind, kind)
  }
})

test('an empty form names each thing that is missing, at its place', () => {
  const found = readChange(draftFor('found', unit, day), unit.id, versionOf)
  assert.ok(!found.ok)
  assert.deepEqual([...found.wrong].sort(), ['documentNumber', 'unit.code', 'unit.kind', 'unit.name', 'unit.shortName'])
  const divide = readChange({ ...written(draftFor('divide', unit, day)), created: [] }, unit.id, versionOf)
  assert.ok(!divide.ok && divide.wrong.has('successors'))
})

test('an empty short name is the full name', () => {
  const read = readChange({ ...written(draftFor('rename', unit, day)), shortName: ' ' }, unit.id, versionOf)
  assert.ok(read.ok && read.body.kind === 'rename')
  assert.equal(read.body.shortName, 'Phòng Kinh tế và Hạ tầng')
})

test('a merger begins with the unit of the page, and needs a second one', () => {
  const draft = { ...written(draftFor('merge', unit, day)), ending: [unit.id] }
  const read = readChange(draft, unit.id, versionOf)
  assert.ok(!read.ok && read.wrong.has('predecessors'))
})

test('choosing another kind keeps the document and asks for as many new units as the kind founds', () => {
  const draft = draftOfKind(written(draftFor('rename', unit, day)), 'divide', unit)
  assert.equal(draft.documentNumber, '12/NQ-HĐND')
  assert.equal(draft.created.length, createdBy('divide')[0])
  assert.equal(withOneMore(draft, unit).created.length, 3)
})
