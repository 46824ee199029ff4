import { unitKinds } from '../domain/reference-lists.ts'
import type { UnitOnDate } from '../domain/unit-tree.ts'

const rankOf = new Map<string, number>(unitKinds.map((kind, rank) => [kind.code, rank]))
const vietnamese = new Intl.Collator('vi', { numeric: true })

/** Order of siblings: by kind as the list of kinds has them (Party first, then Council, then Committee), then by name. */
export function unitOrder(a: Pick<UnitOnDate, 'kind' | 'name'>, b: Pick<UnitOnDate, 'kind' | 'name'>): number {
  const rank = (rankOf.get(a.kind) ?? rankOf.size) - (rankOf.get(b.kind) ?? rankOf.size)
  return rank === 0 ? vietnamese.compare(a.name, b.name) : rank
}
