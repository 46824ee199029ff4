import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineDifference } from './line-difference.ts'

test('only the lines that one of two texts has are shown, with their numbers', () => {
  assert.deepEqual(lineDifference('a\nb\nc\nd', 'a\nB\nc\nd\ne'), [
    { side: 'theirs', line: 2, text: 'B' },
    { side: 'mine', line: 2, text: 'b' },
    { side: 'theirs', line: 5, text: 'e' },
  ])
  assert.deepEqual(lineDifference('a\nb', 'a\nb'), [])
})

test('texts too far apart to be compared line by line are shown whole', () => {
  const many = (letter: string) => Array.from({ length: 2100 }, (_, i) => `${letter}${i}`).join('\n')
  assert.equal(lineDifference(many('a'), many('b')).length, 4200)
})
