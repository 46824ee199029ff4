import type { OtherWay } from '../domain/requests/request.ts'

/** Where the protection of personal data is looked after. */
export const personalDataPlace = '/personal-data'
/** One record class of the register. */
export const recordClassPlace = (recordClass: string): string => `${personalDataPlace}/classes/${recordClass}`
/** Proposals to delete what is past its period. */
export const proposalsPlace = '/personal-data/proposals'
/** One's own data, and requests about it. */
export const ownDataPlace = '/personal-data/own'
/** Requests of data subjects, for who looks after personal data. */
export const requestsPlace = '/personal-data/requests'
/** Stubs of classified papers. */
export const stubsPlace = '/personal-data/classified'

/** Where the rules provide another way for what a request asks. */
export const wayPlaces = { petition: '/evaluation/petitions', tasks: '/tasks', account: '/account', organisation: '/organisation/people' } as const satisfies Record<OtherWay, string>

/** That way for one request: the record of its person where there is one; a person's own tasks and account are not the officer's. */
export function wayPlaceOf({ way, asker }: { readonly way: OtherWay | null; readonly asker: { readonly personId: string | null } }): string | undefined {
  if (way === 'organisation') return asker.personId === null ? undefined : `${wayPlaces.organisation}/${asker.personId}`
  return way === 'petition' ? wayPlaces.petition : undefined
}
