import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeError, isSignedOut, isUnreachable } from './error-words.ts'
import { problemWords, refusalWords } from './refusal-words.ts'

function refused(status: number, code: string, extra: object = {}): Error {
  return Object.assign(new Error(code), { name: 'RefusedError', status, code, data: {}, problems: [], ...extra })
}

test('a refusal is told in the words of its module, with its data', () => {
  const texts = { 'x.full': (data: { max: number }) => `Chỉ nhận ${data.max} mục.` }
  const told = describeError(refused(409, 'x.full', { data: { max: 5 } }), 'vi', texts)
  assert.equal(told.kind, 'refused')
  assert.equal(told.body, 'Chỉ nhận 5 mục.')
})

test('a code without words is still named, never swallowed', () => {
  assert.match(describeError(refused(409, 'x.odd'), 'vi').body, /x\.odd/)
})

test('problems name the field without the part of the request they came in', () => {
  const problems = [{ path: 'body.committeeName', code: 'too_small', message: 'Too small', expected: '≥ 1' }]
  const told = describeError(refused(400, 'platform.invalid-input', { problems }), 'vi')
  assert.deepEqual(told.problems, [
    { path: 'committeeName', message: 'còn trống, quá nhỏ hoặc quá ngắn', expected: '≥ 1' },
  ])
})

test('no connection, an expired login and a bug are three different things', () => {
  const down = Object.assign(new Error('unreachable'), { name: 'UnreachableError' })
  assert.equal(describeError(down, 'vi').kind, 'unreachable')
  assert.ok(isUnreachable(down))
  assert.ok(isSignedOut(refused(401, 'platform.not-signed-in')))
  assert.ok(!isSignedOut(refused(401, 'accounts.sign-in.wrong')), 'a wrong password is no expired login')
  assert.ok(!isSignedOut(refused(404, 'platform.not-found')))
  assert.equal(describeError(new TypeError('x is undefined'), 'en').kind, 'unexpected')
})

test('every platform refusal and mistake has words in both languages', () => {
  assert.deepEqual(Object.keys(refusalWords.vi), Object.keys(refusalWords.en))
  assert.deepEqual(Object.keys(problemWords.vi), Object.keys(problemWords.en))
})
