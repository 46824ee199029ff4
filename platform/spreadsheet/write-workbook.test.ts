import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { calendarDate } from '#kernel/calendar-date.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeWorkbook } from './write-workbook.ts'

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))
}

const people = {
  name: 'Nhân sự',
  columns: [
    { header: 'Mã số', width: 12, kind: 'text' as const, note: 'Giữ nguyên các số 0 ở đầu' },
    { header: 'Họ và tên', width: 30, kind: 'text' as const },
    { header: 'Ngày sinh', width: 14, kind: 'date' as const },
    { header: 'Điểm', width: 10, kind: 'decimal' as const },
    { header: 'Đơn vị', width: 20, kind: 'text' as const, choices: ['Văn phòng', 'Phòng Kinh tế, Hạ tầng'] },
  ],
  rows: [
    ['00012', 'Nguyễn Thị Hồng Đào', calendarDate('1985-02-28'), 87.5, 'Văn phòng'],
    ['00013', '=HYPERLINK("http://x","y")', calendarDate('1900-03-01'), 0.1, null],
    ['-1', '+cmd|calc', null, null, '@SUM(A1)'],
  ],
  autoFilter: true,
  roomForRows: 100,
  printable: true,
}

describe('a workbook written', () => {
  it('comes back the same: texts with their noughts, numbers as numbers, dates as dates', async () => {
    const [sheet] = await readWorkbook(await writeWorkbook({ title: 'Nhân sự', sheets: [people] }))
    assert.equal(sheet?.name, 'Nhân sự')
    assert.deepEqual(
      sheet?.rows.map((row) => row.map((cell) => `${cell.ref}:${cell.kind}:${String(cell.value)}`)),
      [
        ['A1:text:Mã số', 'B1:text:Họ và tên', 'C1:text:Ngày sinh', 'D1:text:Điểm', 'E1:text:Đơn vị'],
        ['A2:text:00012', 'B2:text:Nguyễn Thị Hồng Đào', 'C2:date:1985-02-28', 'D2:number:87.5', 'E2:text:Văn phòng'],
        ['A3:text:00013', 'B3:text:=HYPERLINK("http://x","y")', 'C3:date:1900-03-01', 'D3:number:0.1', 'E3:empty:null'],
        ['A4:text:-1', 'B4:text:+cmd|calc', 'C4:empty:null', 'D4:empty:null', 'E4:text:@SUM(A1)'],
      ],
    )
  })

  it('holds text that looks like a formula as a string in text format, so it never runs', async () => {
    const parts = partsOf(await writeWorkbook({ title: 'x', sheets: [people] }))
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    assert.ok(!/<f[ >]/.test(sheet))
    const style = Number(/<c r="B3"[^>]*\bs="(\d+)"[^>]*t="s"|<c r="B3"[^>]*t="s"[^>]*\bs="(\d+)"/.exec(sheet)?.slice(1).find(Boolean))
    const xfs = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(parts['xl/styles.xml'] ?? '')?.[1]?.match(/<xf\b[^>]*>/g) ?? []
    const format = /numFmtId="(\d+)"/.exec(xfs[style] ?? '')?.[1] ?? ''
    assert.ok(parts['xl/styles.xml']?.includes(`<numFmt numFmtId="${format}" formatCode="@"`), format)
  })

  it('writes dates as numbers shown dd/mm/yyyy, freezes and filters the header, and repeats it in print', async () => {
    const parts = partsOf(await writeWorkbook({ title: 'x', sheets: [people] }))
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    assert.match(sheet, /<c r="C2"[^>]*><v>31106<\/v>/)
    assert.match(parts['xl/styles.xml'] ?? '', /formatCode="dd\/mm\/yyyy"/)
    assert.match(sheet, /<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    assert.match(sheet, /<autoFilter ref="A1:E4"/)
    assert.match(sheet, /<pageSetup [^>]*orientation="landscape"/)
    assert.match(sheet, /<pageSetup [^>]*paperSize="9"/)
    assert.match(parts['xl/workbook.xml'] ?? '', /_xlnm\.Print_Titles[^>]*>[^<]*\$1:\$1</)
  })

  it('offers drop-down lists whose values may hold commas, from a hidden sheet', async () => {
    const bytes = await writeWorkbook({ title: 'x', sheets: [people] })
    assert.match(partsOf(bytes)['xl/worksheets/sheet1.xml'] ?? '', /<dataValidation [^>]*sqref="E2:E104"[^>]*>\s*<formula1>'Danh mục chọn'!\$A\$1:\$A\$2<\/formula1>/)
    const lists = (await readWorkbook(bytes))[1]
    assert.equal(lists?.hidden, true)
    assert.deepEqual(lists?.rows.map((row) => row[0]?.value), ['Văn phòng', 'Phòng Kinh tế, Hạ tầng'])
  })

  it('keeps markup, line feeds, escapes and lone control characters harmless', async () => {
    const texts = ['<b>&"\'</b>', 'hai\ndòng', '_x0041_', 'chuông\u0007', ' đầu và cuối ', 'ạ']
    const sheet = { name: 'A/B:[C]?*', columns: [{ header: 'Chữ', width: 20, kind: 'text' as const }], rows: texts.map((text) => [text]) }
    const [read] = await readWorkbook(await writeWorkbook({ title: 'x', sheets: [sheet] }))
    assert.equal(read?.name, 'A B  C')
    assert.deepEqual(read?.rows.slice(1).map((row) => row[0]?.value), ['<b>&"\'</b>', 'hai\ndòng', '_x0041_', 'chuông', ' đầu và cuối ', 'ạ'])
  })

  it('refuses to write what a column cannot hold', async () => {
    const write = (kind: 'decimal' | 'date' | 'text', value: string) =>
      writeWorkbook({ title: 'x', sheets: [{ name: 'A', columns: [{ header: 'A', width: 9, kind }], rows: [[value]] }] })
    await assert.rejects(write('decimal', '87,5'), RangeError)
    await assert.rejects(write('date', '31/12/2026'), RangeError)
    await assert.rejects(write('text', 'a'.repeat(40_000)), RangeError)
  })
})
