import { dayInWords, formatVietnameseDate } from '#kernel/calendar-date.ts'
import { splitWords } from '../diff/word-diff.ts'
import { readKinds } from '../speech/timing.ts'
import type { Block } from '../story/block.ts'
import { noticeParts, noticeTitle, type CorrectionText, type MandatoryPart, type NoticePart } from './notice.ts'

/**
 * What a notice that was changed since it was issued no longer says on air: each part must stand in what is read of it, word for word.
 * Marks, capitals and where lines break do not matter; the day may be written in figures or in words.
 */
export function lackingParts(text: Pick<CorrectionText, MandatoryPart | 'airedOn'>, blocks: readonly Block[], cutBlocks: readonly string[]): NoticePart[] {
  const read: readonly string[] = readKinds
  const said = wordsOf(blocks.flatMap((block) => ('text' in block && read.includes(block.kind) && !cutBlocks.includes(block.id) ? [block.text] : [])).join('\n'))
  const day = formatVietnameseDate(text.airedOn)
  const days = [day, day.replaceAll('/', '-'), dayInWords(text.airedOn)].flatMap((written) => [written, written.replace(/(?<!\d)0/g, '')])
  const ways = (part: NoticePart): readonly string[] => (part === 'title' ? [noticeTitle] : part === 'airedOn' ? days : [text[part]])
  return noticeParts.filter((part) => !ways(part).some((way) => said.includes(wordsOf(way))))
}

/** Words and numbers only, with a blank on either side, so that 5 does not stand in 15. */
function wordsOf(text: string): string {
  return ` ${splitWords(text.normalize('NFC').toLocaleLowerCase('vi')).filter((part) => /[\p{L}\p{N}]/u.test(part)).join(' ')} `
}
