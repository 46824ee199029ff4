import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, calendarDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import { firstDayAbove, holdsOn } from './date-span.ts'
import { checkHolding } from './holding.ts'
import { checkPost, checkPostChange, endWithUnit, type Holding, type Post } from './post.ts'

const day = calendarDate

function post(over: Partial<Post> = {}): Post {
  return {
    id: asId<'post'>('p'), code: 'BT', version: 1, unitId: asId<'unit'>('u'), title: 'Bí thư Đảng ủy', role: 'head', isLeader: true,
    publicContact: false, peerGroup: '', places: 1, from: day('2020-01-01'), to: null, ...over,
  }
}

let made = 0
function holding(from: string, to: string | null, over: Partial<Holding> = {}): Holding {
  made += 1
  return {
    id: asId<'holding'>(`h${made}`), version: 1, personId: asId<'person'>('x'), postId: asId<'post'>('p'), status: 'cadre', isPrimary: false,
    from: day(from), to: to === null ? null : day(to), decisionNumber: '', decisionDate: null, ...over,
  }
}

function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'not refused'
}

const judge = (candidate: Holding, ofPerson: Holding[] = [], ofPost: Holding[] = [], at = post()): string =>
  refusalOf(() => checkHolding(candidate, { post: at, ofPerson, ofPost }))

test('somebody may hold a free post, and several posts at once', () => {
  assert.equal(judge(holding('2020-01-01', null)), 'not refused')
  assert.equal(judge(holding('2020-01-01', null, { isPrimary: true }), [holding('2020-01-01', null, { postId: asId<'post'>('q') })]), 'not refused')
})

test('nobody holds the same post twice on one day, but may come back to it', () => {
  const first = holding('2020-01-01', '2020-12-31')
  assert.equal(judge(holding('2020-12-31', null), [first]), 'organisation.holding.overlap')
  assert.equal(judge(holding('2021-01-01', null), [first], [first]), 'not refused')
})

test('nobody has two main posts on one day', () => {
  const first = holding('2020-01-01', null, { postId: asId<'post'>('q'), isPrimary: true })
  assert.equal(judge(holding('2021-01-01', null, { isPrimary: true }), [first]), 'organisation.holding.two-primary')
})

test('a post for one takes no second holder on the same day; a post for two does', () => {
  const other = holding('2020-01-01', '2022-12-31', { personId: asId<'person'>('y') })
  assert.equal(judge(holding('2022-12-31', null), [], [other]), 'organisation.holding.no-place')
  assert.equal(judge(holding('2023-01-01', null), [], [other]), 'not refused')
  assert.equal(judge(holding('2022-12-31', null), [], [other], post({ places: 2 })), 'not refused')
})

test('a holding stays within the life of its post and does not end before it starts', () => {
  assert.equal(judge(holding('2019-12-31', null)), 'organisation.holding.outside-post-life')
  assert.equal(judge(holding('2020-01-01', null), [], [], post({ to: day('2024-12-31') })), 'organisation.holding.outside-post-life')
  assert.equal(judge(holding('2021-01-01', '2020-12-31')), 'organisation.dates.end-before-start')
})

test('a holding is not judged against itself when it is corrected', () => {
  const own = holding('2020-01-01', null, { isPrimary: true })
  assert.equal(judge({ ...own, to: day('2021-01-01') }, [own], [own]), 'not refused')
})

test('a post stays within the life of its unit', () => {
  const life = { from: day('2020-01-01'), to: day('2025-06-30') }
  assert.equal(refusalOf(() => checkPost(post({ to: day('2025-06-30') }), life)), 'not refused')
  assert.equal(refusalOf(() => checkPost(post(), life)), 'organisation.post.outside-unit-life')
  assert.equal(refusalOf(() => checkPost(post({ from: day('2019-12-31') }), { ...life, to: null })), 'organisation.post.outside-unit-life')
  assert.equal(refusalOf(() => checkPost(post({ from: day('2021-01-01'), to: day('2020-12-31') }), life)), 'organisation.dates.end-before-start')
})

test('a post cannot end while somebody holds it, nor lose places that are taken', () => {
  const life = { from: day('2020-01-01'), to: null }
  assert.equal(refusalOf(() => checkPostChange(post({ to: day('2021-01-01') }), life, [holding('2020-01-01', null)])), 'organisation.post.held-longer')
  assert.equal(refusalOf(() => checkPostChange(post(), life, [holding('2020-01-01', null), holding('2021-01-01', null)])), 'organisation.post.fewer-places-than-holders')
})

test('posts and holdings end with their unit; one that would start later stops the act', () => {
  const ended = endWithUnit([post(), post({ to: day('2021-01-01') })], [holding('2020-01-01', null)], day('2025-06-30'))
  assert.deepEqual(ended.posts.map((item) => [item.to, item.version]), [['2025-06-30', 2]])
  assert.deepEqual(ended.holdings.map((item) => item.to), ['2025-06-30'])
  assert.equal(refusalOf(() => endWithUnit([], [holding('2025-07-01', null)], day('2025-06-30'))), 'organisation.post.held-longer')
})

test('the first day on which too many hold is the one that counting each day finds', () => {
  const start = day('2024-01-01')
  const span = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 8 }), fc.boolean()).map(([from, length, endless]) => ({
    from: addDays(start, from), to: endless ? null : addDays(start, from + length),
  }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), fc.integer({ min: 0, max: 4 }), (spans, most) => {
      let expected: CalendarDate | undefined
      for (let index = 0; index <= 30 && expected === undefined; index++) {
        const date = addDays(start, index)
        if (spans.filter((one) => holdsOn(one, date)).length > most) expected = date
      }
      assert.equal(firstDayAbove(spans, most), expected)
    }),
    { numRuns: 500 },
  )
})
