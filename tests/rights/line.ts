import type { Somebody } from './people.ts'
import type { Thing, ThingKind } from './things.ts'

/**
 * What a route answers somebody about a thing. `hidden`: in the same words as if there were no such thing. `refused`: it
 * is there for them, but this is not the time. `open`: done. `admitted`: it is theirs to ask; whether it is done depends
 * on what they send, not on who they are.
 */
export type Answer = 'hidden' | 'refused' | 'open' | 'admitted'

/** The rule of one route, in a sentence and as a question about posts, roles and names. */
export interface Line {
  readonly about: ThingKind
  readonly says: string
  readonly answer: (who: Somebody, thing: Thing) => Answer
}

/** The rules of a module's routes by the names of the routes. */
export type Lines = Readonly<Record<string, Line>>

/** Open to some, hidden from everybody else. */
export function only(about: ThingKind, says: string, may: (who: Somebody, thing: Thing) => boolean, answer: 'open' | 'admitted' = 'open'): Line {
  return { about, says, answer: (who, thing) => (may(who, thing) ? answer : 'hidden') }
}

/** Open to some at a time, refused them at another, hidden from everybody else. */
export function whenever(about: ThingKind, says: string, may: (who: Somebody, thing: Thing) => boolean, now: (thing: Thing) => boolean, answer: 'open' | 'admitted' = 'open'): Line {
  return { about, says, answer: (who, thing) => (may(who, thing) ? (now(thing) ? answer : 'refused') : 'hidden') }
}
