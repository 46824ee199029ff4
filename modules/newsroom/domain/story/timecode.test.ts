import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTimecode, writeTimecode } from './timecode.ts'

const ms = (text: string): number | null | string => {
  const read = readTimecode(text)
  return 'ms' in read ? read.ms : read.problem
}

test('timecodes are read as mm:ss, mm:ss.mmm and hh:mm:ss', () => {
  const cases: readonly (readonly [string, number | null])[] = [
    ['01:23', 83_000],
    ['1:05', 65_000],
    ['75:10', 4_510_000],
    ['01:23.4', 83_400],
    ['01:23,45', 83_450],
    ['00:00.007', 7],
    ['1:02:03', 3_723_000],
    ['01:02:03.250', 3_723_250],
    ['24:00:00', 86_400_000],
    [' 00:10 ', 10_000],
    ['', null],
    ['  ', null],
  ]
  for (const [text, expected] of cases) assert.equal(ms(text), expected, text)
})

test('what is no timecode is said to be none', () => {
  for (const text of ['83', '1:2', '01:60', '1:60:00', '24:00:01', '1:2:3:4', '01:23.4567', '-01:00', 'một phút', '01:23:', '1:100:00']) assert.equal(ms(text), 'not-a-timecode', text)
})

test('what is written is read again as the same', () => {
  for (const at of [0, 7, 83_000, 83_400, 3_599_999, 3_723_250, 86_400_000]) assert.equal(ms(writeTimecode(at)), at)
  assert.deepEqual([writeTimecode(83_000), writeTimecode(83_400), writeTimecode(3_723_000)], ['01:23', '01:23.400', '1:02:03'])
})
