import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import { spanOn, type Unit, type UnitSpan } from './unit-tree.ts'

type Features = Omit<UnitSpan, 'from' | 'to'>

const fields = ['name', 'shortName', 'kind', 'level', 'parentId'] as const satisfies readonly (keyof Features)[]

/** Whether two stretches say the same of the unit. */
export function sameFeatures(a: Features, b: Features): boolean {
  return fields.every((field) => a[field] === b[field])
}

/**
 * The unit's stretches when some of its features change from a day on. A later change of the same feature that is
 * already known stays. Undefined when the unit does not exist on that day.
 */
export function patchFrom(unit: Unit, date: CalendarDate, patch: Partial<Features>): UnitSpan[] | undefined {
  const at = spanOn(unit, date)
  if (at === undefined) return undefined
  const carried = new Set(fields.filter((field) => field in patch))
  const spans: UnitSpan[] = []
  for (const span of unit.spans) {
    if (span.to !== null && span.to < date) {
      spans.push(span)
      continue
    }
    for (const field of carried) if (span[field] !== at[field]) carried.delete(field)
    const changes = Object.fromEntries([...carried].map((field) => [field, patch[field]])) as Partial<Features>
    if (span.from < date) {
      spans.push({ ...span, to: addDays(date, -1) })
      spans.push({ ...span, ...changes, from: date })
    } else {
      spans.push({ ...span, ...changes })
    }
  }
  return joined(spans)
}

/** The unit's stretches when it ends the day before; undefined when it did not exist on that last day. */
export function endBefore(unit: Unit, date: CalendarDate): UnitSpan[] | undefined {
  const lastDay = addDays(date, -1)
  if (spanOn(unit, lastDay) === undefined) return undefined
  return unit.spans.filter((span) => span.from <= lastDay).map((span) => (span.to === null || span.to > lastDay ? { ...span, to: lastDay } : span))
}

/** Neighbouring stretches that say the same, made one. */
export function joined(spans: readonly UnitSpan[]): UnitSpan[] {
  const result: UnitSpan[] = []
  for (const span of spans) {
    const before = result.at(-1)
    if (before?.to && sameFeatures(before, span) && addDays(before.to, 1) === span.from) result[result.length - 1] = { ...before, to: span.to }
    else result.push(span)
  }
  return result
}
