import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarDate } from '#kernel/calendar-date.ts'
import type { Block } from '../story/block.ts'
import type { StoryPerson } from '../story/story-person.ts'
import { changesOf } from './changes.ts'
import { canonicalContent, type ScriptContent } from './content.ts'

const story: ScriptContent = {
  title: 'Xã Suối Đá',
  column: null,
  category: 'Thời sự',
  people: [{ id: 'n1', name: 'Hồ Thị Mẫu', titles: [{ title: 'Chủ tịch', organisation: 'UBND xã', from: calendarDate('2018-07-01'), to: null }] }],
  blocks: [
    { id: 'a', kind: 'lead_in', cuttable: false, text: 'Khóa họp "mới"' },
    { id: 'b', kind: 'film_start', cuttable: true, mediaId: 'm1' },
  ],
}

test('the text that is hashed names its format first, sorts its keys and leaves block ids out', () => {
  assert.equal(
    canonicalContent(story),
    '["thuocdo-script-1",{"blocks":[{"cuttable":false,"kind":"lead_in","text":"Khóa họp \\"mới\\""},{"cuttable":true,"kind":"film_start","mediaId":"m1"}],' +
      '"category":"Thời sự","column":null,"people":[{"id":"n1","name":"Hồ Thị Mẫu","titles":[{"from":"2018-07-01","organisation":"UBND xã","title":"Chủ tịch","to":null}]}],"title":"Xã Suối Đá"}]',
  )
  assert.doesNotThrow(() => JSON.parse(canonicalContent(story)))
})

const text = fc.constantFrom('', 'Khóa', 'Khóa'.normalize('NFD'), 'khóa', 'Khoá', 'tăng 7,12%', '"', 'a b')
const personId = fc.option(fc.constantFrom('n1', 'n2'))
const ms = fc.option(fc.integer({ min: 0, max: 2 }))
const base = { id: fc.constantFrom('a', 'b', 'c'), cuttable: fc.boolean() }
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ ...base, kind: fc.constantFrom('lead_in', 'voice_over', 'graphic'), text }),
  fc.record({ ...base, kind: fc.constant('film_start' as const), mediaId: fc.option(fc.constantFrom('m1', 'm2')) }),
  fc.record({ ...base, kind: fc.constant('question' as const), personId, text }),
  fc.record({ ...base, kind: fc.constant('soundbite' as const), personId, inMs: ms, outMs: ms, inWords: text, outWords: text, verbatim: text }),
  fc.record({ ...base, kind: fc.constant('super' as const), personId, name: text, title: text, organisation: text }),
  fc.record({ ...base, kind: fc.constant('unclassified' as const), text, line: fc.nat(3) }),
)
const day = fc.constantFrom(null, calendarDate('2018-07-01'))
const person: fc.Arbitrary<StoryPerson> = fc.record({
  id: fc.constantFrom('n1', 'n2'),
  name: text,
  titles: fc.array(fc.record({ title: text, organisation: text, from: day, to: day }), { maxLength: 2 }),
})
const content: fc.Arbitrary<ScriptContent> = fc.record({
  title: text,
  column: fc.option(text),
  category: fc.option(text),
  people: fc.array(person, { maxLength: 2 }),
  blocks: fc.array(block, { maxLength: 3 }),
})

/** The content as a reader would compare it: composed letters, keys and sets in one order, without the ids of blocks and their old lines. */
function compared({ people, blocks, ...rest }: ScriptContent): unknown {
  const texts = (all: readonly unknown[]): string[] => all.map((each) => JSON.stringify(composed(each))).toSorted()
  return composed({ ...rest, people: texts(people.map(({ titles, ...each }) => ({ ...each, titles: texts(titles) }))), blocks: blocks.map((each) => ({ ...each, id: '', line: 0 })) })
}

function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, composed(each)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const isSame = (one: ScriptContent, other: ScriptContent): boolean => JSON.stringify(compared(one)) === JSON.stringify(compared(other))

/** The same content as another program may hand it over: keys and people in another order, letters decomposed, blocks with new ids. */
function rewritten({ title, column, category, people, blocks }: ScriptContent): ScriptContent {
  const turned = <Row extends object>(row: Row): Row => Object.fromEntries(Object.entries(row).toReversed()) as Row
  return {
    blocks: blocks.map((each, at) => turned({ ...each, id: `new ${at}` })),
    people: people.map(({ id, name, titles }) => ({ titles: titles.map(turned).toReversed(), name: name.normalize('NFD'), id })).toReversed(),
    category: category?.normalize('NFD') ?? null,
    column,
    title: title.normalize('NFD'),
  }
}

test('the order of keys and people, how letters are stored and new ids of blocks change nothing', () => {
  fc.assert(
    fc.property(content, (one) => {
      assert.equal(canonicalContent(rewritten(one)), canonicalContent(one))
      assert.deepEqual(changesOf(one, rewritten(one)), [])
    }),
  )
})

const pair = fc.oneof(
  fc.tuple(content, content),
  // One block replaced: contents drawn apart are hardly ever nearly the same.
  fc.tuple(content, block).map(([one, other]): [ScriptContent, ScriptContent] => [one, { ...one, blocks: one.blocks.map((each, at) => (at === 0 ? other : each)) }]),
)

test('the text is the same exactly when the contents are, and exactly then nothing has changed', () => {
  fc.assert(
    fc.property(pair, ([one, other]) => {
      const same = canonicalContent(one) === canonicalContent(other)
      assert.equal(same, isSame(one, other))
      assert.equal(changesOf(one, other).length === 0, same)
    }),
    { numRuns: 400 },
  )
})
