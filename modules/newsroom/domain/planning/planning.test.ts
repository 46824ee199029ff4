import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { availableActs } from '#kernel/transition.ts'
import { clashesOf, type Booking } from './clashes.ts'
import { assignmentTransitions, isLate } from './state.ts'
import { mondayOf, weekOf } from './week.ts'

const day = calendarDate('2026-11-23')

function booking(id: string, over: Partial<Booking> = {}): Booking {
  return { id, onDate: day, startMinute: 480, endMinute: 600, state: 'assigned', people: ['an'], camera: 'Máy 2', vehicle: '43A-123.45', ...over }
}

test('a person, a camera and a vehicle cannot be at two places at one time', () => {
  const one = booking('a')
  assert.deepEqual(clashesOf(one, [one, booking('b', { startMinute: 599, endMinute: 700 })]), [
    { kind: 'person', what: 'an', with: 'b' },
    { kind: 'camera', what: 'Máy 2', with: 'b' },
    { kind: 'vehicle', what: '43A-123.45', with: 'b' },
  ])
})

test('who is free again the minute another begins is not booked twice; nor is what was cancelled or done, or is on another day', () => {
  const others = [booking('b', { startMinute: 600, endMinute: 700 }), booking('c', { state: 'cancelled' }), booking('d', { state: 'done' }), booking('e', { onDate: calendarDate('2026-11-24') })]
  assert.deepEqual(clashesOf(booking('a'), others), [])
})

test('without times an assignment takes the whole day', () => {
  const other = booking('b', { startMinute: null, endMinute: null, people: ['binh'], camera: '' })
  assert.deepEqual(clashesOf(booking('a'), [other]), [{ kind: 'vehicle', what: '43A-123.45', with: 'b' }])
})

test('a vehicle is the same however its number is typed, and none is no vehicle', () => {
  const typed = booking('b', { people: [], camera: '', vehicle: '43a 12345' })
  assert.deepEqual(clashesOf(booking('a', { people: [], camera: '' }), [typed]).map(({ kind }) => kind), ['vehicle'])
  assert.deepEqual(clashesOf(booking('a', { people: [], camera: '', vehicle: '' }), [booking('b', { people: [], camera: '', vehicle: '' })]), [])
  assert.deepEqual(clashesOf(booking('a', { people: [], vehicle: '', camera: 'Máy 2' }), [booking('b', { people: [], vehicle: '', camera: 'máy  2' })]).map(({ kind }) => kind), ['camera'])
})

test('those it is given to accept, do and report it; the desk cancels it and gives it out again', () => {
  const assigned = (state: Parameters<typeof isLate>[0]['state']) => availableActs(assignmentTransitions, state, (hand) => hand === 'assigned')
  const desk = (state: Parameters<typeof isLate>[0]['state']) => availableActs(assignmentTransitions, state, (hand) => hand === 'desk')
  assert.deepEqual([assigned('assigned'), assigned('accepted'), assigned('in_progress'), assigned('done'), assigned('cancelled')], [['accept', 'begin'], ['begin', 'finish'], ['finish'], ['reopen'], []])
  assert.deepEqual([desk('assigned'), desk('done'), desk('cancelled')], [['cancel'], [], ['revive']])
})

test('only what is still to be done is late', () => {
  const dueAt = new Date('2026-11-23T10:00:00Z')
  const after = new Date('2026-11-23T10:00:01Z')
  assert.equal(isLate({ state: 'in_progress', dueAt }, after), true)
  assert.equal(isLate({ state: 'in_progress', dueAt }, dueAt), false)
  assert.equal(isLate({ state: 'done', dueAt }, after), false)
})

test('a week begins on its Monday, also across a year', () => {
  assert.equal(mondayOf(calendarDate('2027-01-03')), '2026-12-28')
  assert.deepEqual(weekOf(day).map((each) => each.slice(-2)), ['23', '24', '25', '26', '27', '28', '29'])
})
