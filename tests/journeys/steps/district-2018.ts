import { writeWorkbook, type WorkbookSheet, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'

const firstDay = '01/01/2018'

/** Code, name, kind and the unit above; the root is the unit of the first set-up. */
const units = [
  ['GOC', 'Huyện Hải Sơn', 'Huyện, quận', null],
  ['HU', 'Huyện ủy Hải Sơn', 'Đảng ủy', 'GOC'],
  ['BTV', 'Ban Thường vụ Huyện ủy', 'Ban Thường vụ, Thường trực cấp ủy', 'HU'],
  ['BTC', 'Ban Tổ chức Huyện ủy', 'Ban của cấp ủy', 'HU'],
  ['BTG', 'Ban Tuyên giáo Huyện ủy', 'Ban của cấp ủy', 'HU'],
  ['MT', 'Ủy ban Mặt trận Tổ quốc Việt Nam huyện', 'Ủy ban Mặt trận Tổ quốc', 'HU'],
  ['UB', 'Ủy ban nhân dân huyện Hải Sơn', 'Ủy ban nhân dân', 'GOC'],
  ['VP', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', 'UB'],
  ['TC', 'Phòng Tài chính - Kế hoạch', 'Phòng chuyên môn', 'UB'],
  ['NN', 'Phòng Nông nghiệp và Phát triển nông thôn', 'Phòng chuyên môn', 'UB'],
  ['KT', 'Phòng Kinh tế và Hạ tầng', 'Phòng chuyên môn', 'UB'],
  ['TN', 'Phòng Tài nguyên và Môi trường', 'Phòng chuyên môn', 'UB'],
  ['LD', 'Phòng Lao động - Thương binh và Xã hội', 'Phòng chuyên môn', 'UB'],
] as const

/** Code, unit, title, role, group of similar posts. */
const posts = [
  ['HU.01', 'HU', 'Bí thư Huyện ủy', 'Người đứng đầu', 'Lãnh đạo huyện'],
  ['BTV.01', 'BTV', 'Bí thư Huyện ủy', 'Người đứng đầu', ''],
  ['BTV.02', 'BTV', 'Ủy viên Ban Thường vụ', 'Ủy viên, thành viên', ''],
  ['BTC.01', 'BTC', 'Trưởng Ban Tổ chức', 'Người đứng đầu', 'Trưởng ban và tương đương'],
  ['BTG.01', 'BTG', 'Trưởng Ban Tuyên giáo', 'Người đứng đầu', 'Trưởng ban và tương đương'],
  ['MT.01', 'MT', 'Chủ tịch Ủy ban Mặt trận Tổ quốc', 'Người đứng đầu', 'Trưởng ban và tương đương'],
  ['UB.01', 'UB', 'Chủ tịch Ủy ban nhân dân huyện', 'Người đứng đầu', 'Lãnh đạo huyện'],
  ['VP.01', 'VP', 'Chánh Văn phòng', 'Người đứng đầu', 'Trưởng phòng và tương đương'],
  ['TC.01', 'TC', 'Trưởng phòng', 'Người đứng đầu', 'Trưởng phòng và tương đương'],
  ['NN.01', 'NN', 'Trưởng phòng', 'Người đứng đầu', 'Trưởng phòng và tương đương'],
  ['NN.02', 'NN', 'Phó Trưởng phòng', 'Cấp phó', 'Phó Trưởng phòng và tương đương'],
  ['NN.03', 'NN', 'Chuyên viên', 'Chuyên môn, nghiệp vụ', ''],
  ['KT.01', 'KT', 'Trưởng phòng', 'Người đứng đầu', 'Trưởng phòng và tương đương'],
  ['TN.01', 'TN', 'Trưởng phòng', 'Người đứng đầu', 'Trưởng phòng và tương đương'],
  ['LD.01', 'LD', 'Trưởng phòng', 'Người đứng đầu', 'Trưởng phòng và tương đương'],
] as const

/** Code, invented name, main post, post beside it. */
const people = [
  ['H01', 'Trần Đình Khải', 'HU.01', 'BTV.01'],
  ['H02', 'Lê Thị Mỹ Hòa', 'UB.01', 'BTV.02'],
  ['H03', 'Phan Văn Thọ', 'BTC.01', 'BTV.02'],
  ['H04', 'Nguyễn Thị Bích Vân', 'BTG.01', null],
  ['H05', 'Hồ Sỹ Lâm', 'MT.01', null],
  ['H06', 'Đỗ Quốc Hưng', 'VP.01', null],
  ['H07', 'Võ Thị Thanh Tâm', 'TC.01', null],
  ['H08', 'Bùi Xuân Nghĩa', 'NN.01', null],
  ['H09', 'Dương Văn Phước', 'KT.01', null],
  ['H10', 'Cao Thị Ngọc Ánh', 'TN.01', null],
  ['H11', 'Lý Văn Sáng', 'LD.01', null],
  ['H12', 'Mai Thị Hiền', 'NN.02', null],
  ['H13', 'Tạ Minh Quân', 'NN.02', null],
  ['H14', 'Đặng Văn Cường', 'NN.03', null],
  ['H15', 'Ngô Thị Lan Phương', 'NN.03', null],
  ['H16', 'Huỳnh Bá Đạt', 'NN.03', null],
  ['H17', 'Trương Thị Diệu', 'NN.03', null],
] as const

function sheet(name: string, headers: readonly string[], rows: readonly (readonly WrittenValue[])[]): WorkbookSheet {
  return { name, columns: headers.map((header) => ({ header, width: 18, kind: 'text' })), rows }
}

const holding = (person: string, post: string, main: boolean): WrittenValue[] => [person, post, post.startsWith('HU') || post.startsWith('UB') || post.startsWith('MT') ? 'Cán bộ' : 'Công chức', main ? 'Có' : 'Không', firstDay]

/** The organisation of an invented district in 2018 as the officer brings it: bodies, posts, people and who holds what. */
export function district2018(): Promise<Uint8Array> {
  const leads = (role: string): string => (role === 'Người đứng đầu' || role === 'Cấp phó' ? 'Có' : 'Không')
  return writeWorkbook({
    title: 'Tổ chức huyện Hải Sơn năm 2018',
    sheets: [
      sheet('Đơn vị', ['Mã đơn vị', 'Tên đơn vị', 'Loại đơn vị', 'Cấp', 'Mã đơn vị cấp trên', 'Từ ngày'], units.map(([code, name, kind, parent]) => [code, name, kind, 'Cấp huyện', parent, firstDay])),
      sheet('Vị trí', ['Mã vị trí', 'Mã đơn vị', 'Chức danh', 'Vai trò', 'Lãnh đạo, quản lý', 'Tiếp xúc người dân', 'Nhóm nhiệm vụ tương đồng', 'Số người', 'Từ ngày'],
        posts.map(([code, unit, title, role, group]) => [code, unit, title, role, leads(role), 'Không', group, leads(role) === 'Có' && role !== 'Cấp phó' ? 1 : 5, firstDay])),
      sheet('Nhân sự', ['Mã nhân sự', 'Họ và tên'], people.map(([code, name]) => [code, name])),
      sheet('Giữ chức vụ', ['Mã nhân sự', 'Mã vị trí', 'Đối tượng', 'Chức vụ chính', 'Từ ngày'],
        people.flatMap(([code, , main, beside]) => [holding(code, main, true), ...(beside === null ? [] : [holding(code, beside, false)])])),
    ],
  })
}
