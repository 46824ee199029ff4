import { writeWorkbook, type WorkbookSheet, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'

function sheet(name: string, headers: readonly string[], rows: readonly (readonly WrittenValue[])[]): WorkbookSheet {
  return { name, columns: headers.map((header) => ({ header, width: 16, kind: 'text' })), rows }
}

const unitHeaders = ['Mã đơn vị', 'Tên đơn vị', 'Tên viết tắt', 'Loại đơn vị', 'Cấp', 'Mã đơn vị cấp trên', 'Từ ngày', 'Đến ngày']
// Typed by hand in many offices: no accents, other cases.
const postHeaders = ['ma vi tri', 'MA DON VI', 'Chuc danh', 'Vai tro', 'Lanh dao, quan ly', 'Tiep xuc nguoi dan', 'Nhom nhiem vu tuong dong', 'Tu ngay']
const peopleHeaders = ['Mã nhân sự', 'Họ và tên', 'Giới tính', 'Ngày sinh']
const holdingHeaders = ['Mã nhân sự', 'Mã vị trí', 'Đối tượng', 'Chức vụ chính', 'Từ ngày', 'Số quyết định', 'Ngày quyết định']

/** An office below the founded committee with two posts and two people; with mistakes, or right. */
export function officeWorkbook(mistakes: boolean): Promise<Uint8Array> {
  return writeWorkbook({
    title: 'Tổ chức và nhân sự',
    sheets: [
      sheet('Đơn vị', unitHeaders, [['VP', 'Văn phòng Đảng ủy xã', 'VP', 'Văn phòng cấp ủy', 'Cấp xã', mistakes ? 'KHONG-CO' : 'GOC', '01/01/2026', null]]),
      sheet('Vị trí', postHeaders, [
        ['VP.01', 'VP', 'Chánh Văn phòng', 'Người đứng đầu', 'Có', 'Không', 'Trưởng phòng và tương đương', '01/01/2026'],
        ['VP.02', 'VP', 'Chuyên viên tổng hợp', 'Chuyên môn, nghiệp vụ', 'Không', 'Có', 'Chuyên viên', '01/01/2026'],
      ]),
      sheet('Nhân sự', peopleHeaders, [
        ['N01', 'Đào Thị Mạnh', 'Nữ', mistakes ? '31/02/1985' : '28/02/1985'],
        ['N02', 'Phạm Văn Đạo', mistakes ? 'Ông' : 'Nam', '02/09/1990'],
      ]),
      sheet('Giữ chức vụ', holdingHeaders, [
        ['N01', 'VP.01', 'Công chức', 'Có', '01/01/2026', '12/QĐ', '30/12/2025'],
        ['N02', 'VP.02', 'Công chức', 'Có', '01/01/2026', '13/QĐ', '30/12/2025'],
      ]),
    ],
  })
}
