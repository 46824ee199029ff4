import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { faultsOf } from './check-tree.ts'
import type { UnitChangeKind } from './reference-lists.ts'
import { patchFrom, endBefore } from './unit-history.ts'
import { spanOn, type Unit, type UnitSpan, type UnitTree } from './unit-tree.ts'

/** A unit named together with the version its reader saw. */
export interface SeenUnit {
  readonly unitId: UnitId
  readonly version: number
}

/** A unit that an act brings into being; `takes` are units that move under it on that day. */
export interface NewUnit {
  readonly id: UnitId
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: string
  readonly level: string
  readonly parentId: UnitId | null
  readonly takes: readonly UnitId[]
}

/** An act of reorganisation (sắp xếp tổ chức); `effectiveOn` is the first day of the new state. */
export type UnitChange = { readonly effectiveOn: CalendarDate } & (
  | { readonly kind: 'found'; readonly unit: NewUnit }
  | { readonly kind: 'rename'; readonly unit: SeenUnit; readonly name: string; readonly shortName: string }
  | { readonly kind: 'retype'; readonly unit: SeenUnit; readonly unitKind: string; readonly level: string }
  | { readonly kind: 'move_parent'; readonly unit: SeenUnit; readonly parentId: UnitId | null }
  | { readonly kind: 'merge'; readonly predecessors: readonly SeenUnit[]; readonly successor: NewUnit }
  | { readonly kind: 'absorb'; readonly predecessors: readonly SeenUnit[]; readonly successor: SeenUnit }
  | { readonly kind: 'split_off'; readonly predecessor: SeenUnit; readonly successors: readonly NewUnit[] }
  | { readonly kind: 'divide'; readonly predecessor: SeenUnit; readonly successors: readonly NewUnit[] }
  | { readonly kind: 'partial_move'; readonly predecessor: SeenUnit; readonly successor: SeenUnit; readonly takes: readonly UnitId[] }
  | { readonly kind: 'dissolve'; readonly unit: SeenUnit }
)

/** What an act leads to: the units as they are from now on, and the lineage it writes. */
export interface UnitChangeOutcome {
  readonly kind: UnitChangeKind
  readonly changed: readonly Unit[]
  readonly created: readonly Unit[]
  /** Units that end, with their last day. */
  readonly closed: readonly { readonly unitId: UnitId; readonly lastDay: CalendarDate }[]
  readonly predecessors: readonly UnitId[]
  readonly successors: readonly UnitId[]
}

class Draft {
  readonly before: UnitTree
  readonly units: Map<UnitId, Unit>
  readonly on: CalendarDate
  readonly created = new Set<UnitId>()
  readonly closed: { unitId: UnitId; lastDay: CalendarDate }[] = []

  constructor(tree: UnitTree, on: CalendarDate) {
    this.before = tree
    this.units = new Map(tree)
    this.on = on
  }

  seen(seen: SeenUnit): Unit {
    const unit = this.get(seen.unitId)
    if (unit.version !== seen.version) refuse('organisation.unit.changed', { unitId: unit.id, version: unit.version, ...namesOf(unit, this.on) })
    return unit
  }

  get(unitId: UnitId): Unit {
    return this.units.get(unitId) ?? refuse('organisation.unit.not-found', { unitId })
  }

  patch(unit: Unit, patch: Partial<Omit<UnitSpan, 'from' | 'to'>>): void {
    const spans = patchFrom(unit, this.on, patch)
    if (spans === undefined) refuse('organisation.unit.not-alive', { unitId: unit.id, code: unit.code, on: this.on })
    this.units.set(unit.id, { ...unit, spans })
  }

  create(unit: NewUnit): void {
    const { id, code, takes, ...span } = unit
    for (const other of this.units.values()) if (other.code === code) refuse('organisation.unit.code-taken', { code, unitId: other.id })
    this.units.set(id, { id, code, version: 1, spans: [{ ...span, from: this.on, to: null }] })
    this.created.add(id)
    for (const taken of takes) this.patch(this.get(taken), { parentId: id })
  }

  close(seen: SeenUnit): void {
    const unit = this.seen(seen)
    const spans = endBefore(unit, this.on)
    if (spans === undefined) refuse('organisation.unit.not-alive', { unitId: unit.id, code: unit.code, on: addDays(this.on, -1) })
    this.units.set(unit.id, { ...unit, spans })
    this.closed.push({ unitId: unit.id, lastDay: addDays(this.on, -1) })
  }

  below(parentId: UnitId): Unit[] {
    return [...this.units.values()].filter((unit) => spanOn(unit, this.on)?.parentId === parentId)
  }
}

function namesOf(unit: Unit, on: CalendarDate): { code: string; name: string } {
  return { code: unit.code, name: (spanOn(unit, on) ?? unit.spans.at(-1))?.name ?? '' }
}

/**
 * Decides an act of reorganisation on the whole tree. Throws the refusals of `organisation.unit.*`; a tree with a
 * cycle, an orphan or an ended parent on any day of any unit's life never comes out.
 */
export function decideUnitChange(tree: UnitTree, change: UnitChange): UnitChangeOutcome {
  const draft = new Draft(tree, change.effectiveOn)
  const lineage = apply(draft, change)
  refuseFaults(draft)
  const changed: Unit[] = []
  for (const [id, unit] of draft.units) {
    if (tree.has(id) && tree.get(id) !== unit) changed.push({ ...unit, version: unit.version + 1 })
  }
  if (changed.length === 0 && draft.created.size === 0 && change.kind !== 'partial_move') refuse('organisation.unit.nothing-changes', {})
  return { kind: change.kind, changed, created: [...draft.created].map((id) => draft.get(id)), closed: draft.closed, ...lineage }
}

function apply(draft: Draft, change: UnitChange): { predecessors: UnitId[]; successors: UnitId[] } {
  switch (change.kind) {
    case 'found':
      draft.create(change.unit)
      return { predecessors: [], successors: [change.unit.id] }
    case 'rename':
      return alter(draft, change.unit, { name: change.name, shortName: change.shortName })
    case 'retype':
      return alter(draft, change.unit, { kind: change.unitKind, level: change.level })
    case 'move_parent':
      return alter(draft, change.unit, { parentId: change.parentId })
    case 'merge': {
      refuseTwice(change.predecessors.map((seen) => seen.unitId))
      draft.create(change.successor)
      closeInto(draft, change.predecessors, change.successor.id)
      return { predecessors: change.predecessors.map((seen) => seen.unitId), successors: [change.successor.id] }
    }
    case 'absorb': {
      refuseTwice([change.successor.unitId, ...change.predecessors.map((seen) => seen.unitId)])
      refuseDead(draft, draft.seen(change.successor))
      closeInto(draft, change.predecessors, change.successor.unitId)
      return { predecessors: change.predecessors.map((seen) => seen.unitId), successors: [change.successor.unitId] }
    }
    case 'split_off': {
      refuseDead(draft, draft.seen(change.predecessor))
      for (const successor of change.successors) draft.create(successor)
      return { predecessors: [change.predecessor.unitId], successors: change.successors.map((unit) => unit.id) }
    }
    case 'divide': {
      for (const successor of change.successors) draft.create(successor)
      draft.close(change.predecessor)
      refuseChildren(draft, change.predecessor.unitId)
      return { predecessors: [change.predecessor.unitId], successors: change.successors.map((unit) => unit.id) }
    }
    case 'partial_move': {
      refuseTwice([change.predecessor.unitId, change.successor.unitId])
      refuseDead(draft, draft.seen(change.predecessor))
      refuseDead(draft, draft.seen(change.successor))
      for (const taken of change.takes) draft.patch(draft.get(taken), { parentId: change.successor.unitId })
      return { predecessors: [change.predecessor.unitId], successors: [change.successor.unitId] }
    }
    case 'dissolve':
      draft.close(change.unit)
      refuseChildren(draft, change.unit.unitId)
      return { predecessors: [change.unit.unitId], successors: [] }
  }
}

function alter(draft: Draft, seen: SeenUnit, patch: Partial<Omit<UnitSpan, 'from' | 'to'>>): { predecessors: UnitId[]; successors: UnitId[] } {
  const unit = draft.seen(seen)
  const span = spanOn(unit, draft.on)
  const same = span !== undefined && Object.entries(patch).every(([field, value]) => span[field as keyof UnitSpan] === value)
  if (same) refuse('organisation.unit.nothing-changes', { unitId: unit.id })
  draft.patch(unit, patch)
  return { predecessors: [unit.id], successors: [unit.id] }
}

/** Ends the predecessors and moves what stood under them under the unit that carries on. */
function closeInto(draft: Draft, predecessors: readonly SeenUnit[], successorId: UnitId): void {
  for (const seen of predecessors) draft.close(seen)
  for (const seen of predecessors) {
    for (const child of draft.below(seen.unitId)) draft.patch(child, { parentId: successorId })
  }
}

function refuseTwice(ids: readonly UnitId[]): void {
  const seen = new Set<UnitId>()
  for (const unitId of ids) {
    if (seen.has(unitId)) refuse('organisation.unit.same-twice', { unitId })
    seen.add(unitId)
  }
}

function refuseDead(draft: Draft, unit: Unit): void {
  if (spanOn(unit, draft.on) === undefined) refuse('organisation.unit.not-alive', { unitId: unit.id, code: unit.code, on: draft.on })
}

function refuseChildren(draft: Draft, unitId: UnitId): void {
  const children = draft.below(unitId)
  if (children.length > 0) {
    refuse('organisation.unit.has-children', { unitId, children: children.slice(0, 20).map((child) => namesOf(child, draft.on)), count: children.length })
  }
}

function refuseFaults(draft: Draft): void {
  const fault = faultsOf(draft.units)[0]
  if (fault === undefined) return
  const unit = draft.get(fault.unitId)
  const parent = fault.span.parentId === null ? undefined : draft.units.get(fault.span.parentId)
  const data = { unitId: unit.id, ...namesOf(unit, fault.on), on: fault.on, parent: parent === undefined ? null : namesOf(parent, fault.on) }
  switch (fault.kind) {
    case 'cycle':
      return refuse('organisation.unit.cycle', data)
    case 'parent-not-alive':
      return refuse('organisation.unit.parent-not-alive', data)
    case 'parent-unknown':
      return refuse('organisation.unit.not-found', { unitId: fault.span.parentId })
    case 'overlap':
      return refuse('organisation.unit.overlap', data)
    case 'gap':
      return refuse('organisation.unit.gap', data)
    case 'end-before-start':
      return refuse('organisation.dates.end-before-start', data)
  }
}
