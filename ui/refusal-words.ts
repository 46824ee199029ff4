import type { SecrecyLevel } from '#kernel/secrecy.ts'
import type { Language } from './language.ts'

/** Words for refusal codes: a sentence, or one made from the refusal's data. */
export type RefusalTexts = Readonly<Record<string, string | ((data: never) => string)>>

/** Levels of secrecy as their marks are written. */
export const secrecyWords: Readonly<Record<Language, Readonly<Record<SecrecyLevel, string>>>> = {
  vi: { confidential: 'Mật', secret: 'Tối mật', top_secret: 'Tuyệt mật' },
  en: { confidential: 'Mật (confidential)', secret: 'Tối mật (secret)', top_secret: 'Tuyệt mật (top secret)' },
}

/** Words for the refusals every route can answer with. */
export const refusalWords: Readonly<Record<Language, RefusalTexts>> = {
  vi: {
    'platform.invalid-input': 'Nội dung gửi lên chưa hợp lệ. Sửa các chỗ nêu dưới đây rồi gửi lại.',
    'platform.request-id-missing': 'Yêu cầu thiếu mã chống gửi trùng. Tải lại trang rồi thử lại.',
    'platform.request-id-reused': 'Yêu cầu này đã được dùng cho một việc khác. Tải lại trang rồi thử lại.',
    'platform.not-signed-in': 'Phiên đăng nhập đã hết. Hãy đăng nhập lại.',
    'platform.not-found': 'Không có nội dung này, hoặc tài khoản của bạn không được xem.',
    'platform.prove-again': 'Việc này cần xác nhận lại danh tính. Hãy thử lại và xác nhận khi được hỏi.',
    'platform.second-factor-needed': 'Việc này cần xác thực hai lớp. Thiết lập tại mục Tài khoản của tôi, phần Bảo mật.',
    'platform.second-person-needed': (facts: { stands: string }) =>
      facts.stands === 'waiting'
        ? 'Đã gửi yêu cầu. Việc này được thực hiện sau khi người thứ hai phê duyệt, tại mục Phê duyệt.'
        : facts.stands === 'refused'
          ? 'Người thứ hai đã từ chối yêu cầu này. Xem lý do tại mục Phê duyệt.'
          : 'Việc này cần người thứ hai phê duyệt và chưa được yêu cầu.',
    'platform.conflict': 'Nội dung vừa được người khác thay đổi. Tải lại để xem bản mới nhất.',
    'platform.too-large': 'Nội dung gửi lên vượt quá dung lượng cho phép.',
    'platform.classified': ({ level, by }: { level: SecrecyLevel; by: string }) =>
      `Không nhận tài liệu ${secrecyWords.vi[level]}: ${by === 'answer' ? 'bạn cho biết tài liệu mang độ mật này' : by === 'name' ? 'tên hoặc số, ký hiệu mang dấu độ mật' : 'trong tệp có dấu độ mật'}. Tài liệu mật không được lưu ở đây; chỉ ghi phiếu thay thế (số, ngày, nơi ban hành, độ mật, nơi lưu giữ).`,
    'platform.bad-page-key': 'Không tìm được vị trí trang danh sách. Mở lại danh sách từ đầu.',
    'platform.stored-file-damaged': (data: { id: string }) => `Tệp này trên máy chủ bị mất hoặc hỏng (mã ${data.id.slice(0, 12)}…). Báo cho quản trị viên để lấy lại từ bản sao lưu.`,
    'platform.field-key-missing': (data: { key: string }) => `Không đọc được số định danh: thư mục khóa trên máy chủ thiếu khóa ${data.key}, hoặc tệp khóa bị hỏng. Báo cho quản trị viên để đặt lại tệp khóa; số đã lưu vẫn còn.`,
    'platform.sealed-field-broken': 'Nội dung mã hóa này đã bị sửa hoặc bị chuyển từ chỗ khác đến nên không mở được. Báo cho quản trị viên để lấy lại từ bản sao lưu.',
    'platform.no-space': 'Ổ đĩa máy chủ đã đầy nên chưa lưu được; những gì đã lưu vẫn còn. Báo cho quản trị viên dọn chỗ, rồi gửi lại.',
    'platform.database-away': 'Cơ sở dữ liệu đang khởi động lại hoặc đã dừng. Thử lại sau một phút; nếu vẫn vậy, báo cho quản trị viên.',
    'spreadsheet.not-readable': 'Không đọc được tệp bảng tính. Hãy lưu lại thành tệp .xlsx rồi thử lại.',
  },
  en: {
    'platform.invalid-input': 'What was sent is not valid. Correct the points below and send again.',
    'platform.request-id-missing': 'The request lacks its number. Reload the page and try again.',
    'platform.request-id-reused': 'This request number was used for something else. Reload the page and try again.',
    'platform.not-signed-in': 'You have been signed out. Please sign in again.',
    'platform.not-found': 'This does not exist, or your account may not see it.',
    'platform.prove-again': 'This needs a fresh proof of who you are. Try again and confirm when asked.',
    'platform.second-factor-needed': 'This needs a second factor. Set it up under My account, Security.',
    'platform.second-person-needed': (facts: { stands: string }) =>
      facts.stands === 'waiting'
        ? 'The request has been sent. It is done once a second person has approved it, under Approvals.'
        : facts.stands === 'refused'
          ? 'The second person has refused this request. See Approvals.'
          : 'This needs the approval of a second person, which has not been asked for.',
    'platform.conflict': 'Somebody else has just changed this. Reload to see the latest.',
    'platform.too-large': 'What was sent is larger than allowed.',
    'platform.classified': ({ level, by }: { level: SecrecyLevel; by: string }) =>
      `Papers marked ${secrecyWords.en[level]} are refused: ${by === 'answer' ? 'you said that it is one' : by === 'name' ? 'its name or number carries the mark' : 'the file carries the stamp'}. Classified papers are not kept here; record a stub only (number, date, issuer, level, where it is kept).`,
    'platform.bad-page-key': 'The place in the list was not found. Open the list from its beginning.',
    'platform.stored-file-damaged': (data: { id: string }) => `This file is missing or damaged on the server (${data.id.slice(0, 12)}…). Tell the administrator, who can take it from a backup.`,
    'platform.field-key-missing': (data: { key: string }) => `The identity number cannot be read: the server’s key folder lacks key ${data.key}, or its file is damaged. Tell the administrator to put the key file back; what was stored is still there.`,
    'platform.sealed-field-broken': 'This encrypted value was altered or moved here from another place and does not open. Tell the administrator, who can take it from a backup.',
    'platform.no-space': 'The disk of the server is full, so this was not saved; what was saved before is still there. Tell the administrator to make room, then send it again.',
    'platform.database-away': 'The database is starting again or has stopped. Try again in a minute; if that does not help, tell the administrator.',
    'spreadsheet.not-readable': 'The spreadsheet cannot be read. Save it again as .xlsx and retry.',
  },
}

/** Words for the kinds of mistake the shape check finds; anything else shows the server's own message. */
export const problemWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: {
    invalid_type: 'thiếu hoặc sai kiểu dữ liệu',
    too_big: 'quá lớn hoặc quá dài',
    too_small: 'còn trống, quá nhỏ hoặc quá ngắn',
    invalid_format: 'sai định dạng',
    invalid_value: 'không thuộc các giá trị cho phép',
    unrecognized_keys: 'có mục không được nhận',
  },
  en: {
    invalid_type: 'missing or of the wrong kind',
    too_big: 'too large or too long',
    too_small: 'empty, too small or too short',
    invalid_format: 'in the wrong format',
    invalid_value: 'not one of the allowed values',
    unrecognized_keys: 'has entries that are not accepted',
  },
}
