import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { extractText } from 'unpdf'
import { printable } from './printable.ts'
import { renderPdf } from './render-pdf.ts'

const options = { at: new Date('2026-12-25T03:00:00Z'), tagged: true }
let path: string
let folder: URL

before(async () => {
  path = await mkdtemp(join(tmpdir(), 'documents-'))
  folder = pathToFileURL(`${path}/`)
  await writeFile(join(path, 'letter.typ'), '#set text(font: "Tinos", fallback: false)\n#set document(title: "Thư", date: auto)\n#json(bytes(sys.inputs.data)).body')
  await writeFile(join(path, 'broken.typ'), '#let x = ')
})

after(() => rm(path, { recursive: true }))

describe('a document', () => {
  it('prints its data literally', async () => {
    const pdf = await renderPdf({ folder, main: 'letter.typ' }, { body: '#1 + $x$ *Đ*' }, options)
    assert.equal((await extractText(pdf, { mergePages: true })).text.trim(), '#1 + $x$ *Đ*')
  })

  it('is refused when its template is wrong, and the next one is still made', async () => {
    await assert.rejects(renderPdf({ folder, main: 'broken.typ' }, {}, options), /document template broken\.typ/)
    assert.ok((await renderPdf({ folder, main: 'letter.typ' }, { body: 'a' }, options)).length > 1000)
  })

  it('answers each of many asked for at once with its own text', async () => {
    const bodies = Array.from({ length: 12 }, (_, index) => `Thư số ${index}`)
    const pdfs = await Promise.all(bodies.map((body) => renderPdf({ folder, main: 'letter.typ' }, { body }, options)))
    const texts = await Promise.all(pdfs.map(async (pdf) => (await extractText(pdf, { mergePages: true })).text.trim()))
    assert.deepEqual(texts, bodies)
  })
})

describe('printable data', () => {
  it('is NFC without control characters and direction overrides, line feeds kept, to any depth', () => {
    assert.deepEqual(printable({ list: ['ạ\r\nb\u0000\u202e', 3, null], flag: true }), { list: ['ạ\nb', 3, null], flag: true })
  })
})
