import { useNavigate, useSearch } from '@tanstack/react-router'

/** How one filter reads its text from the address; undefined when absent or not admissible. */
export interface Filter<T extends string> {
  read(raw: unknown): T | undefined
}

/** A free text filter, at most 200 characters. */
export function textFilter(): Filter<string> {
  return { read: (raw) => (typeof raw === 'string' && raw !== '' ? raw.slice(0, 200) : undefined) }
}

/** A filter that admits only the values listed. */
export function choiceFilter<const T extends string>(values: readonly T[]): Filter<T> {
  return { read: (raw) => values.find((value) => value === raw) }
}

export type FilterSet = Readonly<Record<string, Filter<string>>>
export type FilterValues<F extends FilterSet> = { [K in keyof F]?: F[K] extends Filter<infer T> ? T : never }

/** Reads all filters from an address; for a route's `validateSearch` too. */
export function readFilters<F extends FilterSet>(filters: F, search: Readonly<Record<string, unknown>>): FilterValues<F> {
  const values: Record<string, string> = {}
  for (const [name, filter] of Object.entries(filters)) {
    const value = filter.read(search[name])
    if (value !== undefined) values[name] = value
  }
  return values as FilterValues<F>
}

export interface FilterState<F extends FilterSet> {
  readonly values: FilterValues<F>
  /** Changes some filters; undefined removes one. Typing replaces the address instead of filling the history. */
  readonly set: (patch: { [K in keyof F]?: FilterValues<F>[K] | undefined }) => void
  readonly clear: () => void
  readonly active: number
}

/** The filters of a list, kept in the address so that a link or the back button brings the same list. */
export function useFilters<F extends FilterSet>(filters: F): FilterState<F> {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const values = readFilters(filters, search)
  const put = (next: Record<string, unknown>) => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: '.', search: kept as never, replace: true, resetScroll: false })
  }
  return {
    values,
    set: (patch) => put({ ...search, ...patch }),
    clear: () => put(Object.fromEntries(Object.entries(search).filter(([name]) => !(name in filters)))),
    active: Object.keys(values).length,
  }
}
