import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, calendarDate } from '#kernel/calendar-date.ts'
import { asId, type PersonId } from '#kernel/id.ts'
import { maySign, type Delegation, type SigningFacts } from './may-sign.ts'

const person = (name: string): PersonId => asId<'person'>(name)
const [author, chief, director, deputy] = [person('author'), person('chief'), person('director'), person('deputy')]
const today = calendarDate('2026-05-15')
const written: Delegation = { id: asId<'delegation'>('12'), from: director, to: deputy, level: 'leadership', fromDay: calendarDate('2026-05-01'), toDay: calendarDate('2026-05-31'), document: 'Giấy ủy quyền số 12/GUQ', bothLevels: false }
const facts: SigningFacts = { level: 'leadership', actorId: director, authorId: author, standing: [], delegations: [], ownRight: true, today }
const answer = (change: Partial<SigningFacts>): string => {
  const may = maySign({ ...facts, ...change })
  return may.ok ? `for ${may.under?.from ?? 'themselves'}` : may.why
}

test('who holds the right signs for themselves, with or without a delegation; who holds none does not sign', () => {
  assert.equal(answer({}), 'for themselves')
  assert.equal(answer({ actorId: deputy, delegations: [written] }), 'for themselves')
  assert.equal(answer({ ownRight: false }), 'no-right')
})

test('a delegation counts on its days, first and last too, at its level, when it is written, and for nobody else', () => {
  const by = (change: Partial<Delegation>, day = today): string => answer({ actorId: deputy, ownRight: false, delegations: [{ ...written, ...change }], today: day })
  assert.equal(by({}), 'for director')
  assert.equal(by({}, written.fromDay), 'for director')
  assert.equal(by({}, written.toDay), 'for director')
  assert.equal(by({}, addDays(written.fromDay, -1)), 'no-right')
  assert.equal(by({}, addDays(written.toDay, 1)), 'no-right')
  assert.equal(by({ level: 'department' }), 'no-right')
  assert.equal(by({ document: ' ' }), 'no-right')
  assert.equal(by({ to: chief }), 'no-right')
  assert.equal(by({ from: deputy }), 'no-right')
})

test('nobody approves their own story, unless a delegation of that level lets one person sign both', () => {
  const own = { actorId: deputy, authorId: deputy }
  assert.equal(answer(own), 'own-story')
  assert.equal(answer({ ...own, delegations: [written] }), 'own-story')
  assert.equal(answer({ ...own, delegations: [{ ...written, bothLevels: true }] }), 'for director')
  assert.equal(answer({ ...own, level: 'department', delegations: [{ ...written, bothLevels: true }] }), 'own-story')
  assert.equal(answer({ actorId: deputy, authorId: director, ownRight: false, delegations: [written] }), 'own-story', 'nor for the one who wrote it')
})

test('nobody signs two levels, unless a written delegation says so', () => {
  const signed = { actorId: deputy, standing: [{ level: 'department', personId: deputy, actingFor: null }] } as const
  assert.equal(answer(signed), 'signed-other-level')
  assert.equal(answer({ ...signed, ownRight: false, delegations: [written] }), 'signed-other-level')
  assert.equal(answer({ ...signed, ownRight: false, delegations: [{ ...written, bothLevels: true }] }), 'for director')
  assert.equal(answer({ ...signed, standing: [{ level: 'leadership', personId: deputy, actingFor: null }] }), 'for themselves', 'the same level again is no second one')
  const forDirector = { level: 'department', personId: chief, actingFor: director } as const
  assert.equal(answer({ standing: [forDirector] }), 'signed-other-level', 'who had it signed has signed')
  assert.equal(answer({ actorId: deputy, ownRight: false, delegations: [written], standing: [forDirector] }), 'signed-other-level', 'nor twice in one name')
})

test('who may sign both levels signs the first again after it lapsed', () => {
  const standing = [{ level: 'leadership', personId: chief, actingFor: director }] as const
  const both = { ...written, to: chief, bothLevels: true }
  assert.equal(answer({ level: 'department', actorId: chief, standing, delegations: [both] }), 'for themselves')
  assert.equal(answer({ level: 'department', actorId: chief, standing, delegations: [both], today: addDays(both.toDay, 1) }), 'signed-other-level')
})

test('of several delegations the one is used of which the document is enough by itself, else the one recorded first', () => {
  const both = { ...written, id: asId<'delegation'>('13'), bothLevels: true }
  const used = (change: Partial<SigningFacts>): string => {
    const may = maySign({ ...facts, actorId: deputy, ownRight: false, delegations: [written, both], ...change })
    return may.ok ? (may.under?.id ?? 'none') : may.why
  }
  const standing = [{ level: 'department', personId: deputy, actingFor: null }] as const
  assert.equal(used({}), '12')
  assert.equal(used({ standing }), '13')
  assert.equal(used({ authorId: deputy }), '13')
  assert.equal(used({ standing, delegations: [written, { ...both, level: 'department' }] }), '12', 'another document lets one sign both')
  assert.equal(used({ standing, ownRight: true }), 'none', 'own right goes first')
})

const anybody = fc.constantFrom(author, chief, director, deputy)
const level = fc.constantFrom('department', 'leadership')
const day = fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days))
const delegation: fc.Arbitrary<Delegation> = fc.record({ id: fc.uuid().map((id) => asId<'delegation'>(id)), from: anybody, to: anybody, level, fromDay: day, toDay: day, document: fc.constantFrom('', 'Số 12/GUQ'), bothLevels: fc.boolean() })
const anyFacts = fc.record({
  level,
  actorId: anybody,
  authorId: anybody,
  standing: fc.array(fc.record({ level, personId: anybody, actingFor: fc.option(anybody) }), { maxLength: 2 }),
  delegations: fc.array(delegation, { maxLength: 4 }),
  ownRight: fc.boolean(),
  today: fc.constant(today),
})

test('without a word on both levels, hands that wrote a story or signed its other level never sign it', () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const plain = { ...any, delegations: any.delegations.map((each) => ({ ...each, bothLevels: false })) }
      const may = maySign(plain)
      if (!may.ok) return
      const hands = [plain.actorId, may.under?.from]
      assert.ok(!hands.includes(plain.authorId))
      for (const { level: signed, personId, actingFor } of plain.standing) {
        if (signed !== plain.level) assert.ok(!hands.includes(personId) && (actingFor === null || !hands.includes(actingFor)))
      }
      if (may.under === null) assert.ok(plain.ownRight)
      else assert.ok(plain.delegations.includes(may.under) && may.under.to === plain.actorId && may.under.level === plain.level)
    }),
    { numRuns: 400 },
  )
})

test('a further delegation never takes a right away, nor does the order of delegations', () => {
  fc.assert(
    fc.property(anyFacts, delegation, (any, further) => {
      const { ok } = maySign(any)
      assert.equal(maySign({ ...any, delegations: any.delegations.toReversed() }).ok, ok)
      if (ok) assert.ok(maySign({ ...any, delegations: [further, ...any.delegations] }).ok)
    }),
    { numRuns: 400 },
  )
})
