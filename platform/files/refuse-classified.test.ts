import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { Document, Header, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { Refusal } from '#kernel/refusal.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { refuseClassified } from './refuse-classified.ts'

const text = (content: string) => new TextEncoder().encode(content)
const refused = (level: string, by: string) => (error: unknown) => error instanceof Refusal && error.code === 'platform.classified' && error.data['level'] === level && error.data['by'] === by

const word = async (lines: string[], header: string[] = []) =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({ sections: [{ headers: { default: new Header({ children: header.map((line) => new Paragraph(line)) }) }, children: lines.map((line) => new Paragraph({ children: [...line].map((sign) => new TextRun(sign)) })) }] }),
    ),
  )
const sheet = (cells: string[]) => writeWorkbook({ title: 'x', sheets: [{ name: 'a', columns: [{ header: 'A', width: 9, kind: 'text' }], rows: cells.map((cell) => [cell]) }] })

test('what its sender says and what its name says is enough', async () => {
  await assert.rejects(refuseClassified({ fileName: 'a.txt', secrecy: 'secret' }, text('x')), refused('secret', 'answer'))
  await assert.rejects(refuseClassified({ fileName: 'Kế hoạch (Mật).docx', secrecy: 'none' }, text('x')), refused('confidential', 'name'))
  await assert.rejects(refuseClassified({ fileName: '12-KH_TU_TM.pdf' }, text('x')), refused('secret', 'name'))
})

test('a stamp is found in Word, in its page header, in Excel, OpenDocument and plain text', async () => {
  await assert.rejects(refuseClassified({}, await word(['ĐẢNG BỘ HUYỆN', 'TỐI MẬT', 'Kế hoạch'])), refused('secret', 'stamp'))
  await assert.rejects(refuseClassified({}, await word(['Kế hoạch'], ['MẬT'])), refused('confidential', 'stamp'))
  await assert.rejects(refuseClassified({}, await sheet(['Danh sách', 'TUYỆT MẬT'])), refused('top_secret', 'stamp'))
  const odt = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8('<o><text:p>Kế hoạch</text:p><text:p><text:span>MẬT</text:span></text:p></o>') })
  await assert.rejects(refuseClassified({}, odt), refused('confidential', 'stamp'))
  await assert.rejects(refuseClassified({}, text('ĐẢNG BỘ\r\nMẬT\r\nKế hoạch')), refused('confidential', 'stamp'))
})

test('texts about secrets, pictures and broken files are taken', async () => {
  await refuseClassified({ fileName: 'Tập huấn bảo vệ bí mật nhà nước.docx', secrecy: 'none' }, await word(['Các độ mật là MẬT, TỐI MẬT và TUYỆT MẬT.', 'BÍ MẬT NHÀ NƯỚC']))
  await refuseClassified({}, await sheet(['Độ mật: MẬT', 'Mật']))
  await refuseClassified({}, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))
  await refuseClassified({}, text('%PDF-1.7\nnot a document'))
  await refuseClassified({}, strToU8('PK\u0003\u0004 broken'))
})

test('a stamp is found in a PDF, also beside other text, and a text about secrets is taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'papers-'))
  after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'paper.typ'), '#set document(date: auto)\n#grid(columns: (1fr, 1fr), [Số 12-KH/TU], [Hà Nội, ngày 1])\n#json(bytes(sys.inputs.data)).body')
  const pdf = (body: string) => renderPdf({ folder: pathToFileURL(`${folder}/`), main: 'paper.typ' }, { body }, { at: new Date('2026-11-20T02:00:00Z'), tagged: false })
  await assert.rejects(refuseClassified({}, await pdf('MẬT')), refused('confidential', 'stamp'))
  await refuseClassified({}, await pdf('Quy định về độ mật MẬT và TỐI MẬT của văn bản.'))
})
