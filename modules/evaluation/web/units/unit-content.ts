import type { UnitContent } from '../../domain/unit-facts.ts'
import type { Side } from '../sheet/sheet-content.ts'

/** What one side writes on an organisation's sheet, with its words. */
export interface UnitSheetContent extends UnitContent {
  readonly comment: string
  readonly proposedLevel: string | null
}

export const emptyUnitContent: UnitSheetContent = { points: {}, facts: {}, lists: {}, comment: '', proposedLevel: null }

/** What was written, without who and when. */
export function unitContentOf({ points, facts, lists, comment, proposedLevel }: UnitSheetContent): UnitSheetContent {
  return { points, facts, lists, comment, proposedLevel }
}

/** One entry of the sheet by where it stands: `["lists", "axes", "1", "percent"]`. */
export interface UnitEntry {
  readonly path: readonly string[]
  readonly mine: unknown
  readonly theirs: unknown
}

/** The name of an entry among the others. */
export function entryKey({ path }: Pick<UnitEntry, 'path'>): string {
  return path.join('/')
}

/** Where two versions of an organisation's sheet differ, in the order of the sheet. A blank is a blank, however it was written. */
export function unitDifferences(mine: UnitSheetContent, theirs: UnitSheetContent): UnitEntry[] {
  const [one, other] = [entriesOf(mine), entriesOf(theirs)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const entry = { path: key.split('/'), mine: one.get(key), theirs: other.get(key) }
    return JSON.stringify(entry.mine) === JSON.stringify(entry.theirs) ? [] : [entry]
  })
}

/** Which side is proposed for each difference: whoever changed it since the version both began from; mine when both did. */
export function unitSides(base: UnitSheetContent, mine: UnitSheetContent, theirs: UnitSheetContent): Record<string, Side> {
  const changed = new Set(unitDifferences(base, mine).map(entryKey))
  return Object.fromEntries(unitDifferences(mine, theirs).map((entry) => [entryKey(entry), changed.has(entryKey(entry)) ? 'mine' : 'theirs'] as const))
}

/** One sheet out of two: everything both agree on, and the chosen side where they differ. */
export function mergeUnitSheets(mine: UnitSheetContent, theirs: UnitSheetContent, sides: Readonly<Record<string, Side>>): UnitSheetContent {
  const entries = entriesOf(theirs)
  for (const entry of unitDifferences(mine, theirs)) {
    const key = entryKey(entry)
    if (sides[key] === 'theirs') continue
    if (entry.mine === undefined) entries.delete(key)
    else entries.set(key, entry.mine)
  }
  const points: Record<string, string> = {}
  const facts: Record<string, unknown> = {}
  const lists: Record<string, Record<string, Record<string, unknown>>> = {}
  for (const [key, value] of entries) {
    const [part, id = '', row = '', field = ''] = key.split('/')
    if (part === 'points') points[id] = String(value)
    if (part === 'facts') facts[id] = value
    if (part === 'lists') ((lists[id] ??= {})[row] ??= {})[field] = value
  }
  return { points, facts, lists, comment: String(entries.get('comment') ?? ''), proposedLevel: (entries.get('proposedLevel') as string | undefined) ?? null }
}

function entriesOf({ points, facts, lists, comment, proposedLevel }: UnitSheetContent): Map<string, unknown> {
  const all: [string, unknown][] = [
    ...Object.entries(points).map(([code, value]) => [`points/${code}`, value] as [string, unknown]),
    ...Object.entries(lists).flatMap(([id, rows]) => Object.entries(rows).flatMap(([row, fields]) => Object.entries(fields).map(([field, value]) => [`lists/${id}/${row}/${field}`, value] as [string, unknown]))),
    ...Object.entries(facts).map(([id, value]) => [`facts/${id}`, value] as [string, unknown]),
    ['comment', comment.trim()],
    ['proposedLevel', proposedLevel],
  ]
  return new Map(all.filter(([, value]) => value !== null && value !== undefined && value !== ''))
}
