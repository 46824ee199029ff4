import type { cellFaults } from '../../domain/import/parse-cell.ts'
import type { PlanFault } from '../../domain/import/import-draft.ts'
import type { SheetNotice } from '../../domain/import/read-tables.ts'
import type { Catalogue } from '#ui/text.ts'

/** What is known of a problem besides its code. */
export interface Facts {
  readonly sheet: string
  readonly cell: string
  readonly found: string
  readonly expected: string
}

type Words = string | ((facts: Facts) => string)
type ProblemCode = (typeof cellFaults)[number] | PlanFault | SheetNotice['code']

const longestList = 220

/** A list of admissible words, cut where it would fill the screen. */
function short(list: string, more: string): string {
  const words = list.split(' | ')
  let text = ''
  for (const [index, word] of words.entries()) {
    if (text.length + word.length > longestList) return `${text}, ${more.replace('{n}', String(words.length - index))}`
    text = index === 0 ? word : `${text}, ${word}`
  }
  return text
}

/** In brackets, when there is something to say. */
function aside(text: string): string {
  return text === '' ? '' : ` (${text})`
}

const vi: Readonly<Record<ProblemCode, Words>> = {
  formula: 'Đó là kết quả của công thức. Chép rồi dán giá trị vào ô.',
  'cell-error': 'Ô đang báo lỗi của Excel. Nhập lại giá trị.',
  required: ({ expected }) => `Cần điền. ${expected}.`,
  'too-long': ({ expected }) => `Quá dài: cần ${expected} ký tự.`,
  'not-text': ({ expected }) => `Cần chữ hoặc mã. ${expected}.`,
  'not-a-date': 'Không phải ngày có thật. Ghi ngày/tháng/năm, ví dụ 31/12/2026.',
  'not-in-list': ({ expected }) => `Không có trong danh mục. Cần một trong: ${short(expected, 'và {n} mục khác (xem tệp mẫu)')}.`,
  'not-yes-or-no': 'Cần ghi Có hoặc Không.',
  'not-a-count': ({ expected }) => `Cần số nguyên trong khoảng ${expected}.`,
  'not-an-identity-number': ({ expected }) => `Cần đúng ${expected} chữ số. Định dạng ô là văn bản để giữ số 0 ở đầu.`,
  'duplicate-in-file': ({ expected }) => `Trùng với dòng ${expected} của cùng trang. Chỉ giữ một dòng.`,
  'unknown-unit': 'Không có đơn vị nào mang mã này, trong tệp cũng như trong hệ thống. Mã phân biệt dấu.',
  'unknown-post': 'Không có vị trí nào mang mã này, trong tệp cũng như trong hệ thống. Mã phân biệt dấu.',
  'unknown-person': 'Không có người nào mang mã này, trong tệp cũng như trong hệ thống. Mã phân biệt dấu.',
  'end-before-start': ({ expected }) => `Ngày kết thúc trước ngày bắt đầu. Cần ${expected}.`,
  overlap: ({ expected }) => `Trùng thời gian với một dòng khác${aside(expected)}.`,
  gap: ({ expected }) => `Các giai đoạn không nối liền: hở tại ${expected}. Giai đoạn sau bắt đầu ngay sau ngày cuối của giai đoạn trước.`,
  cycle: ({ expected }) => `Đơn vị cấp trên này lại nằm dưới chính đơn vị đang khai${aside(expected)}.`,
  'parent-not-alive': ({ expected }) => `Đơn vị cấp trên không hoạt động suốt thời gian này${aside(expected)}.`,
  'child-outlives': ({ expected }) => `Đơn vị trực thuộc ${expected} còn hoạt động sau ngày này. Sửa cả đơn vị đó.`,
  'in-future': ({ expected }) => `Ngày sinh sau hôm nay. Cần ${expected}.`,
  'outside-unit-life': ({ expected }) => `Vị trí nằm ngoài thời gian hoạt động của đơn vị${aside(expected)}.`,
  'post-outlives-unit': ({ expected }) => `Vị trí ${expected} còn sau ngày đơn vị kết thúc. Sửa cả vị trí đó.`,
  'held-longer': ({ expected }) => `Có người giữ vị trí ngoài khoảng thời gian này${aside(expected)}.`,
  'outside-post-life': ({ expected }) => `Nằm ngoài thời gian của vị trí${aside(expected)}.`,
  'two-primary': ({ expected }) => `Người này đã có chức vụ chính khác trong cùng thời gian${aside(expected)}. Chỉ một chức vụ ghi Có.`,
  'no-place': ({ expected }) => `Nhiều người giữ hơn số người của vị trí${aside(expected)}.`,
  'no-code': 'Cần mã nhân sự, hoặc số định danh cá nhân của một người đã ghi số này trong hệ thống.',
  'identity-taken': ({ expected }) => `Số này đã ghi cho người mang mã ${expected}. Kiểm tra xem bên nào sai.`,
  'identity-place': 'Ba số đầu không phải mã tỉnh, thành phố nào. Kiểm tra lại trên thẻ căn cước.',
  'identity-sex': 'Số này không khớp với giới tính đã ghi. Kiểm tra cả hai.',
  'identity-birth-year': 'Số này không khớp với năm sinh đã ghi. Kiểm tra cả hai.',
  'same-name-and-birth': ({ expected }) => `Cùng họ tên và ngày sinh với người mang mã ${expected}. Kiểm tra xem có phải một người.`,
  'unknown-sheet': ({ found }) => `Trang “${found}” không có trong mẫu nên không được đọc.`,
  'no-known-sheet': ({ expected }) => `Tệp không có trang nào theo mẫu. Cần ít nhất một trong các trang: ${expected}.`,
  'repeated-sheet': ({ found }) => `Trang “${found}” trùng với một trang đã đọc. Gộp thành một trang.`,
  'no-header-row': ({ sheet, expected }) => `Trang “${sheet}” không có dòng tiêu đề cột. Cần các cột: ${expected}.`,
  'missing-column': ({ sheet, expected }) => `Trang “${sheet}” thiếu cột bắt buộc “${expected}”.`,
  'unknown-column': ({ sheet, cell, found }) => `Cột “${found}” (ô ${cell}, trang “${sheet}”) không có trong mẫu nên không được đọc.`,
  'repeated-column': ({ sheet, cell, found, expected }) => `Cột “${found}” (ô ${cell}, trang “${sheet}”) trùng với cột “${expected}” đã có.`,
  'merged-header': ({ sheet, found }) => `Dòng tiêu đề trang “${sheet}” có ô gộp (${found}). Bỏ gộp ô, mỗi cột một tiêu đề.`,
  'merged-cells': ({ sheet, found }) => `Trang “${sheet}” có ô gộp (${found}). Bỏ gộp và điền đủ từng dòng.`,
  'no-rows': ({ sheet }) => `Trang “${sheet}” chưa có dòng dữ liệu nào.`,
}

const en: Readonly<Record<ProblemCode, Words>> = {
  formula: 'That is the result of a formula. Copy and paste its value.',
  'cell-error': 'The cell shows an Excel error. Enter the value again.',
  required: ({ expected }) => `It must be filled in. ${expected}.`,
  'too-long': ({ expected }) => `Too long: ${expected} characters.`,
  'not-text': ({ expected }) => `Text or a code is needed. ${expected}.`,
  'not-a-date': 'Not a real date. Write day/month/year, for example 31/12/2026.',
  'not-in-list': ({ expected }) => `Not in the list. One of: ${short(expected, 'and {n} more (see the template)')}.`,
  'not-yes-or-no': 'Write Có (yes) or Không (no).',
  'not-a-count': ({ expected }) => `A whole number of ${expected} is needed.`,
  'not-an-identity-number': ({ expected }) => `Exactly ${expected} digits are needed. Make the cell text, so that noughts in front stay.`,
  'duplicate-in-file': ({ expected }) => `The same as row ${expected} of this sheet. Keep one of them.`,
  'unknown-unit': 'No unit has this code, in the file or in the system. Accents count.',
  'unknown-post': 'No post has this code, in the file or in the system. Accents count.',
  'unknown-person': 'Nobody has this code, in the file or in the system. Accents count.',
  'end-before-start': ({ expected }) => `The last day is before the first. It must be ${expected}.`,
  overlap: ({ expected }) => `Overlaps another row in time${aside(expected)}.`,
  gap: ({ expected }) => `The stretches do not join: there is a gap at ${expected}. Each begins the day after the last ends.`,
  cycle: ({ expected }) => `This superior unit is itself below the unit${aside(expected)}.`,
  'parent-not-alive': ({ expected }) => `The superior unit does not exist for all of this time${aside(expected)}.`,
  'child-outlives': ({ expected }) => `Sub-unit ${expected} exists after this day. Correct it too.`,
  'in-future': ({ expected }) => `The birth date is after today. It must be ${expected}.`,
  'outside-unit-life': ({ expected }) => `The post lies outside the life of its unit${aside(expected)}.`,
  'post-outlives-unit': ({ expected }) => `Post ${expected} goes on after the unit ends. Correct it too.`,
  'held-longer': ({ expected }) => `Somebody holds the post outside this time${aside(expected)}.`,
  'outside-post-life': ({ expected }) => `Outside the life of the post${aside(expected)}.`,
  'two-primary': ({ expected }) => `This person has another main post at that time${aside(expected)}. Only one may say Có.`,
  'no-place': ({ expected }) => `More people hold the post than it has places${aside(expected)}.`,
  'no-code': 'A person code is needed, or the identification number of somebody for whom it is already recorded.',
  'identity-taken': ({ expected }) => `This number is recorded for the person with code ${expected}. Check which is wrong.`,
  'identity-place': 'The first three digits are the code of no province. Check the card.',
  'identity-sex': 'The number does not fit the sex recorded. Check both.',
  'identity-birth-year': 'The number does not fit the birth year recorded. Check both.',
  'same-name-and-birth': ({ expected }) => `Same name and birth date as the person with code ${expected}. Check whether it is the same person.`,
  'unknown-sheet': ({ found }) => `Sheet “${found}” is not in the template and was not read.`,
  'no-known-sheet': ({ expected }) => `The file has no sheet of the template. At least one is needed: ${expected}.`,
  'repeated-sheet': ({ found }) => `Sheet “${found}” repeats one already read. Make them one.`,
  'no-header-row': ({ sheet, expected }) => `Sheet “${sheet}” has no row of column headers. Columns: ${expected}.`,
  'missing-column': ({ sheet, expected }) => `Sheet “${sheet}” lacks the required column “${expected}”.`,
  'unknown-column': ({ sheet, cell, found }) => `Column “${found}” (cell ${cell}, sheet “${sheet}”) is not in the template and was not read.`,
  'repeated-column': ({ sheet, cell, found, expected }) => `Column “${found}” (cell ${cell}, sheet “${sheet}”) repeats column “${expected}”.`,
  'merged-header': ({ sheet, found }) => `The header row of sheet “${sheet}” has merged cells (${found}). Unmerge them, one header per column.`,
  'merged-cells': ({ sheet, found }) => `Sheet “${sheet}” has merged cells (${found}). Unmerge them and fill in each row.`,
  'no-rows': ({ sheet }) => `Sheet “${sheet}” has no rows of data yet.`,
}

/** Words for everything the check of a workbook can find. */
export const problemWords: Catalogue<Readonly<Record<string, Words>>> = { vi, en }

/** A problem in words: what is wrong and what was expected; a code of a newer server is shown as it is. */
export function describeProblem(words: Readonly<Record<string, Words>>, code: string, facts: Facts): string {
  const text = words[code]
  return text === undefined ? code : typeof text === 'string' ? text : text(facts)
}
