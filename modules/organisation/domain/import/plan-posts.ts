import { formatVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PostId } from '#kernel/id.ts'
import { covers, isOrdered } from '../date-span.ts'
import type { Post } from '../post.ts'
import type { PostRole } from '../reference-lists.ts'
import { lifeOf } from '../unit-tree.ts'
import { firstByKey, isFaulty, textOf, valueOf, type ImportDraft } from './import-draft.ts'
import { spanText, type PlannedUnits } from './plan-units.ts'
import type { TableRow } from './read-tables.ts'

/** Posts as the file would make them. */
export interface PlannedPosts {
  readonly changed: readonly Post[]
  /** Every post, stored or new, by id. */
  readonly all: ReadonlyMap<PostId, Post>
  readonly idOfCode: ReadonlyMap<string, PostId>
  readonly mentioned: ReadonlySet<string>
  readonly rowOf: ReadonlyMap<PostId, TableRow>
}

/** Judges the rows of posts, and stored posts whose unit the file shortens. */
export function planPosts(draft: ImportDraft, rows: readonly TableRow[], unitRows: readonly TableRow[], stored: readonly Post[], units: PlannedUnits, newId: () => PostId): PlannedPosts {
  const all = new Map<PostId, Post>(stored.map((post) => [post.id, post]))
  const storedOfCode = new Map(stored.map((post) => [post.code, post]))
  const idOfCode = new Map<string, PostId>(stored.map((post) => [post.code, post.id]))
  const mentioned = new Set(rows.map((row) => textOf(row, 'code')).filter((code) => code !== ''))
  const rowOf = new Map<PostId, TableRow>()
  const changed: Post[] = []
  for (const row of firstByKey(draft, rows, ['code']).values()) {
    const before = storedOfCode.get(textOf(row, 'code'))
    const unitCode = textOf(row, 'unit')
    const unitId = units.idOfCode.get(unitCode)
    if (unitId === undefined && unitCode !== '' && !units.mentioned.has(unitCode)) draft.mark(row, 'unit', 'unknown-unit', '')
    if (isFaulty(row) || unitId === undefined) continue
    const post = postOf(row, before, { id: before?.id ?? newId(), unitId })
    if (!isOrdered(post)) {
      draft.mark(row, 'to', 'end-before-start', `≥ ${formatVietnameseDate(post.from)}`)
      continue
    }
    idOfCode.set(post.code, post.id)
    rowOf.set(post.id, row)
    if (before !== undefined && samePost(before, post)) {
      draft.outcomes.set(row, 'unchanged')
      continue
    }
    draft.outcomes.set(row, before === undefined ? 'new' : 'changed')
    all.set(post.id, post)
    changed.push(post)
  }
  markOutsideUnits(draft, all, rowOf, units, unitRows)
  return { changed, all, idOfCode, mentioned, rowOf }
}

function postOf(row: TableRow, before: Post | undefined, ids: Pick<Post, 'id' | 'unitId'>): Post {
  const places = valueOf(row, 'places')
  const to = valueOf(row, 'to')
  return {
    ...ids,
    code: textOf(row, 'code'),
    version: (before?.version ?? 0) + 1,
    title: textOf(row, 'title'),
    role: textOf(row, 'role') as PostRole,
    isLeader: valueOf(row, 'isLeader') === true,
    publicContact: valueOf(row, 'publicContact') === true,
    peerGroup: textOf(row, 'peerGroup', before?.peerGroup ?? ''),
    places: places === undefined ? (before?.places ?? 1) : places === null ? 1 : Number(places),
    from: valueOf(row, 'from') as CalendarDate,
    to: to === undefined ? (before?.to ?? null) : (to as CalendarDate | null),
  }
}

const compared = ['unitId', 'title', 'role', 'isLeader', 'publicContact', 'peerGroup', 'places', 'from', 'to'] as const

function samePost(a: Post, b: Post): boolean {
  return compared.every((field) => a[field] === b[field])
}

function markOutsideUnits(draft: ImportDraft, posts: ReadonlyMap<PostId, Post>, rowOf: ReadonlyMap<PostId, TableRow>, units: PlannedUnits, unitRows: readonly TableRow[]): void {
  const unitRowOf = new Map(unitRows.map((row) => [textOf(row, 'code'), row]))
  for (const post of posts.values()) {
    const unit = units.tree.get(post.unitId)
    if (unit === undefined) continue
    const life = lifeOf(unit)
    if (covers(life, post)) continue
    const row = rowOf.get(post.id)
    if (row !== undefined) draft.mark(row, post.from < life.from ? 'from' : 'to', 'outside-unit-life', spanText(life.from, life.to))
    else {
      const unitRow = unitRowOf.get(unit.code)
      if (unitRow !== undefined) draft.mark(unitRow, 'to', 'post-outlives-unit', post.code)
    }
  }
}
