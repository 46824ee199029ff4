import type { PersonId } from '#kernel/id.ts'
import type { MonthItem, MonthPart } from './month-items.ts'

/** What one person is paid for a month, and for how many items. */
export interface Total {
  readonly personId: PersonId
  readonly items: number
  readonly amount: number
}

/** Parts that count: no later line replaces them, and they have an amount. */
export function countingParts({ parts }: MonthItem): (MonthPart & { readonly amount: number })[] {
  return parts.flatMap((part) => (part.replaced || part.amount === null ? [] : [{ ...part, amount: part.amount }]))
}

/** The totals of each person, in the order they first appear. */
export function totalsOf(items: readonly MonthItem[]): Total[] {
  const totals = new Map<PersonId, { items: number; amount: number }>()
  for (const item of items) {
    const counted = new Set<PersonId>()
    for (const { personId, amount } of countingParts(item)) {
      const sofar = totals.get(personId) ?? { items: 0, amount: 0 }
      totals.set(personId, { items: sofar.items + (counted.has(personId) ? 0 : 1), amount: sofar.amount + amount })
      counted.add(personId)
    }
  }
  return [...totals].map(([personId, total]) => ({ personId, ...total }))
}
