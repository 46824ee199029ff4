import type { CalendarDate } from '#kernel/calendar-date.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { isOpen, type AssignmentState } from './state.ts'

/** What can be at one place only: a person, a camera, a vehicle. */
export const clashKinds = ['person', 'camera', 'vehicle'] as const
export type ClashKind = (typeof clashKinds)[number]

/** What an assignment takes up, and when. */
export interface Booking {
  readonly id: string
  readonly onDate: CalendarDate
  /** Minutes after midnight; null for the whole day. */
  readonly startMinute: number | null
  readonly endMinute: number | null
  readonly state: AssignmentState
  readonly people: readonly string[]
  /** As the desk writes them; empty for none. */
  readonly camera: string
  readonly vehicle: string
}

/** Something two assignments need at the same time (trùng lịch). */
export interface Clash {
  readonly kind: ClashKind
  /** The person's id, or the camera or vehicle as written here. */
  readonly what: string
  readonly with: string
}

const wholeDay = [0, 1440] as const

function meet(a: Booking, b: Booking): boolean {
  if (a.onDate !== b.onDate) return false
  const [aStart, aEnd, bStart, bEnd] = [a.startMinute ?? wholeDay[0], a.endMinute ?? wholeDay[1], b.startMinute ?? wholeDay[0], b.endMinute ?? wholeDay[1]]
  return aStart < bEnd && bStart < aEnd
}

/** One vehicle is written 43A-123.45 and 43a 12345. */
const plain = (text: string): string => foldVietnamese(text).replaceAll(/[^a-z0-9]/g, '')

function isSame(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b)
}

/** What an assignment needs that another one needs too at that time. A warning, never a bar: the desk knows who can do two things in one place. */
export function clashesOf(one: Booking, others: readonly Booking[]): Clash[] {
  if (!isOpen(one.state)) return []
  return others
    .filter((other) => other.id !== one.id && isOpen(other.state) && meet(one, other))
    .flatMap((other) => [
      ...one.people.filter((person) => other.people.includes(person)).map((what) => ({ kind: 'person' as const, what, with: other.id })),
      ...(isSame(one.camera, other.camera) ? [{ kind: 'camera' as const, what: one.camera, with: other.id }] : []),
      ...(isSame(one.vehicle, other.vehicle) ? [{ kind: 'vehicle' as const, what: one.vehicle, with: other.id }] : []),
    ])
}
