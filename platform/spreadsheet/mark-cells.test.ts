import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openXlsx } from 'hucre/xlsx'
import { Refusal } from '#kernel/refusal.ts'
import { markCells } from './mark-cells.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeWorkbook, type WorkbookToWrite } from './write-workbook.ts'

const form: WorkbookToWrite = {
  title: 'Phiếu',
  sheets: [
    {
      name: 'Phiếu chấm',
      keys: ['id', 'points', 'level'],
      isProtected: true,
      linesAbove: [{ parts: [{ column: 1, span: 2, text: 'Phiếu chấm điểm' }] }],
      columns: [
        { header: 'Mã', width: 10, kind: 'text', hidden: true },
        { header: 'Điểm', width: 10, kind: 'number', unlocked: true, number: { max: 2.5, step: 0.05 }, prompt: { title: 'Tiêu chí', text: 'x'.repeat(300) } },
        { header: 'Mức', width: 10, kind: 'text', unlocked: true, choices: ['100', '50'] },
      ],
      rows: [['a', 2.25, '100'], ['b', null, null]],
    },
    { name: 'an', hidden: true, columns: [{ header: 'x', width: 5, kind: 'text' }], rows: [['y']] },
  ],
}

test('a protected form leaves only its open cells unlocked, hides its keys and checks what is typed', async () => {
  const { sheets } = await openXlsx(await writeWorkbook(form), { readStyles: true })
  const [sheet, hidden] = sheets
  assert.equal(sheet?.protection?.sheet, true)
  const locked = (key: string) => sheet?.cells?.get(key)?.style?.protection?.locked !== false
  assert.deepEqual(['2,1', '3,0', '3,1', '3,2', '4,1'].map(locked), [true, true, false, false, false])
  assert.deepEqual([sheet?.rowDefs?.get(0)?.hidden, sheet?.columns?.[0]?.hidden, hidden?.veryHidden], [true, true, true])
  const [points, level] = sheet?.dataValidations ?? []
  assert.deepEqual([points?.type, points?.formula1, points?.range], ['custom', 'AND(ISNUMBER(B4),B4>=0,B4<=2.5,ABS(B4/0.05-ROUND(B4/0.05,0))<0.000001)', 'B4:B5'])
  assert.equal(points?.inputMessage?.length, 255, 'Excel takes no more')
  assert.deepEqual([level?.type, level?.range], ['list', 'C4:C5'])
})

test('a marked copy keeps values, protection and rules, with a red cell and a note where asked', async () => {
  const bytes = await writeWorkbook(form)
  const marked = await markCells(bytes, [{ sheet: 'Phiếu chấm', ref: 'B5', text: 'Số từ 0 đến 2,5' }, { sheet: 'không có', ref: 'A1', text: 'bỏ qua' }])
  assert.deepEqual(await readWorkbook(marked), await readWorkbook(bytes))
  const [sheet] = (await openXlsx(marked, { readStyles: true })).sheets
  const cell = sheet?.cells?.get('4,1')
  assert.equal(cell?.comment?.text, 'Số từ 0 đến 2,5')
  assert.equal(cell?.style?.fill?.type === 'pattern' ? cell.style.fill.fgColor?.rgb?.slice(-6) : '', 'FFC7CE')
  assert.equal(cell?.style?.protection?.locked, false, 'it can still be corrected')
  assert.equal(sheet?.cells?.get('3,1')?.comment, undefined)
  assert.equal(sheet?.protection?.sheet, true)
  assert.equal(sheet?.dataValidations?.length, 2)
})

test('what is no workbook is refused, not marked', async () => {
  await assert.rejects(markCells(new TextEncoder().encode('a,b'), []), (error) => error instanceof Refusal && error.code === 'spreadsheet.plain_text')
})
