import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blockKinds, type Block } from '../../domain/story/block.ts'
import { blocksOf } from './blocks-of.ts'
import { docOf } from './doc-of.ts'
import { editorText } from './messages.ts'
import { scriptSchema } from './schema.ts'

const text = fc.oneof(
  fc.constantFrom('', '\n', 'Kính thưa quý vị!', 'Phim:', 'PV: Xin đ/c cho biết…\n\nĐiểm mới là gì?', ' hai  khoảng trắng \n'),
  fc.string({ unit: 'grapheme' }),
)
const base = { id: fc.uuid({ version: 7 }), cuttable: fc.boolean() }
const person = fc.option(fc.uuid())
const mark = fc.option(fc.nat(7_200_000))
const anyBlock: fc.Arbitrary<Block> = fc
  .oneof(
    fc.record({ ...base, kind: fc.constantFrom('greeting', 'lead_in', 'voice_over', 'presenter_note', 'graphic', 'closing'), text }),
    fc.record({ ...base, kind: fc.constant('film_start'), mediaId: person }),
    fc.record({ ...base, kind: fc.constant('question'), personId: person, text }),
    fc.record({ ...base, kind: fc.constant('soundbite'), personId: person, inMs: mark, outMs: mark, inWords: text, outWords: text, verbatim: text }),
    fc.record({ ...base, kind: fc.constant('super'), personId: person, name: text, title: text, organisation: text }),
    fc.record({ ...base, kind: fc.constant('unclassified'), text, line: fc.nat(5000) }),
  )
  .map((block) => ({ ...block }))

test('blocks come back from the page as they went in, also when the page was stored as JSON', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 12 }), (blocks) => {
      for (const { kind } of blocks) seen.add(kind)
      const doc = docOf(scriptSchema, blocks)
      doc.check()
      assert.deepEqual(blocksOf(scriptSchema.nodeFromJSON(doc.toJSON())), blocks)
    }),
    { numRuns: 60 },
  )
  assert.equal(seen.size, blockKinds.length)
})

test('a block nobody touched is the very object it was', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 6 }), (blocks) => {
      const read = blocksOf(docOf(scriptSchema, blocks))
      assert.ok(read.length === blocks.length && read.every((block, at) => block === blocks[at]))
    }),
    { numRuns: 20 },
  )
})

test('every kind has its label, in composed form', () => {
  for (const kind of blockKinds) {
    const label = editorText.vi.kinds[kind]
    assert.equal(label, label.normalize('NFC'))
  }
})
