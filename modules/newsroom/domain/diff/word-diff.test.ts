import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commonRuns } from './common-runs.ts'
import { splitWords, wordDiff, type DiffPart } from './word-diff.ts'

const shown = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
const joined = (parts: readonly DiffPart[], left: DiffPart['kind']): string => parts.filter(({ kind }) => kind !== left).map(({ text }) => text).join('')

test('a reviewer sees the words that changed and no others; a number is one word, a phrase stays together', () => {
  assert.equal(shown('Thu ngân sách tăng 7,12% so với năm 2017.', 'Thu ngân sách tăng 7,21% so với năm 2017.'), 'Thu ngân sách tăng [-7,12-]{+7,21+}% so với năm 2017.')
  assert.equal(shown('xã Suối Đá, huyện Mẫu', 'xã Đồng Bằng, huyện Mẫu'), 'xã [-Suối Đá-]{+Đồng Bằng+}, huyện Mẫu')
  assert.equal(shown('Xã không tăng.', 'Xã tăng.'), 'Xã [-không -]tăng.')
  assert.equal(shown('Xã tăng.', 'Xã tăng, huyện giảm.'), 'Xã tăng{+, huyện giảm+}.')
  assert.deepEqual(wordDiff('', ''), [])
  assert.deepEqual(wordDiff('Xã', ''), [{ kind: 'removed', text: 'Xã' }])
})

const syllables = fc.array(fc.constantFrom('xã', 'Suối', 'Đá', 'khóa', 'khóa'.normalize('NFD'), '7,12', '2018', '%', ' ', ' ', '\n', '. ', '“', 'đ', '🎙'), { maxLength: 30 })
const text = fc.oneof(syllables.map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 20 }))

test('both texts come back from their difference, sign by sign', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      assert.equal(splitWords(before).join(''), before)
      const parts = wordDiff(before, after)
      assert.equal(joined(parts, 'added'), before)
      assert.equal(joined(parts, 'removed'), after)
      assert.ok(parts.every((part, at) => part.text !== '' && part.kind !== parts[at + 1]?.kind))
    }),
    { numRuns: 300 },
  )
})

function longestCommon(before: readonly string[], after: readonly string[]): number {
  let row = Array.from<number>({ length: after.length + 1 }).fill(0)
  for (const part of before) {
    const next = [0]
    for (const [at, other] of after.entries()) next.push(part === other ? row[at]! + 1 : Math.max(next[at]!, row[at + 1]!))
    row = next
  }
  return row.at(-1)!
}

test('what two rows have in common is in order, the same in both, and as long as it can be', () => {
  const row = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 })
  fc.assert(
    fc.property(row, row, (before, after) => {
      const runs = commonRuns(before, after)
      for (const [at, run] of runs.entries()) {
        assert.deepEqual(before.slice(run.before, run.before + run.length), after.slice(run.after, run.after + run.length))
        const next = runs[at + 1]
        if (next !== undefined) assert.ok(run.before + run.length <= next.before && run.after + run.length <= next.after)
      }
      assert.equal(runs.reduce((sum, run) => sum + run.length, 0), longestCommon(before, after))
    }),
    { numRuns: 500 },
  )
})

test('a text of five thousand words with a few changes keeps all its other words', () => {
  const words = Array.from({ length: 5000 }, (_, at) => `từ${String.fromCodePoint(97 + (at % 23), 97 + (at % 19))}`)
  const after = words.map((word, at) => (at % 500 === 0 ? 'mới' : word))
  const changed = wordDiff(words.join(' '), after.join(' ')).filter(({ kind }) => kind !== 'same')
  assert.equal(changed.length, 20)
})
