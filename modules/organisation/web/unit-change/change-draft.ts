import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { unitChangeShape, type UnitChangeInput } from '../../contract/unit-change-shape.ts'
import type { UnitView } from '../../contract/views.ts'
import type { UnitChangeKind } from '../../domain/reference-lists.ts'
import { readBody, type ReadBody } from '../read-body.ts'

/** A unit to be founded, as typed so far. */
export interface NewUnitDraft {
  readonly code: string
  readonly name: string
  readonly shortName: string
  readonly kind: string | null
  readonly level: string | null
  readonly parentId: UnitId | null
  readonly takes: readonly UnitId[]
}

/** An act of reorganisation as typed so far; each kind uses the parts it has. */
export interface ChangeDraft {
  readonly kind: UnitChangeKind
  readonly effectiveOn: CalendarDate | null
  readonly documentNumber: string
  readonly documentDate: CalendarDate | null
  readonly note: string
  readonly name: string
  readonly shortName: string
  readonly unitKind: string | null
  readonly level: string | null
  readonly parentId: UnitId | null
  /** Units that end: of a merger or an absorption. */
  readonly ending: readonly UnitId[]
  /** The unit that carries on: of an absorption or a partial move. */
  readonly successorId: UnitId | null
  readonly takes: readonly UnitId[]
  /** Units that come into being. */
  readonly created: readonly NewUnitDraft[]
}

/** How many units an act of the kind founds: least and most. */
export function createdBy(kind: UnitChangeKind): readonly [least: number, most: number] {
  switch (kind) {
    case 'found':
    case 'merge':
      return [1, 1]
    case 'split_off':
      return [1, 20]
    case 'divide':
      return [2, 20]
    default:
      return [0, 0]
  }
}

/** Whether units end by an act of the kind. */
export function endsUnits(kind: UnitChangeKind): boolean {
  return kind === 'merge' || kind === 'absorb' || kind === 'divide' || kind === 'dissolve'
}

function newUnit(kind: UnitChangeKind, unit: UnitView | undefined): NewUnitDraft {
  const parentId = kind === 'found' ? (unit?.id ?? null) : (unit?.path.at(-1)?.id ?? null)
  const sameKind = kind === 'merge' || kind === 'divide'
  return { code: '', name: '', shortName: '', kind: sameKind ? (unit?.kind ?? null) : null, level: unit?.level ?? null, parentId, takes: [] }
}

/** The form of an act at first, begun from a unit's page (or from none, for a first unit). */
export function draftFor(kind: UnitChangeKind, unit: UnitView | undefined, day: CalendarDate): ChangeDraft {
  return {
    kind,
    effectiveOn: day,
    documentNumber: '',
    documentDate: null,
    note: '',
    name: unit?.name ?? '',
    shortName: unit?.shortName ?? '',
    unitKind: unit?.kind ?? null,
    level: unit?.level ?? null,
    parentId: unit?.path.at(-1)?.id ?? null,
    ending: unit !== undefined && (kind === 'merge' || kind === 'absorb') ? [unit.id] : [],
    successorId: null,
    takes: [],
    created: Array.from({ length: createdBy(kind)[0] }, () => newUnit(kind, unit)),
  }
}

/** The form after choosing another kind: what was typed about the document stays. */
export function draftOfKind(draft: ChangeDraft, kind: UnitChangeKind, unit: UnitView | undefined): ChangeDraft {
  const { effectiveOn, documentNumber, documentDate, note } = draft
  return { ...draftFor(kind, unit, effectiveOn as CalendarDate), effectiveOn, documentNumber, documentDate, note }
}

/** One more unit to be founded by the act. */
export function withOneMore(draft: ChangeDraft, unit: UnitView | undefined): ChangeDraft {
  return { ...draft, created: [...draft.created, newUnit(draft.kind, unit)] }
}

/** Where the n-th founded unit stands in what is sent: `unit`, `successor` or `successors.0`. */
export function pathOfCreated(kind: UnitChangeKind, index: number): string {
  return kind === 'found' ? 'unit' : kind === 'merge' ? 'successor' : `successors.${index}`
}

/** Seen version of a unit. */
export type VersionOf = (unitId: UnitId) => number | undefined

function bodyOf(draft: ChangeDraft, unitId: UnitId | undefined, versionOf: VersionOf): Record<string, unknown> {
  const { kind, effectiveOn, documentNumber, documentDate, note } = draft
  const common = { kind, effectiveOn, documentNumber, documentDate, note }
  const existing = (id: UnitId | null | undefined) => (id == null ? undefined : { unitId: id, version: versionOf(id) })
  const created = draft.created.map((unit) => ({ ...unit, shortName: unit.shortName.trim() === '' ? unit.name : unit.shortName }))
  const self = existing(unitId)
  switch (kind) {
    case 'found':
      return { ...common, unit: created[0] }
    case 'rename':
      return { ...common, unit: self, name: draft.name, shortName: draft.shortName.trim() === '' ? draft.name : draft.shortName }
    case 'retype':
      return { ...common, unit: self, unitKind: draft.unitKind, level: draft.level }
    case 'move_parent':
      return { ...common, unit: self, parentId: draft.parentId }
    case 'merge':
      return { ...common, predecessors: draft.ending.map(existing), successor: created[0] }
    case 'absorb':
      return { ...common, predecessors: draft.ending.map(existing), successor: existing(draft.successorId) }
    case 'split_off':
    case 'divide':
      return { ...common, predecessor: self, successors: created }
    case 'partial_move':
      return { ...common, predecessor: self, successor: existing(draft.successorId), takes: draft.takes }
    case 'dissolve':
      return { ...common, unit: self }
  }
}

/** What is sent, or the paths of what is missing or wrong, by the contract's own shape. */
export function readChange(draft: ChangeDraft, unitId: UnitId | undefined, versionOf: VersionOf): ReadBody<UnitChangeInput> {
  return readBody<UnitChangeInput>(unitChangeShape, bodyOf(draft, unitId, versionOf))
}
