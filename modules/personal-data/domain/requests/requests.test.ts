import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { Refusal } from '#kernel/refusal.ts'
import { isBareStub } from '../classified/stub.ts'
import { actsOn, isOverdue, nextDue, requestKinds, requireChangeable, rightsOver } from './request.ts'
import { dueDays, requestTerms, termsOn } from './terms.ts'

const calendar = { holidays: new Set(['2026-09-01', '2026-09-02']), madeUp: new Set<string>(), knownUntil: calendarDate('2026-12-31') }

test('an answer is due in two working days, the day of filing not counted; weekends and holidays do not count', () => {
  assert.deepEqual(dueDays('correction', calendarDate('2026-11-20'), calendar), { answer: '2026-11-24', complete: '2026-11-30' })
  assert.equal(dueDays('access', calendarDate('2026-08-31'), calendar).answer, '2026-09-04')
  assert.equal(dueDays('deletion', calendarDate('2026-11-20'), calendar).complete, '2026-12-10')
})

test('a newer state of the law holds from its day on, the old one for what was filed before', () => {
  const [first] = requestTerms
  const next = { ...first, from: calendarDate('2027-07-01'), answer: { ...first.answer, workingDays: 3 } }
  assert.equal(termsOn(calendarDate('2027-06-30'), [first, next]).answer.workingDays, 2)
  assert.equal(termsOn(calendarDate('2027-07-01'), [first, next]).answer.workingDays, 3)
  assert.deepEqual(requestKinds.filter((kind) => !(first.complete.days[kind] > 0)), [])
})

test('who filed withdraws, somebody else answers and completes; nobody answers their own', () => {
  const request = { accountId: 'a', personId: 'p' }
  const mine = rightsOver(request, { accountId: 'a', personId: 'p' }, true)
  assert.deepEqual(actsOn('filed', mine), ['withdraw'])
  assert.deepEqual(actsOn('filed', rightsOver(request, { accountId: 'b', personId: 'p' }, true)), ['withdraw'], 'under another account of the same person neither')
  const officer = rightsOver(request, { accountId: 'b', personId: 'q' }, true)
  assert.deepEqual([actsOn('filed', officer), actsOn('accepted', officer), actsOn('done', officer)], [['accept', 'refuse'], ['complete'], []])
  assert.deepEqual(actsOn('filed', rightsOver(request, { accountId: 'b', personId: null }, false)), [])
  assert.deepEqual(actsOn('filed', rightsOver({ accountId: 'a', personId: null }, { accountId: 'b', personId: null }, false)), [])
})

test('the clock runs to the answer, then to the completion, then stops', () => {
  const days = { answerDue: calendarDate('2026-11-24'), completeDue: calendarDate('2026-11-30') }
  assert.equal(nextDue({ status: 'filed', ...days }), '2026-11-24')
  assert.equal(nextDue({ status: 'accepted', ...days }), '2026-11-30')
  assert.equal(nextDue({ status: 'refused', ...days }), null)
  assert.deepEqual((['filed', 'accepted', 'done'] as const).map((status) => isOverdue({ status, ...days }, calendarDate('2026-11-25'))), [true, false, false])
})

test('a result made known is not changed on request: the way is the petition', () => {
  requireChangeable('access', 'results', true)
  requireChangeable('correction', 'people', false)
  for (const kind of ['correction', 'objection', 'restriction', 'deletion'] as const) {
    assert.throws(() => requireChangeable(kind, 'results', true), (error: unknown) => error instanceof Refusal && error.code === 'personal-data.request.settled-record' && error.data['way'] === 'petition')
  }
})

test('a stub says which paper and where, never what about', () => {
  const stub = { number: '12-KH/TU', issuer: 'Tỉnh ủy Quảng Trị', keptAt: 'Tủ hồ sơ mật, Văn phòng Đảng ủy' }
  assert.ok(isBareStub(stub))
  assert.ok(isBareStub({ ...stub, number: 'Số 05/BC-UBND' }))
  for (const bad of [{ number: '12-KH/TU V/v điều động cán bộ' }, { number: 'Kế hoạch điều động, bố trí cán bộ chủ chốt năm 2026' }, { keptAt: 'Tủ 3, nội dung về nhân sự' }, { issuer: 'Tỉnh ủy, về việc nhân sự' }]) {
    assert.ok(!isBareStub({ ...stub, ...bad }), JSON.stringify(bad))
  }
})
