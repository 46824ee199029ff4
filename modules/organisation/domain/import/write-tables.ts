import type { CalendarDate } from '#kernel/calendar-date.ts'
import { termOf } from '../reference-lists.ts'
import { sheetSpecs, type ColumnSpec, type SheetKey } from './columns.ts'
import type { StoredOrganisation } from './plan-import.ts'

type Value = string | number | null
type Plain = Readonly<Record<string, string | number | boolean | CalendarDate | null>>

/** The rows of each sheet as the import template writes them: what {@link planImport} reads back without a change. */
export function writeTables(stored: StoredOrganisation): Record<SheetKey, Value[][]> {
  const unitCode = new Map<string, string>(stored.units.map((unit) => [unit.id, unit.code]))
  const postCode = new Map<string, string>(stored.posts.map((post) => [post.id, post.code]))
  const personCode = new Map<string, string>(stored.people.map((person) => [person.id, person.code]))
  const rows: Record<SheetKey, Plain[]> = {
    units: stored.units.flatMap((unit) =>
      unit.spans.map(({ name, shortName, kind, level, parentId, from, to }) => ({
        code: unit.code, name, shortName, kind, level, from, to, parent: parentId === null ? null : (unitCode.get(parentId) ?? null),
      })),
    ),
    posts: stored.posts.map(({ code, unitId, title, role, isLeader, publicContact, peerGroup, places, from, to }) => ({
      code, title, role, isLeader, publicContact, peerGroup, places, from, to, unit: unitCode.get(unitId) ?? null,
    })),
    people: stored.people.map(({ code, fullName, sex, birthDate }) => ({ code, fullName, sex, birthDate })),
    holdings: stored.holdings.map(({ personId, postId, status, isPrimary, from, to, decisionNumber, decisionDate }) => ({
      status, isPrimary, from, to, decisionNumber, decisionDate, person: personCode.get(personId) ?? null, post: postCode.get(postId) ?? null,
    })),
  }
  const written: Record<SheetKey, Value[][]> = { units: [], posts: [], people: [], holdings: [] }
  for (const spec of sheetSpecs) {
    written[spec.key] = rows[spec.key].map((row) => spec.columns.map((column) => writtenValue(column, row[column.key] ?? null)))
  }
  return written
}

function writtenValue(column: ColumnSpec, value: string | number | boolean | null): Value {
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  return column.terms === undefined ? value : termOf(column.terms, String(value))
}
