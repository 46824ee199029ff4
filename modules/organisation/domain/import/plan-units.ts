import { formatVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { faultsOf } from '../check-tree.ts'
import { lifeOf, type Unit, type UnitSpan, type UnitTree } from '../unit-tree.ts'
import { sameFeatures } from '../unit-history.ts'
import { firstByKey, isFaulty, textOf, valueOf, type ImportDraft } from './import-draft.ts'
import type { TableRow } from './read-tables.ts'

/** The tree as the file would make it. */
export interface PlannedUnits {
  readonly tree: UnitTree
  readonly changed: readonly Unit[]
  readonly idOfCode: ReadonlyMap<string, UnitId>
  /** Codes that some row of the file means to define, faulty rows included: naming them is no fault of its own. */
  readonly mentioned: ReadonlySet<string>
}

/** Judges the rows of units: a row is one stretch of one unit's life, known by code and first day. */
export function planUnits(draft: ImportDraft, rows: readonly TableRow[], stored: UnitTree, newId: () => UnitId): PlannedUnits {
  const mentioned = new Set<string>()
  const idOfCode = new Map<string, UnitId>([...stored.values()].map((unit) => [unit.code, unit.id]))
  for (const row of rows) {
    const code = textOf(row, 'code')
    if (code !== '') mentioned.add(code)
  }
  const rowsOfCode = new Map<string, TableRow[]>()
  for (const row of firstByKey(draft, rows, ['code', 'from']).values()) {
    if (isFaulty(row)) continue
    const code = textOf(row, 'code')
    if (!idOfCode.has(code)) idOfCode.set(code, newId())
    rowsOfCode.set(code, [...(rowsOfCode.get(code) ?? []), row])
  }
  const tree = new Map<UnitId, Unit>(stored)
  const rowOfSpan = new Map<UnitSpan, TableRow>()
  for (const [code, unitRows] of rowsOfCode) {
    const id = idOfCode.get(code)
    if (id === undefined) continue
    const unit = withRows(draft, { id, code, rows: unitRows, stored: stored.get(id), idOfCode, mentioned, rowOfSpan })
    if (unit !== undefined) tree.set(id, unit)
  }
  markTreeFaults(draft, tree, rowsOfCode, rowOfSpan)
  return { tree, changed: [...tree.values()].filter((unit) => stored.get(unit.id) !== unit), idOfCode, mentioned }
}

interface UnitRows {
  readonly id: UnitId
  readonly code: string
  readonly rows: readonly TableRow[]
  readonly stored: Unit | undefined
  readonly idOfCode: ReadonlyMap<string, UnitId>
  readonly mentioned: ReadonlySet<string>
  readonly rowOfSpan: Map<UnitSpan, TableRow>
}

function withRows(draft: ImportDraft, given: UnitRows): Unit | undefined {
  const spans = new Map<CalendarDate, UnitSpan>((given.stored?.spans ?? []).map((span) => [span.from, span]))
  let changes = false
  for (const row of given.rows) {
    const from = valueOf(row, 'from') as CalendarDate
    const before = spans.get(from)
    const parentCode = textOf(row, 'parent')
    const parentId = valueOf(row, 'parent') === undefined ? (before?.parentId ?? null) : parentCode === '' ? null : given.idOfCode.get(parentCode)
    if (parentId === undefined) {
      if (!given.mentioned.has(parentCode)) draft.mark(row, 'parent', 'unknown-unit', '')
      continue
    }
    const name = textOf(row, 'name')
    const shortName = textOf(row, 'shortName', before?.shortName ?? '')
    const to = valueOf(row, 'to') === undefined ? (before?.to ?? null) : (valueOf(row, 'to') as CalendarDate | null)
    const span: UnitSpan = { name, shortName: shortName === '' ? name : shortName, kind: textOf(row, 'kind'), level: textOf(row, 'level'), parentId, from, to }
    if (before !== undefined && sameFeatures(before, span) && before.to === to) {
      given.rowOfSpan.set(before, row)
      draft.outcomes.set(row, 'unchanged')
      continue
    }
    draft.outcomes.set(row, before === undefined ? 'new' : 'changed')
    spans.set(from, span)
    given.rowOfSpan.set(span, row)
    changes = true
  }
  if (!changes || spans.size === 0) return undefined
  const ordered = [...spans.values()].toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return { id: given.id, code: given.code, version: (given.stored?.version ?? 0) + 1, spans: ordered }
}

function markTreeFaults(draft: ImportDraft, tree: UnitTree, rowsOfCode: ReadonlyMap<string, TableRow[]>, rowOfSpan: ReadonlyMap<UnitSpan, TableRow>): void {
  for (const fault of faultsOf(tree)) {
    const unit = tree.get(fault.unitId)
    const row = rowOfSpan.get(fault.span) ?? (unit && rowsOfCode.get(unit.code)?.at(-1))
    if (row === undefined) {
      markAtParent(draft, tree, fault.span, unit, rowsOfCode)
      continue
    }
    switch (fault.kind) {
      case 'end-before-start':
        draft.mark(row, 'to', 'end-before-start', `≥ ${formatVietnameseDate(fault.span.from)}`)
        break
      case 'overlap':
      case 'gap':
        draft.mark(row, 'from', fault.kind, fault.kind === 'gap' ? formatVietnameseDate(fault.on) : overlapHint(unit, fault.span))
        break
      case 'cycle':
        draft.mark(row, 'parent', 'cycle', formatVietnameseDate(fault.on))
        break
      case 'parent-not-alive':
        draft.mark(row, 'parent', 'parent-not-alive', lifeHint(tree, fault.span))
        break
      case 'parent-unknown':
        draft.mark(row, 'parent', 'unknown-unit', '')
        break
    }
  }
}

/** A stored unit suffers from what the file does to its parent: the parent's row is where to mend it. */
function markAtParent(draft: ImportDraft, tree: UnitTree, span: UnitSpan, unit: Unit | undefined, rowsOfCode: ReadonlyMap<string, TableRow[]>): void {
  const parent = span.parentId === null ? undefined : tree.get(span.parentId)
  const row = parent && rowsOfCode.get(parent.code)?.at(-1)
  if (row !== undefined && unit !== undefined) draft.mark(row, 'to', 'child-outlives', unit.code)
}

function overlapHint(unit: Unit | undefined, span: UnitSpan): string {
  const before = unit?.spans[unit.spans.indexOf(span) - 1]
  return before === undefined ? '' : spanText(before.from, before.to)
}

function lifeHint(tree: UnitTree, span: UnitSpan): string {
  const parent = span.parentId === null ? undefined : tree.get(span.parentId)
  if (parent === undefined) return ''
  const life = lifeOf(parent)
  return spanText(life.from, life.to)
}

/** A stretch as people read it: `01/01/2020 – 30/06/2025`, an open end as an ellipsis. */
export function spanText(from: CalendarDate, to: CalendarDate | null): string {
  return `${formatVietnameseDate(from)} – ${to === null ? '…' : formatVietnameseDate(to)}`
}
