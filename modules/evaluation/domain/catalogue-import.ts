import type { UnitId } from '#kernel/id.ts'
import { compare, equals, isZero } from '#kernel/rational.ts'
import { tidy } from '#kernel/vietnamese.ts'
import { coefficientOf, pointsOf, productParts, showCoefficient, type ComplexityGroup, type ProductPart, type ProductStatus } from './catalogue.ts'
import { productColumns, statusOfWord, statusWords, type ProductColumnKey } from './catalogue-columns.ts'
import { findTable, type CellProblem, type ImportCell, type ImportSheet } from './catalogue-table.ts'

/** A product as rows of the workbook and of the database say it. */
export interface ProductFacts {
  readonly code: string
  readonly name: string
  readonly part: ProductPart
  readonly unitId: UnitId | null
  readonly field: string
  readonly unitOfCount: string
  readonly complexityGroup: string
  readonly points: string
  readonly decisionNumber: string
  readonly status: ProductStatus
}

/** What the rows are judged against. */
export interface ImportContext {
  readonly standardPoints: string
  readonly groups: readonly ComplexityGroup[]
  readonly unitIdByCode: ReadonlyMap<string, UnitId>
  readonly known: ReadonlyMap<string, ProductFacts>
}

export type RowOutcome = 'new' | 'changed' | 'unchanged' | 'faulty'

/** One row of the workbook after checking. `product` is null when it is faulty. */
export interface CheckedRow {
  readonly row: number
  readonly outcome: RowOutcome
  readonly code: string
  readonly name: string
  readonly coefficient: string
  readonly product: (ProductFacts & { readonly coefficient: string }) | null
}

export interface CheckedImport {
  readonly rows: readonly CheckedRow[]
  readonly problems: readonly CellProblem[]
}

const headerOf = Object.fromEntries(productColumns.map((column) => [column.key, column.header])) as Record<ProductColumnKey, string>

/** Reads the catalogue's sheet and judges every row. Pure: nothing is stored. */
export function checkProductRows(sheets: readonly ImportSheet[], context: ImportContext): CheckedImport {
  const table = findTable(sheets)
  const problems: CellProblem[] = [...table.problems]
  // With a column missing or cells merged, what stands in which column is a guess.
  if (problems.length > 0) return { rows: table.rows.map(({ row }) => ({ row, outcome: 'faulty', code: '', name: '', coefficient: '', product: null })), problems }
  const seen = new Map<string, number>()
  const rows = table.rows.map(({ row, cells }) => {
    const reader = new RowReader(table.sheet, row, cells, problems)
    const product = readProduct(reader, context)
    const code = reader.shown('code')
    const first = seen.get(code)
    if (code !== '' && first !== undefined) reader.fault('code', 'duplicate', `mã chưa có ở dòng ${first}`)
    else seen.set(code, row)
    return checkedRow(reader, product, context.known)
  })
  return { rows, problems }
}

function checkedRow(reader: RowReader, product: CheckedRow['product'], known: ReadonlyMap<string, ProductFacts>): CheckedRow {
  const base = { row: reader.row, code: reader.shown('code'), name: reader.shown('name') }
  if (reader.faulty || product === null) return { ...base, outcome: 'faulty', coefficient: '', product: null }
  const before = known.get(product.code)
  const outcome = before === undefined ? 'new' : sameProduct(before, product) ? 'unchanged' : 'changed'
  return { ...base, outcome, coefficient: showCoefficient(product.coefficient), product }
}

/** Whether two statements of a product say the same. */
export function sameProduct(a: ProductFacts, b: ProductFacts): boolean {
  return (
    a.name === b.name && a.part === b.part && a.unitId === b.unitId && a.field === b.field && a.unitOfCount === b.unitOfCount &&
    a.complexityGroup === b.complexityGroup && a.decisionNumber === b.decisionNumber && a.status === b.status && equals(pointsOf(a.points), pointsOf(b.points))
  )
}

function readProduct(reader: RowReader, context: ImportContext): CheckedRow['product'] {
  const code = reader.text('code')
  const name = reader.text('name')
  const part = readPart(reader)
  const unitId = readUnit(reader, context.unitIdByCode)
  const field = reader.text('field')
  const unitOfCount = reader.text('unitOfCount')
  const group = readGroup(reader, context.groups)
  const points = readPoints(reader, group)
  const status = readStatus(reader)
  const decisionNumber = reader.text('decisionNumber')
  const coefficient = points === undefined ? undefined : coefficientOf(points, context.standardPoints)
  if (coefficient !== undefined) checkCoefficient(reader, coefficient)
  if (part === undefined || unitId === undefined || group === undefined || points === undefined || status === undefined || coefficient === undefined) return null
  return { code, name, part, unitId, field, unitOfCount, complexityGroup: group.code, points, decisionNumber, status, coefficient }
}

function readPart(reader: RowReader): ProductPart | undefined {
  const word = reader.text('part').replaceAll(' ', '').toUpperCase()
  const part = productParts.find((one) => one === word)
  if (part === undefined && word !== '') reader.fault('part', 'unknown-part', productParts.join(' | '))
  return part
}

function readUnit(reader: RowReader, unitIdByCode: ReadonlyMap<string, UnitId>): UnitId | null | undefined {
  const code = reader.text('unit')
  if (code === '') return null
  const unitId = unitIdByCode.get(code)
  if (unitId === undefined) reader.fault('unit', 'unknown-unit', 'mã của một đơn vị đang hoạt động, hoặc để trống')
  return unitId
}

function readGroup(reader: RowReader, groups: readonly ComplexityGroup[]): ComplexityGroup | undefined {
  const code = reader.text('group')
  const group = groups.find((one) => one.code === code)
  if (group === undefined && code !== '') reader.fault('group', 'unknown-group', groups.map((one) => one.code).join(' | '))
  return group
}

function readPoints(reader: RowReader, group: ComplexityGroup | undefined): string | undefined {
  const text = reader.number('points')
  if (text === undefined) return undefined
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(text) || isZero(pointsOf(text))) {
    reader.fault('points', 'bad-points', 'số lớn hơn 0, nhiều nhất 2 chữ số thập phân')
    return undefined
  }
  if (group !== undefined && compare(pointsOf(text), pointsOf(group.maxPoints)) > 0) {
    reader.fault('points', 'above-group', `nhóm ${group.code}: không quá ${group.maxPoints.replace('.', ',')} điểm`)
    return undefined
  }
  return text
}

function readStatus(reader: RowReader): ProductStatus | undefined {
  const status = statusOfWord(reader.text('status'))
  if (status === undefined) reader.fault('status', 'unknown-status', Object.values(statusWords).join(' | '))
  return status
}

/** The coefficient is computed; one typed in must agree, or the typist believes in another one. */
function checkCoefficient(reader: RowReader, coefficient: string): void {
  const typed = reader.number('coefficient')
  if (typed === undefined || typed === '') return
  const shown = showCoefficient(coefficient)
  if (typed !== shown && typed !== coefficient) reader.fault('coefficient', 'other-coefficient', `để trống, hoặc ${shown.replace('.', ',')} (điểm chia cho điểm sản phẩm chuẩn)`)
}

/** Cells of one row by column; collects what is wrong with them. */
class RowReader {
  readonly sheet: string
  readonly row: number
  readonly cells: ReadonlyMap<ProductColumnKey, ImportCell>
  readonly problems: CellProblem[]
  faulty = false

  constructor(sheet: string, row: number, cells: ReadonlyMap<ProductColumnKey, ImportCell>, problems: CellProblem[]) {
    this.sheet = sheet
    this.row = row
    this.cells = cells
    this.problems = problems
  }

  shown(key: ProductColumnKey): string {
    const cell = this.cells.get(key)
    return cell === undefined || cell.value === null ? '' : tidy(String(cell.value))
  }

  fault(key: ProductColumnKey, code: string, expected: string): void {
    this.faulty = true
    const found = this.cells.get(key)
    const text = found?.kind === 'formula' ? `=${found.formula ?? ''}` : this.shown(key)
    this.problems.push({ sheet: this.sheet, cell: found?.ref ?? String(this.row), header: headerOf[key], found: text.slice(0, 200), expected, code })
  }

  /** Text of a cell, blanks tidied; '' when empty or wrong. */
  text(key: ProductColumnKey): string {
    const cell = this.cells.get(key)
    const column = productColumns.find((one) => one.key === key)
    const most = column?.most ?? 0
    if (cell === undefined || cell.kind === 'empty') {
      if (column?.required === true) this.fault(key, 'empty', 'không để trống')
      return ''
    }
    if (!this.isPlain(key, cell)) return ''
    if (cell.kind === 'date' || cell.kind === 'boolean') {
      this.fault(key, 'not-text', 'chữ (hãy định dạng ô là Text)')
      return ''
    }
    const text = this.shown(key)
    if (text.length > most) this.fault(key, 'too-long', `không quá ${most} ký tự`)
    return text
  }

  /** Decimal text of a number or of text that reads as one, comma or point; undefined when empty or wrong. */
  number(key: ProductColumnKey): string | undefined {
    const cell = this.cells.get(key)
    if (cell !== undefined && cell.kind !== 'empty') {
      if (!this.isPlain(key, cell)) return undefined
      if (cell.kind === 'number' || cell.kind === 'text') return this.shown(key).replace(',', '.')
      this.fault(key, 'not-a-number', 'số')
      return undefined
    }
    if (productColumns.some((column) => column.key === key && column.required)) this.fault(key, 'empty', 'không để trống')
    return undefined
  }

  private isPlain(key: ProductColumnKey, cell: ImportCell): boolean {
    if (cell.kind === 'formula') this.fault(key, 'formula', 'giá trị, không phải công thức (chép rồi dán dạng Values)')
    else if (cell.kind === 'error') this.fault(key, 'error', 'giá trị, không phải ô lỗi')
    else return true
    return false
  }
}
