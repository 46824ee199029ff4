import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'

/** May it be aired (bản quyền): xanh được phát, vàng phát có điều kiện, đỏ không được phát. */
export const rightsColours = ['green', 'amber', 'red'] as const
export type RightsColour = (typeof rightsColours)[number]

/** Who owns a film and until when it may be aired. */
export interface MediaRights {
  readonly colour: RightsColour
  /** Chủ sở hữu. */
  readonly owner: string
  /** The last day it may be aired; null where there is none. */
  readonly until: CalendarDate | null
  readonly note: string
}

/** What to say before a film is aired: it may not be, its right has run out, it runs out soon, or conditions apply. */
export type RightsWarning = 'forbidden' | 'expired' | 'expires-soon' | 'conditions'

/** So many days before its last day a right is said to run out. */
export const soonDays = 14

/** What a right asks attention for on a day, the gravest first; null when it may simply be aired. */
export function rightsWarning({ colour, until }: Pick<MediaRights, 'colour' | 'until'>, day: CalendarDate): RightsWarning | null {
  if (colour === 'red') return 'forbidden'
  if (until !== null && until < day) return 'expired'
  if (until !== null && until <= addDays(day, soonDays)) return 'expires-soon'
  return colour === 'amber' ? 'conditions' : null
}
