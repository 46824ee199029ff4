import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'
import { blockKinds } from '../story/block.ts'
import { toNewsml } from './newsml.ts'
import { toNinjs } from './ninjs.ts'
import { exchanged, exchangedStories } from './samples/exchanged.ts'

const text = (file: string): string => readFileSync(path.join(import.meta.dirname, 'schemas', file), 'utf8')
const file = (fileName: string) => ({ fileName, contents: text(fileName) })
const profile = JSON.parse(text('thuocdo-ninjs.json')) as { $defs: { blockKind: { enum: string[] } } }

/** What is wrong with each document, by its name. */
async function wrong(documents: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const { errors } = await validateXML({
    xml: Object.entries(documents).map(([name, contents], at) => ({ fileName: `${at}-${name.replaceAll(/\W/g, '-')}.xml`, contents })),
    extension: 'schema',
    schema: [file('thuocdo-newsml.xsd')],
    preload: [file('thuocdo-nitf.xsd'), file('thuocdo-xml-lang.xsd')],
  })
  const names = Object.keys(documents)
  return new Map(errors.map(({ rawMessage }) => [names[Number.parseInt(rawMessage, 10)] ?? 'the schema', rawMessage]))
}

test('every story leaves as NewsML-G2 in the order, with the elements and values of our profile', async () => {
  assert.deepEqual(await wrong(Object.fromEntries(Object.entries(exchangedStories).map(([name, story]) => [name, toNewsml(story)]))), new Map())
})

test('a document of NewsML-G2 that is not as the profile says is refused', async () => {
  const xml = toNewsml(exchanged)
  const swap = (first: RegExp, second: RegExp) => {
    const [one = ''] = first.exec(xml) ?? []
    const [two = ''] = second.exec(xml) ?? []
    return xml.replace(one, '\u0000').replace(two, () => one).replace('\u0000', () => two)
  }
  const broken = {
    'rights after the item': swap(/<rightsInfo>.*<\/rightsInfo>/, /<itemMeta>.*<\/itemMeta>/),
    'provider before the class': swap(/<itemClass[^>]*>/, /<provider.*<\/provider>/),
    'headline before the language': swap(/<language[^>]*>/, /<headline>.*<\/headline>/),
    'content before what is said of it': swap(/<contentMeta>.*<\/contentMeta>/s, /<contentSet>.*<\/contentSet>/s),
    'an element nobody knows': xml.replace('<edNote>', '<approved>yes</approved><edNote>'),
    'an attribute nobody knows': xml.replace('<newsItem ', '<newsItem approved="yes" '),
    'words where only elements may be': xml.replace('<itemMeta>', '<itemMeta>duyệt'),
    'no name of the story': xml.replace(/ guid="[^"]*"/, ''),
    'a name that is none': xml.replace(/ guid="[^"]*"/, ' guid="bài 3"'),
    'no version': xml.replace(' version="3"', ''),
    'version nought': xml.replace(' version="3"', ' version="0"'),
    'another version of the standard': xml.replace('"2.35"', '"2.3"'),
    'the lesser conformance': xml.replace('"power"', '"core"'),
    'no language': xml.replace(' xml:lang="vi"', ''),
    'no catalogue': xml.replace(/<catalogRef[^>]*>/, ''),
    'no provider': xml.replace(/<provider.*<\/provider>/, ''),
    'two titles': xml.replace(/<title>.*<\/title>/, (title) => title + title),
    'a status without its scheme': xml.replace('stat:usable', 'usable'),
    'a video': xml.replace('ninat:text', 'ninat:video'),
    'a moment without a zone': xml.replace('2018-10-19T06:54:00+07:00', '2018-10-19T06:54:00'),
    'a day for a moment': xml.replace('2018-10-19T06:54:00+07:00', '2018-10-19'),
    'the 31st of a month of 30 days': xml.replace('2018-10-19T06:54:00+07:00', '2018-11-31T06:54:00+07:00'),
    'a tab in a name': xml.replace('<name>Tô Thử', '<name>Tô\tThử'),
    'a print too short': xml.replace('ab'.repeat(32), 'ab'.repeat(31)),
    'a kind of block nobody knows': xml.replace('class="greeting"', 'class="hello"'),
    'words outside a paragraph': xml.replace('<p>Đọc chậm.</p>', 'Đọc chậm.'),
    'another namespace': xml.replace('NITF/2006-10-18', 'NITF/2003-10-18'),
  }
  for (const [name, document] of Object.entries(broken)) assert.notEqual(document, xml, name)
  assert.deepEqual([...(await wrong(broken)).keys()].toSorted(), Object.keys(broken).toSorted())
})

test('every story leaves as ninjs as our profile says, and what is otherwise is refused', () => {
  const ajv = new Ajv2020({ allErrors: true })
  addFormats.default(ajv)
  const check = ajv.compile(profile)
  for (const [name, story] of Object.entries(exchangedStories)) assert.ok(check(toNinjs(story)), `${name}: ${JSON.stringify(check.errors)}`)
  const ninjs = toNinjs(exchanged)
  const { uri: _uri, ...nameless } = ninjs
  const [body] = ninjs.bodies
  const broken: Readonly<Record<string, unknown>> = {
    'no name of the story': nameless,
    'a name that is none': { ...ninjs, uri: 'bài 3' },
    'an unknown property': { ...ninjs, approved: true },
    'an unknown property of a body': { ...ninjs, bodies: [{ ...body, contenttype: 'text/plain' }] },
    'a video': { ...ninjs, type: 'video' },
    'a number for a version': { ...ninjs, version: 3 },
    'a moment without a zone': { ...ninjs, versionCreated: '2018-10-19T06:54:00' },
    'the 31st of a month of 30 days': { ...ninjs, versionCreated: '2018-11-31T06:54:00+07:00' },
    'a status of another standard': { ...ninjs, pubStatus: 'stat:usable' },
    'half a word': { ...ninjs, bodies: [{ ...body, wordCount: 1.5 }] },
    'a kind of block nobody knows': { ...ninjs, bodies: [{ ...body, role: 'hello' }] },
    'an empty list': { ...ninjs, people: [] },
    'somebody without a name': { ...ninjs, people: [{ rel: 'mentioned' }] },
    'a print in capitals': { ...ninjs, altIds: [{ role: 'thuocdo:script-sha256', value: 'AB'.repeat(32) }] },
    'another version of the standard': { ...ninjs, standard: { ...ninjs.standard, version: '3.2' } },
  }
  for (const [name, document] of Object.entries(broken)) assert.equal(check(document), false, name)
})

test('both profiles know every kind of block and no other', () => {
  assert.deepEqual(profile.$defs.blockKind.enum, blockKinds)
  assert.deepEqual([...text('thuocdo-nitf.xsd').matchAll(/enumeration value="(\w+)"/g)].map(([, kind]) => kind), blockKinds)
})
