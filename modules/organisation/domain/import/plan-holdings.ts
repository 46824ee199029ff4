import { formatVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'
import type { HoldingId, PersonId, PostId } from '#kernel/id.ts'
import { covers, firstDayAbove, holdsOn, isOrdered, sharedDays } from '../date-span.ts'
import type { Holding, Post } from '../post.ts'
import type { HoldingStatus } from '../reference-lists.ts'
import { firstByKey, isFaulty, textOf, valueOf, type ImportDraft } from './import-draft.ts'
import type { PlannedPeople } from './plan-people.ts'
import type { PlannedPosts } from './plan-posts.ts'
import { spanText } from './plan-units.ts'
import type { TableRow } from './read-tables.ts'

/** Judges the rows of holdings: known by person, post and first day. Returns those that are new or changed. */
export function planHoldings(draft: ImportDraft, rows: readonly TableRow[], stored: readonly Holding[], people: PlannedPeople, posts: PlannedPosts, newId: () => HoldingId): Holding[] {
  const keyOf = (personId: string, postId: string, from: string): string => `${personId} ${postId} ${from}`
  const all = new Map<string, Holding>(stored.map((holding) => [keyOf(holding.personId, holding.postId, holding.from), holding]))
  const rowOf = new Map<HoldingId, TableRow>()
  const changed: Holding[] = []
  for (const row of firstByKey(draft, rows, ['person', 'post', 'from']).values()) {
    const personId = people.idOfCode.get(textOf(row, 'person'))
    const postId = posts.idOfCode.get(textOf(row, 'post'))
    if (personId === undefined && !people.mentioned.has(textOf(row, 'person'))) draft.mark(row, 'person', 'unknown-person', '')
    if (postId === undefined && !posts.mentioned.has(textOf(row, 'post'))) draft.mark(row, 'post', 'unknown-post', '')
    if (isFaulty(row) || personId === undefined || postId === undefined) continue
    const key = keyOf(personId, postId, String(valueOf(row, 'from')))
    const before = all.get(key)
    const holding = holdingOf(row, before, { id: before?.id ?? newId(), personId, postId })
    if (!isOrdered(holding)) {
      draft.mark(row, 'to', 'end-before-start', `≥ ${formatVietnameseDate(holding.from)}`)
      continue
    }
    rowOf.set(holding.id, row)
    if (before !== undefined && sameHolding(before, holding)) {
      draft.outcomes.set(row, 'unchanged')
      continue
    }
    draft.outcomes.set(row, before === undefined ? 'new' : 'changed')
    all.set(key, holding)
    changed.push(holding)
  }
  const judged = [...all.values()]
  markByPerson(draft, judged, rowOf)
  markByPost(draft, judged, rowOf, posts)
  return changed
}

function holdingOf(row: TableRow, before: Holding | undefined, ids: Pick<Holding, 'id' | 'personId' | 'postId'>): Holding {
  const to = valueOf(row, 'to')
  const decisionDate = valueOf(row, 'decisionDate')
  return {
    ...ids,
    version: (before?.version ?? 0) + 1,
    status: textOf(row, 'status') as HoldingStatus,
    isPrimary: valueOf(row, 'isPrimary') === true,
    from: valueOf(row, 'from') as CalendarDate,
    to: to === undefined ? (before?.to ?? null) : (to as CalendarDate | null),
    decisionNumber: textOf(row, 'decisionNumber', before?.decisionNumber ?? ''),
    decisionDate: decisionDate === undefined ? (before?.decisionDate ?? null) : (decisionDate as CalendarDate | null),
  }
}

const compared = ['status', 'isPrimary', 'from', 'to', 'decisionNumber', 'decisionDate'] as const

function sameHolding(a: Holding, b: Holding): boolean {
  return compared.every((field) => a[field] === b[field])
}

function grouped<Key>(holdings: readonly Holding[], keyOf: (holding: Holding) => Key): Map<Key, Holding[]> {
  const groups = new Map<Key, Holding[]>()
  for (const holding of holdings) {
    const key = keyOf(holding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [holding])
    else group.push(holding)
  }
  return groups
}

/** The same post twice on a day, or two main posts on a day, for one person. */
function markByPerson(draft: ImportDraft, holdings: readonly Holding[], rowOf: ReadonlyMap<HoldingId, TableRow>): void {
  for (const ofPerson of grouped(holdings, (holding) => holding.personId as PersonId).values()) {
    ofPerson.sort((a, b) => (a.from < b.from ? -1 : 1))
    for (const [index, holding] of ofPerson.entries()) {
      for (const later of ofPerson.slice(index + 1)) {
        if (sharedDays(holding, later) === undefined) continue
        const row = rowOf.get(later.id) ?? rowOf.get(holding.id)
        if (row === undefined) continue
        const other = row === rowOf.get(later.id) ? holding : later
        if (holding.postId === later.postId) draft.mark(row, 'from', 'overlap', spanText(other.from, other.to))
        else if (holding.isPrimary && later.isPrimary) draft.mark(row, 'isPrimary', 'two-primary', spanText(other.from, other.to))
      }
    }
  }
}

/** Days outside the post's life, and more holders than places. */
function markByPost(draft: ImportDraft, holdings: readonly Holding[], rowOf: ReadonlyMap<HoldingId, TableRow>, posts: PlannedPosts): void {
  for (const [postId, ofPost] of grouped(holdings, (holding) => holding.postId as PostId)) {
    const post = posts.all.get(postId)
    if (post === undefined) continue
    for (const holding of ofPost) {
      if (covers(post, holding)) continue
      const row = rowOf.get(holding.id)
      if (row !== undefined) draft.mark(row, holding.from < post.from ? 'from' : 'to', 'outside-post-life', spanText(post.from, post.to))
      else markHeldLonger(draft, post, posts, holding)
    }
    const day = firstDayAbove(ofPost, post.places)
    if (day === undefined) continue
    const there = ofPost.filter((holding) => holdsOn(holding, day))
    const row = there.toReversed().map((holding) => rowOf.get(holding.id)).find((one) => one !== undefined) ?? posts.rowOf.get(postId)
    if (row !== undefined) draft.mark(row, row.sheet === 'posts' ? 'places' : 'post', 'no-place', `${post.places} · ${formatVietnameseDate(day)}`)
  }
}

function markHeldLonger(draft: ImportDraft, post: Post, posts: PlannedPosts, holding: Holding): void {
  const row = posts.rowOf.get(post.id)
  if (row !== undefined) draft.mark(row, holding.from < post.from ? 'from' : 'to', 'held-longer', spanText(holding.from, holding.to))
}
