import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { TableEntry } from './person-table.ts'
import type { RecordBlock } from './read-blocks.ts'

/** Whom a shortened name may stand for: one full name spelt alike, or names that fit, left for somebody to decide. */
export type PersonMatch = { readonly sure: true; readonly name: string } | { readonly sure: false; readonly candidates: readonly string[] }

/** A person named in a record, where first, and which full name of the same record is meant. */
export interface RecordPerson {
  readonly name: string
  /** Title and body as written where the person is first given one; '' when nowhere. */
  readonly title: string
  readonly line: number
  readonly from: 'text' | 'table'
  /** Null for a name that is complete itself. */
  readonly match: PersonMatch | null
}

const dots = /…|\.{2,}/

/** "… Lan", "Sơn", "H. Mẫu": a name of which a part is missing. */
function isShortened(name: string): boolean {
  return dots.test(name) || !name.includes(' ') || /(?:^| )\p{Lu}\.(?: |$)/u.test(name)
}

/** Names offered for one shortened name; more would not help anybody to decide. */
const mostCandidates = 20

function lastWordOf(name: string): string {
  return name.replaceAll('…', ' ').replaceAll('..', ' ').trim().split(' ').at(-1) ?? ''
}

/** Whether the words left of a shortened name occur in a full one in their order. */
function fits(shortened: string, full: string): boolean {
  const parts = shortened.replaceAll('…', ' ').replaceAll('..', ' ').split(' ').filter((part) => /\p{L}/u.test(part))
  const words = full.split(' ')
  if (parts.length === 0) return false
  let at = 0
  return parts.every((part) => {
    const found = words.findIndex((word, index) => index >= at && (part.endsWith('.') ? word.startsWith(part.slice(0, -1)) : word === part))
    at = found + 1
    return found >= 0
  })
}

/**
 * The people of a record, of its text and of its person table. A full name of the table is one of the text only when spelt
 * the same; a shortened one stays unsure even with a single candidate, because the old page cannot tell two Lans apart.
 */
export function recordPeople(blocks: readonly RecordBlock[], entries: readonly TableEntry[]): readonly RecordPerson[] {
  const people = new Map<string, { title: string; line: number; from: 'text' | 'table'; inTable: boolean }>()
  for (const { speaker, title, line } of blocks) {
    if (speaker === null || speaker === 'PV') continue
    const known = people.get(speaker)
    if (known === undefined) people.set(speaker, { title, line, from: 'text', inTable: false })
    else if (known.title === '') known.title = title
  }
  for (const { person, line } of entries) {
    const known = people.get(person)
    if (known === undefined) people.set(person, { title: '', line, from: 'table', inTable: true })
    else known.inTable = true
  }
  const full = new Map<string, string[]>()
  for (const name of people.keys()) {
    if (isShortened(name)) continue
    const same = full.get(lastWordOf(name))
    if (same === undefined) full.set(lastWordOf(name), [name])
    else if (same.length < mostCandidates) same.push(name)
  }
  return [...people].map(([name, { title, line, from, inTable }]) => {
    if (!isShortened(name)) return { name, title, line, from, match: from === 'text' && inTable ? { sure: true, name } : null }
    return { name, title, line, from, match: { sure: false, candidates: (full.get(lastWordOf(name)) ?? []).filter((one) => fits(name, one)) } }
  })
}

/** Doubts worth a look: two full names that differ by marks only, as a slip of the pen makes them. */
export function likeNames(people: readonly RecordPerson[]): readonly (readonly [RecordPerson, RecordPerson])[] {
  const byFold = new Map<string, RecordPerson>()
  const like: [RecordPerson, RecordPerson][] = []
  for (const person of people) {
    const key = foldVietnamese(person.name)
    const other = byFold.get(key)
    if (other === undefined) byFold.set(key, person)
    else like.push([other, person])
  }
  return like
}
