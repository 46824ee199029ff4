import type { Actor } from '#kernel/actor.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import type { CellMark } from '#platform/spreadsheet/mark-cells.ts'
import { readWorkbook, type Cell, type SheetData } from '#platform/spreadsheet/read-workbook.ts'
import { readEntry } from '../../domain/sheet-file/read-entry.ts'
import { expectedIn, type SheetColumn } from '../../domain/sheet-file/sheet-columns.ts'
import { changesOf, entriesOf, withEntries, type EntryChange } from '../../domain/sheet-file/sheet-entries.ts'
import { checkContent } from '../../domain/sheet.ts'
import type { EntryProblem, SheetContent } from '../../domain/sheet-content.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { Campaign } from '../campaigns/campaign-row.ts'
import { readOrigin, type SheetOrigin } from './file-origin.ts'
import { loadOpenSheets, type OpenSheet } from './open-sheets.ts'

/** One bad cell of the file. */
export interface CellProblem extends CellMark {
  readonly personId: string
  readonly header: string
  readonly found: string
}

/** What a file would do to one sheet. */
export interface CheckedSheet {
  readonly personId: string
  /** As the file names the person. */
  readonly name: string
  readonly rater: RaterColumn
  readonly outcome: 'changed' | 'conflict' | 'unchanged' | 'closed' | 'faulty'
  readonly version: number
  readonly savedSince: boolean
  readonly changes: readonly (EntryChange & { readonly column: SheetColumn })[]
  /** What would be stored, checked as the screen checks it; null when there is nothing to store. */
  readonly content: SheetContent | null
}

export interface CheckedFile {
  readonly sheets: readonly CheckedSheet[]
  readonly problems: readonly CellProblem[]
}

const limits = { maxFileBytes: 10 * 1024 * 1024, maxRows: 5_000, maxSheets: 40 }

/** Judges a filled-in workbook against the actor's sheets as they are now, exactly as the screen would. Stores nothing. */
export async function checkFile(read: Reader, actor: Actor, campaign: Campaign, bytes: Uint8Array): Promise<CheckedFile> {
  const workbook = await readOrRefuse(bytes)
  const origin = readOrigin(workbook)
  if (origin.raterId !== actor.personId) refuse('evaluation.sheet-file.other-person')
  if (origin.campaignId !== campaign.id) refuse('evaluation.sheet-file.other-campaign')
  const open = new Map((await loadOpenSheets(read, actor, campaign)).map((sheet) => [`${sheet.rater} ${sheet.personId}`, sheet]))
  const checked = origin.sheets.map((from) => checkSheet(from, rowOf(workbook, from), open.get(`${from.rater} ${from.personId}`)))
  return { sheets: checked.map((each) => each.sheet), problems: checked.flatMap((each) => each.problems) }
}

async function readOrRefuse(bytes: Uint8Array): Promise<SheetData[]> {
  try {
    return await readWorkbook(bytes, limits)
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
}

/** Finds somebody's row by its hidden key: sorted rows are still told apart, a missing table or person is refused. */
function rowOf(workbook: readonly SheetData[], { table, personId }: SheetOrigin): FilledRow {
  const sheet = workbook.find((each) => each.name === table)
  const keys = sheet?.rows[0]?.map((cell) => String(cell.value ?? ''))
  if (sheet === undefined || keys?.[0] !== 'person') refuse('evaluation.sheet-file.not-ours', { what: table })
  const rows = sheet.rows.filter((row) => row[0]?.value === personId)
  const [row] = rows
  if (row === undefined || rows.length > 1) refuse('evaluation.sheet-file.not-ours', { what: table })
  return { table, name: String(row[1]?.value ?? ''), cells: new Map(keys.flatMap((key, at) => (key === '' || row[at] === undefined ? [] : [[key, row[at]]]))) }
}

function checkSheet(from: SheetOrigin, row: FilledRow, open: OpenSheet | undefined): { sheet: CheckedSheet; problems: CellProblem[] } {
  const { personId, rater } = from
  // Sent on since, or given to somebody else: nothing of it is told or stored.
  if (open === undefined) return { sheet: { personId, name: row.name, rater, outcome: 'closed', version: from.version, savedSince: false, changes: [], content: null }, problems: [] }
  const problems: CellProblem[] = []
  const filled: Record<string, string | null> = {}
  const savedSince = open.version !== from.version
  const cellOf = (column: SheetColumn): Cell => row.cells.get(column.key) ?? refuse('evaluation.sheet-file.not-ours', { what: row.table })
  const placeOf = (problem: CellProblem): number => open.columns.findIndex((column) => column.header === problem.header)
  const mark = (column: SheetColumn, found: string, text: string): void => {
    problems.push({ sheet: row.table, ref: cellOf(column).ref, text, personId, header: column.header, found })
  }
  for (const column of open.columns) {
    const cell = cellOf(column)
    const read = readEntry(column, cell)
    if ('expected' in read) mark(column, read.found, read.expected)
    else filled[column.key] = read.value
  }
  for (const column of open.columns) {
    if (column.kind !== 'reason' || filled[column.key] == null) continue
    const choice = open.columns.find((each) => each.key === column.key.replace('reason:', 'judgement:'))
    if (choice !== undefined && filled[choice.key] === null) mark(choice, '', expectedIn(choice))
  }
  // A cell that cannot be read stays as stored for this look, so that the others are judged at once.
  const changes = changesOf(open.columns, from.entries, entriesOf(open.columns, open.content), { ...from.entries, ...filled })
  const shown = changes.flatMap((change) => open.columns.flatMap((column) => (column.key === change.key ? [{ ...change, column }] : [])))
  const content = withEntries(open.columns, open.content, Object.fromEntries(changes.map((change) => [change.key, change.after])))
  const { checked, wrong } = judged(open, content)
  for (const problem of wrong) {
    const column = open.columns.find((each) => each.code === problem.code)
    // What has no column of its own, such as a list filled on the screen, is told at the first.
    const [first] = open.columns
    if (column !== undefined) mark(column, problem.found, expectedIn(column))
    else if (first !== undefined) mark(first, problem.found, `${problem.code}: ${problem.expected}`)
  }
  problems.sort((a, b) => placeOf(a) - placeOf(b))
  const found = { personId, name: row.name, rater, version: open.version, savedSince }
  if (problems.length > 0 || checked === null) return { sheet: { ...found, outcome: 'faulty', changes: [], content: null }, problems }
  if (changes.length === 0) return { sheet: { ...found, outcome: 'unchanged', changes: [], content: null }, problems }
  return { sheet: { ...found, outcome: changes.some((change) => change.conflict) ? 'conflict' : 'changed', changes: shown, content: checked }, problems }
}

/** The check the screen's save makes, with its problems instead of a refusal. */
function judged(open: OpenSheet, content: SheetContent): { checked: SheetContent | null; wrong: readonly EntryProblem[] } {
  try {
    return { checked: checkContent(open.subject, open.rater, content), wrong: [] }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'evaluation.sheet.bad-points') throw error
    return { checked: null, wrong: error.data['problems'] as readonly EntryProblem[] }
  }
}
