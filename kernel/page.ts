/** One page of a list read by key: what comes after a place, never an offset. */
export interface Page<Item> {
  readonly items: readonly Item[]
  /** Opaque place to ask for the next page from; null on the last page. */
  readonly next: string | null
}

/** Cuts a list fetched with one row too many into a page. */
export function pageOf<Item>(rows: readonly Item[], limit: number, keyOf: (item: Item) => readonly (string | number | null)[]): Page<Item> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? JSON.stringify(keyOf(last)) : null }
}
