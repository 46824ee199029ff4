import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { HoldingId, PersonId, PostId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { covers, firstDayAbove, isOrdered, type DateSpan } from './date-span.ts'
import type { HoldingStatus, PostRole } from './reference-lists.ts'

/** A post or title in a unit (vị trí, chức danh). */
export interface Post extends DateSpan {
  readonly id: PostId
  readonly code: string
  readonly version: number
  readonly unitId: UnitId
  readonly title: string
  readonly role: PostRole
  /** Leadership or management post (chức vụ lãnh đạo, quản lý). */
  readonly isLeader: boolean
  /** Regularly deals with citizens and businesses: variant of criterion II.4 of Decree 335/2025. */
  readonly publicContact: boolean
  /** Group of similar tasks (nhóm nhiệm vụ tương đồng); empty when none. */
  readonly peerGroup: string
  /** How many people may hold it at once. */
  readonly places: number
}

/** A person holding a post over a stretch of time (giữ chức vụ). */
export interface Holding extends DateSpan {
  readonly id: HoldingId
  readonly version: number
  readonly personId: PersonId
  readonly postId: PostId
  readonly status: HoldingStatus
  /** Main post (chức vụ chính); at most one on any day. */
  readonly isPrimary: boolean
  readonly decisionNumber: string
  readonly decisionDate: CalendarDate | null
}

/** Refuses a post that ends before it starts or lives outside its unit's life. */
export function checkPost(post: DateSpan, unitLife: DateSpan): void {
  refuseDisorder(post)
  if (!covers(unitLife, post)) refuse('organisation.post.outside-unit-life', { from: unitLife.from, to: unitLife.to })
}

/** Refuses a change after which somebody would hold the post on a day it does not exist, or too many would hold it. */
export function checkPostChange(post: Post, unitLife: DateSpan, holdings: readonly Holding[]): void {
  checkPost(post, unitLife)
  const outside = holdings.filter((holding) => !covers(post, holding))
  if (outside.length > 0) {
    refuse('organisation.post.held-longer', { count: outside.length, from: outside[0]?.from, to: outside[0]?.to ?? null })
  }
  const day = firstDayAbove(holdings, post.places)
  if (day !== undefined) refuse('organisation.post.fewer-places-than-holders', { places: post.places, on: day })
}

/** Refuses when the last day is before the first. */
export function refuseDisorder(span: DateSpan): void {
  if (!isOrdered(span)) refuse('organisation.dates.end-before-start', { from: span.from, to: span.to })
}

/** Posts and holdings as they are after their unit's last day: both end with the unit. */
export function endWithUnit(
  posts: readonly Post[],
  holdings: readonly Holding[],
  lastDay: CalendarDate,
): { posts: Post[]; holdings: Holding[] } {
  const late = [...posts, ...holdings].find((span) => span.from > lastDay)
  if (late !== undefined) refuse('organisation.post.held-longer', { count: 1, from: late.from, to: late.to })
  const outlives = (span: DateSpan): boolean => span.to === null || span.to > lastDay
  return {
    posts: posts.filter(outlives).map((post) => ({ ...post, to: lastDay, version: post.version + 1 })),
    holdings: holdings.filter(outlives).map((holding) => ({ ...holding, to: lastDay, version: holding.version + 1 })),
  }
}
