import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'
import { toNewsml } from './newsml.ts'
import { toNinjs } from './ninjs.ts'
import { exchanged, exchangedStories } from './samples/exchanged.ts'

const folder = process.env['THUOCDO_IPTC_SCHEMAS'] ?? ''
const files = { ninjs: 'ninjs-schema_3.3.json', newsml: 'NewsML-G2_2.35-spec-All-Power.xsd', xml: 'xml.xsd' } as const
const text = (file: string): string => readFileSync(path.join(folder, file), 'utf8')
const missing = (...wanted: string[]): string | false => (folder !== '' && wanted.every((file) => existsSync(path.join(folder, file))) ? false : `THUOCDO_IPTC_SCHEMAS names no folder with ${wanted.join(', ')}`)

const stories = Object.entries(exchangedStories)

test('ninjs as published by the IPTC accepts what leaves here', { skip: missing(files.ninjs) }, () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  // Places are not sent; the reference must only be there.
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json#', type: 'object' })
  const check = ajv.compile(JSON.parse(text(files.ninjs)) as object)
  for (const [name, story] of stories) assert.ok(check(toNinjs(story)), `${name}: ${JSON.stringify(check.errors)}`)
  assert.equal(check({ ...toNinjs(exchanged), approved: true }), false, 'a name ninjs does not know is refused')
})

test('NewsML-G2 as published by the IPTC accepts what leaves here', { skip: missing(files.newsml, files.xml) }, async () => {
  const valid = async (...xml: { fileName: string; contents: string }[]) =>
    validateXML({ xml, extension: 'schema', schema: [{ fileName: files.newsml, contents: text(files.newsml) }], preload: [{ fileName: files.xml, contents: text(files.xml) }] })
  const { errors } = await valid(...stories.map(([name, story]) => ({ fileName: `${name}.xml`, contents: toNewsml(story) })))
  assert.deepEqual(errors.map(({ message, loc }) => `${loc?.fileName}: ${message}`), [])
  assert.equal((await valid({ fileName: 'other.xml', contents: toNewsml(exchanged).replace('<itemClass', '<itemKlass') })).valid, false)
})
