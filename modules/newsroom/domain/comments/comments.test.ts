import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../story/block.ts'
import { fateOfBlock } from './block-words.ts'
import { mentionBegun, mentionedIn } from './mentions.ts'

const people = [
  { id: '1', name: 'Nguyễn Thị Ánh' },
  { id: '2', name: 'Nguyễn Thị Ánh Hồng' },
  { id: '3', name: 'Lê Thị Hạnh' },
]
const called = (text: string) => mentionedIn(text, people).map(({ id }) => id)

test('a whole name after @ calls somebody, the longest that fits', () => {
  assert.deepEqual(called('@Nguyễn Thị Ánh xem lại số liệu'), ['1'])
  assert.deepEqual(called('Nhờ @Nguyễn Thị Ánh Hồng, @Lê Thị Hạnh.'), ['2', '3'])
  assert.deepEqual(called('@Nguyễn Thị, Nguyễn Thị Ánh'), [])
  assert.deepEqual(called('@Nguyễn Thị Ánhh'), [])
})

test('a name typed with separate marks is the same name, and two of one name are both called', () => {
  assert.deepEqual(called('@Lê Thị Hạnh'.normalize('NFD')), ['3'])
  assert.equal(mentionedIn('@Lê Thị Hạnh', [...people, { id: '4', name: 'Lê Thị Hạnh' }]).length, 2)
})

test('names are offered while one is typed after @, not inside an address or after the sentence went on', () => {
  assert.equal(mentionBegun('Nhờ @Ngu'), 'Ngu')
  assert.equal(mentionBegun('@'), '')
  assert.equal(mentionBegun('thu@tinh'), null)
  assert.equal(mentionBegun('@Ánh, xem'), null)
  assert.equal(mentionBegun('Không có'), null)
})

test('a comment stays with its block while its words change, and stays when the block went', () => {
  const block = (id: string, text: string): Block => ({ id, kind: 'voice_over', cuttable: false, text })
  const comment = { blockId: 'b', quoted: 'Năm 2018.' }
  assert.deepEqual(fateOfBlock(comment, [block('a', 'Chào.'), block('b', 'Năm 2018.')]), { fate: 'same', number: 2 })
  assert.deepEqual(fateOfBlock(comment, [block('b', 'Năm 2019.')]), { fate: 'changed', number: 1 })
  assert.deepEqual(fateOfBlock(comment, [block('a', 'Năm 2018.')]), { fate: 'gone', number: null })
})
