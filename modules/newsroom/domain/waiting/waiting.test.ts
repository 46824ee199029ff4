import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ScriptContent } from '../approval/content.ts'
import type { ApprovalLevel, StoryAct } from '../approval/state.ts'
import { medianOf, placeTimes, timeByPlace } from './durations.ts'
import { stretchesOf, type PastVersion, type Stretch } from './stretches.ts'

const start = Date.parse('2026-11-23T00:00:00Z')
const hour = 3_600_000
const at = (hours: number) => new Date(start + hours * hour)
const said = (text: string): ScriptContent => ({ title: 'Tin', column: null, category: null, people: [], blocks: [{ id: 'b', kind: 'voice_over', cuttable: false, text }] })
const version = (number: number, hours: number, content: ScriptContent | null = null): PastVersion => ({ version: number, at: at(hours), content })
const step = (act: StoryAct, hours: number, level: ApprovalLevel | null = null, of = 1) => ({ act, level, version: of, at: at(hours) })
const hours = (stretches: readonly Stretch[]) => stretches.map(({ place, from, to }) => [place, (from.getTime() - start) / hour, to === null ? null : (to.getTime() - start) / hour])

test('a story that nobody stopped: written, at the department, at leadership, approved', () => {
  const stretches = stretchesOf({ versions: [version(1, 0)], steps: [step('submit', 2), step('approve', 3, 'department'), step('approve', 14, 'leadership')] })
  assert.deepEqual(hours(stretches), [['draft', 0, 2], ['department', 2, 3], ['leadership', 3, 14]])
  assert.deepEqual(timeByPlace(stretches, at(99)), { draft: 2 * hour, returned: 0, department: hour, leadership: 11 * hour })
})

test('what waits now is counted up to now', () => {
  const stretches = stretchesOf({ versions: [version(1, 0)], steps: [step('submit', 2)] })
  assert.deepEqual(hours(stretches), [['draft', 0, 2], ['department', 2, null]])
  assert.equal(timeByPlace(stretches, at(7)).department, 5 * hour)
  assert.equal(timeByPlace(stretches, at(1)).department, 0, 'not less than nothing where the clock was set back')
})

test('a returned story is told from one its author took back', () => {
  const returned = stretchesOf({ versions: [version(1, 0), version(2, 4)], steps: [step('submit', 1), step('return', 3, 'department'), step('submit', 6, null, 2)] })
  assert.deepEqual(hours(returned), [['draft', 0, 1], ['department', 1, 3], ['returned', 3, 6], ['department', 6, null]])
  const withdrawn = stretchesOf({ versions: [version(1, 0)], steps: [step('submit', 1), step('withdraw', 2), step('submit', 5)] })
  assert.deepEqual(hours(withdrawn), [['draft', 0, 1], ['department', 1, 2], ['draft', 2, 5], ['department', 5, null]])
})

test('returned by leadership and submitted unchanged, it goes straight back to leadership', () => {
  const steps = [step('submit', 1), step('approve', 2, 'department'), step('return', 5, 'leadership'), step('submit', 6)]
  assert.deepEqual(hours(stretchesOf({ versions: [version(1, 0)], steps })), [['draft', 0, 1], ['department', 1, 2], ['leadership', 2, 5], ['returned', 5, 6], ['leadership', 6, null]])
})

test('a figure changed after approval brings it back to the department, without any step', () => {
  const steps = [step('submit', 1), step('approve', 2, 'department'), step('approve', 3, 'leadership')]
  const versions = [version(1, 0, said('Kết nạp 5 đảng viên.')), version(2, 10, said('Kết nạp 7 đảng viên.'))]
  assert.deepEqual(hours(stretchesOf({ versions, steps })).slice(-2), [['leadership', 2, 3], ['department', 10, null]])
})

test('a slip of spelling mended asks the department alone, and putting the words back asks nobody', () => {
  const steps = [step('submit', 1), step('approve', 2, 'department'), step('approve', 3, 'leadership')]
  const versions = [version(1, 0, said('Đồng chí cho biết như vậy.')), version(2, 10, said('Đồng chí cho biêt như vậy.')), version(3, 11, said('Đồng chí cho biết như vậy.'))]
  assert.deepEqual(hours(stretchesOf({ versions, steps })).slice(-1), [['department', 10, 11]])
  assert.deepEqual(hours(stretchesOf({ versions: versions.slice(0, 2), steps: [...steps, step('approve', 12, 'department', 2)] })).slice(-1), [['department', 10, 12]])
})

test('aired before it was signed it goes on waiting for the signature', () => {
  const steps = [step('submit', 1), step('approve', 2, 'department'), step('air_first', 3), step('approve', 9, 'leadership')]
  assert.deepEqual(hours(stretchesOf({ versions: [version(1, 0)], steps })).slice(-1), [['leadership', 2, 9]])
})

test('of fewer than five no middle is given', () => {
  assert.equal(medianOf([1, 2, 3, 4]), null)
  assert.equal(medianOf([9, 1, 5, 3, 7]), 5)
  assert.equal(medianOf([6, 5, 4, 3, 2, 1]), 3.5)
})

test('a stay counts in the period in which it ended; one that goes on is shown apart', () => {
  const story = (storyId: string, ...stays: [number, number | null][]) => ({ storyId, stretches: stays.map(([from, to]) => ({ place: 'department' as const, from: at(from), to: to === null ? null : at(to) })) })
  const times = placeTimes([story('a', [0, 2]), story('b', [5, 30]), story('c', [20, null]), story('d', [6, 8], [9, 12])], { from: at(7), until: at(24) })
  assert.deepEqual(times.find(({ place }) => place === 'department'), {
    place: 'department',
    left: 2,
    median: null,
    longest: { storyId: 'd', length: 3 * hour },
    waiting: 2,
    longestWaiting: { storyId: 'b', length: 19 * hour },
  })
  assert.deepEqual(times.find(({ place }) => place === 'leadership'), { place: 'leadership', left: 0, median: null, longest: null, waiting: 0, longestWaiting: null })
})
