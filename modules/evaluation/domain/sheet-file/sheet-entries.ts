import type { JudgementEntry, SheetContent, SheetText } from '../sheet-content.ts'
import { entryOfCell, withCell } from '../sheet-lists.ts'
import type { SheetColumn } from './sheet-columns.ts'

/** What a sheet holds, by column of the workbook; null is blank. */
export type SheetEntries = Readonly<Record<string, string | null>>

/** One entry the file would change. */
export interface EntryChange {
  readonly key: string
  /** As stored now. */
  readonly before: string | null
  /** As the file has it. */
  readonly after: string | null
  /** It was changed on the screen too, to something else, after the file was made. */
  readonly conflict: boolean
}

/** A sheet's content laid out by columns; what has no column is left out. */
export function entriesOf(columns: readonly SheetColumn[], content: SheetContent): Record<string, string | null> {
  return Object.fromEntries(columns.map((column) => [column.key, entryOf(column, content)]))
}

function entryOf({ kind, code, key }: SheetColumn, content: SheetContent): string | null {
  switch (kind) {
    case 'points':
      return content.points[code] ?? null
    case 'entry':
      return entryOfCell(content.lists, code) ?? null
    case 'judgement':
      return content.judgements[code]?.value ?? null
    case 'reason':
      return content.judgements[key.slice('reason:'.length)]?.reason || null
    case 'level':
      return content.proposedLevel
    case 'text':
      return content[code as SheetText] || null
  }
}

/** A sheet with some entries replaced, everything without a column as it was. */
export function withEntries(columns: readonly SheetColumn[], content: SheetContent, entries: SheetEntries): SheetContent {
  const points = { ...content.points }
  const judgements: Record<string, JudgementEntry> = { ...content.judgements }
  let { lists } = content
  const changed: { -readonly [Key in keyof SheetContent]?: SheetContent[Key] } = {}
  for (const column of columns) {
    const value = entries[column.key]
    if (value === undefined) continue
    switch (column.kind) {
      case 'points':
        if (value === null) delete points[column.code]
        else points[column.code] = value
        break
      case 'entry':
        lists = withCell(lists, column.code, value ?? undefined)
        break
      case 'judgement':
        if (value === null) delete judgements[column.code]
        else judgements[column.code] = { value, reason: judgements[column.code]?.reason ?? '' }
        break
      case 'reason': {
        const id = column.key.slice('reason:'.length)
        const given = judgements[id]
        if (given !== undefined) judgements[id] = { ...given, reason: value ?? '' }
        break
      }
      case 'level':
        changed.proposedLevel = value
        break
      case 'text':
        changed[column.code as SheetText] = value ?? ''
    }
  }
  return { ...content, ...changed, points, judgements, lists }
}

/**
 * What a file would change: only what it writes differently from what it was made from. What the rater did not touch in the
 * file stays as the screen has it now, and what both changed is a conflict for her to settle.
 */
export function changesOf(columns: readonly SheetColumn[], base: SheetEntries, now: SheetEntries, file: SheetEntries): EntryChange[] {
  return columns.flatMap(({ key }) => {
    const [was, before, after] = [base[key] ?? null, now[key] ?? null, file[key] ?? null]
    return after === was || after === before ? [] : [{ key, before, after, conflict: before !== was }]
  })
}
