import type { Actor } from '#kernel/actor.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { CellMark } from '#platform/spreadsheet/mark-cells.ts'
import { readWorkbookAside } from '#platform/spreadsheet/read-workbook-aside.ts'
import type { Cell, SheetData } from '#platform/spreadsheet/read-workbook.ts'
import { readEntry } from '../../domain/sheet-file/read-entry.ts'
import { expectedIn, nameOfColumn, type SheetColumn } from '../../domain/sheet-file/sheet-columns.ts'
import { changesOf, entriesOf, withEntries, type EntryChange } from '../../domain/sheet-file/sheet-entries.ts'
import type { EntryProblem, SheetContent } from '../../domain/sheet-content.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { readOrigin, type SheetOrigin } from './file-origin.ts'
import { loadOpenSheets, type OpenSheet } from './open-sheets.ts'
import { fieldOf, rowKey, rowMark } from './row-keys.ts'

/** One bad cell of the file. */
export interface CellProblem extends CellMark {
  readonly personId: string
  readonly header: string
  readonly found: string
}

/** What a file would do to one sheet. */
export interface CheckedSheet<Kind extends string = RaterColumn> {
  readonly personId: string
  /** As the file names the person. */
  readonly name: string
  readonly rater: Kind
  readonly outcome: 'changed' | 'conflict' | 'unchanged' | 'closed' | 'faulty'
  readonly version: number
  readonly savedSince: boolean
  readonly changes: readonly (EntryChange & { readonly column: SheetColumn })[]
  /** What would be stored, checked as the screen checks it; null when there is nothing to store. */
  readonly content: SheetContent | null
}

export interface CheckedFile<Kind extends string = RaterColumn> {
  readonly sheets: readonly CheckedSheet<Kind>[]
  readonly problems: readonly CellProblem[]
}

const limits = { maxFileBytes: 10 * 1024 * 1024, maxRows: 5_000, maxSheets: 40 }

/** Judges a filled-in workbook against the actor's sheets as they are now, exactly as the screen would. Stores nothing. */
export async function checkFile(read: Reader, actor: Actor, campaign: Campaign, bytes: Uint8Array): Promise<CheckedFile> {
  return checkWorkbook(actor, campaign, bytes, ['self', 'superior'], () => loadOpenSheets(read, actor, campaign))
}

/** As `checkFile`, for sheets of these kinds; the sheets are read only once the file is known to be the actor's for this campaign. */
export async function checkWorkbook<Kind extends string>(actor: Actor, campaign: Campaign, bytes: Uint8Array, kinds: readonly Kind[], load: () => Promise<readonly OpenSheet<Kind>[]>): Promise<CheckedFile<Kind>> {
  const workbook = await readOrRefuse(bytes)
  const origin = readOrigin(workbook)
  if (origin.raterId !== actor.personId) refuse('evaluation.sheet-file.other-person')
  if (origin.campaignId !== campaign.id) refuse('evaluation.sheet-file.other-campaign')
  const open = new Map((await load()).map((sheet) => [`${sheet.rater} ${sheet.personId}`, sheet]))
  const checked = origin.sheets.map((from) => {
    const rater = kinds.find((kind) => kind === from.rater) ?? refuse('evaluation.sheet-file.not-ours', { what: from.table })
    return checkSheet(from, rater, rowOf(workbook, from), open.get(`${rater} ${from.personId}`))
  })
  return { sheets: checked.map((each) => each.sheet), problems: checked.flatMap((each) => each.problems) }
}

async function readOrRefuse(bytes: Uint8Array): Promise<SheetData[]> {
  try {
    return await readWorkbookAside(bytes, limits)
  } catch (error) {
    if (error instanceof Refusal) return refuse('evaluation.import.unreadable', { ...error.data, reason: error.code })
    throw error
  }
}

interface FilledRow {
  readonly table: string
  readonly name: string
  /** By key of the column. */
  readonly cells: ReadonlyMap<string, Cell>
  /** The cells of a task's row by the key of the row, with the worksheet it stands on. */
  readonly rows: ReadonlyMap<string, { readonly table: string; readonly cells: ReadonlyMap<string, Cell> }>
}

/** Finds somebody's row by its hidden key: sorted rows are still told apart, a missing table or person is refused. */
function rowOf(workbook: readonly SheetData[], { table, personId }: SheetOrigin): FilledRow {
  const sheet = workbook.find((each) => each.name === table)
  const keys = sheet?.rows[0]?.map((cell) => String(cell.value ?? ''))
  if (sheet === undefined || keys?.[0] !== 'person') refuse('evaluation.sheet-file.not-ours', { what: table })
  const rows = sheet.rows.filter((row) => row[0]?.value === personId)
  const [row] = rows
  if (row === undefined || rows.length > 1) refuse('evaluation.sheet-file.not-ours', { what: table })
  return { table, name: String(row[1]?.value ?? ''), cells: byKey(keys, row), rows: rowsOf(workbook, personId) }
}

function byKey(keys: readonly string[], row: readonly Cell[]): Map<string, Cell> {
  return new Map(keys.flatMap((key, at) => (key === '' || row[at] === undefined ? [] : [[key, row[at]]])))
}

/** The rows of somebody's tasks, wherever sorting left them; one that stands there twice is refused. */
function rowsOf(workbook: readonly SheetData[], personId: string): FilledRow['rows'] {
  const found = new Map<string, { table: string; cells: Map<string, Cell> }>()
  for (const { name, rows } of workbook) {
    const keys = rows[0]?.map((cell) => String(cell.value ?? ''))
    if (keys?.[0] !== rowMark) continue
    for (const row of rows.slice(1)) {
      const key = String(row[0]?.value ?? '')
      if (!key.startsWith(rowKey(personId, ''))) continue
      if (found.has(key)) refuse('evaluation.sheet-file.not-ours', { what: name })
      found.set(key, { table: name, cells: byKey(keys, row) })
    }
  }
  return found
}

function checkSheet<Kind extends string>(from: SheetOrigin, rater: Kind, row: FilledRow, open: OpenSheet<Kind> | undefined): { sheet: CheckedSheet<Kind>; problems: CellProblem[] } {
  const { personId } = from
  // Sent on since, or given to somebody else: nothing of it is told or stored.
  if (open === undefined) return { sheet: { personId, name: row.name, rater, outcome: 'closed', version: from.version, savedSince: false, changes: [], content: null }, problems: [] }
  const problems: CellProblem[] = []
  const filled: Record<string, string | null> = {}
  const savedSince = open.version !== from.version
  // A task given after the file was made has no row in it and stays as it is.
  const columns = open.columns.filter((column) => column.row === null || from.entries[column.key] !== undefined)
  const cellIn = (column: SheetColumn): { table: string; cell: Cell } => cellOf(row, personId, column) ?? refuse('evaluation.sheet-file.not-ours', { what: row.table })
  const placeOf = (problem: CellProblem): number => columns.findIndex((column) => nameOfColumn(column) === problem.header)
  const mark = (column: SheetColumn, found: string, text: string): void => {
    const { table, cell } = cellIn(column)
    problems.push({ sheet: table, ref: cell.ref, text, personId, header: nameOfColumn(column), found })
  }
  for (const column of columns) {
    const { cell } = cellIn(column)
    const read = readEntry(column, cell)
    if ('expected' in read) mark(column, read.found, read.expected)
    else filled[column.key] = read.value
  }
  for (const column of columns) {
    if (column.kind !== 'reason' || filled[column.key] == null) continue
    const choice = columns.find((each) => each.key === column.key.replace('reason:', 'judgement:'))
    if (choice !== undefined && filled[choice.key] === null) mark(choice, '', expectedIn(choice))
  }
  // A cell that cannot be read stays as stored for this look, so that the others are judged at once.
  const changes = changesOf(columns, from.entries, entriesOf(columns, open.content), { ...from.entries, ...filled })
  const shown = changes.flatMap((change) => columns.flatMap((column) => (column.key === change.key ? [{ ...change, column }] : [])))
  const content = withEntries(columns, open.content, Object.fromEntries(changes.map((change) => [change.key, change.after])))
  const { checked, wrong } = judged(open, content)
  for (const problem of wrong) {
    const column = columns.find((each) => each.code === problem.code)
    // What has no column of its own, such as a list with rows of one's own, is told at the first.
    const [first] = columns
    if (column !== undefined) mark(column, problem.found, expectedIn(column))
    else if (first !== undefined) mark(first, problem.found, `${problem.code}: ${problem.expected}`)
  }
  problems.sort((a, b) => placeOf(a) - placeOf(b))
  const found = { personId, name: row.name, rater, version: open.version, savedSince }
  if (problems.length > 0 || checked === null) return { sheet: { ...found, outcome: 'faulty', changes: [], content: null }, problems }
  if (changes.length === 0) return { sheet: { ...found, outcome: 'unchanged', changes: [], content: null }, problems }
  return { sheet: { ...found, outcome: changes.some((change) => change.conflict) ? 'conflict' : 'changed', changes: shown, content: checked }, problems }
}

/** Where a column of somebody's sheet is filled: in the own row, or in that of the task. */
function cellOf(row: FilledRow, personId: string, column: SheetColumn): { table: string; cell: Cell } | undefined {
  const place = column.row === null ? row : row.rows.get(rowKey(personId, column.row.id))
  const cell = place?.cells.get(column.row === null ? column.key : fieldOf(column))
  return place === undefined || cell === undefined ? undefined : { table: place.table, cell }
}

/** The check the screen's save makes, with its problems instead of a refusal. */
function judged(open: Pick<OpenSheet, 'judge'>, content: SheetContent): { checked: SheetContent | null; wrong: readonly EntryProblem[] } {
  try {
    return { checked: open.judge(content), wrong: [] }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'evaluation.sheet.bad-points') throw error
    return { checked: null, wrong: error.data['problems'] as readonly EntryProblem[] }
  }
}
