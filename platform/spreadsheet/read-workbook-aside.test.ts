import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Refusal } from '#kernel/refusal.ts'
import { markCellsAside } from './mark-cells-aside.ts'
import { markCells } from './mark-cells.ts'
import { readWorkbookAside } from './read-workbook-aside.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

const workbook = (rows: number) =>
  writeWorkbook({ title: 'x', sheets: [{ name: 'A', columns: Array.from({ length: 8 }, (_, at) => ({ header: `Cột ${at}`, width: 12, kind: 'text' as const })), rows: Array.from({ length: rows }, (_, row) => Array.from({ length: 8 }, (_, at) => `Nguyễn Văn ${row}-${at}`)) }] })

/** A workbook whose only sheet is this XML, packed so little that its ratio says nothing. */
async function hostile(xml: string): Promise<Uint8Array> {
  const parts = unzipSync(await workbook(1))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet.replace(/<sheetData>[\s\S]*<\/sheetData>/, () => `<sheetData>${xml}</sheetData>`)) }, { level: 0 })
}

const refusedAs = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code

test('a small and a large workbook are read as ever', async () => {
  for (const rows of [20, 3_000]) {
    const bytes = await workbook(rows)
    assert.deepEqual(await readWorkbookAside(bytes), await readWorkbook(bytes))
  }
})

test('a large workbook is marked as a small one is', async () => {
  const bytes = await workbook(3_000)
  const marks = [{ sheet: 'A', ref: 'B7', text: 'sai' }]
  assert.deepEqual(await readWorkbook(await markCellsAside(bytes, marks)), await readWorkbook(await markCells(bytes, marks)))
})

test('refusals of a large workbook come through, of what is none too', async () => {
  await assert.rejects(readWorkbookAside(await workbook(3_000), { maxRows: 100 }), refusedAs('spreadsheet.too_many_rows'))
  await assert.rejects(readWorkbookAside(strToU8('Mã,Tên')), refusedAs('spreadsheet.plain_text'))
  await assert.rejects(readWorkbookAside(new Uint8Array(20), { maxFileBytes: 10 }), refusedAs('spreadsheet.too_large'))
})

test('while a workbook made to be slow is read, others are answered', async () => {
  let turns = 0
  const count = setInterval(() => (turns += 1), 5)
  try {
    const sheets = await readWorkbookAside(await hostile('<row '.repeat(800_000)))
    assert.equal(sheets.length, 1)
    assert.ok(turns > 10, `${turns} turns of the loop`)
  } finally {
    clearInterval(count)
  }
})

test('what does not end is ended', async () => {
  await assert.rejects(readWorkbookAside(await hostile('<row '.repeat(800_000)), {}, 1), refusedAs('spreadsheet.expands_too_much'))
})
