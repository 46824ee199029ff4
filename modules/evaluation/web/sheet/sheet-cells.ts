import { judgementsOf, scoredCriteria } from '../../domain/sheet.ts'
import { textsOf } from '../../domain/sheet-content.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { RaterColumn } from '../../domain/policy.ts'

/** The cells of a sheet from first to last, by what they are called in `missingFrom`: criteria, entries of lists, choices, then the texts. */
export function sheetCells(rulebook: CompiledRulebook, group: string, rater: RaterColumn, ofLists: readonly string[] = []): string[] {
  const criteria = scoredCriteria(rulebook, group).map((criterion) => criterion.code)
  const judgements = judgementsOf(rulebook, group, rater).map((judgement) => judgement.id)
  return [...criteria, ...ofLists, ...judgements, ...textsOf(rater)]
}

/** The cell `step` further on; stays at the ends. */
export function cellAfter(cells: readonly string[], cell: string, step: 1 | -1): string {
  const at = cells.indexOf(cell)
  return cells[Math.max(0, Math.min(cells.length - 1, at + step))] ?? cell
}

/** What a key does in a cell of points: to the next cell, the one before, or nothing of ours. */
export function stepOfKey(key: string, shift: boolean): 1 | -1 | 0 {
  if (key === 'Enter') return shift ? -1 : 1
  if (key === 'ArrowDown') return 1
  return key === 'ArrowUp' ? -1 : 0
}

/** The element id of a cell; codes such as `II.4` or `đ` become safe. */
export function cellId(cell: string): string {
  return `cell-${cell.replace(/[^a-zA-Z0-9]/gu, (sign) => `_${sign.codePointAt(0) ?? 0}`)}`
}

/** Puts the cursor into a cell and brings it into view; false when there is no such cell on the page. */
export function goToCell(cell: string): boolean {
  const element = document.getElementById(cellId(cell))
  if (element === null) return false
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'center', behavior: 'smooth' })
  return true
}
