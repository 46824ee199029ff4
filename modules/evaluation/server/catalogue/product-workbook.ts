import type { UnitId } from '#kernel/id.ts'
import type { UnitOnDate } from '#modules/organisation/server/index.ts'
import { writeWorkbook, type WorkbookColumn, type WorkbookSheet, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'
import { productParts, shortPoints, showCoefficient } from '../../domain/catalogue.ts'
import { productColumns, statusWords, type ProductColumnKey } from '../../domain/catalogue-columns.ts'
import type { Catalogue } from './catalogue-rows.ts'
import type { Product } from './product-rows.ts'

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const widths: Record<ProductColumnKey, number> = {
  code: 14, name: 60, part: 8, unit: 14, field: 28, unitOfCount: 14, group: 16, points: 10, coefficient: 14, decisionNumber: 22, status: 14,
}
const decimals: readonly ProductColumnKey[] = ['points']
const roomForRows = 2_000

/** The catalogue as a workbook that the import takes back: with products it is the export, without them the template. */
export function writeProductWorkbook(catalogue: Catalogue, products: readonly Product[], units: readonly UnitOnDate[]): Promise<Uint8Array> {
  const codeOf = new Map<UnitId, string>(units.map((unit) => [unit.id, unit.code]))
  const sheet: WorkbookSheet = {
    name: 'Danh mục',
    columns: columnsOf(catalogue, units),
    rows: products.map((product) => rowOf(product, codeOf)),
    autoFilter: products.length > 0,
    roomForRows,
  }
  return writeWorkbook({ title: catalogue.name, sheets: [sheet, instructions(catalogue)] })
}

function columnsOf(catalogue: Catalogue, units: readonly UnitOnDate[]): WorkbookColumn[] {
  const choices: Partial<Record<ProductColumnKey, readonly string[]>> = {
    part: productParts,
    unit: units.map((unit) => unit.code),
    group: catalogue.groups.map((group) => group.code),
    status: Object.values(statusWords),
  }
  return productColumns.map((column): WorkbookColumn => {
    const list = choices[column.key]
    return {
      header: column.required ? `${column.header} *` : column.header,
      width: widths[column.key],
      kind: decimals.includes(column.key) ? 'decimal' : 'text',
      note: noteOf(column.key, catalogue),
      ...(list === undefined || list.length === 0 ? {} : { choices: list }),
    }
  })
}

function noteOf(key: ProductColumnKey, catalogue: Catalogue): string {
  const notes: Record<ProductColumnKey, string> = {
    code: 'Mã riêng của sản phẩm/công việc, không trùng nhau, tối đa 35 ký tự.',
    name: 'Sản phẩm/công việc đầu ra cụ thể, đếm được.',
    part: 'A: lãnh đạo, quản lý; B.I: chuyên môn dùng chung; B.II: chuyên môn của từng cơ quan, đơn vị.',
    unit: 'Mã đơn vị thực hiện; để trống nếu dùng chung.',
    field: 'Lĩnh vực công tác.',
    unitOfCount: 'Văn bản, hồ sơ, cuộc họp …',
    group: `Nhóm theo cấp độ phức tạp: ${catalogue.groups.map((group) => group.code).join(', ')}.`,
    points: 'Số lớn hơn 0, nhiều nhất 2 chữ số thập phân, không quá điểm tối đa của nhóm.',
    coefficient: `Tự tính: điểm chia cho ${decimal(catalogue.standardPoints)} điểm của sản phẩm chuẩn. Có thể để trống.`,
    decisionNumber: 'Quyết định bổ sung sản phẩm ngoài Danh mục (Điều 13 khoản 3), nếu có.',
    status: 'Để trống nghĩa là “Đã duyệt”.',
  }
  return notes[key]
}

function rowOf(product: Product, codeOf: ReadonlyMap<UnitId, string>): WrittenValue[] {
  const cells: Record<ProductColumnKey, WrittenValue> = {
    code: product.code,
    name: product.name,
    part: product.part,
    unit: product.unitId === null ? null : (codeOf.get(product.unitId) ?? null),
    field: product.field,
    unitOfCount: product.unitOfCount,
    group: product.complexityGroup,
    points: Number(product.points),
    coefficient: decimalText(showCoefficient(product.coefficient)),
    decisionNumber: product.decisionNumber,
    status: statusWords[product.status],
  }
  return productColumns.map((column) => cells[column.key])
}

function instructions(catalogue: Catalogue): WorkbookSheet {
  const lines = [
    ['Căn cứ', `${catalogue.decisionNumber}; Nghị định 335/2025/NĐ-CP, Điều 13`],
    ['Sản phẩm chuẩn', `${catalogue.standardProduct}: ${decimal(catalogue.standardPoints)} điểm, hệ số 1`],
    ...catalogue.groups.map((group) => [`Nhóm ${group.code}`, `${group.name}; tối đa ${decimal(group.maxPoints)} điểm`]),
    ['Cách điền', 'Mỗi dòng là một sản phẩm/công việc. Cột có dấu * bắt buộc. Không gộp ô, không dùng công thức.'],
    ['Hệ số quy đổi', 'Điểm chia cho điểm của sản phẩm chuẩn, phần mềm tự tính. Nhiệm vụ đã giao giữ nguyên hệ số lúc giao.'],
    ['Kiểm tra', 'Tải tệp lên, xem trước; ô sai được chỉ rõ. Chỉ khi xác nhận mới ghi, ghi tất cả hoặc không ghi gì.'],
    ['Nhập lại', 'Mã đã có thì sửa, mã chưa có thì thêm; dòng không đổi thì bỏ qua. Sản phẩm vắng mặt trong tệp được giữ nguyên.'],
  ]
  return {
    name: 'Hướng dẫn',
    columns: [
      { header: 'Nội dung', width: 24, kind: 'text' },
      { header: 'Giải thích', width: 100, kind: 'text' },
    ],
    rows: lines,
  }
}

function decimal(points: string): string {
  return decimalText(shortPoints(points))
}

function decimalText(text: string): string {
  return text.replace('.', ',')
}
