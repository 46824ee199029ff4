import assert from 'node:assert/strict'
import { test } from 'node:test'
import { validateXML } from 'xmllint-wasm'
import { toNewsml } from './newsml.ts'
import { exchanged } from './samples/exchanged.ts'
import { element, writeXml } from './xml.ts'

/** Names of the elements that begin after `parent`, in order, as the schema asks for them. */
function order(xml: string, parent: string): string[] {
  const [, inside = ''] = new RegExp(`<${parent}>(.*?)</${parent}>`, 's').exec(xml) ?? []
  let depth = 0
  return [...inside.matchAll(/<(\/?)([\w.]+)[^<>]*?(\/?)>/g)].flatMap(([, end, name = '', empty]) => {
    if (end === '/') depth -= 1
    const isOutside = depth === 0 && end !== '/'
    if (end !== '/' && empty !== '/') depth += 1
    return isOutside ? [name] : []
  })
}

test('a story as NewsML-G2 is well-formed XML whose elements stand in the order of the schema', async () => {
  const xml = toNewsml(exchanged)
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'story.xml', contents: xml }], extension: 'schema', schema: ['<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://iptc.org/std/nar/2006-10-01/"><xs:element name="newsItem" type="xs:anyType"/></xs:schema>'] })
  assert.ok(valid, errors.map(({ message }) => message).join('\n'))
  assert.match(xml, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<newsItem xmlns="http:\/\/iptc\.org\/std\/nar\/2006-10-01\/" guid="urn:uuid:[^"]+" version="3" standard="NewsML-G2" standardversion="2\.35" conformance="power" xml:lang="vi"><catalogRef href="[^"]+"\/><rightsInfo>/)
  assert.deepEqual(order(xml, 'itemMeta'), ['itemClass', 'provider', 'versionCreated', 'firstCreated', 'pubStatus', 'title', 'edNote'])
  assert.deepEqual(order(xml, 'contentMeta'), ['creator', 'altId', 'language', 'subject', 'subject', 'subject', 'slugline', 'headline'])
  assert.deepEqual(order(xml, 'body.content'), exchanged.content.blocks.map(() => 'block'))
  assert.match(xml, /<pubStatus qcode="stat:usable"\/>/)
  assert.match(toNewsml({ ...exchanged, approvedToAir: false }), /<pubStatus qcode="stat:withheld"\/>/)
})

test('names and the slug stand on one line, as the schema asks', () => {
  const xml = toNewsml({ ...exchanged, provider: 'Đài\nMẫu', author: ' Tô\tThử', slug: 'chi-bo\n1810', content: { ...exchanged.content, column: 'Xây dựng\r\nĐảng', category: 'Chính\ttrị', people: exchanged.content.people.map((person) => ({ ...person, name: 'Hồ Thị\nMẫu' })) } })
  assert.deepEqual([...xml.matchAll(/ literal="([^"]*)"/g)].map(([, literal]) => literal), ['Đài Mẫu', 'Đài Mẫu', 'Tô Thử', 'Xây dựng Đảng', 'Chính trị', 'Hồ Thị Mẫu'])
  assert.deepEqual([...xml.matchAll(/<name>([^<]*)</g)].map(([, name]) => name), ['Đài Mẫu', 'Đài Mẫu', 'Tô Thử', 'Xây dựng Đảng', 'Chính trị', 'Hồ Thị Mẫu'])
  assert.match(xml, /<slugline>chi-bo 1810<\/slugline>/)
})

test('signs that XML cannot hold are left out, the others escaped', () => {
  assert.equal(writeXml(element('p', { a: '"<&>\n' }, 'a\u0000b\ud800 < c & d')), '<p a="&quot;&lt;&amp;&gt;&#10;">ab\ufffd &lt; c &amp; d</p>')
})
