import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarDate } from '#kernel/calendar-date.ts'
import { doubtsAbout, maskedIdentity, readIdentityNumber } from './identity-number.ts'

const today = calendarDate('2026-11-20')
const read = (text: string) => readIdentityNumber('personal_id', text, today)

test('a number is read in the groups people write it in', () => {
  assert.equal(read('099 185 123 456'), '099185123456')
  assert.equal(read(' 099.185.123.456 '), '099185123456')
  assert.equal(readIdentityNumber('old_id_card', '012 345 678', today), '012345678')
})

test('what has another length, other signs, one digit throughout or a birth year still to come is no number', () => {
  for (const text of ['', '09918512345', '0991851234567', '09918512345a', '+99185123456', '٠٩٩١٨٥١٢٣٤٥٦', '111111111111', '000185123456', '099227123456', '012345678']) assert.equal(read(text), undefined, text)
  assert.equal(read('099226123456'), '099226123456', 'born this year')
  assert.equal(readIdentityNumber('old_id_card', '099185123456', today), undefined)
})

test('century and sex stand in the fourth digit, the year in the next two', () => {
  const born = (birthDate: string, sex: 'female' | 'male') => ({ birthDate: calendarDate(birthDate), sex })
  assert.deepEqual(doubtsAbout('personal_id', '001185123456', born('1985-03-04', 'female')), [])
  assert.deepEqual(doubtsAbout('personal_id', '001085123456', born('1985-03-04', 'male')), [])
  assert.deepEqual(doubtsAbout('personal_id', '001203123456', born('2003-01-01', 'male')), [])
  assert.deepEqual(doubtsAbout('personal_id', '001303123456', born('2003-01-01', 'female')), [])
  assert.deepEqual(doubtsAbout('personal_id', '001085123456', born('1985-03-04', 'female')), ['sex'])
  assert.deepEqual(doubtsAbout('personal_id', '001203123456', born('1903-01-01', 'male')), ['birth-year'])
  assert.deepEqual(doubtsAbout('personal_id', '099086123456', born('1985-03-04', 'female')), ['place', 'sex', 'birth-year'])
})

test('what is not stored is not doubted, and a number given abroad has a country in place of a province', () => {
  assert.deepEqual(doubtsAbout('personal_id', '001086123456', { birthDate: null, sex: null }), [])
  assert.deepEqual(doubtsAbout('personal_id', '184086123456', { birthDate: null, sex: null }), [])
  assert.deepEqual(doubtsAbout('old_id_card', '999999998', { birthDate: today, sex: 'male' }), [])
})

test('a hidden number shows its last three digits', () => assert.equal(maskedIdentity('099185123456'), '••••••456'))
