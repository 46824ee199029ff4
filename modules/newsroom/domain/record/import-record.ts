import type { OldApprovalStep } from '../story/approval-step.ts'
import type { StoryAttachment } from '../story/story.ts'
import { oldApprovals } from './old-approvals.ts'
import { personTable, type PersonTable } from './person-table.ts'
import { readBlocks, type RecordBlock } from './read-blocks.ts'
import { readThroughMarkup, wordsOf } from './read-through-markup.ts'
import { attachmentsOf } from './record-files.ts'
import type { RecordDoubt, RecordFault } from './record-fault.ts'
import { recordFaults } from './record-faults.ts'
import { likeNames, recordPeople, type RecordPerson } from './record-people.ts'
import { recordSections, type LinePlace, type PlacedLine, type RecordSections } from './record-sections.ts'
import { textLines } from './text-lines.ts'

/** A stretch of the record and what became of it; all of them in a row are the record, sign for sign. */
export interface RecordPiece {
  readonly line: number
  readonly raw: string
  readonly place: Exclude<LinePlace, 'content' | 'loose'> | 'block'
}

/** An old record (hồ sơ tin, bài của hệ thống cũ) read, with nothing of it lost. */
export interface ImportedRecord {
  /** Headline without its column. */
  readonly title: string | null
  readonly column: string | null
  readonly category: string | null
  readonly programme: string | null
  readonly blocks: readonly RecordBlock[]
  readonly approvals: readonly OldApprovalStep[]
  readonly attachments: readonly StoryAttachment[]
  readonly people: readonly RecordPerson[]
  readonly pieces: readonly RecordPiece[]
  readonly faults: readonly RecordFault[]
  readonly doubts: readonly RecordDoubt[]
}

/**
 * Reads the page text of the old system, or plain text. Never refuses: what cannot be read is a fault with its line, what
 * belongs to no field is an unclassified block, and the text stays whole.
 */
export function importRecord(text: string): ImportedRecord {
  const sections = recordSections(textLines(text))
  const valueOf = (place: LinePlace): string | null => {
    const value = sections.lines.filter((one) => one.place === place).map((one) => wordsOf(one.value)).join(' ')
    return value === '' ? null : value
  }
  const table = personTable(sections.lines.filter(({ place }) => place === 'table'))
  const content = sections.lines.filter(({ place }) => place === 'content')
  const headline = sections.page ? undefined : plainHeadline(content)
  const named = splitTitle(headline === undefined ? valueOf('title') : wordsOf(headline.value), valueOf('column'))
  const { blocks, doubts } = readBlocks(content.filter((one) => one !== headline), named.title)
  const attachments = attachmentsOf(sections)
  const pieces = piecesOf(sections, { table, headline, blocks })
  const all = pieces.flatMap(({ block }) => (block === null ? [] : [block]))
  const people = recordPeople(blocks, table.entries)
  const record = { ...named, category: valueOf('category'), programme: valueOf('programme'), blocks: all, attachments, people }
  return {
    ...record,
    approvals: oldApprovals(table.entries, notesOf(sections)),
    pieces: pieces.map(({ line, raw, place }) => ({ line, raw, place })),
    faults: recordFaults(sections, table, record),
    doubts: [...doubts, ...doubtsOf(sections, table, people)].toSorted((a, b) => a.line - b.line),
  }
}

/** The record again, byte for byte once encoded in UTF-8. */
export function exportRecord(record: ImportedRecord): string {
  return record.pieces.map(({ raw }) => raw).join('')
}

/** In plain text a first line without a mark or an end of sentence is the headline. */
function plainHeadline(content: readonly PlacedLine[]): PlacedLine | undefined {
  const first = content[0]
  if (first === undefined || content.length < 2) return undefined
  const words = wordsOf(first.value)
  return words.length <= 200 && /[\p{L}\p{N}]$/u.test(words) && !/^thưa |^kính thưa /i.test(words) ? first : undefined
}

/** "Xây dựng Đảng: Mở đường" is a column and a headline, unless the page names the column itself. */
function splitTitle(written: string | null, column: string | null): { title: string | null; column: string | null } {
  if (written === null) return { title: null, column }
  const cut = written.indexOf(': ')
  const before = written.slice(0, Math.max(cut, 0)).trim()
  if (before === '' || before.length > 60 || (column !== null && column.toLowerCase() !== before.toLowerCase())) return { title: written, column }
  return { title: written.slice(cut + 2), column: column ?? before }
}

/** Each approval note (chú thích duyệt); a second label begins a second note. */
function notesOf(sections: RecordSections): readonly string[] {
  const notes: string[][] = [[]]
  for (const { place, value, line } of sections.lines) {
    if (sections.noteStarts.has(line.number)) notes.push([])
    if (place === 'note') notes.at(-1)?.push(wordsOf(value))
  }
  return notes.filter((note) => note.length > 0).map((note) => note.join('\n'))
}

interface Made {
  readonly table: PersonTable
  readonly headline: PlacedLine | undefined
  readonly blocks: readonly RecordBlock[]
}

type Became = RecordPiece & { readonly block: RecordBlock | null }

/** Every line in its order as what it became; text is in its blocks, and what nothing explains becomes an unclassified one. */
function piecesOf(sections: RecordSections, { table, headline, blocks }: Made): readonly Became[] {
  const byLine = new Map<number, RecordBlock[]>()
  for (const block of blocks) {
    const before = byLine.get(block.line)
    if (before === undefined) byLine.set(block.line, [block])
    else before.push(block)
  }
  return sections.lines.flatMap((placed): readonly Became[] => {
    const { line, place, value } = placed
    const raw = line.text + line.ending
    if (placed === headline) return [{ line: line.number, raw, place: 'title', block: null }]
    if (place === 'content') return (byLine.get(line.number) ?? []).map((block) => ({ line: line.number, raw: block.raw, place: 'block', block }))
    if (place === 'loose' || (place === 'table' && table.loose.has(line.number))) {
      const block: RecordBlock = { kind: 'unclassified', line: line.number, raw, words: wordsOf(value), speaker: null, title: '', by: 'place' }
      return [{ line: line.number, raw, place: 'block', block }]
    }
    return [{ line: line.number, raw, place, block: null }]
  })
}

function doubtsOf(sections: RecordSections, table: PersonTable, people: readonly RecordPerson[]): readonly RecordDoubt[] {
  const markup = sections.lines.find(({ line }) => readThroughMarkup(line.text) !== line.text)
  return [
    ...people.flatMap(({ name, line, match }) => (match === null || match.sure ? [] : [{ line, message: `“${name}”: ${match.candidates.length === 0 ? 'không có họ tên đầy đủ nào trong hồ sơ' : `có thể là ${match.candidates.join(' hoặc ')}`}` }])),
    ...likeNames(people).map(([one, other]) => ({ line: other.line, message: `“${other.name}” chỉ khác dấu với “${one.name}”` })),
    ...table.entries.slice(1, -1).map(({ person, line }) => ({ line, message: `Bảng người có nhiều hơn một người duyệt: tạm coi ${person} là cấp phòng` })),
    ...(markup === undefined ? [] : [{ line: markup.line.number, message: 'Còn thẻ hoặc ký hiệu HTML của trang cũ' }]),
  ]
}
