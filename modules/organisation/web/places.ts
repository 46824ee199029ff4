import type { Search } from '#ui/link.tsx'

/** An address inside the product. */
export interface Place {
  readonly to: string
  readonly search?: Search
}

function place(to: string, search: Search): Place {
  return Object.values(search).some((value) => value !== undefined) ? { to, search } : { to }
}

/** Where the screens of the organisation live; `date` is the day they show, absent for today. */
export const places = {
  home: (date?: string): Place => place('/organisation', { date }),
  unit: (unitId: string, date?: string): Place => place(`/organisation/units/${unitId}`, { date }),
  people: (search: Search = {}): Place => place('/organisation/people', search),
  person: (personId: string, date?: string): Place => place(`/organisation/people/${personId}`, { date }),
  search: (q?: string): Place => place('/organisation/search', { q }),
  imports: (): Place => ({ to: '/organisation/import' }),
  import: (importId: string): Place => ({ to: `/organisation/import/${importId}` }),
} as const
