import { tidy } from '#kernel/vietnamese.ts'
import type { PaperHeading } from '../../domain/meeting.ts'
import { dateline } from './form-view.ts'

/** Somebody called to the meeting, as the minutes name them. */
export interface MinutesAttendee {
  readonly name: string
  readonly title: string
  readonly role: string
  readonly present: boolean
  readonly absenceReason: string
}

/** One secret ballot: its lines of totals are already in words. */
export interface MinutesBallot {
  readonly title: string
  readonly method: string
  readonly outside: readonly string[]
  readonly note: string
  readonly totals: readonly { readonly choice: string; readonly count: number }[] | null
  readonly issued: number
  readonly collected: number
  readonly invalid: number
}

/** What the meeting proposes for somebody. */
export interface MinutesProposal {
  readonly name: string
  readonly title: string
  readonly group: string
  readonly provisional: string
  readonly proposed: string
  readonly reason: string
}

/** Everything the minutes (biên bản hội nghị) hold. */
export interface MinutesInput {
  readonly heading: PaperHeading
  readonly superiorBody: string
  readonly bodyName: string
  /** The room. */
  readonly place: string
  /** The commune or province the paper is dated from; null leaves dots. */
  readonly issuedAt: string | null
  /** 'YYYY-MM-DD' */
  readonly date: string
  readonly subject: string
  readonly openedAt: string
  readonly closedAt: string | null
  readonly attendees: readonly MinutesAttendee[]
  readonly present: number
  readonly convened: number
  readonly quorum: string
  /** Conflicts of interest stated in the meeting. */
  readonly conflicts: readonly { readonly name: string; readonly subject: string; readonly reason: string }[]
  readonly ballots: readonly MinutesBallot[]
  readonly proposals: readonly MinutesProposal[]
  readonly conclusion: string
  readonly chair: MinutesPerson
  readonly secretary: MinutesPerson
}

/** Somebody who signs, with the title held on the day; both empty where nobody was named. */
export interface MinutesPerson {
  readonly name: string
  readonly title: string
}

/** A part of the minutes that a printer can set: PDF and DOCX are made from the same ones. */
export type MinutesBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly head: readonly string[]; /** Widths in percent. */ readonly widths: readonly number[]; readonly rows: readonly (readonly string[])[] }

/** The minutes ready to be set. */
export interface Minutes {
  readonly heading: PaperHeading
  readonly superior: string
  readonly body: string
  readonly number: string
  readonly dateline: string
  readonly subject: string
  readonly blocks: readonly MinutesBlock[]
  readonly signatures: readonly { readonly heading: string; readonly name: string }[]
}

const paragraph = (text: string): MinutesBlock => ({ kind: 'paragraph', text: tidy(text) })
const named = ({ name, title }: MinutesPerson): string => (name === '' ? '..........' : [name, title].filter((part) => part !== '').join(', '))

/**
 * Sets the minutes out: those of a State body after form 1.9 of NĐ 30/2020, those of a Party body under the Party's
 * heading and with its way of numbering (HD 36-HD/VPTW). The number is left for the clerk to write.
 */
export function minutesOf(input: MinutesInput): Minutes {
  const party = input.heading === 'party'
  const numerals = ['I', 'II', 'III', 'IV', 'V'].map((numeral) => numeral + (party ? '-' : '.'))
  const heading = (text: string): MinutesBlock => ({ kind: 'heading', text: `${numerals.shift()} ${text}` })
  const away = input.attendees.filter((one) => !one.present)
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').map(paragraph)
  return {
    heading: input.heading,
    superior: tidy(input.superiorBody).toLocaleUpperCase('vi'),
    body: tidy(input.bodyName).toLocaleUpperCase('vi'),
    number: party ? 'Số ......-BB/......' : 'Số: ....../BB-......',
    dateline: dateline({ place: input.issuedAt, date: input.date }),
    subject: tidy(input.subject),
    blocks: [
      heading('Thời gian, địa điểm'),
      paragraph(`Thời gian bắt đầu: ${input.openedAt}.`),
      paragraph(`Địa điểm: ${input.place}.`),
      heading('Thành phần'),
      paragraph(`Chủ trì: ${named(input.chair)}.`),
      paragraph(`Thư ký: ${named(input.secretary)}.`),
      paragraph(`Có mặt ${input.present}/${input.convened} thành viên được biểu quyết (yêu cầu: ${input.quorum.toLocaleLowerCase('vi')}).`),
      table(
        ['TT', 'Họ và tên', 'Chức danh', 'Vai trò'],
        [7, 33, 40, 20],
        input.attendees.filter((one) => one.present).map((one, at) => [String(at + 1), one.name, one.title, one.role]),
      ),
      ...(away.length === 0 ? [paragraph('Vắng: không có.')] : [paragraph(`Vắng: ${away.map((one) => `${one.name}${one.absenceReason === '' ? '' : ` (${one.absenceReason})`}`).join('; ')}.`)]),
      ...(input.conflicts.length === 0 ? [] : [paragraph('Người dự họp tự nêu hoặc được ghi nhận có xung đột lợi ích, không đề nghị, không bỏ phiếu về nội dung liên quan:')]),
      ...input.conflicts.map((each) => paragraph(`- ${each.name}, nội dung về ${each.subject}${each.reason === '' ? '' : ` (${each.reason})`}.`)),
      heading('Bỏ phiếu kín'),
      ...(input.ballots.length === 0 ? [paragraph('Hội nghị không bỏ phiếu.')] : input.ballots.flatMap(ballotBlocks)),
      heading('Mức xếp loại hội nghị đề nghị'),
      table(
        ['TT', 'Họ và tên, chức danh', 'Mức dự kiến', 'Mức đề nghị', 'Lý do'],
        [6, 28, 20, 20, 26],
        input.proposals.map((one, at) => [String(at + 1), [one.name, one.title].filter((part) => part !== '').join(', '), one.provisional, one.proposed, one.reason]),
      ),
      heading('Kết luận'),
      ...(input.conclusion.trim() === '' ? [paragraph('..........')] : lines(input.conclusion)),
      paragraph('Mức xếp loại do cấp có thẩm quyền quyết định; kết quả công bố sau hội nghị.'),
      paragraph(`Hội nghị kết thúc vào ${input.closedAt ?? '..... giờ ..... phút, ngày ..........'}. Biên bản đã được thông qua tại hội nghị.`),
    ],
    signatures: [
      { heading: 'THƯ KÝ', name: input.secretary.name },
      { heading: 'CHỦ TRÌ', name: input.chair.name },
    ],
  }
}

function table(head: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]): MinutesBlock {
  return { kind: 'table', head, widths, rows: rows.map((row) => row.map(tidy)) }
}

function ballotBlocks(ballot: MinutesBallot, at: number): MinutesBlock[] {
  const valid = ballot.collected - ballot.invalid
  return [
    paragraph(`${at + 1}. ${ballot.title} (${ballot.method}).${ballot.outside.length === 0 ? '' : ` Không tham gia nội dung này: ${ballot.outside.join(', ')}.`}`),
    ...(ballot.note === '' ? [] : [paragraph(ballot.note)]),
    ...(ballot.totals === null
      ? []
      : [
          paragraph(`Phát ra ${ballot.issued} phiếu, thu về ${ballot.collected} phiếu, hợp lệ ${valid}, không hợp lệ ${ballot.invalid}.`),
          table(['Lựa chọn', 'Số phiếu'], [75, 25], ballot.totals.map((total) => [total.choice, String(total.count)])),
        ]),
  ]
}
