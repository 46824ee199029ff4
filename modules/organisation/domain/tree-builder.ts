import { calendarDate } from '#kernel/calendar-date.ts'
import { asId, type UnitId } from '#kernel/id.ts'
import type { Unit, UnitSpan, UnitTree } from './unit-tree.ts'

/** A stretch as tests and samples write it: name, parent's code, first and last day. */
export interface PlainSpan {
  readonly name?: string
  readonly parent?: string | null
  readonly from: string
  readonly to?: string | null
}

/** A tree from plain data, a unit's id being `id:` and its code. For tests of this and other modules. */
export function buildTree(units: Readonly<Record<string, readonly PlainSpan[]>>): UnitTree {
  return new Map(
    Object.entries(units).map(([code, spans]): [UnitId, Unit] => [
      unitIdOf(code),
      { id: unitIdOf(code), code, version: 1, spans: spans.map((span) => buildSpan(code, span)) },
    ]),
  )
}

/** The id {@link buildTree} gives the unit of a code. */
export function unitIdOf(code: string): UnitId {
  return asId<'unit'>(`id:${code}`)
}

function buildSpan(code: string, span: PlainSpan): UnitSpan {
  return {
    name: span.name ?? code,
    shortName: span.name ?? code,
    kind: 'commune',
    level: 'commune',
    parentId: span.parent == null ? null : unitIdOf(span.parent),
    from: calendarDate(span.from),
    to: span.to == null ? null : calendarDate(span.to),
  }
}
