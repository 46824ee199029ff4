import type { BlockKind } from '../story/block.ts'
import { blockMark, cutsWithin, isFarewell, isFirstPerson, isGreeting, isQuestion } from './block-marks.ts'
import { wordsOf } from './read-through-markup.ts'
import type { RecordDoubt } from './record-fault.ts'
import type { PlacedLine } from './record-sections.ts'
import { speakerLabel } from './speaker-label.ts'

/** A passage of a record read as a block; `raw` is its very signs, line end and all. */
export interface RecordBlock {
  readonly kind: BlockKind
  readonly line: number
  readonly raw: string
  /** The words without their mark, one blank between them, read through markup. */
  readonly words: string
  /** Who speaks, or of a question who is asked; "PV" of a question to nobody by name; null when nobody is named. */
  readonly speaker: string | null
  readonly title: string
  /** How the kind was found: a mark in the text, or only the place in it. */
  readonly by: 'mark' | 'place'
}

interface Passage {
  readonly line: number
  readonly raw: string
  readonly text: string
}

/** Cuts the lines of the text into passages where speakers change or a film starts. */
function passagesOf(lines: readonly PlacedLine[]): Passage[] {
  return lines.flatMap(({ line, value }) => {
    const whole = line.text + line.ending
    const mark = blockMark(value)
    const film = mark?.kind === 'film_start' && wordsOf(value.slice(mark.end)) !== '' ? [mark.end] : []
    const cuts = [0, ...film, ...cutsWithin(value)].toSorted((a, b) => a - b).filter((cut, index, all) => cut !== all[index - 1])
    return cuts.map((cut, index) => ({ line: line.number, raw: whole.slice(cut, cuts[index + 1] ?? whole.length), text: value.slice(cut, cuts[index + 1] ?? value.length) }))
  })
}

interface Reading {
  phase: 'studio' | 'film'
  /** Whose answer is awaited; null when none is. */
  answering: { name: string | null; title: string } | null
  spoken: boolean
}

type Read = Omit<RecordBlock, 'line' | 'raw'>

function readMarked(text: string, reading: Reading): Read | null {
  const mark = blockMark(text)
  const behind = mark === null ? text : text.slice(mark.end)
  const label = mark === null || mark.kind === 'question' || mark.kind === 'soundbite' ? speakerLabel(behind) : null
  if (mark === null && label === null) return null
  const words = wordsOf(label === null ? behind : behind.slice(label.end))
  const person = { name: label?.name ?? null, title: label?.title ?? '' }
  if (mark?.kind === 'question' || (mark === null && isQuestion(words))) {
    reading.answering = person
    return { kind: 'question', words, speaker: person.name ?? 'PV', title: person.title, by: 'mark' }
  }
  if (mark === null || mark.kind === 'soundbite') {
    const by = label === null ? reading.answering : person
    reading.answering = words === '' ? by : null
    reading.spoken = true
    return { kind: 'soundbite', words, speaker: by?.name ?? null, title: by?.title ?? '', by: 'mark' }
  }
  reading.answering = null
  if (mark.kind === 'film_start' || mark.kind === 'voice_over') reading.phase = 'film'
  return { kind: mark.kind, words, speaker: null, title: '', by: 'mark' }
}

function readUnmarked(words: string, reading: Reading, last: boolean): Read {
  const plain = (kind: BlockKind, by: 'mark' | 'place' = 'place'): Read => ({ kind, words, speaker: null, title: '', by })
  if (words.startsWith('(') && words.endsWith(')')) return plain('presenter_note', 'mark')
  if (reading.phase === 'studio') return isGreeting(words) ? plain('greeting', 'mark') : last && isFarewell(words) ? plain('closing', 'mark') : plain('lead_in')
  if (isFarewell(words)) return plain('closing', 'mark')
  const { answering } = reading
  const closes = last && (reading.spoken || answering !== null) && !isFirstPerson(words)
  reading.answering = null
  if (closes) return plain('closing')
  if (answering === null) return plain(isFirstPerson(words) && reading.spoken ? 'soundbite' : 'voice_over')
  reading.spoken = true
  return { kind: 'soundbite', words, speaker: answering.name, title: answering.title, by: 'place' }
}

/** A heading is not read out: capitals only, or the title once more. A line without letters or figures says nothing either, nor a script of the page. */
function isUnread({ raw, text }: Passage, title: string | null): boolean {
  const words = wordsOf(text)
  if (/<(?:script|style)/i.test(raw)) return true
  if (!/[\p{L}\p{N}]/u.test(words)) return true
  if (title !== null && words.toLowerCase() === title.toLowerCase()) return true
  return words.length <= 200 && words === words.toUpperCase() && words !== words.toLowerCase() && words.includes(' ')
}

/** Reads the text of a record into blocks: by its marks first, where there are none by place, which is a doubt. */
export function readBlocks(lines: readonly PlacedLine[], title: string | null): { blocks: readonly RecordBlock[]; doubts: readonly RecordDoubt[] } {
  const passages = passagesOf(lines)
  const lastLine = passages.findLastIndex((passage) => !isUnread(passage, title))
  const reading: Reading = { phase: 'studio', answering: null, spoken: false }
  const doubts: RecordDoubt[] = []
  const blocks = passages.map((passage, index): RecordBlock => {
    const { line, raw, text } = passage
    const whole = wordsOf(text)
    const asked = reading.answering
    const read = isUnread(passage, title) ? { kind: 'unclassified' as const, words: whole, speaker: null, title: '', by: 'place' as const } : (readMarked(text, reading) ?? readUnmarked(whole, reading, index === lastLine))
    if (read.by === 'place' && read.kind === 'closing') doubts.push({ line, message: asked === null ? 'Đoạn cuối không có dấu hiệu riêng: tạm coi là lời kết' : `Đoạn cuối ngay sau câu hỏi: tạm coi là lời kết, có thể là trả lời${asked.name === null ? '' : ` của ${asked.name}`}` })
    if (read.by === 'place' && read.kind === 'soundbite') doubts.push({ line, message: `Không ghi ai nói: tạm coi là trả lời${read.speaker === null ? '' : ` của ${read.speaker}`}` })
    return { ...read, line, raw }
  })
  return { blocks, doubts }
}
