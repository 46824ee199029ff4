import type { WorkbookColumn, WorkbookLine, WorkbookSheet, WrittenValue } from '#platform/spreadsheet/write-workbook.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import type { FormIssuer, ResultsList, ResultsListRow } from './form-inputs.ts'
import { dateline } from './form-view.ts'

const columns: readonly WorkbookColumn[] = [
  { header: 'STT', width: 6, kind: 'integer' },
  { header: 'Mã số', width: 9, kind: 'text' },
  { header: 'Họ và tên', width: 24, kind: 'text' },
  { header: 'Chức vụ, chức danh', width: 18, kind: 'text' },
  { header: 'Đơn vị công tác', width: 22, kind: 'text' },
  { header: 'Nhóm nhiệm vụ tương đồng', width: 18, kind: 'text' },
  { header: 'Điểm tiêu chí chung', width: 9, kind: 'decimal' },
  { header: 'Điểm kết quả thực hiện nhiệm vụ', width: 11, kind: 'decimal' },
  { header: 'Tổng điểm', width: 9, kind: 'decimal' },
  { header: 'Mức dự kiến', width: 15, kind: 'text' },
  { header: 'Mức quyết định', width: 15, kind: 'text' },
  { header: 'Ghi chú', width: 18, kind: 'text' },
]

function number(points: string | null): number | null {
  return points === null ? null : Number(points)
}

function cells(row: ResultsListRow, index: number): WrittenValue[] {
  return [
    index + 1,
    row.code,
    row.fullName,
    row.title,
    row.unit,
    row.peerGroup,
    number(row.generalPoints),
    number(row.taskPoints),
    number(row.total),
    row.provisionalLevel,
    row.decidedLevel,
    row.note,
  ]
}

type Emphasis = Pick<WorkbookLine['parts'][number], 'bold' | 'italic'>

function pair(left: string, right: string, leftStyle: Emphasis, rightStyle: Emphasis = leftStyle): WorkbookLine {
  const sides = [
    { column: 0, span: 5, text: left, align: 'center' as const, ...leftStyle },
    { column: 6, span: 6, text: right, align: 'center' as const, ...rightStyle },
  ]
  return { parts: sides.filter((side) => side.text !== '') }
}

function wide(text: string, style: { bold?: boolean; italic?: boolean; size?: number }): WorkbookLine {
  return { parts: [{ column: 0, span: columns.length, text, align: 'center', ...style }] }
}

function letterhead(issuer: FormIssuer): WorkbookLine[] {
  const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
  const motto = 'Độc lập - Tự do - Hạnh phúc'
  const body = issuer.issuingBody.toLocaleUpperCase('vi')
  if (issuer.superiorBody === null) return [pair(body, nation, { bold: true }), pair('', motto, { bold: true })]
  return [pair(issuer.superiorBody.toLocaleUpperCase('vi'), nation, {}, { bold: true }), pair(body, motto, { bold: true })]
}

/** The sheet of {@link writeResultsList}, for callers that put it beside others. */
export function resultsListSheet(list: ResultsList): WorkbookSheet {
  const blank: WorkbookLine = { parts: [] }
  return {
    name: 'Danh sách kết quả',
    columns,
    rows: list.rows.map(cells),
    linesAbove: [
      ...letterhead(list.issuer),
      blank,
      wide(list.title.toLocaleUpperCase('vi'), { bold: true, size: 14 }),
      wide(list.periodLabel, { bold: true }),
      wide(list.scopeLabel, { italic: true }),
      ...(list.sourceNote === null ? [] : [wide(list.sourceNote, { italic: true })]),
      blank,
    ],
    linesBelow: [
      pair('', dateline(list), { italic: true }),
      pair(list.preparer.heading.toLocaleUpperCase('vi'), list.signer.heading.toLocaleUpperCase('vi'), { bold: true }),
      pair('(Ký tên, ghi rõ họ tên)', '(Ký tên, ghi rõ họ tên)', { italic: true }),
      blank,
      blank,
      blank,
      pair(list.preparer.name ?? '', list.signer.name ?? '', { bold: true }),
    ],
    autoFilter: true,
    printable: true,
  }
}

/** Danh sách kết quả theo dõi, đánh giá, xếp loại as .xlsx: numbers as numbers with two places, A4 landscape, header on every page. */
export function writeResultsList(list: ResultsList): Promise<Uint8Array> {
  return writeWorkbook({ title: `${list.title}. ${list.periodLabel}`, sheets: [resultsListSheet(list)] })
}
