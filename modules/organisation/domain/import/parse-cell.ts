import { addDays, calendarDate, formatVietnameseDate, parseIsoDate, parseVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'
import { foldVietnamese, tidy } from '#kernel/vietnamese.ts'
import { maskedIdentity, readIdentityNumber } from '../identity-number.ts'
import type { ColumnSpec } from './columns.ts'
import type { CellInput } from './sheet-input.ts'

/** What a cell means once read: text, a code of a list, yes or no, a whole number, a date, or nothing. */
export type CellMeaning = string | boolean | number | null

/** What is wrong in a cell. */
export const cellFaults = [
  'formula', 'cell-error', 'required', 'too-long', 'not-text', 'not-a-date', 'not-in-list', 'not-yes-or-no', 'not-a-count', 'not-an-identity-number',
] as const
export type CellFault = (typeof cellFaults)[number]

export type CellResult = { readonly ok: true; readonly value: CellMeaning } | { readonly ok: false; readonly code: CellFault; readonly expected: string }

const bad = (code: CellFault, expected: string): CellResult => ({ ok: false, code, expected })
const good = (value: CellMeaning): CellResult => ({ ok: true, value })

// A day number of Excel between 1927 and 2119; a bare year never reaches it.
const firstSerial = 10_000
const lastSerial = 80_000
const serialZero = calendarDate('1899-12-30')

const yes = new Set(['co', 'x', 'yes', 'y', '1', 'true', 'dung'])
const no = new Set(['khong', 'no', 'n', '0', 'false', 'sai'])

/** The text of a cell as a person sees it, for showing what was found. */
export function shownText(cell: CellInput): string {
  if (cell.value === null) return ''
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE'
  if (cell.kind === 'date') return formatVietnameseDate(cell.value as CalendarDate)
  return String(cell.value).normalize('NFC')
}

/** Reads a cell by its column's rule. Formulas and Excel errors are never taken for values. */
export function parseCell(column: ColumnSpec, cell: CellInput, today: CalendarDate): CellResult {
  if (cell.kind === 'formula') return bad('formula', shownText(cell))
  if (cell.kind === 'error') return bad('cell-error', '')
  const text = tidy(shownText(cell))
  if (cell.kind === 'empty' || text === '') return column.required && column.toldBy === undefined ? bad('required', column.note) : good(null)
  switch (column.kind) {
    case 'code':
      return cell.kind === 'text' || (cell.kind === 'number' && Number.isSafeInteger(cell.value)) ? withinLength(column, text) : bad('not-text', column.note)
    case 'line':
      return cell.kind === 'text' || cell.kind === 'number' ? withinLength(column, text) : bad('not-text', column.note)
    case 'term':
      return parseTerm(column, text)
    case 'yes-no':
      return parseYesNo(cell, text)
    case 'count':
      return parseCount(column, cell, text)
    case 'date':
      return parseDate(cell, text)
    case 'identity':
      return parseIdentity(column, cell, text, today)
  }
}

function withinLength(column: ColumnSpec, text: string): CellResult {
  const max = column.max ?? 200
  return text.length <= max ? good(text) : bad('too-long', `≤ ${max}`)
}

function parseTerm(column: ColumnSpec, text: string): CellResult {
  const terms = column.terms ?? []
  const exact = terms.find((term) => term.vi === text || term.code === text)
  if (exact !== undefined) return good(exact.code)
  const folded = foldVietnamese(text)
  const found = terms.find((term) => foldVietnamese(term.vi) === folded || term.en.toLowerCase() === folded)
  return found === undefined ? bad('not-in-list', terms.map((term) => term.vi).join(' | ')) : good(found.code)
}

function parseYesNo(cell: CellInput, text: string): CellResult {
  if (typeof cell.value === 'boolean') return good(cell.value)
  const folded = foldVietnamese(text)
  if (yes.has(folded)) return good(true)
  if (no.has(folded)) return good(false)
  return bad('not-yes-or-no', 'Có | Không')
}

function parseCount(column: ColumnSpec, cell: CellInput, text: string): CellResult {
  const max = column.max ?? 500
  const value = cell.kind === 'number' ? Number(cell.value) : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) && value >= 1 && value <= max ? good(value) : bad('not-a-count', `1–${max}`)
}

function parseDate(cell: CellInput, text: string): CellResult {
  if (cell.kind === 'date') return good(text === '' ? null : (cell.value as CalendarDate))
  if (cell.kind === 'number') {
    const serial = Number(cell.value)
    if (Number.isInteger(serial) && serial >= firstSerial && serial <= lastSerial) return good(addDays(serialZero, serial))
    return bad('not-a-date', 'dd/MM/yyyy')
  }
  const date = cell.kind === 'text' ? (parseVietnameseDate(text) ?? parseIsoDate(text)) : undefined
  return date === undefined ? bad('not-a-date', 'dd/MM/yyyy') : good(date)
}

/** A number cell has lost the noughts in front, so that only one of full length is taken. */
function parseIdentity(column: ColumnSpec, cell: CellInput, text: string, today: CalendarDate): CellResult {
  const kind = column.identity ?? 'personal_id'
  const number = cell.kind === 'text' || cell.kind === 'number' ? readIdentityNumber(kind, text, today) : undefined
  return number === undefined ? bad('not-an-identity-number', kind === 'personal_id' ? '12' : '9') : good(number)
}

/** The text of a cell as a preview may show it: identity numbers by their last digits, also where one stands in a wrong column. */
export function previewText(column: ColumnSpec, cell: CellInput): string {
  const text = shownText(cell)
  if (column.kind === 'code') return text
  return column.kind === 'identity' && text !== '' ? maskedIdentity(/\d{3}$/.test(text) ? text : '') : text.replaceAll(/(?<!\d)\d{12}(?!\d)/g, maskedIdentity)
}
