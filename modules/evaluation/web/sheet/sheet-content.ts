import type { z } from 'zod'
import type { sheetView, subjectSheetView } from '../../contract/views.ts'
import type { JudgementEntry, SheetContent } from '../../domain/sheet-content.ts'
import { entriesOf, withCell } from '../../domain/sheet-lists.ts'

export type SubjectSheet = z.output<typeof subjectSheetView>
export type Sheet = z.output<typeof sheetView>

export const emptyContent: SheetContent = { points: {}, judgements: {}, lists: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }

/** What a rater has written, without who and when. */
export function contentOf(sheet: SheetContent): SheetContent {
  const { points, judgements, lists, strengths, weaknesses, comment, proposedLevel } = sheet
  return { points, judgements, lists, strengths, weaknesses, comment, proposedLevel }
}

/** One entry of a sheet that two versions write differently. `undefined`: not scored. */
export type Difference =
  | { readonly field: 'points'; readonly code: string; readonly mine: string | undefined; readonly theirs: string | undefined }
  /** An entry of a list, `axes.1.percent`. */
  | { readonly field: 'lists'; readonly code: string; readonly mine: string | undefined; readonly theirs: string | undefined }
  | { readonly field: 'judgements'; readonly code: string; readonly mine: JudgementEntry | undefined; readonly theirs: JudgementEntry | undefined }
  | { readonly field: 'strengths' | 'weaknesses' | 'comment'; readonly code: ''; readonly mine: string; readonly theirs: string }
  | { readonly field: 'proposedLevel'; readonly code: ''; readonly mine: string | null; readonly theirs: string | null }

export type Side = 'mine' | 'theirs'

/** The name of a difference among the others. */
export function differenceKey(difference: Pick<Difference, 'field' | 'code'>): string {
  return difference.code === '' ? difference.field : `${difference.field}.${difference.code}`
}

/** Where two versions of a sheet differ, in the order of the sheet. */
export function differencesOf(mine: SheetContent, theirs: SheetContent): Difference[] {
  const differences: Difference[] = []
  for (const code of codesOf(mine.points, theirs.points)) {
    if (mine.points[code] !== theirs.points[code]) differences.push({ field: 'points', code, mine: mine.points[code], theirs: theirs.points[code] })
  }
  for (const code of codesOf(mine.judgements, theirs.judgements)) {
    const [one, other] = [mine.judgements[code], theirs.judgements[code]]
    if (one?.value !== other?.value || (one?.reason ?? '').trim() !== (other?.reason ?? '').trim()) differences.push({ field: 'judgements', code, mine: one, theirs: other })
  }
  const [mineListed, theirsListed] = [entriesOf(mine.lists), entriesOf(theirs.lists)]
  for (const code of codesOf(mineListed, theirsListed)) {
    if (mineListed[code] !== theirsListed[code]) differences.push({ field: 'lists', code, mine: mineListed[code], theirs: theirsListed[code] })
  }
  for (const field of ['strengths', 'weaknesses', 'comment'] as const) {
    if (mine[field].trim() !== theirs[field].trim()) differences.push({ field, code: '', mine: mine[field], theirs: theirs[field] })
  }
  if (mine.proposedLevel !== theirs.proposedLevel) differences.push({ field: 'proposedLevel', code: '', mine: mine.proposedLevel, theirs: theirs.proposedLevel })
  return differences
}

function codesOf(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
}

/** Which side is proposed for each difference: whoever changed it since the version both began from; mine when both did. */
export function proposedSides(base: SheetContent, mine: SheetContent, theirs: SheetContent): Record<string, Side> {
  const mineChanged = new Set(differencesOf(base, mine).map(differenceKey))
  return Object.fromEntries(differencesOf(mine, theirs).map((one) => [differenceKey(one), mineChanged.has(differenceKey(one)) ? 'mine' : 'theirs'] as const))
}

/** One sheet out of two: everything both agree on, and the chosen side where they differ. */
export function mergeSheets(mine: SheetContent, theirs: SheetContent, sides: Readonly<Record<string, Side>>): SheetContent {
  const points = { ...theirs.points }
  const judgements = { ...theirs.judgements }
  let lists = theirs.lists
  const merged = { strengths: theirs.strengths, weaknesses: theirs.weaknesses, comment: theirs.comment, proposedLevel: theirs.proposedLevel }
  for (const difference of differencesOf(mine, theirs)) {
    if (sides[differenceKey(difference)] === 'theirs') continue
    switch (difference.field) {
      case 'points':
        put(points, difference.code, difference.mine)
        break
      case 'judgements':
        put(judgements, difference.code, difference.mine)
        break
      case 'lists':
        lists = withCell(lists, difference.code, difference.mine)
        break
      case 'proposedLevel':
        merged.proposedLevel = difference.mine
        break
      default:
        merged[difference.field] = difference.mine
    }
  }
  return { points, judgements, lists, ...merged }
}

function put<V>(record: Record<string, V>, key: string, value: V | undefined): void {
  if (value === undefined) delete record[key]
  else record[key] = value
}

/** A record with one entry set, or taken out when undefined. */
export function withEntry<V>(record: Readonly<Record<string, V>>, key: string, value: V | undefined): Record<string, V> {
  const next = { ...record }
  put(next, key, value)
  return next
}

/** Points that confirming the self-score would write, one line each: an explicit act of the superior (article 17.2). */
export interface CopiedPoint {
  readonly code: string
  readonly self: string
  /** What the superior had there. */
  readonly present: string | undefined
}

/** What would change if the superior took over the self-scored points; cells that already agree are left out. */
export function pointsToCopy(self: SheetContent, superior: SheetContent, codes: readonly string[]): CopiedPoint[] {
  return codes.flatMap((code) => copied(code, self.points[code], superior.points[code]))
}

/** The same for the entries of lists, by the names of their cells. */
export function entriesToCopy(self: SheetContent, superior: SheetContent): CopiedPoint[] {
  const present = entriesOf(superior.lists)
  return Object.entries(entriesOf(self.lists)).flatMap(([code, given]) => copied(code, given, present[code]))
}

function copied(code: string, given: string | undefined, present: string | undefined): CopiedPoint[] {
  return given === undefined || given === present ? [] : [{ code, self: given, present }]
}
