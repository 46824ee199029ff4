import type { PersonId } from '#kernel/id.ts'

/** Shows people as contracts do, by id and name, from the names that were read; the name of somebody not among them is empty. */
export function namedBy(names: ReadonlyMap<PersonId, { readonly fullName: string }>): (id: string) => { id: PersonId; name: string } {
  return (id) => ({ id: id as PersonId, name: names.get(id as PersonId)?.fullName ?? '' })
}
