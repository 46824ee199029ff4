import type { PersonId } from '#kernel/id.ts'

/** What a relative is to somebody (quan hệ thân thích). */
export const kinshipRelations = ['spouse', 'parent', 'child', 'sibling', 'parent_in_law', 'child_in_law', 'sibling_in_law', 'other'] as const
export type KinshipRelation = (typeof kinshipRelations)[number]

const converses: Readonly<Record<KinshipRelation, KinshipRelation>> = {
  spouse: 'spouse', parent: 'child', child: 'parent', sibling: 'sibling', parent_in_law: 'child_in_law', child_in_law: 'parent_in_law', sibling_in_law: 'sibling_in_law', other: 'other',
}

/** The same relation seen from the other of the two. */
export function converseOf(relation: KinshipRelation): KinshipRelation {
  return converses[relation]
}

/** Asks of pairs of people whether they are declared relatives, whoever was named first. */
export type AreRelatives = (a: PersonId, b: PersonId) => boolean

/** The question over these declared pairs. */
export function relativesIn(pairs: readonly (readonly [string, string])[]): AreRelatives {
  const known = new Set(pairs.flatMap(([a, b]) => [`${a}/${b}`, `${b}/${a}`]))
  return (a, b) => known.has(`${a}/${b}`)
}
