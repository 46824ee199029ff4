import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '#kernel/id.ts'
import { unitBound, type UnitLevelSource } from './unit-levels.ts'
import { decidedAbove, directlyBelow, waitsFor, type PlacedUnit } from './unit-order.ts'

const unit = (id: string, parent: string | null, status: PlacedUnit['status'], excludedReason = ''): PlacedUnit => ({ unitId: asId<'unit'>(id), parentId: parent === null ? null : asId<'unit'>(parent), status, excludedReason })
const names = (units: readonly PlacedUnit[] | undefined) => (units ?? []).map((each) => each.unitId)

test('one left out is passed over: those below it count for the organisation above', () => {
  const units = [unit('xã', null, 'scored'), unit('khối', 'xã', 'waiting', 'Không phải tổ chức'), unit('phòng', 'khối', 'scored'), unit('tổ', 'phòng', 'decided')]
  assert.deepEqual(names(directlyBelow(units).get(asId<'unit'>('xã'))), ['phòng'])
  assert.deepEqual(names(waitsFor(units, asId<'unit'>('xã'))), ['phòng'])
  assert.deepEqual(waitsFor(units, asId<'unit'>('phòng')), [])
  assert.equal(decidedAbove(units, asId<'unit'>('tổ')), undefined)
  assert.equal(decidedAbove([unit('xã', null, 'published'), unit('phòng', 'xã', 'decided')], asId<'unit'>('phòng'))?.unitId, 'xã')
})

const levels = ['excellent', 'good', 'completed', 'not_completed']
const round = (level: string | null, documentNumber = '335/2025/NĐ-CP'): UnitLevelSource => ({ unitId: asId<'unit'>('phòng'), level, unitCampaignId: documentNumber, documentNumber })

test('the round under the same document bounds the head; it stands over what was recorded by hand', () => {
  const bound = (rounds: readonly UnitLevelSource[], recorded: string | null = null) => unitBound('335/2025/NĐ-CP', levels, rounds, recorded)
  assert.equal(bound([]).kind, 'none')
  assert.deepEqual(bound([], 'good'), { kind: 'recorded', level: 'good' })
  assert.deepEqual(bound([round('completed'), round('good', '366-QĐ/TW')], 'excellent'), { kind: 'decided', level: 'completed', unitCampaignId: '335/2025/NĐ-CP', recorded: 'excellent' })
  assert.equal(bound([round(null), round('good', '366-QĐ/TW')]).kind, 'waits')
})

test('rounds under other documents must agree, and name a level the rulebook has; else nothing is taken', () => {
  const bound = (rounds: readonly UnitLevelSource[]) => unitBound('QĐ 3814', levels, rounds, null)
  assert.equal(bound([round('good', 'A'), round('good', 'B')]).kind, 'decided')
  assert.deepEqual(bound([round('good', 'A'), round('completed', 'B')]), { kind: 'conflict', levels: ['good', 'completed'], unitCampaignId: 'A' })
  assert.equal(bound([round('class_a', 'A')]).kind, 'conflict')
  assert.equal(bound([round('not_rated', 'A')]).kind, 'none')
})
