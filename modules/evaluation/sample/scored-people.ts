import { addDays, calendarDate } from '#kernel/calendar-date.ts'
import { sampleOrganisation } from '#modules/organisation/sample/sample-organisation.ts'
import { sampleAssignments } from './assignments.ts'
import type { SampleAssignment } from './assignments.ts'

/** The months the sample can tell: the first year in which NĐ 335/2025 is in force. */
export const sampleMonths = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)

/** A civil servant to be scored in a month, as the posts stand on its last day. */
export interface ScoredPerson extends SampleAssignment {
  readonly unit: string
  /** Day the present post began. */
  readonly since: string
  readonly isLeader: boolean
  readonly isHead: boolean
  /** Person who tracks and scores. */
  readonly superior: string
}

const { posts, holdings, absences } = sampleOrganisation

/** First and last day of a month 'YYYY-MM'. */
export function daysOfMonth(month: string): { readonly first: string; readonly last: string; readonly count: number } {
  const first = calendarDate(`${month}-01`)
  let last = addDays(first, 27)
  while (addDays(last, 1).startsWith(month)) last = addDays(last, 1)
  return { first, last, count: Number(last.slice(8, 10)) }
}

function isMostlyAbsent(person: string, month: string): boolean {
  const { count } = daysOfMonth(month)
  let away = 0
  for (let day = 1; day <= count; day += 1) {
    const date = `${month}-${String(day).padStart(2, '0')}`
    if (absences.some((one) => one.person === person && one.from <= date && date <= one.to)) away += 1
  }
  return away * 2 > count
}

/** Civil servants with a score in `month`: in post on its last day and not on leave for most of it. */
export function scoredPeople(month: string): readonly ScoredPerson[] {
  if (!sampleMonths.includes(month)) throw new Error(`The sample has no month ${month}`)
  const { last } = daysOfMonth(month)
  const current = holdings.filter((one) => one.from <= last && (one.to === null || one.to >= last))
  return current.flatMap((holding) => {
    if (holding.status !== 'civil_servant' || !holding.isPrimary || isMostlyAbsent(holding.person, month)) return []
    const post = posts.find((one) => one.code === holding.post)
    const superior = current.find((one) => one.post === post?.superior)?.person
    const assignment = sampleAssignments.get(holding.person)
    if (post === undefined || superior === undefined || assignment === undefined) {
      throw new Error(`${holding.person} has no post, superior or assignment in ${month}`)
    }
    return [
      {
        ...assignment,
        unit: post.unit,
        since: holding.from,
        isLeader: post.isLeader,
        isHead: post.role === 'head',
        superior,
      },
    ]
  })
}
