import { foldVietnamese } from '#kernel/vietnamese.ts'
import { labelOf, tableHeading, type FieldLabel, type LabelFound } from './field-labels.ts'
import { stampsIn } from './moment.ts'
import { readThroughMarkup, wordsOf } from './read-through-markup.ts'
import type { TextLine } from './text-lines.ts'

/** What a line of a record is there for; `loose` belongs to no field that is known. */
export type LinePlace = 'blank' | 'label' | 'loose' | FieldLabel

/** A line with its place; `value` is what it gives to its field, read through markup, its signs at their old places. */
export interface PlacedLine {
  readonly line: TextLine
  readonly place: LinePlace
  readonly value: string
}

/** A record cut into its fields. `page` is false for plain text without the labels of the old system. */
export interface RecordSections {
  readonly page: boolean
  readonly lines: readonly PlacedLine[]
  /** The labels found, each with its first line. */
  readonly labels: ReadonlyMap<FieldLabel, number>
  /** Lines at which an approval note begins. */
  readonly noteStarts: ReadonlySet<number>
}

const footer = /^(?:đài |địa chỉ|điện thoại|bản quyền|giấy phép|ghi rõ nguồn|©|https?:|www\.)/
/** Fields of one line: what follows their value is text again. */
const short: ReadonlySet<LinePlace> = new Set(['title', 'column', 'category', 'programme'])
const inText: ReadonlySet<LinePlace> = new Set(['title', 'column', 'category', 'programme', 'content'])

/** Which of the labels may follow: inside the text only those below it, because a script may say "Nội dung: …" itself. */
function labelsOfPage(lines: readonly TextLine[]): Map<number, LabelFound> {
  const found = new Map<number, LabelFound>()
  let inContent = false
  for (const { number, text } of lines) {
    if (!/\S/.test(text)) continue
    const label = labelOf(readThroughMarkup(text))
    if (label === null || (inContent && inText.has(label.label))) continue
    inContent = label.label === 'content'
    found.set(number, label)
  }
  // A row of the person table tells itself by its two moments, when the page lost the head above it.
  const row = [...found.values()].some(({ label }) => label === 'table') ? undefined : lines.findLast(({ text }) => text.length < 400 && stampsIn(text).filter(({ at }) => at !== null).length === 2)
  if (row !== undefined) found.set(row.number, { label: 'table', valueFrom: 0 })
  return found
}

function isPage(labels: Iterable<LabelFound>): boolean {
  const kinds = new Set([...labels].map(({ label }) => label))
  return kinds.has('note') || kinds.has('table') || (kinds.has('category') && kinds.has('content')) || kinds.has('attachment') || kinds.has('video')
}

function isHeadOfTable(value: string): boolean {
  const words = foldVietnamese(wordsOf(value.slice(0, 120)))
  return words !== '' && tableHeading.includes(words)
}

/** Sorts the lines of an old record by the labels before them; a line that no label explains is text or `loose`. */
export function recordSections(lines: readonly TextLine[]): RecordSections {
  const found = labelsOfPage(lines)
  const page = isPage(found.values())
  const labels = new Map<FieldLabel, number>()
  const placed: PlacedLine[] = []
  // On a page the first line is the title; in plain text everything is text.
  let current: LinePlace = page ? 'title' : 'content'
  let filled = false
  const lastUpper = [...found].findLast(([, { label }]) => inText.has(label))?.[0] ?? 0
  for (const line of lines) {
    const value = readThroughMarkup(line.text)
    const label = page ? found.get(line.number) : undefined
    if (label !== undefined) {
      if (!labels.has(label.label)) labels.set(label.label, line.number)
      current = label.label
      const rest = label.label === 'table' ? tableValue(value) : ' '.repeat(label.valueFrom) + value.slice(label.valueFrom)
      filled = wordsOf(rest) !== ''
      placed.push({ line, place: filled ? current : 'label', value: rest })
      continue
    }
    if (wordsOf(value) === '') {
      placed.push({ line, place: 'blank', value: '' })
      continue
    }
    if (current !== 'content' && footer.test(wordsOf(value.slice(0, 40)).toLowerCase())) current = 'loose'
    if (current === 'table' && isHeadOfTable(value)) {
      placed.push({ line, place: 'label', value: '' })
      continue
    }
    // After the last of the upper labels text begins, although "Nội dung" is missing.
    if (short.has(current) && filled) current = line.number < lastUpper ? 'loose' : 'content'
    placed.push({ line, place: current, value })
    filled = true
  }
  return { page, lines: placed, labels, noteStarts: new Set([...found].flatMap(([line, { label }]) => (label === 'note' ? [line] : []))) }
}

/** What stands behind the head of the person table in the same line. */
function tableValue(value: string): string {
  const words = wordsOf(value)
  const folded = foldVietnamese(words)
  return folded.startsWith(tableHeading) && folded.length === words.length ? words.slice(tableHeading.length) : isHeadOfTable(value) ? '' : words
}
