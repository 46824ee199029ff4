import { foldVietnamese } from '#kernel/vietnamese.ts'
import { productStatuses, type ProductStatus } from './catalogue.ts'

/** Columns of the catalogue's workbook, in its order: template, import and export share them. */
export const productColumns = [
  { key: 'code', header: 'Mã sản phẩm', required: true, most: 35, also: ['ma', 'ma sp', 'ma san pham/cong viec', 'ma san pham, cong viec'] },
  { key: 'name', header: 'Tên sản phẩm/công việc', required: true, most: 500, also: ['ten', 'ten san pham', 'san pham/cong viec', 'ten san pham, cong viec'] },
  { key: 'part', header: 'Phần', required: true, most: 10, also: ['phan (a, b.i, b.ii)'] },
  { key: 'unit', header: 'Mã đơn vị', required: false, most: 35, also: ['don vi', 'ma co quan, don vi'] },
  { key: 'field', header: 'Lĩnh vực', required: true, most: 120, also: ['linh vuc cong tac'] },
  { key: 'unitOfCount', header: 'Đơn vị tính', required: true, most: 60, also: ['dvt'] },
  { key: 'group', header: 'Nhóm phức tạp', required: true, most: 20, also: ['nhom', 'nhom do phuc tap', 'cap do phuc tap'] },
  { key: 'points', header: 'Điểm', required: true, most: 12, also: ['diem quy doi', 'so diem'] },
  { key: 'coefficient', header: 'Hệ số quy đổi', required: false, most: 30, also: ['he so'] },
  { key: 'decisionNumber', header: 'Số quyết định bổ sung', required: false, most: 60, also: ['so quyet dinh', 'quyet dinh'] },
  { key: 'status', header: 'Trạng thái', required: false, most: 30, also: ['tinh trang'] },
] as const

export type ProductColumnKey = (typeof productColumns)[number]['key']

/** What the workbook writes for each status; an empty cell means approved. */
export const statusWords = { proposed: 'Đề xuất', approved: 'Đã duyệt', retired: 'Ngừng dùng' } as const satisfies Record<ProductStatus, string>

/** The status a word stands for, accents or not. */
export function statusOfWord(word: string): ProductStatus | undefined {
  if (word === '') return 'approved'
  return productStatuses.find((status) => foldVietnamese(statusWords[status]) === foldVietnamese(word))
}

/** The column a header names, with and without accents, marks of duty (*) and blanks; undefined for an unknown one. */
export function columnOfHeader(header: string): ProductColumnKey | undefined {
  const key = foldVietnamese(header.replaceAll('*', ' ')).replace(/\s*\/\s*/g, '/')
  return productColumns.find((column) => foldVietnamese(column.header) === key || (column.also as readonly string[]).includes(key))?.key
}
