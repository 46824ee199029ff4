import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axisMarks, placePoints } from './chart-scale.ts'

const frame = { width: 100, height: 50, min: 0, max: 100 }

test('a month without a result breaks the line instead of standing at zero', () => {
  const runs = placePoints(
    [
      { label: '1', value: '100' },
      { label: '2', value: null },
      { label: '3', value: '50' },
    ],
    frame,
  )
  assert.deepEqual(runs.map((run) => run.map((point) => [point.label, point.x, point.y])), [[['1', 0, 0]], [['3', 100, 25]]])
})

test('a single point stands in the middle, one outside the axis at its edge', () => {
  assert.deepEqual(placePoints([{ label: '1', value: '120' }], frame)[0]?.map((point) => [point.x, point.y]), [[50, 0]])
})

test('axis marks are round', () => {
  assert.deepEqual(axisMarks(0, 100), [0, 20, 40, 60, 80, 100])
  assert.deepEqual(axisMarks(40, 100), [40, 60, 80, 100])
})
