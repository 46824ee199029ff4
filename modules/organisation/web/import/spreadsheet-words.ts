import type { RefusalTexts } from '#ui/refusal-words.ts'
import type { Catalogue } from '#ui/text.ts'
import type { Facts } from './problem-words.ts'

type Words = string | ((facts: Facts) => string)

const vi: Readonly<Record<string, Words>> = {
  'spreadsheet.empty_file': 'Tệp rỗng. Chọn lại tệp Excel (.xlsx).',
  'spreadsheet.too_large': ({ expected }) => `Tệp lớn hơn ${expected} MB. Xóa hình ảnh, trang tính thừa hoặc chia thành nhiều tệp.`,
  'spreadsheet.old_excel': 'Đây là tệp Excel kiểu cũ (.xls). Mở bằng Excel và lưu lại dạng .xlsx rồi tải lên.',
  'spreadsheet.binary_excel': 'Đây là tệp Excel nhị phân (.xlsb). Mở bằng Excel và lưu lại dạng .xlsx rồi tải lên.',
  'spreadsheet.encrypted': 'Tệp có đặt mật khẩu. Bỏ mật khẩu rồi tải lên lại.',
  'spreadsheet.plain_text': 'Đây là tệp văn bản (ví dụ .csv), không phải .xlsx. Mở bằng Excel và lưu lại dạng .xlsx.',
  'spreadsheet.web_page': 'Đây là trang web lưu dưới tên Excel. Mở bằng Excel và lưu lại dạng .xlsx.',
  'spreadsheet.other_office_file': ({ found }) => `Đây là tệp ${found || 'văn phòng khác'}, không phải bảng tính .xlsx. Chọn đúng tệp.`,
  'spreadsheet.not_a_workbook': 'Tệp này không phải bảng tính Excel (.xlsx). Tải tệp mẫu, điền rồi tải lên.',
  'spreadsheet.damaged': 'Tệp Excel bị hỏng, không đọc được. Mở bằng Excel, lưu lại rồi tải lên.',
  'spreadsheet.expands_too_much': 'Tệp khi giải nén lớn bất thường nên không được mở. Chép dữ liệu sang tệp mẫu mới rồi tải lên.',
  'spreadsheet.forbidden_xml': 'Tệp chứa khai báo XML không được phép nên không được mở. Chép dữ liệu sang tệp mẫu mới rồi tải lên.',
  'spreadsheet.too_many_sheets': ({ expected }) => `Tệp có nhiều hơn ${expected} trang tính. Xóa các trang thừa rồi tải lên.`,
  'spreadsheet.too_many_rows': ({ sheet, expected }) => `Trang tính “${sheet}” có nhiều hơn ${expected} dòng. Chia thành nhiều tệp, hoặc xóa các dòng trống ở cuối.`,
  'spreadsheet.too_many_columns': ({ sheet, expected }) => `Trang tính “${sheet}” có nhiều hơn ${expected} cột. Xóa các cột thừa rồi tải lên.`,
  'platform.field-key-missing': ({ found }) => `Thư mục khóa trên máy chủ thiếu khóa ${found} nên không kiểm tra được tệp. Báo cho quản trị viên để đặt lại tệp khóa, rồi tải lên lại.`,
  'platform.sealed-field-broken': 'Có nội dung mã hóa đã bị sửa nên không so được với tệp. Báo cho quản trị viên.',
  'platform.unexpected': 'Máy chủ gặp lỗi khi kiểm tra tệp. Tải tệp lên lại; nếu vẫn lỗi, báo người quản trị.',
}

const en: Readonly<Record<string, Words>> = {
  'spreadsheet.empty_file': 'The file is empty. Choose an Excel file (.xlsx).',
  'spreadsheet.too_large': ({ expected }) => `The file is larger than ${expected} MB. Remove pictures and unused sheets, or split it.`,
  'spreadsheet.old_excel': 'This is an old Excel file (.xls). Open it in Excel, save it as .xlsx and upload it.',
  'spreadsheet.binary_excel': 'This is a binary Excel file (.xlsb). Open it in Excel, save it as .xlsx and upload it.',
  'spreadsheet.encrypted': 'The file is protected by a password. Remove the password and upload it again.',
  'spreadsheet.plain_text': 'This is a text file (such as .csv), not .xlsx. Open it in Excel and save it as .xlsx.',
  'spreadsheet.web_page': 'This is a web page named like an Excel file. Open it in Excel and save it as .xlsx.',
  'spreadsheet.other_office_file': ({ found }) => `This is ${found === '' ? 'another office' : `a ${found}`} file, not an .xlsx workbook. Choose the right file.`,
  'spreadsheet.not_a_workbook': 'This file is not an Excel workbook (.xlsx). Download the template, fill it in and upload it.',
  'spreadsheet.damaged': 'The Excel file is damaged. Open it in Excel, save it again and upload it.',
  'spreadsheet.expands_too_much': 'The file grows abnormally when unpacked, so it was not opened. Copy the data into a fresh template.',
  'spreadsheet.forbidden_xml': 'The file contains XML that is not allowed, so it was not opened. Copy the data into a fresh template.',
  'spreadsheet.too_many_sheets': ({ expected }) => `The file has more than ${expected} sheets. Remove the others and upload it.`,
  'spreadsheet.too_many_rows': ({ sheet, expected }) => `Sheet “${sheet}” has more than ${expected} rows. Split it, or delete the empty rows at its end.`,
  'spreadsheet.too_many_columns': ({ sheet, expected }) => `Sheet “${sheet}” has more than ${expected} columns. Remove the others and upload it.`,
  'platform.field-key-missing': ({ found }) => `The server’s key folder lacks key ${found}, so the file cannot be checked. Tell the administrator to put the key file back, then upload it again.`,
  'platform.sealed-field-broken': 'Something encrypted was altered and cannot be compared with the file. Tell the administrator.',
  'platform.unexpected': 'The server failed while checking the file. Upload it again; if it persists, tell the administrator.',
}

/** Words for files that cannot be read as a workbook, from what a failed check tells. */
export const spreadsheetWords: Catalogue<Readonly<Record<string, Words>>> = { vi, en }

/** The same words for a refusal's data, as notices take them. */
function asRefusals(words: Readonly<Record<string, Words>>): RefusalTexts {
  return Object.fromEntries(
    Object.entries(words).map(([code, text]) => [
      code,
      typeof text === 'string'
        ? text
        : (data: Readonly<Record<string, unknown>>) =>
            text({
              sheet: String(data['sheet'] ?? ''),
              cell: '',
              found: String(data['found'] ?? data['format'] ?? ''),
              expected: String(data['max'] ?? data['maxMegabytes'] ?? ''),
            }),
    ]),
  )
}

export const spreadsheetRefusalTexts: Catalogue<RefusalTexts> = { vi: asRefusals(vi), en: asRefusals(en) }
