import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeTexts } from './merge-texts.ts'

const base = 'a\nb\nc\nd\ne\nf'

test('changes of different places are put together', () => {
  assert.equal(mergeTexts(base, 'a\nB\nc\nd\ne\nf', 'a\nb\nc\nd\nE\nf\ng'), 'a\nB\nc\nd\nE\nf\ng')
  assert.equal(mergeTexts(base, 'a\nc\nd\ne\nf', 'a\nb\nc\nd\nx\ny\ne\nf'), 'a\nc\nd\nx\ny\ne\nf')
})

test('changes of the same place are for a person to choose, unless both did the same', () => {
  assert.equal(mergeTexts(base, 'a\nB\nc\nd\ne\nf', 'a\nbb\nc\nd\ne\nf'), null)
  assert.equal(mergeTexts(base, `${base}\nmine`, `${base}\ntheirs`), null)
  assert.equal(mergeTexts(base, 'a\nB\nc\nd\ne\nf', 'a\nB\nc\nd\ne\nf'), 'a\nB\nc\nd\ne\nf')
})

test('with only one side changed it is that side; a merge is the same from either end', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }).map((lines) => lines.join('\n'))
  fc.assert(fc.property(text, text, (from, to) => assert.equal(mergeTexts(from, to, from), to)))
  fc.assert(fc.property(text, text, text, (from, one, other) => assert.equal(mergeTexts(from, one, other), mergeTexts(from, other, one))))
})
