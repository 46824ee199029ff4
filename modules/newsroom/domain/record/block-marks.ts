import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { BlockKind } from '../story/block.ts'
import { wordsOf } from './read-through-markup.ts'
import { speakerLabel } from './speaker-label.ts'

const marks: ReadonlyMap<string, BlockKind> = new Map([
  ['phim', 'film_start'],
  ['phóng sự', 'film_start'],
  ['vtr', 'film_start'],
  ['lời bình', 'voice_over'],
  ['thuyết minh', 'voice_over'],
  ['lời dẫn', 'lead_in'],
  ['ptv', 'lead_in'],
  ['mc', 'lead_in'],
  ['pv', 'question'],
  ['p/v', 'question'],
  ['phóng viên', 'question'],
  ['pv hỏi', 'question'],
  ['hỏi', 'question'],
  ['tl', 'soundbite'],
  ['trả lời', 'soundbite'],
  ['đáp', 'soundbite'],
  ['ghi chú', 'presenter_note'],
  ['lưu ý', 'presenter_note'],
  ['bảng tên', 'super'],
  ['đồ họa', 'graphic'],
  ['đồ hoạ', 'graphic'],
  ['bảng số liệu', 'graphic'],
  ['lời kết', 'closing'],
])
const greetings = /^(?:kính )?thưa (?:quý vị|các bạn|bà con)|^(?:kính|xin) chào|^quý vị và các bạn|^chào mừng/
const farewells = /^(?:xin )?(?:kính chào|cảm ơn|cám ơn|trân trọng cảm ơn|hẹn gặp lại|tạm biệt)|^chương trình đến đây|^chuyên mục .{0,80}(?:đến đây|tạm dừng|kết thúc)/

/** An old mark at the head of a text ("Phim:", "PV:") and where what it marks begins. */
export function blockMark(text: string): { kind: BlockKind; end: number } | null {
  const colon = text.slice(0, 40).search(/[:：]/)
  if (colon < 0) return null
  const kind = marks.get(wordsOf(text.slice(0, colon)).replace(/^[-–*•+(]{1,3} ?/, '').toLowerCase())
  return kind === undefined ? null : { kind, end: colon + 1 }
}

/** Whether words greet the audience (lời chào đầu). */
export function isGreeting(words: string): boolean {
  return greetings.test(words.slice(0, 60).toLowerCase())
}

/** Whether words take leave of the audience (lời chào cuối). */
export function isFarewell(words: string): boolean {
  return farewells.test(words.slice(0, 160).toLowerCase())
}

/** Whether words ask: a question mark at their end, or "xin đồng chí cho biết" and its shortened forms. */
export function isQuestion(words: string): boolean {
  if (/[?？]["”’)]?$/.test(words.slice(-4))) return true
  const opening = foldVietnamese(words.slice(0, 300))
  return /(?:^|[ ,])xin (?:[\p{L}/.]{1,12} ){1,4}(?:cho biet|chia se|danh gia|noi ro|noi them)/u.test(opening)
}

/** Whether somebody speaks of themselves, as in an interview and not in a voice-over. */
export function isFirstPerson(words: string): boolean {
  return /(?<!\p{L})(?:tôi|chúng tôi|chúng em|gia đình tôi|đơn vị tôi|xã tôi)(?!\p{L})/iu.test(words.slice(0, 4000))
}

/** Where a paragraph must be cut because somebody else begins to speak in its middle: "… ngày 25. PV: Xin đ/c …". */
export function cutsWithin(text: string): readonly number[] {
  const cuts: number[] = []
  const pieces = /(?<=\s)(?:p\/?v|phóng viên)(?=\s{0,4}[:：])|(?<=[.?!…”"]\s)(?=\p{Lu}|đ)/giu
  for (const found of text.matchAll(pieces)) {
    const at = found.index
    if (at === 0 || wordsOf(text.slice(0, Math.min(at, 200))) === '') continue
    if (found[0] === '') {
      const rest = text.slice(at, at + 240)
      if (!/^(?:đ\/?c|đ\.c|đ\/chí|đồng chí|ông|bà|anh|chị)(?![\p{L}])/iu.test(rest) || speakerLabel(rest) === null) continue
    }
    cuts.push(at)
  }
  return cuts
}
