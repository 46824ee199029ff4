import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toNewsml } from './newsml.ts'
import { exchanged, exchangedStories } from './samples/exchanged.ts'
import { element, writeXml } from './xml.ts'

test('a story as NewsML-G2 says who sends it, what it is, whether it may be used, and every block under its kind', () => {
  const xml = toNewsml(exchanged)
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<newsItem /)
  assert.match(xml, / guid="urn:uuid:0198a000-0000-7000-8000-000000000001" version="3" /)
  assert.match(xml, /<itemClass qcode="ninat:text"\/><provider literal="Đài Phát thanh &amp; Truyền hình Mẫu">/)
  assert.deepEqual([...xml.matchAll(/<block class="(\w+)">/g)].map(([, kind]) => kind), exchanged.content.blocks.map(({ kind }) => kind))
  assert.match(xml, /<pubStatus qcode="stat:usable"\/>/)
  assert.match(toNewsml({ ...exchanged, approvedToAir: false }), /<pubStatus qcode="stat:withheld"\/>/)
})

test('names and the slug stand on one line, as the schema asks', () => {
  const { 'names on several lines': story = exchanged } = exchangedStories
  const xml = toNewsml(story)
  assert.deepEqual([...xml.matchAll(/ literal="([^"]*)"/g)].map(([, literal]) => literal), ['Đài Mẫu', 'Đài Mẫu', 'Tô Thử', 'Xây dựng Đảng', 'Chính trị', 'Hồ Thị Mẫu'])
  assert.deepEqual([...xml.matchAll(/<name>([^<]*)</g)].map(([, name]) => name), ['Đài Mẫu', 'Đài Mẫu', 'Tô Thử', 'Xây dựng Đảng', 'Chính trị', 'Hồ Thị Mẫu'])
  assert.match(xml, /<slugline>chi-bo 1810<\/slugline>/)
})

test('signs that XML cannot hold are left out, the others escaped', () => {
  assert.equal(writeXml(element('p', { a: '"<&>\n' }, 'a\u0000b\ud800 < c & d')), '<p a="&quot;&lt;&amp;&gt;&#10;">ab\ufffd &lt; c &amp; d</p>')
})
