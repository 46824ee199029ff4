import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { backOnTime, without } from './back-on-time.ts'
import { proposeCuts, type Cuttable } from './cuts.ts'
import { lengthOf, timeRundown, type TimedItem } from './timing.ts'

const minute = 60_000
const evening = 19 * 60 * minute

function item(id: string, planned: number | null, more: Partial<TimedItem> = {}): TimedItem {
  return { id, plannedMs: planned, estimatedMs: null, lockedMs: null, startedMs: null, endedMs: null, floated: false, fixedStartMs: null, ...more }
}

const lengths = fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: null })
const items = fc
  .array(fc.record({ plannedMs: lengths, estimatedMs: lengths, lockedMs: lengths, floated: fc.boolean(), fixed: fc.option(fc.integer({ min: 0, max: 20 }), { nil: null, freq: 5 }) }), { maxLength: 8 })
  .map((all) => all.map(({ fixed, ...times }, at): TimedItem => ({ id: String(at), startedMs: null, endedMs: null, fixedStartMs: fixed === null ? null : evening + fixed * minute, ...times })))
const outs = fc.integer({ min: 1, max: 20 }).map((minutes) => evening + minutes * minute)

test('an item counts for what it took, else what is recorded, else what is estimated, else what was allotted', () => {
  const all = item('a', 4000, { estimatedMs: 3000, lockedMs: 2000, startedMs: 0, endedMs: 1000 })
  assert.deepEqual(lengthOf(all, null), { ms: 1000, basis: 'actual' })
  assert.deepEqual(lengthOf({ ...all, endedMs: null }, 500), { ms: 2000, basis: 'locked' })
  assert.deepEqual(lengthOf({ ...all, endedMs: null }, 2500), { ms: 2500, basis: 'running' })
  assert.deepEqual(lengthOf({ ...all, startedMs: null, endedMs: null, lockedMs: null }, null), { ms: 3000, basis: 'estimated' })
  assert.deepEqual(lengthOf(item('a', 4000), null), { ms: 4000, basis: 'planned' })
  assert.deepEqual(lengthOf(item('a', null), null), { ms: 0, basis: 'none' })
})

test('a bulletin with advertising at a fixed time: what is short before it is a gap, what runs into it an overlap', () => {
  const fixed = evening + 5 * minute
  const short = timeRundown([item('a', 4 * minute), item('b', minute, { fixedStartMs: fixed })], { startMs: evening, outMs: evening + 7 * minute })
  assert.deepEqual(short.items.map(({ startMs, backMs, gapMs }) => [startMs, backMs, gapMs]), [[evening, fixed - 4 * minute, 0], [fixed, evening + 6 * minute, minute]])
  assert.equal(short.overMs, -minute)
  const over = timeRundown([item('a', 6 * minute), item('b', minute, { fixedStartMs: fixed })], { startMs: evening, outMs: evening + 7 * minute })
  assert.deepEqual(over.items[1], { id: 'b', ms: minute, basis: 'planned', startMs: evening + 6 * minute, backMs: evening + 6 * minute, gapMs: -minute })
  assert.equal(over.overMs, 0)
})

test('what is on air began when it was taken, and what follows waits for now', () => {
  const all = [item('a', minute, { startedMs: evening + 10_000, endedMs: evening + 80_000 }), item('b', minute, { startedMs: evening + 80_000 }), item('c', minute)]
  assert.deepEqual(timeRundown(all, { startMs: evening, outMs: null }, evening + 100_000).items.map(({ startMs, ms }) => [startMs, ms]), [[evening + 10_000, 70_000], [evening + 80_000, minute], [evening + 140_000, minute]])
  const late = timeRundown(all, { startMs: evening, outMs: evening + 3 * minute }, evening + 200_000)
  assert.deepEqual(late.items[2]?.startMs, evening + 200_000)
  assert.equal(late.overMs, 80_000)
  const between = timeRundown(all.slice(0, 1).concat(item('c', minute)), { startMs: evening, outMs: null }, evening + 90_000)
  assert.equal(between.items[1]?.startMs, evening + 90_000, 'nobody is on air: the next cannot have begun yet')
})

test('what was skipped on air takes no time and is not asked for cuts', () => {
  const all = [item('a', minute), item('b', minute, { startedMs: evening }), item('c', minute)]
  const span = { startMs: evening, outMs: evening + minute }
  const time = timeRundown(all, span, evening + 1000)
  assert.deepEqual(time.items.map(({ startMs }) => startMs), [null, evening, evening + minute])
  assert.equal(time.totals.plannedMs, 2 * minute)
  assert.deepEqual(backOnTime(all, span, ['a', 'b', 'c'].map((itemId) => ({ itemId, blockId: null, ms: minute })), evening + 1000).cuts.map(({ itemId }) => itemId), ['c'])
})

test('the end is the start, the parts and the gaps together; floated items count for nothing', () => {
  fc.assert(
    fc.property(items, outs, (all, outMs) => {
      const time = timeRundown(all, { startMs: evening, outMs })
      const counted = time.items.filter((_, at) => all[at]?.floated === false)
      assert.equal(time.endMs, evening + counted.reduce((sum, { ms, gapMs }) => sum + ms + Math.max(0, gapMs), 0))
      assert.equal(Math.sign(time.overMs ?? 0), Math.sign(time.endMs - outMs))
      assert.ok(time.items.every(({ startMs, backMs }, at) => (all[at]?.floated === true) === (startMs === null) && (startMs === null) === (backMs === null)))
      assert.deepEqual(timeRundown(all.filter(({ floated }) => !floated), { startMs: evening, outMs }).endMs, time.endMs)
    }),
  )
})

test('without fixed starts every item is as late against its latest start as the whole is over', () => {
  fc.assert(
    fc.property(items, outs, (all, outMs) => {
      const time = timeRundown(all.map((each) => ({ ...each, fixedStartMs: null })), { startMs: evening, outMs })
      for (const { startMs, backMs } of time.items) if (startMs !== null && backMs !== null) assert.equal(startMs - backMs, time.overMs)
    }),
  )
})

/** Every subset, by trying: what the search must agree with. */
function byTrying(cuttables: readonly Cuttable[], need: number): [number, number, number] {
  let best = [Infinity, Infinity, Infinity] as [number, number, number]
  let most: [number, number, number] = [Infinity, 0, 0]
  for (let set = 0; set < 2 ** cuttables.length; set++) {
    const cuts = cuttables.filter((_, at) => Math.floor(set / 2 ** at) % 2 === 1)
    if (cuts.some((cut) => cut.blockId === null && cuts.some((other) => other !== cut && other.itemId === cut.itemId))) continue
    const seconds = cuts.reduce((sum, { ms }) => sum + Math.floor(ms / 1000), 0)
    const cost: [number, number, number] = seconds < need ? [Infinity, -seconds, cuts.length] : [Math.floor((seconds - need) / 5), cuts.length, seconds]
    const less = (a: readonly number[], b: readonly number[]): boolean => a.some((value, at) => value < (b[at] ?? 0) && a.slice(0, at).every((same, before) => same === b[before]))
    if (seconds < need ? less(cost, most) : less(cost, best)) {
      if (seconds < need) most = cost
      else best = cost
    }
  }
  return best[0] === Infinity ? most : best
}

const cuttable = fc.record({ itemId: fc.constantFrom('0', '1', '2'), whole: fc.boolean(), ms: fc.integer({ min: 1000, max: 60_000 }) })
const distinct = fc.array(cuttable, { maxLength: 9 }).map((all) => {
  const seen = new Set<string>()
  return all.flatMap(({ itemId, whole, ms }, at): Cuttable[] => {
    if (whole && seen.has(itemId)) return []
    if (whole) seen.add(itemId)
    return [{ itemId, blockId: whole ? null : String(at), ms }]
  })
})

test('what to cut is the best of all sets there are', () => {
  fc.assert(
    fc.property(distinct, fc.integer({ min: 1, max: 120 }), (cuttables, need) => {
      const { cuts } = proposeCuts(cuttables, need * 1000)
      const seconds = cuts.reduce((sum, { ms }) => sum + Math.floor(ms / 1000), 0)
      const cost = seconds < need ? [Infinity, seconds === 0 ? 0 : -seconds, cuts.length] : [Math.floor((seconds - need) / 5), cuts.length, seconds]
      assert.deepEqual(cost, byTrying(cuttables, need).map((value) => (Object.is(value, -0) ? 0 : value)))
    }),
    { numRuns: 150 },
  )
})

test('a rundown with what is proposed cut ends on time and keeps its fixed starts, or everything that may be cut is', () => {
  fc.assert(
    fc.property(items, outs, distinct, (all, outMs, cuttables) => {
      const span = { startMs: evening, outMs }
      const lengthById = new Map(timeRundown(all, span).items.map(({ id, ms }) => [id, ms]))
      const possible = cuttables.map((cut) => ({ ...cut, ms: cut.blockId === null ? (lengthById.get(cut.itemId) ?? 0) : Math.floor((lengthById.get(cut.itemId) ?? 0) / 10) }))
      const proposal = backOnTime(all, span, possible)
      const after = timeRundown(without(all, proposal.cuts, null, span), span)
      assert.equal(Math.max(0, after.overMs ?? 0), proposal.stillOverMs)
      if (proposal.stillOverMs === 0) return
      const lastFixed = all.findLastIndex(({ fixedStartMs, floated }) => fixedStartMs !== null && !floated)
      const tail = all.slice(Math.max(0, lastFixed)).filter(({ floated }) => !floated).map(({ id }) => id)
      const lost = (of: readonly Cuttable[], itemId: string): number => Math.max(of.find((cut) => cut.itemId === itemId && cut.blockId === null)?.ms ?? 0, of.filter((cut) => cut.itemId === itemId && cut.blockId !== null).reduce((sum, { ms }) => sum + ms, 0))
      for (const id of tail) assert.ok(lost(proposal.cuts, id) >= lost(possible.filter(({ ms }) => ms >= 1000), id) - 1000 * 9, 'what is left could not have helped')
    }),
    { numRuns: 150 },
  )
})

test('one cut of the right length is better than three that save two seconds more exactly', () => {
  const cuts = [20, 13, 7, 44].map((seconds, at): Cuttable => ({ itemId: String(at), blockId: null, ms: seconds * 1000 }))
  assert.deepEqual(proposeCuts(cuts, 40_000), { cuts: [cuts[3]], savedMs: 44_000, stillOverMs: 0 })
  assert.deepEqual(proposeCuts(cuts.slice(0, 3), 50_000), { cuts: cuts.slice(0, 3), savedMs: 40_000, stillOverMs: 10_000 })
  assert.deepEqual(proposeCuts(cuts, 0).cuts, [])
})
