import { createHash } from 'node:crypto'
import { isUuid, type CampaignId, type PersonId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { SheetData } from '#platform/spreadsheet/read-workbook.ts'
import type { WorkbookSheet } from '#platform/spreadsheet/write-workbook.ts'
import type { SheetEntries } from '../../domain/sheet-file/sheet-entries.ts'

/** One sheet as it stood when the file was made. */
export interface SheetOrigin {
  readonly personId: string
  /** The column of the sheet, or the kind of further rater. */
  readonly rater: string
  /** The worksheet its row stands on. */
  readonly table: string
  readonly version: number
  readonly entries: SheetEntries
}

/** What a file was made from: the campaign, the rater, and every sheet with its version and content. */
export interface FileOrigin {
  readonly campaignId: CampaignId
  readonly raterId: PersonId
  readonly sheets: readonly SheetOrigin[]
}

const sheetName = 'Thước Đo'
const mark = 'thuoc-do/phieu/1'
// An Excel cell holds 32,767 characters; a long sheet goes over several.
const chunk = 30_000

/** The hidden worksheet that says what a file was made from, with the print of it all. */
export function originSheet(origin: FileOrigin): WorkbookSheet {
  const rows = rowsOf(origin)
  const width = Math.max(2, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, at) => ({ header: at === 0 ? mark : at === 1 ? printOf(rows) : '', width: 12, kind: 'text' as const }))
  return { name: sheetName, hidden: true, columns, rows }
}

/** Reads it again; refuses a workbook that is not one of ours, or whose hidden worksheet was changed. */
export function readOrigin(sheets: readonly SheetData[]): FileOrigin {
  const found = sheets.find((sheet) => sheet.name === sheetName)
  const [head, ...body] = (found?.rows ?? []).map((row) => row.map((cell) => (cell.value === null ? '' : String(cell.value))))
  if (head?.[0] !== mark) refuse('evaluation.sheet-file.not-ours', { what: sheetName })
  const rows = body.map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1))
  const [about, ...lines] = rows
  if (head[1] !== printOf(rows) || about === undefined) refuse('evaluation.sheet-file.not-ours', { what: sheetName })
  return {
    campaignId: about[0] as CampaignId,
    raterId: about[1] as PersonId,
    sheets: lines.map(([personId = '', rater = '', table = '', version = '', ...parts]) => ({
      personId,
      rater,
      table,
      version: Number(version),
      entries: readEntries(personId, parts.join('')),
    })),
  }
}

// The print keeps slips out, not somebody who makes a file of her own; such a file is refused like any other damaged one.
function readEntries(personId: string, text: string): SheetEntries {
  try {
    const found: unknown = JSON.parse(text)
    const given = typeof found === 'object' && found !== null && isUuid(personId) ? Object.entries(found as Record<string, unknown>) : null
    if (given?.every((entry): entry is [string, string | null] => entry[1] === null || typeof entry[1] === 'string') === true) return Object.fromEntries(given)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return refuse('evaluation.sheet-file.not-ours', { what: sheetName })
}

function rowsOf({ campaignId, raterId, sheets }: FileOrigin): string[][] {
  return [
    [campaignId, raterId],
    ...sheets.map((sheet) => {
      const text = JSON.stringify(sheet.entries)
      const parts = Array.from({ length: Math.ceil(text.length / chunk) }, (_, at) => text.slice(at * chunk, (at + 1) * chunk))
      return [sheet.personId, sheet.rater, sheet.table, String(sheet.version), ...parts]
    }),
  ]
}

function printOf(rows: readonly (readonly string[])[]): string {
  return createHash('sha256').update(JSON.stringify(rows).normalize('NFC')).digest('hex')
}
