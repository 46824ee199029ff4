import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../story/block.ts'
import { toNinjs } from './ninjs.ts'
import { readNinjs } from './read-ninjs.ts'
import { exchanged } from './samples/exchanged.ts'

let count = 0
const newId = () => `n${(count += 1)}`

/** What a block says, without ids, marks of media and what ninjs has no place for. */
function said(block: Block): unknown {
  const { id: _, ...rest } = { ...block, cuttable: false }
  if ('personId' in rest) Object.assign(rest, { personId: rest.personId === null ? null : 'somebody' })
  if (rest.kind === 'soundbite') Object.assign(rest, { inMs: null, outMs: null, inWords: '', outWords: '' })
  return rest
}

test('a story as ninjs says who sends it, what it is, whether it may be used, and every block under its kind', () => {
  const ninjs = toNinjs(exchanged)
  assert.equal(ninjs.uri, 'urn:uuid:0198a000-0000-7000-8000-000000000001')
  assert.deepEqual([ninjs.type, ninjs.version, ninjs.pubStatus, ninjs.by, ninjs.slugline], ['text', '3', 'usable', 'Tô Thử', 'chi-bo-thon-1810'])
  assert.deepEqual(ninjs.subjects, [{ name: 'Xây dựng Đảng', rel: 'column' }, { name: 'Chính trị', rel: 'category' }])
  assert.deepEqual(ninjs.bodies.map(({ role }) => role), exchanged.content.blocks.map(({ kind }) => kind))
  assert.deepEqual(ninjs.bodies[7], { role: 'soundbite', contentType: 'text/plain', charCount: 61, wordCount: 14, value: 'Hồ Thị Mẫu: Chúng tôi giao cho mỗi đảng viên một việc cụ thể.' })
  assert.equal(toNinjs({ ...exchanged, approvedToAir: false }).pubStatus, 'withheld')
})

test('what goes out as ninjs comes back as the same words, names and kinds', () => {
  const read = readNinjs(JSON.parse(JSON.stringify(toNinjs(exchanged))), newId)
  assert.ok(read.ok)
  assert.deepEqual([read.script.title, read.script.column, read.script.category, read.script.people.map(({ name }) => name)], [exchanged.content.title, 'Xây dựng Đảng', 'Chính trị', ['Hồ Thị Mẫu']])
  assert.deepEqual(read.script.blocks.map(said), exchanged.content.blocks.map(said))
})

test('an item of an agency in ninjs 2 becomes unclassified paragraphs, markup read through', () => {
  const read = readNinjs({ uri: 'tag:ttx.vn,2018:1', headlines: [{ contenttype: 'text/html', value: '<b>Lũ</b> lên nhanh' }], bodies: [{ contenttype: 'text/html', value: '<p>Đoạn một &amp; hai.</p>\n<p>Đoạn\nba.</p>' }] }, newId)
  assert.ok(read.ok)
  assert.equal(read.script.title, 'Lũ lên nhanh')
  assert.deepEqual(read.script.blocks.map((block) => (block.kind === 'unclassified' ? [block.line, block.text] : null)), [[1, 'Đoạn một & hai.'], [2, 'Đoạn ba.']])
})

test('what is not understood is refused by its place', () => {
  const item = { uri: 'urn:x:1', headlines: [{ value: 'Tên' }], bodies: [{ value: 'Lời' }] }
  const path = (change: unknown) => {
    const read = readNinjs(change, newId)
    return read.ok ? 'read' : read.path
  }
  assert.equal(path(item), 'read')
  assert.equal(path([item]), '')
  assert.equal(path({ ...item, uri: 7 }), 'uri')
  assert.equal(path({ ...item, bodies: undefined }), 'bodies')
  assert.equal(path({ ...item, bodies: {} }), 'bodies')
  assert.equal(path({ ...item, bodies: [{ value: 'Lời' }, { value: 9 }] }), 'bodies[1].value')
  assert.equal(path({ ...item, bodies: [{ value: 'x', contentType: 'image/png' }] }), 'bodies[0].contentType')
  assert.equal(path({ ...item, headlines: [] }), 'headlines')
  assert.equal(path({ ...item, people: [{ rel: 'x' }] }), 'people[0].name')
  assert.equal(path({ uri: 'urn:x:1', headline: 'Tên', body_text: 'Lời' }), 'headline')
  assert.equal(path({ guid: 'x', ...item }), 'guid')
})
