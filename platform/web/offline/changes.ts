import { isRecord } from '#kernel/is-record.ts'
/** One difference between two JSON values: the way to the part, and what stands there now. */
export type Change = readonly [way: readonly (string | number)[], now: unknown]

/** Where a value differs from the one before. What is the same object is taken as unchanged without being looked into. */
export function changesBetween(before: unknown, after: unknown, way: Change[0] = []): readonly Change[] {
  if (before === after) return []
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((part: unknown, at) => changesBetween(before[at], part, [...way, at]))
  }
  if (isRecord(before) && isRecord(after)) {
    const names = namesOf(after)
    if (names.length === namesOf(before).length && names.every((name) => before[name] !== undefined)) {
      return names.flatMap((name) => changesBetween(before[name], after[name], [...way, name]))
    }
  }
  return [[way, after]]
}

/** The value after changes made to it; the one before stays as it is. */
export function withChanges(value: unknown, changes: readonly Change[]): unknown {
  return changes.reduce<unknown>((whole, [way, now]) => replaced(whole, way, now), value)
}

function replaced(value: unknown, [step, ...rest]: Change[0], now: unknown): unknown {
  if (step === undefined) return now
  if (Array.isArray(value)) return value.map((part: unknown, at) => (at === step ? replaced(part, rest, now) : part))
  if (!isRecord(value)) throw new Error(`nothing stands at ${step}`)
  return { ...value, [step]: replaced(value[step], rest, now) }
}

// What is undefined is not in the JSON either.
function namesOf(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined)
}
