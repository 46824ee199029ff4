import { refuse } from '#kernel/refusal.ts'
import { covers, firstDayAbove, sharedDays } from './date-span.ts'
import { refuseDisorder, type Holding, type Post } from './post.ts'

/** What a holding is judged against: its post, the other holdings of the person, and those of the post. */
export interface HoldingSurroundings {
  readonly post: Post
  readonly ofPerson: readonly Holding[]
  readonly ofPost: readonly Holding[]
}

/**
 * Refuses a holding (giữ chức vụ) that ends before it starts, leaves its post's life, doubles one of the same person
 * and post, makes a second main post on some day, or finds no free place.
 */
export function checkHolding(holding: Holding, around: HoldingSurroundings): void {
  refuseDisorder(holding)
  const { post } = around
  if (!covers(post, holding)) refuse('organisation.holding.outside-post-life', { from: post.from, to: post.to })
  for (const other of around.ofPerson) {
    if (other.id === holding.id) continue
    const shared = sharedDays(other, holding)
    if (shared === undefined) continue
    if (other.postId === holding.postId) refuse('organisation.holding.overlap', { on: shared.from, from: other.from, to: other.to })
    if (other.isPrimary && holding.isPrimary) refuse('organisation.holding.two-primary', { on: shared.from, otherHoldingId: other.id })
  }
  const together = [holding, ...around.ofPost.filter((other) => other.id !== holding.id)]
  const day = firstDayAbove(together, post.places)
  if (day !== undefined) refuse('organisation.holding.no-place', { places: post.places, on: day })
}
