import { showDate } from '#ui/format.ts'
import type { RefusalTexts } from '#ui/refusal-words.ts'
import type { Catalogue } from '#ui/text.ts'
import type { IdentityDoubt } from '../domain/identity-number.ts'
import type { OrganisationRefusal } from '../domain/refusals.ts'

type Data = Readonly<Record<string, unknown>>
type Words = Readonly<Record<OrganisationRefusal, string | ((data: Data) => string)>>

/** A named thing in a refusal's data, in quotes: `“Phòng Kinh tế”`; the fallback when it is not told. */
function named(value: unknown, fallback: string): string {
  if (typeof value === 'string' && value !== '') return `“${value}”`
  if (typeof value === 'object' && value !== null && 'name' in value) return named(value.name, fallback)
  return fallback
}

function day(value: unknown, before: string): string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? `${before}${showDate(value)}` : ''
}

function span(data: Data, from: string, to: string): string {
  const first = day(data['from'], from)
  return first === '' ? '' : ` (${first}${day(data['to'], ` ${to}`)})`
}

function count(value: unknown): string {
  return typeof value === 'number' ? String(value) : ''
}

const doubtWordsVi: Readonly<Record<IdentityDoubt, string>> = { 'place': 'mã nơi đăng ký khai sinh (3 số đầu)', 'sex': 'giới tính', 'birth-year': 'năm sinh' }
const doubtWordsEn: Readonly<Record<IdentityDoubt, string>> = { 'place': 'any place of birth registration (first 3 digits)', 'sex': 'the sex', 'birth-year': 'the birth year' }

/** What a number does not fit, in words: `useText(doubtWords)`. */
export const doubtWords: Catalogue<Readonly<Record<IdentityDoubt, string>>> = { vi: doubtWordsVi, en: doubtWordsEn }

function doubtList(value: unknown, words: Readonly<Record<string, string>>, fallback: string): string {
  const known = Array.isArray(value) ? value.flatMap((doubt) => words[String(doubt)] ?? []) : []
  return known.length > 0 ? known.join(', ') : fallback
}

/** Words for every refusal of the organisation: what stands in the way and what to do about it. */
export const refusalWordsVi: Words = {
  'organisation.unit.not-found': 'Không có đơn vị này, hoặc đơn vị nằm ngoài phạm vi bạn quản lý. Tải lại trang rồi chọn đơn vị khác.',
  'organisation.unit.code-taken': (data) => `Mã ${named(data['code'], 'này')} đã dùng cho một đơn vị khác, kể cả đơn vị đã kết thúc. Chọn mã khác.`,
  'organisation.unit.changed': 'Đơn vị vừa được người khác thay đổi. Xem bản mới nhất rồi thực hiện lại; nội dung bạn nhập vẫn còn.',
  'organisation.unit.not-alive': (data) => `Đơn vị ${named(data['code'], 'đã chọn')} không hoạt động vào ngày hiệu lực${day(data['on'], ' ')}. Chọn ngày hoặc đơn vị khác.`,
  'organisation.unit.cycle': (data) =>
    `Đơn vị ${named(data['name'], 'này')} không thể trực thuộc ${named(data['parent'], 'đơn vị đó')}, vì đơn vị đó đang nằm dưới nó${day(data['on'], ' vào ngày ')}. Chọn đơn vị cấp trên khác.`,
  'organisation.unit.parent-not-alive': (data) =>
    `Đơn vị cấp trên ${named(data['parent'], '')} của ${named(data['name'], 'đơn vị này')} không hoạt động${day(data['on'], ' vào ngày ')}. Chọn đơn vị cấp trên khác hoặc ngày khác.`,
  'organisation.unit.gap': (data) => `Các giai đoạn của đơn vị ${named(data['name'], 'này')} bị hở${day(data['on'], ' tại ngày ')}. Sửa ngày để các giai đoạn nối liền nhau.`,
  'organisation.unit.overlap': (data) => `Các giai đoạn của đơn vị ${named(data['name'], 'này')} chồng lên nhau${day(data['on'], ' tại ngày ')}. Sửa ngày để mỗi ngày chỉ có một giai đoạn.`,
  'organisation.unit.has-children': (data) => {
    const children = Array.isArray(data['children']) ? data['children'].map((child) => named(child, '')).filter((name) => name !== '') : []
    return `Còn ${count(data['count'])} đơn vị trực thuộc${children.length > 0 ? `: ${children.slice(0, 5).join(', ')}` : ''}. Chuyển hoặc giải thể các đơn vị này trước.`
  },
  'organisation.unit.same-twice': 'Có một đơn vị được chọn hai lần. Bỏ bớt một lần rồi thực hiện lại.',
  'organisation.unit.nothing-changes': 'Nội dung mới giống hệt hiện tại nên không có gì thay đổi. Sửa nội dung hoặc đóng hộp này.',
  'organisation.post.not-found': 'Không có vị trí này, hoặc vị trí thuộc đơn vị ngoài phạm vi bạn quản lý. Tải lại trang.',
  'organisation.post.code-taken': 'Mã này đã dùng cho một vị trí khác. Chọn mã khác.',
  'organisation.post.changed': 'Vị trí vừa được người khác thay đổi. Xem bản mới nhất rồi thực hiện lại; nội dung bạn nhập vẫn còn.',
  'organisation.post.outside-unit-life': (data) => `Vị trí phải nằm trong thời gian hoạt động của đơn vị${span(data, 'từ ', 'đến ')}. Sửa ngày bắt đầu hoặc kết thúc.`,
  'organisation.post.held-longer': (data) =>
    `Có người giữ vị trí ngoài khoảng thời gian này${span(data, 'từ ', 'đến ')}. Kết thúc hoặc sửa việc giữ chức vụ trước, hoặc chọn ngày khác.`,
  'organisation.post.fewer-places-than-holders': (data) => `Số người đang giữ vị trí nhiều hơn ${count(data['places'])}${day(data['on'], ' vào ngày ')}. Tăng số người, hoặc kết thúc bớt việc giữ chức vụ.`,
  'organisation.person.not-found': 'Không có người này, hoặc tài khoản của bạn không được xem. Kiểm tra lại đường dẫn.',
  'organisation.person.code-taken': 'Mã này đã dùng cho một người khác. Tìm theo mã để xem người đó, hoặc chọn mã khác.',
  'organisation.person.changed': 'Thông tin người này vừa được người khác thay đổi. Xem bản mới nhất rồi thực hiện lại; nội dung bạn nhập vẫn còn.',
  'organisation.person.born-in-future': 'Ngày sinh không được sau hôm nay. Kiểm tra lại năm sinh.',
  'organisation.identity.not-found': 'Chưa ghi số này, hoặc tài khoản của bạn không được xem. Tải lại trang.',
  'organisation.identity.changed': 'Số này vừa được người khác sửa. Tải lại trang rồi thực hiện lại.',
  'organisation.identity.not-a-number': (data) =>
    data['kind'] === 'old_id_card' ? 'Số chứng minh nhân dân cũ cần đúng 9 chữ số. Kiểm tra lại trên giấy tờ.' : 'Đây không phải số định danh cá nhân: cần đúng 12 chữ số, 3 số đầu không phải 000. Kiểm tra lại trên thẻ căn cước.',
  'organisation.identity.doubtful': (data) => `Số này chưa khớp: ${doubtList(data['doubts'], doubtWordsVi, 'thông tin đã ghi')}. Kiểm tra lại; nếu vẫn đúng số trên thẻ thì xác nhận rồi lưu.`,
  'organisation.identity.taken': 'Số này đã ghi cho một người khác của đơn vị. Tìm theo số để xem người đó, rồi sửa bên sai.',
  'organisation.holding.not-found': 'Không có lần giữ chức vụ này, hoặc bạn không quản lý đơn vị đó. Tải lại trang.',
  'organisation.holding.changed': 'Việc giữ chức vụ này vừa được người khác thay đổi. Xem bản mới nhất rồi thực hiện lại; nội dung bạn nhập vẫn còn.',
  'organisation.holding.overlap': (data) => `Người này đã giữ chính vị trí đó trong khoảng thời gian trùng nhau${span(data, 'từ ', 'đến ')}. Sửa ngày để không trùng.`,
  'organisation.holding.two-primary': (data) => `Người này đã có một chức vụ chính khác${day(data['on'], ' vào ngày ')}. Bỏ dấu “chức vụ chính” ở một trong hai, hoặc kết thúc chức vụ cũ trước ngày đó.`,
  'organisation.holding.no-place': (data) => `Vị trí đã đủ ${count(data['places'])} người${day(data['on'], ' vào ngày ')}. Kết thúc việc giữ chức vụ của người cũ, hoặc tăng số người của vị trí.`,
  'organisation.holding.outside-post-life': (data) => `Thời gian giữ chức vụ phải nằm trong thời gian của vị trí${span(data, 'từ ', 'đến ')}. Sửa ngày.`,
  'organisation.holding.in-use': 'Việc giữ chức vụ này đã dùng để đánh giá hoặc giao việc nên không xóa được. Sửa ngày, hoặc kết thúc việc giữ chức vụ.',
  'organisation.absence.not-found': 'Không có lần nghỉ này, hoặc bạn không quản lý người đó. Tải lại trang.',
  'organisation.absence.changed': 'Lần nghỉ này vừa được người khác thay đổi. Xem bản mới nhất rồi thực hiện lại; nội dung bạn nhập vẫn còn.',
  'organisation.absence.overlap': (data) => `Người này đã có một lần nghỉ trùng ngày${span(data, 'từ ', 'đến ')}. Sửa ngày để không trùng.`,
  'organisation.dates.end-before-start': 'Ngày kết thúc trước ngày bắt đầu. Sửa một trong hai ngày.',
  'organisation.import.not-found': 'Không có lần nhập này, hoặc bạn không có quyền nhập dữ liệu cho toàn đơn vị.',
  'organisation.import.not-a-workbook': 'Tệp này không phải bảng tính Excel (.xlsx). Tải tệp mẫu, điền rồi tải lên lại.',
  'organisation.import.empty': 'Tệp không có dòng dữ liệu nào. Điền vào tệp mẫu rồi tải lên lại.',
  'organisation.import.too-many-rows': 'Tệp quá lớn, máy chủ không kiểm tra hết được. Chia thành nhiều tệp nhỏ hơn rồi tải lên từng tệp.',
  'organisation.import.not-ready': 'Tệp chưa kiểm tra xong hoặc còn ô sai nên chưa lưu được. Sửa tệp rồi tải lên lại.',
  'organisation.import.settled': 'Lần nhập này đã được lưu hoặc đã bỏ. Tải lại trang để xem kết quả.',
  'organisation.import.stale': (data) => `Dữ liệu đã thay đổi từ lúc kiểm tra nên có ${count(data['faulty'])} dòng không còn đúng. Chưa lưu gì; hãy tải tệp lên và kiểm tra lại.`,
}

export const refusalWordsEn: Words = {
  'organisation.unit.not-found': 'There is no such unit, or it is outside what you manage. Reload the page and choose another.',
  'organisation.unit.code-taken': (data) => `Code ${named(data['code'], '')} belongs to another unit, perhaps one that has ended. Choose another code.`,
  'organisation.unit.changed': 'Somebody else has just changed the unit. Look at the latest, then try again; what you entered is kept.',
  'organisation.unit.not-alive': (data) => `Unit ${named(data['code'], '')} does not exist on the effective day${day(data['on'], ' ')}. Choose another day or unit.`,
  'organisation.unit.cycle': (data) =>
    `Unit ${named(data['name'], '')} cannot stand under ${named(data['parent'], 'that unit')}, which is itself below it${day(data['on'], ' on ')}. Choose another superior unit.`,
  'organisation.unit.parent-not-alive': (data) =>
    `The superior unit ${named(data['parent'], '')} of ${named(data['name'], 'this unit')} does not exist${day(data['on'], ' on ')}. Choose another unit or day.`,
  'organisation.unit.gap': (data) => `The stretches of unit ${named(data['name'], '')} leave a gap${day(data['on'], ' at ')}. Correct the dates so that they join.`,
  'organisation.unit.overlap': (data) => `The stretches of unit ${named(data['name'], '')} overlap${day(data['on'], ' at ')}. Correct the dates so that each day has one.`,
  'organisation.unit.has-children': (data) => {
    const children = Array.isArray(data['children']) ? data['children'].map((child) => named(child, '')).filter((name) => name !== '') : []
    return `It still has ${count(data['count'])} sub-units${children.length > 0 ? `: ${children.slice(0, 5).join(', ')}` : ''}. Move or dissolve them first.`
  },
  'organisation.unit.same-twice': 'One unit was chosen twice. Remove one of them and try again.',
  'organisation.unit.nothing-changes': 'The new entries are the same as now, so nothing changes. Change them or close this box.',
  'organisation.post.not-found': 'There is no such post, or it is in a unit you do not manage. Reload the page.',
  'organisation.post.code-taken': 'This code belongs to another post. Choose another code.',
  'organisation.post.changed': 'Somebody else has just changed the post. Look at the latest, then try again; what you entered is kept.',
  'organisation.post.outside-unit-life': (data) => `The post must lie within the life of its unit${span(data, 'from ', 'to ')}. Correct its first or last day.`,
  'organisation.post.held-longer': (data) => `Somebody holds the post outside this stretch${span(data, 'from ', 'to ')}. End or correct the holding first, or choose another day.`,
  'organisation.post.fewer-places-than-holders': (data) => `More than ${count(data['places'])} people hold the post${day(data['on'], ' on ')}. Raise the number of places, or end some holdings.`,
  'organisation.person.not-found': 'There is no such person, or your account may not see them. Check the address.',
  'organisation.person.code-taken': 'This code belongs to another person. Search for the code to see who, or choose another.',
  'organisation.person.changed': 'Somebody else has just changed this person. Look at the latest, then try again; what you entered is kept.',
  'organisation.person.born-in-future': 'The birth date must not be after today. Check the year.',
  'organisation.identity.not-found': 'There is no such number, or your account may not see it. Reload the page.',
  'organisation.identity.changed': 'Somebody else has just corrected this number. Reload the page and try again.',
  'organisation.identity.not-a-number': (data) =>
    data['kind'] === 'old_id_card' ? 'The number of an old identity card has exactly 9 digits. Check it on the card.' : 'This is no personal identification number: it has exactly 12 digits and does not begin with 000. Check it on the card.',
  'organisation.identity.doubtful': (data) => `The number does not fit ${doubtList(data['doubts'], doubtWordsEn, 'what is recorded')}. Check it; if the card says so, confirm and save.`,
  'organisation.identity.taken': 'This number is recorded for another person of the office. Search for it to see who, then correct the wrong one.',
  'organisation.holding.not-found': 'There is no such holding, or you do not manage its unit. Reload the page.',
  'organisation.holding.changed': 'Somebody else has just changed this holding. Look at the latest, then try again; what you entered is kept.',
  'organisation.holding.overlap': (data) => `This person already holds the same post on some of these days${span(data, 'from ', 'to ')}. Correct the dates.`,
  'organisation.holding.two-primary': (data) => `This person already has another main post${day(data['on'], ' on ')}. Untick “main post” on one of them, or end the old one before that day.`,
  'organisation.holding.no-place': (data) => `All ${count(data['places'])} places of the post are taken${day(data['on'], ' on ')}. End somebody’s holding, or raise the number of places.`,
  'organisation.holding.outside-post-life': (data) => `The holding must lie within the life of the post${span(data, 'from ', 'to ')}. Correct the dates.`,
  'organisation.holding.in-use': 'This holding has served for evaluation or for assigning tasks and cannot be removed. Correct its days, or end it.',
  'organisation.absence.not-found': 'There is no such absence, or you do not manage the person. Reload the page.',
  'organisation.absence.changed': 'Somebody else has just changed this absence. Look at the latest, then try again; what you entered is kept.',
  'organisation.absence.overlap': (data) => `This person already has an absence on some of these days${span(data, 'from ', 'to ')}. Correct the days.`,
  'organisation.dates.end-before-start': 'The last day is before the first. Correct one of them.',
  'organisation.import.not-found': 'There is no such import, or you may not import for the whole organisation.',
  'organisation.import.not-a-workbook': 'This file is not an Excel workbook (.xlsx). Download the template, fill it in and upload it.',
  'organisation.import.empty': 'The file has no rows of data. Fill in the template and upload it.',
  'organisation.import.too-many-rows': 'The file is too large for the server to check. Split it into smaller files and upload them one by one.',
  'organisation.import.not-ready': 'The file is still being checked or has bad cells, so it cannot be stored. Correct it and upload it again.',
  'organisation.import.settled': 'This import has already been stored or thrown away. Reload the page to see.',
  'organisation.import.stale': (data) => `The data has changed since the check, so ${count(data['faulty'])} rows no longer hold. Nothing was stored; upload the file and check it again.`,
}

/** The words by language, as notices take them: `useText(refusalTexts)`. */
export const refusalTexts: Catalogue<RefusalTexts> = { vi: refusalWordsVi, en: refusalWordsEn }
