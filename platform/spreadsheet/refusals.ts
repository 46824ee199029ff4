import type { RefusalCatalogue } from '#kernel/refusal.ts'

/** Every way a file handed in as a workbook is turned away, with the HTTP status it answers with. */
export const spreadsheetRefusals = {
  'spreadsheet.empty_file': 422,
  'spreadsheet.too_large': 413,
  'spreadsheet.old_excel': 422,
  'spreadsheet.binary_excel': 422,
  'spreadsheet.encrypted': 422,
  'spreadsheet.plain_text': 422,
  'spreadsheet.web_page': 422,
  'spreadsheet.other_office_file': 422,
  'spreadsheet.not_a_workbook': 422,
  'spreadsheet.damaged': 422,
  'spreadsheet.expands_too_much': 413,
  'spreadsheet.forbidden_xml': 422,
  'spreadsheet.too_many_sheets': 422,
  'spreadsheet.too_many_rows': 422,
  'spreadsheet.too_many_columns': 422,
} as const satisfies RefusalCatalogue

export type SpreadsheetRefusalCode = keyof typeof spreadsheetRefusals

/** What to tell the person; `{name}` stands for a value of the refusal's data. */
export const spreadsheetMessages: Readonly<Record<SpreadsheetRefusalCode, { readonly vi: string; readonly en: string }>> = {
  'spreadsheet.empty_file': { vi: 'Tệp rỗng. Hãy chọn lại tệp Excel (.xlsx).', en: 'The file is empty. Choose an Excel file (.xlsx).' },
  'spreadsheet.too_large': {
    vi: 'Tệp lớn hơn {maxMegabytes} MB. Hãy xóa hình ảnh, trang tính thừa hoặc chia thành nhiều tệp.',
    en: 'The file is larger than {maxMegabytes} MB. Remove pictures and unused sheets, or split it.',
  },
  'spreadsheet.old_excel': {
    vi: 'Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại dạng .xlsx.',
    en: 'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.',
  },
  'spreadsheet.binary_excel': {
    vi: 'Đây là tệp Excel nhị phân (.xlsb). Hãy mở bằng Excel và lưu lại dạng .xlsx.',
    en: 'This is a binary Excel file (.xlsb). Open it in Excel and save it as .xlsx.',
  },
  'spreadsheet.encrypted': {
    vi: 'Tệp có đặt mật khẩu. Hãy bỏ mật khẩu rồi tải lên lại.',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  },
  'spreadsheet.plain_text': {
    vi: 'Đây là tệp văn bản (ví dụ .csv), không phải .xlsx. Hãy mở bằng Excel và lưu lại dạng .xlsx.',
    en: 'This is a text file (such as .csv), not .xlsx. Open it in Excel and save it as .xlsx.',
  },
  'spreadsheet.web_page': {
    vi: 'Đây là trang web lưu dưới tên Excel. Hãy mở bằng Excel và lưu lại dạng .xlsx.',
    en: 'This is a web page named like an Excel file. Open it in Excel and save it as .xlsx.',
  },
  'spreadsheet.other_office_file': {
    vi: 'Đây là tệp {format}, không phải bảng tính .xlsx.',
    en: 'This is a {format} file, not an .xlsx workbook.',
  },
  'spreadsheet.not_a_workbook': {
    vi: 'Tệp này không phải bảng tính Excel (.xlsx).',
    en: 'This file is not an Excel workbook (.xlsx).',
  },
  'spreadsheet.damaged': {
    vi: 'Tệp Excel bị hỏng, không đọc được. Hãy mở bằng Excel, lưu lại rồi tải lên.',
    en: 'The Excel file is damaged and cannot be read. Open it in Excel, save it again and upload it.',
  },
  'spreadsheet.expands_too_much': {
    vi: 'Tệp khi giải nén lớn bất thường nên không được mở.',
    en: 'The file grows abnormally when unpacked, so it was not opened.',
  },
  'spreadsheet.forbidden_xml': {
    vi: 'Tệp chứa khai báo XML không được phép (DTD) nên không được mở.',
    en: 'The file contains an XML declaration that is not allowed (DTD), so it was not opened.',
  },
  'spreadsheet.too_many_sheets': {
    vi: 'Tệp có {found} trang tính, nhiều hơn {max}.',
    en: 'The file has {found} sheets, more than {max}.',
  },
  'spreadsheet.too_many_rows': {
    vi: 'Trang tính “{sheet}” có nhiều hơn {max} dòng. Hãy chia thành nhiều tệp hoặc xóa các dòng trống ở cuối.',
    en: 'Sheet “{sheet}” has more than {max} rows. Split it, or delete the empty rows at its end.',
  },
  'spreadsheet.too_many_columns': {
    vi: 'Trang tính “{sheet}” có nhiều hơn {max} cột.',
    en: 'Sheet “{sheet}” has more than {max} columns.',
  },
}
