import type { GrantedRole } from '#modules/accounts/domain/roles.ts'
import { lineOf, tops, type Place, type Somebody } from './people.ts'

/*
 * The words the tables of sentences are written in. They look at posts and roles, never at permissions, grants or
 * policies: this is the slow reading of the rules that the program is compared with.
 */

/** Holds a post here today. */
export function worksHere(who: Somebody): boolean {
  return who.ours && who.posts.length > 0
}

/** Was given a role here. */
export function serves(who: Somebody, ...roles: readonly GrantedRole[]): boolean {
  return who.ours && who.roles.some((given) => roles.includes(given.role))
}

/** Belongs to the committee today: by a post or by a role. */
export function belongs(who: Somebody): boolean {
  return worksHere(who) || serves(who, 'administrator', 'officer', 'decider', 'auditor')
}

/** Was given the role for this unit, a unit above it or the whole committee. */
export function servesOver(who: Somebody, role: GrantedRole, unit: Place): boolean {
  return who.ours && who.roles.some((given) => given.role === role && (given.over === null || lineOf[unit].includes(given.over)))
}

/** Was given the role for the whole committee, not for a unit of it. */
export function servesAll(who: Somebody, role: GrantedRole): boolean {
  return who.ours && who.roles.some((given) => given.role === role && given.over === null)
}

/** Heads some unit. */
export function heads(who: Somebody): boolean {
  return who.ours && who.posts.some((post) => post.head)
}

/** Heads this unit or one above it. */
export function headsOver(who: Somebody, unit: Place): boolean {
  return who.ours && who.posts.some((post) => post.head && lineOf[unit].includes(post.unit))
}

/** Writes rulebooks for a whole body: personnel officer of the committee, or of a unit at the top. */
export function writesRulebooks(who: Somebody): boolean {
  return servesAll(who, 'officer') || tops.some((top) => servesOver(who, 'officer', top))
}

/** Issues rulebooks of a whole body: the head at its top, a personnel officer or a deciding officer of all of it. */
export function issuesRulebooks(who: Somebody): boolean {
  return writesRulebooks(who) || servesAll(who, 'decider') || tops.some((top) => headsOver(who, top) || servesOver(who, 'decider', top))
}

/** May decide at all: heads a unit or was given the role to decide. Whom, the campaign says. */
export function mayDecide(who: Somebody): boolean {
  return heads(who) || serves(who, 'decider')
}

/** Gives out work at all: heads a unit, or is a personnel officer. */
export function givesOutWork(who: Somebody): boolean {
  return heads(who) || serves(who, 'officer')
}

/** Works in the People's Committee or a unit below it: the body in which levels are made known. */
export function worksInBody(who: Somebody): boolean {
  return who.ours && who.posts.some((post) => lineOf[post.unit].includes('committee'))
}
