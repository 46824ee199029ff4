import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, Tab } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { docxText } from './docx-text.ts'

test('a Word document is its paragraphs, with tabs, line breaks, blanks, cells and signs as written', async () => {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('Danh mục'), new TextRun({ children: [new Tab(), 'Y tế & đời sống '] })], tabStops: [{ type: 'left', position: 100 }] }),
          new Paragraph({ children: [new TextRun('Phim:'), new TextRun({ text: 'Trạm <mới>\u00a0mở.', break: 1 })] }),
          new Table({ rows: [new TableRow({ children: [cell('Người tạo'), cell('Ngày tạo')] })] }),
        ],
      },
    ],
  })
  assert.equal(docxText(await Packer.toBuffer(document)), 'Danh mục\tY tế & đời sống \nPhim:\nTrạm <mới>\u00a0mở.\nNgười tạo\nNgày tạo\n')
})

test('deleted words are left out, and what is no Word document has no text', () => {
  const xml = '<w:document><w:p><w:r><w:t>Còn&#160;lại</w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p></w:document>'
  assert.equal(docxText(zipSync({ 'word/document.xml': strToU8(xml) })), 'Còn\u00a0lại\n')
  assert.equal(docxText(zipSync({ 'a.txt': strToU8('a') })), null)
  assert.equal(docxText(strToU8('PK không phải')), null)
})
