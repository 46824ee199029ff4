import type { PersonId } from '#kernel/id.ts'
import { add, parseRational, toShortest, zero } from '#kernel/rational.ts'
import { writeWorkbook, type WorkbookColumn, type WorkbookSheet, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'
import { periodLabel } from '../../domain/period.ts'
import { comma, expectedIn, longestIn, type SheetColumn } from '../../domain/sheet-file/sheet-columns.ts'
import { entriesOf } from '../../domain/sheet-file/sheet-entries.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import type { Names } from '../campaigns/names.ts'
import { originSheet } from './file-origin.ts'
import { fieldOf, rowKey, rowMark } from './row-keys.ts'
import type { OpenSheet } from './open-sheets.ts'

type AnySheet = OpenSheet<string>

interface Table {
  readonly name: string
  readonly group: string
  readonly sheets: readonly AnySheet[]
}

/** What a number without a maximum may be at most: nine digits, as entries are read. */
const mostNumber = 999_999_999

const widths: Record<SheetColumn['kind'], number> = { points: 16, entry: 16, judgement: 16, reason: 28, text: 40, level: 28 }

/** The columns in the person's own row; those of tasks stand on rows of their own. */
const ownColumns = (columns: readonly SheetColumn[]): SheetColumn[] => columns.filter((column) => column.row === null)

/**
 * One's open sheets as one workbook: a table of people and criteria for each group, guidance beside, only the cells to fill
 * unlocked, and a hidden worksheet that says what it was made from.
 */
export function writeSheetFile(campaign: Campaign, raterId: PersonId, open: readonly AnySheet[], names: Names, tableName: (rater: string) => string = columnName): Promise<Uint8Array> {
  const tables = tablesOf(open, tableName)
  const origin = originSheet({
    campaignId: campaign.id,
    raterId,
    sheets: tables.flatMap(({ name, sheets }) => sheets.map((sheet) => ({ personId: sheet.personId, rater: sheet.rater, table: name, version: sheet.version, entries: entriesOf(sheet.columns, sheet.content) }))),
  })
  return writeWorkbook({ title: `Phiếu chấm điểm – ${campaign.name}`, sheets: [...tables.map((table) => tableSheet(campaign, raterId, table, names)), ...tables.flatMap((table) => rowSheets(campaign, table, names)), guidance(tables), origin] })
}

function columnName(rater: string): string {
  return rater === 'self' ? 'Tự chấm' : 'Cấp trên chấm'
}

/** People with the same columns share a table. */
function tablesOf(open: readonly AnySheet[], tableName: (rater: string) => string): Table[] {
  const groups = [...Map.groupBy(open, (sheet) => `${sheet.rater} ${sheet.subject.group} ${ownColumns(sheet.columns).map((column) => column.key).join(' ')}`).values()]
  const counts = new Map<string, number>()
  return groups.flatMap((sheets) => {
    const [first] = sheets
    if (first === undefined) return []
    const base = tableName(first.rater)
    const at = (counts.get(first.rater) ?? 0) + 1
    counts.set(first.rater, at)
    return [{ name: at === 1 ? base : `${base} ${at}`, group: first.subject.rulebook.groups.find((group) => group.id === first.subject.group)?.name.vi ?? '', sheets }]
  })
}

function tableSheet(campaign: Campaign, raterId: PersonId, table: Table, names: Names): WorkbookSheet {
  const columns = ownColumns(table.sheets[0]?.columns ?? [])
  const withSelf = table.sheets.some((sheet) => sheet.selfPoints !== null)
  const line = (text: string, bold = false) => ({ parts: [{ column: 1, span: 6, text, bold, size: bold ? 14 : 12 }] })
  return {
    name: table.name,
    keys: ['person', '', '', '', ...columns.map((column) => column.key), ...(withSelf ? [''] : [])],
    isProtected: true,
    printable: true,
    frozenColumns: 2,
    linesAbove: [
      line(`Phiếu chấm điểm – ${campaign.name}`, true),
      line(`${periodLabel(campaign.period).vi}. ${table.group}. Người chấm: ${names.person(raterId).fullName}.`),
      line('Chỉ điền vào ô nền vàng nhạt. Không dùng công thức. Ô để trống là chưa chấm. Xong thì tải tệp lên chỗ đã tải về, xem trước rồi xác nhận.'),
    ],
    columns: [
      { header: 'Mã', width: 4, kind: 'text', hidden: true },
      { header: 'Họ và tên', width: 26, kind: 'text' },
      { header: 'Chức danh', width: 20, kind: 'text' },
      { header: 'Đơn vị', width: 24, kind: 'text' },
      ...columns.map(columnOf),
      ...(withSelf ? [{ header: 'Người được chấm tự chấm (tổng)', width: 16, kind: 'text' as const }] : []),
    ],
    rows: table.sheets.map((sheet): WrittenValue[] => {
      const entries = entriesOf(columns, sheet.content)
      return [
        sheet.personId,
        names.person(sheet.personId).fullName,
        sheet.title,
        names.unit(sheet.unitId).name,
        ...columns.map((column) => valueIn(column, entries[column.key] ?? null)),
        ...(withSelf ? [sheet.selfPoints === null ? null : totalOf(sheet.selfPoints)] : []),
      ]
    }),
  }
}

/** Rows of tasks, where the rulebook wants marks of each: a row for every task of everybody in the table. */
function rowSheets(campaign: Campaign, table: Table, names: Names): WorkbookSheet[] {
  const rows = table.sheets.flatMap((sheet) => {
    const entries = entriesOf(sheet.columns, sheet.content)
    const byRow = Map.groupBy(sheet.columns, (column) => column.row)
    return [...byRow].flatMap(([task, columns]) => (task === null ? [] : [{ task, personId: sheet.personId, columns, entries }]))
  })
  const [first] = rows
  if (first === undefined) return []
  return [
    {
      name: `Nhiệm vụ, ${table.name.toLocaleLowerCase('vi')}`,
      keys: [rowMark, '', '', ...first.columns.map(fieldOf)],
      isProtected: true,
      printable: true,
      frozenColumns: 3,
      linesAbove: [{ parts: [{ column: 1, span: 6, text: `Chấm từng nhiệm vụ – ${campaign.name}`, bold: true, size: 14 }] }],
      columns: [
        { header: 'Mã', width: 4, kind: 'text', hidden: true },
        { header: 'Họ và tên', width: 26, kind: 'text' },
        { header: 'Nhiệm vụ', width: 44, kind: 'text' },
        ...first.columns.map(columnOf),
      ],
      rows: rows.map((row): WrittenValue[] => [
        rowKey(row.personId, row.task.id),
        names.person(row.personId).fullName,
        row.task.name,
        ...row.columns.map((column) => valueIn(column, row.entries[column.key] ?? null)),
      ]),
    },
  ]
}

function columnOf(column: SheetColumn): WorkbookColumn {
  const expected = expectedIn(column)
  const { number, choices } = column
  return {
    header: column.header,
    width: widths[column.kind],
    kind: number !== null && choices === null ? 'number' : 'text',
    unlocked: true,
    note: [expected, ...column.help].join('\n'),
    prompt: { title: column.header, text: [expected, ...column.help].join('\n') },
    ...(choices !== null ? { choices: choices.map((choice) => choice.shown) } : number !== null ? { number: { max: number.max === null ? mostNumber : Number(number.max), step: number.step === null ? null : Number(number.step) } } : { longest: longestIn(column) }),
  }
}

function valueIn(column: SheetColumn, value: string | null): WrittenValue {
  if (value === null) return null
  if (column.choices !== null) return column.choices.find((choice) => choice.value === value)?.shown ?? comma(value)
  return column.number === null ? value : Number(value)
}

function totalOf(points: Readonly<Record<string, string>>): string {
  return comma(toShortest(Object.values(points).reduce((sum, text) => add(sum, parseRational(text) ?? zero), zero)))
}

function guidance(tables: readonly Table[]): WorkbookSheet {
  const columns = new Map(tables.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.columns)).map((column) => [column.row === null ? column.key : `${column.row.list}.${fieldOf(column)}`, column]))
  return {
    name: 'Hướng dẫn',
    isProtected: true,
    printable: true,
    columns: [
      { header: 'Cột', width: 44, kind: 'text' },
      { header: 'Điền gì', width: 44, kind: 'text' },
      { header: 'Xem xét', width: 90, kind: 'text' },
    ],
    rows: [...columns.values()].map((column) => [column.header, expectedIn(column), column.help.join('\n')]),
  }
}

