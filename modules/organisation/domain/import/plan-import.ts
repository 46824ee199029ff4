import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id } from '#kernel/id.ts'
import type { IdentityNumber } from '../identity-number.ts'
import type { Person } from '../person.ts'
import type { Holding, Post } from '../post.ts'
import type { Unit, UnitTree } from '../unit-tree.ts'
import { sheetKeys, type SheetKey } from './columns.ts'
import { countRows, ImportDraft, type SheetCount } from './import-draft.ts'
import { planHoldings } from './plan-holdings.ts'
import { planPeople } from './plan-people.ts'
import { planPosts } from './plan-posts.ts'
import { planUnits } from './plan-units.ts'
import { readTables, type CellProblem, type SheetNotice } from './read-tables.ts'
import type { RowOutcome } from './import-state.ts'
import type { SheetInput } from './sheet-input.ts'

/** What the tenant holds now. */
export interface StoredOrganisation {
  readonly units: readonly Unit[]
  readonly people: readonly Person[]
  readonly posts: readonly Post[]
  readonly holdings: readonly Holding[]
}

/** The same with everybody's identity numbers, which only an import is judged against. */
export interface StoredWithIdentities extends StoredOrganisation {
  readonly identities: readonly IdentityNumber[]
}

/** One row of the preview. */
export interface PreviewRow {
  readonly sheet: SheetKey
  readonly rowNo: number
  readonly outcome: RowOutcome
  readonly cells: readonly string[]
  readonly problems: readonly CellProblem[]
}

/** What a workbook would do. `changes` may be stored only when `acceptable`. */
export interface ImportPlan {
  readonly acceptable: boolean
  readonly counts: readonly SheetCount[]
  readonly notices: readonly SheetNotice[]
  readonly rows: readonly PreviewRow[]
  /** New and changed things only, whole, with their next version. */
  readonly changes: StoredWithIdentities
}

/** Source of fresh ids. */
export type NewId = <Kind extends string>() => Id<Kind>

/**
 * Judges a workbook against what is stored: every bad cell is marked, and every row is new, changed, unchanged or
 * faulty. The same workbook against what it led to changes nothing.
 */
export function planImport(sheets: readonly SheetInput[], stored: StoredWithIdentities, today: CalendarDate, newId: NewId): ImportPlan {
  const tables = readTables(sheets, today)
  const draft = new ImportDraft()
  const storedTree: UnitTree = new Map(stored.units.map((unit) => [unit.id, unit]))
  const units = planUnits(draft, tables.rows.units, storedTree, () => newId<'unit'>())
  const people = planPeople(draft, tables.rows.people, stored, today, () => newId<'person'>())
  const posts = planPosts(draft, tables.rows.posts, tables.rows.units, stored.posts, units, () => newId<'post'>())
  const holdings = planHoldings(draft, tables.rows.holdings, stored.holdings, people, posts, () => newId<'holding'>())
  const rows = sheetKeys.flatMap((sheet) =>
    tables.rows[sheet].map((row) => ({ sheet, rowNo: row.rowNo, outcome: draft.outcomeOf(row), cells: row.shown, problems: row.problems })),
  )
  const counts = sheetKeys.map((sheet) => countRows(draft, sheet, tables.rows[sheet]))
  const acceptable = rows.length > 0 && counts.every((count) => count.faulty === 0) && tables.notices.every((notice) => notice.severity !== 'error')
  return { acceptable, counts, notices: tables.notices, rows, changes: { units: units.changed, people: people.changed, identities: people.identities, posts: posts.changed, holdings } }
}
