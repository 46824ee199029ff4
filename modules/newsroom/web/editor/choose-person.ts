import type { Transaction } from '@tiptap/pm/state'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { titlesOn, type StoryPerson } from '../../domain/story/story-person.ts'
import { attributesAt, lineNode } from './block-node.ts'

/**
 * Names the person of a block. A super takes name, title and organisation of the day from the person; what the person does
 * not hold that day stays as it is written.
 */
export function choosePerson(tr: Transaction, from: number, person: StoryPerson | null, day: CalendarDate | null): boolean {
  const node = tr.doc.nodeAt(from)
  if (node === null) return false
  tr.setNodeAttribute(from, 'personId', person?.id ?? null)
  if (attributesAt(node).kind !== 'super' || person === null) return true
  const held = day === null ? undefined : titlesOn(person, day)[0]
  const written = node.children.map((line) => line.textContent)
  const lines = held === undefined ? [person.name, ...written.slice(1)] : [person.name, held.title, held.organisation]
  const { schema } = tr.doc.type
  tr.replaceWith(from + 1, from + node.nodeSize - 1, lines.map((line) => lineNode(schema, line)))
  return true
}
