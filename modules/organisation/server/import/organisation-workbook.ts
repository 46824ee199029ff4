import type { FileResult } from '#platform/contract/route.ts'
import { writeWorkbook, type WorkbookColumn, type WorkbookSheet, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'
import { xlsx } from '../../contract/import-routes.ts'
import { sheetSpecs, type ColumnSpec, type SheetKey } from '../../domain/import/columns.ts'
import type { StoredOrganisation } from '../../domain/import/plan-import.ts'
import { writeTables } from '../../domain/import/write-tables.ts'

const yesNo = ['Có', 'Không']
const kindWords: Readonly<Record<ColumnSpec['kind'], string>> = {
  code: 'Văn bản',
  line: 'Văn bản',
  term: 'Chọn trong danh sách',
  'yes-no': 'Có hoặc Không',
  count: 'Số nguyên',
  date: 'Ngày (dd/MM/yyyy)',
  identity: 'Văn bản',
}

/** The workbook to fill in: instructions and four empty sheets with drop-down lists (mẫu nhập dữ liệu). */
export async function importTemplate(): Promise<FileResult> {
  const sheets = sheetSpecs.map((spec) => sheetOf(spec.key, [], 2_000))
  return fileOf('Mẫu nhập tổ chức, nhân sự', 'mau-nhap-to-chuc-nhan-su.xlsx', [instructions(), ...sheets])
}

/** Everything stored, in the form of the template. */
export async function exportWorkbook(stored: StoredOrganisation, date: string): Promise<FileResult> {
  const tables = writeTables(stored)
  const sheets = sheetSpecs.map((spec) => sheetOf(spec.key, tables[spec.key], 200))
  return fileOf('Tổ chức, nhân sự', `to-chuc-nhan-su-${date}.xlsx`, [instructions(), ...sheets])
}

async function fileOf(title: string, fileName: string, sheets: readonly WorkbookSheet[]): Promise<FileResult> {
  return { contentType: xlsx, fileName, bytes: await writeWorkbook({ title, sheets }) }
}

function sheetOf(key: SheetKey, rows: readonly (readonly WrittenValue[])[], roomForRows: number): WorkbookSheet {
  const spec = sheetSpecs.find((one) => one.key === key)
  if (spec === undefined) throw new RangeError(`no such sheet: ${key}`)
  return { name: spec.title, columns: spec.columns.map(columnOf), rows, roomForRows, autoFilter: rows.length > 0 }
}

function columnOf(column: ColumnSpec): WorkbookColumn {
  const choices = column.kind === 'yes-no' ? yesNo : column.terms?.map((term) => term.vi)
  return {
    header: column.header,
    width: column.width,
    kind: column.kind === 'date' ? 'date' : column.kind === 'count' ? 'integer' : 'text',
    note: `${column.required ? 'Bắt buộc. ' : ''}${column.note}`,
    ...(choices === undefined ? {} : { choices }),
  }
}

function instructions(): WorkbookSheet {
  const lines = [
    'HƯỚNG DẪN NHẬP TỔ CHỨC, NHÂN SỰ',
    'Điền vào bốn trang Đơn vị, Vị trí, Nhân sự, Giữ chức vụ. Trang không cần thì để trống. Không dùng công thức, không gộp ô.',
    'Tải tệp lên để kiểm tra: từng ô sai được chỉ rõ, chưa có gì được lưu cho đến khi xác nhận. Tải lại cùng một tệp không làm thay đổi gì.',
  ]
  const rows = sheetSpecs.flatMap((spec) =>
    spec.columns.map((column) => [spec.title, column.header, column.required ? 'Có' : 'Không', kindWords[column.kind], column.note]),
  )
  return {
    name: 'Hướng dẫn',
    columns: [
      { header: 'Trang', width: 16, kind: 'text' },
      { header: 'Cột', width: 28, kind: 'text' },
      { header: 'Bắt buộc', width: 12, kind: 'text' },
      { header: 'Cách ghi', width: 24, kind: 'text' },
      { header: 'Giải thích', width: 70, kind: 'text' },
    ],
    rows,
    linesAbove: lines.map((text, index) => ({ parts: [{ column: 0, span: 5, text, bold: index === 0 }] })),
  }
}
