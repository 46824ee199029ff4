import { formatVietnameseDate, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Block } from '../story/block.ts'

/** The title a correction must bear (Press Law 2016, Art. 42). */
export const noticeTitle = 'Thông tin cải chính, xin lỗi'

/** What a correction says. */
export interface CorrectionText {
  readonly documentNumber: string
  readonly documentIssuer: string
  readonly documentDate: CalendarDate
  readonly workName: string
  readonly columnName: string
  readonly airedOn: CalendarDate
  readonly falseContent: string
  readonly correctedContent: string
  readonly apology: string
}

/** Parts without which a notice is not issued (Press Law 2016, Art. 42), in the order they stand in it; the title and the day aired are always there. */
export const mandatoryParts = ['workName', 'columnName', 'falseContent', 'correctedContent', 'apology'] as const satisfies readonly (keyof CorrectionText)[]
export type MandatoryPart = (typeof mandatoryParts)[number]

/** What a notice says on air: the mandatory parts, its title and the day the work aired. */
export const noticeParts = ['title', 'airedOn', ...mandatoryParts] as const
export type NoticePart = (typeof noticeParts)[number]

/** The names of the parts. */
export const partNames: Readonly<Record<'vi' | 'en', Readonly<Record<NoticePart, string>>>> = {
  vi: { title: `tiêu đề “${noticeTitle}”`, airedOn: 'ngày phát', workName: 'tên tác phẩm', columnName: 'chuyên mục', falseContent: 'nội dung không đúng', correctedContent: 'nội dung cải chính', apology: 'lời xin lỗi' },
  en: { title: `title “${noticeTitle}”`, airedOn: 'day it aired', workName: 'name of the work', columnName: 'column', falseContent: 'false content', correctedContent: 'corrected content', apology: 'apology' },
}

/** Mandatory parts that say nothing yet. */
export function missingParts(text: Pick<CorrectionText, MandatoryPart>): MandatoryPart[] {
  return mandatoryParts.filter((part) => text[part].trim() === '')
}

/** The notice as it is read and printed: title, then paragraphs; the apology directly after the correction. */
export function noticeParagraphs(text: CorrectionText): string[] {
  return [
    `${noticeTitle}.`,
    `Ngày ${formatVietnameseDate(text.airedOn)}, trong chuyên mục “${text.columnName}”, chúng tôi đã phát tin, bài “${text.workName}”.`,
    `Theo kết luận tại văn bản số ${text.documentNumber} ngày ${formatVietnameseDate(text.documentDate)} của ${text.documentIssuer}, nội dung sau đây đã phát là không đúng: ${ended(text.falseContent)}`,
    `Nay chúng tôi xin cải chính: ${ended(text.correctedContent)}`,
    ended(text.apology),
  ]
}

function ended(text: string): string {
  return /[.!?…”"]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`
}

/** The blocks of the notice's story: all of it is read out by the presenter. */
export function noticeBlocks(text: CorrectionText, newId: () => string): Block[] {
  return noticeParagraphs(text).map((paragraph) => ({ id: newId(), cuttable: false, kind: 'lead_in', text: paragraph }))
}

/** Where a correction stands: written, its notice on the way to air, aired. */
export const correctionStates = ['open', 'issued', 'done'] as const
export type CorrectionState = (typeof correctionStates)[number]

/** The state of a correction by its notice. */
export function correctionState(issued: boolean, noticeAired: boolean): CorrectionState {
  return noticeAired ? 'done' : issued ? 'issued' : 'open'
}
