import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'yaml'
import { insertIntoSource, moveInSource, readSource, removeFromSource, writeSource } from './edit-source.ts'

const shipped = readFileSync(new URL('../../rulebooks/nd-335-2025-organisation.yaml', import.meta.url), 'utf8')

const small = `# Bộ quy định thử
id: thu
title: { vi: "Tên", en: Name } # tên gọi
criteria:
  # nhóm thứ nhất
  - code: I
    max: 5 # năm điểm
    name: { vi: "Một", en: "One" }
  - code: II
    max: "2.5"
    name: { vi: "Hai", en: "Two" }
# ngưỡng
rating:
  bands:
    - { level: good, from: 70 }
    # cuối cùng
    - { level: bad, from: 0 }
`

const comments = (text: string) => [...text.matchAll(/#.*$/gm)].map(([found]) => found.trim()).toSorted()

test('a changed value changes nothing else in the text, not even its quotes or the comment behind it', () => {
  const next = writeSource(small, ['criteria', 0, 'max'], { exact: '6' })
  assert.equal(next, small.replace('max: 5 #', 'max: 6 #'))
  assert.equal(writeSource(small, ['criteria', 1, 'max'], { exact: '3' }), small.replace('"2.5"', '"3"'))
  assert.equal(writeSource(small, ['title', 'vi'], 'Tên "mới": có dấu'), small.replace('"Tên"', '"Tên \\"mới\\": có dấu"'))
  assert.equal(writeSource(small, ['title', 'en'], 'yes'), small.replace('en: Name', 'en: "yes"'))
})

test('an item is added, removed and moved; comments and everything around stay', () => {
  const added = insertIntoSource(small, ['criteria'], { code: 'III', max: { exact: '1.5' }, name: { vi: 'Ba: thử', en: 'Three' } })
  assert.deepEqual((parse(added) as { criteria: unknown[] }).criteria[2], { code: 'III', max: 1.5, name: { vi: 'Ba: thử', en: 'Three' } })
  assert.deepEqual(comments(added), comments(small))
  assert.equal(added.slice(added.indexOf('# ngưỡng')), small.slice(small.indexOf('# ngưỡng')))
  const removed = removeFromSource(added, ['criteria', 2])
  assert.deepEqual(parse(removed), parse(small))
  const moved = moveInSource(small, ['rating', 'bands', 1], -1)
  assert.deepEqual((parse(moved) as { rating: { bands: { level: string }[] } }).rating.bands.map((band) => band.level), ['bad', 'good'])
  assert.deepEqual(comments(moved), comments(small))
  assert.equal(moveInSource(small, ['rating', 'bands', 0], -1), small)
})

test('a missing part is begun at the end of the text, a missing key in its record', () => {
  const begun = insertIntoSource(small, ['raters'], { id: 'self', weight: { exact: '1/3' } })
  assert.ok(begun.startsWith(small))
  assert.deepEqual((parse(begun) as { raters: unknown }).raters, [{ id: 'self', weight: '1/3' }])
  const keyed = writeSource(small, ['criteria', 1, 'article'], 'Điều 12')
  assert.equal((parse(keyed) as { criteria: { article?: string }[] }).criteria[1]?.article, 'Điều 12')
  assert.deepEqual(comments(keyed), comments(small))
})

test('the last item removed leaves an empty list', () => {
  const one = removeFromSource(removeFromSource(small, ['criteria', 1]), ['criteria', 0])
  assert.deepEqual((parse(one) as { criteria: unknown }).criteria, [])
})

test('a text that cannot be read names the line and is not edited', () => {
  const broken = small.replace('max: 5', 'max: [5')
  const view = readSource(broken)
  assert.equal(view.value, null)
  assert.ok(view.faults.length > 0 && view.faults.every((fault) => fault.line > 1 && fault.column > 0))
  assert.throws(() => writeSource(broken, ['id'], 'x'))
  assert.equal(readSource('').value, null)
  assert.equal(readSource('- a').value, null)
})

test('lines are those of the deepest part that is written', () => {
  const view = readSource(small)
  assert.equal(view.lineOf(['criteria', 1, 'max']), 10)
  assert.equal(view.lineOf(['criteria', 1, 'nothing', 'here']), 9)
  assert.equal(view.lineOf(['nowhere']), 1)
})

test('numbers are read with the digits they are written with', () => {
  assert.deepEqual(readSource('a: 2.50\nb: [1, "x"]').value, { a: '2.50', b: ['1', 'x'] })
})

test('a shipped rulebook keeps every other value through any edit', () => {
  const paths = ['settings', 'groups', 'facts', 'examples'].map((part) => [part])
  fc.assert(
    fc.property(fc.constantFrom(...paths, ['rating', 'bands']), fc.nat(30), fc.constantFrom('move', 'remove', 'insert'), (path, at, act) => {
      const wanted = structuredClone(parse(shipped)) as Record<string, unknown>
      const list = path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], wanted) as unknown[]
      const index = at % list.length
      const next =
        act === 'move' ? moveInSource(shipped, [...path, index], 1) : act === 'remove' ? removeFromSource(shipped, [...path, index]) : insertIntoSource(shipped, path, { id: 'new', name: { vi: 'Mới', en: 'New' } }, index)
      if (act === 'move' && index + 1 < list.length) list.splice(index + 1, 0, ...list.splice(index, 1))
      if (act === 'remove') list.splice(index, 1)
      if (act === 'insert') list.splice(index, 0, { id: 'new', name: { vi: 'Mới', en: 'New' } })
      assert.deepEqual(parse(next), wanted)
    }),
    { numRuns: 12 },
  )
})
