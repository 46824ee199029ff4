import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tables } from '#database/tables.ts'
import { tablesOf, withoutPersonalData } from './record-classes.ts'

test('every table of the schema stands in one record class, or is declared to hold no personal data', () => {
  const placed = [...Object.values(tablesOf).flat(), ...withoutPersonalData]
  assert.deepEqual(placed.toSorted(), Object.keys(tables).toSorted())
})
