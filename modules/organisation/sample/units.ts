import { cellAt, memberAt, optionalCellAt, parseTable } from './parse-table.ts'
import { sampleUnitKinds, sampleUnitLevels } from './types.ts'
import type { SampleUnit, SampleUnitChange } from './types.ts'

// code | name | short name | kind | level | parent | from | to | unconfirmed | note
const unitTable = `
XA-CAM-LO|Xã Cam Lộ|Cam Lộ|commune|commune||2025-07-01|||Đơn vị hành chính cấp xã theo mô hình chính quyền địa phương 02 cấp.

DU|Đảng ủy xã Cam Lộ|Đảng ủy|party_committee|commune|XA-CAM-LO|2025-07-01|||
DU-TT|Thường trực Đảng ủy|Thường trực|party_standing_body|commune|DU|2025-07-01|||Gồm Bí thư và các Phó Bí thư Đảng ủy; không có biên chế riêng.
DU-VP|Văn phòng Đảng ủy|VP Đảng ủy|party_office|commune|DU|2025-07-01|||
DU-XD|Ban Xây dựng Đảng|Ban XDĐ|party_board|commune|DU|2025-07-01|||
DU-KT|Ủy ban Kiểm tra Đảng ủy|UBKT|inspection_commission|commune|DU|2025-07-01|||
DU-CT|Trung tâm Chính trị xã Cam Lộ|TT Chính trị|public_service_unit|commune|DU|2025-07-01|||

HDND|Hội đồng nhân dân xã Cam Lộ|HĐND|peoples_council|commune|XA-CAM-LO|2025-07-01|||
HDND-PC|Ban Pháp chế Hội đồng nhân dân xã|Ban Pháp chế|council_board|commune|HDND|2025-07-01|||
HDND-KX|Ban Kinh tế – Xã hội Hội đồng nhân dân xã|Ban KT–XH|council_board|commune|HDND|2025-07-01|||

UBND|Ủy ban nhân dân xã Cam Lộ|UBND|peoples_committee|commune|XA-CAM-LO|2025-07-01|||
UBND-VP|Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã|VP HĐND&UBND|administrative_office|commune|UBND|2025-07-01|||
UBND-KT|Phòng Kinh tế|P. Kinh tế|specialised_division|commune|UBND|2025-07-01|||
UBND-VX|Phòng Văn hóa – Xã hội|P. VH–XH|specialised_division|commune|UBND|2025-07-01|||
UBND-HC|Trung tâm Phục vụ hành chính công xã|TT PVHCC|service_centre|commune|UBND|2025-07-01|||
UBND-QS|Ban Chỉ huy Quân sự xã|BCH Quân sự|military_command|commune|UBND|2025-07-01|||
UBND-DV|Trung tâm Cung ứng dịch vụ công xã|TT CƯDVC|public_service_unit|commune|UBND|2025-10-01|||
UBND-YT|Trạm Y tế xã Cam Lộ|Trạm Y tế|public_service_unit|commune|UBND|2025-10-01|||

MTTQ|Ủy ban Mặt trận Tổ quốc Việt Nam xã Cam Lộ|MTTQ|fatherland_front|commune|DU|2025-07-01|||
MTTQ-ND|Hội Nông dân xã|Hội Nông dân|mass_organisation|commune|MTTQ|2025-07-01|||
MTTQ-PN|Hội Liên hiệp Phụ nữ xã|Hội LHPN|mass_organisation|commune|MTTQ|2025-07-01|||
MTTQ-TN|Đoàn Thanh niên Cộng sản Hồ Chí Minh xã|Đoàn xã|mass_organisation|commune|MTTQ|2025-07-01|||
MTTQ-CB|Hội Cựu chiến binh xã|Hội CCB|mass_organisation|commune|MTTQ|2025-07-01|||

T-NGHIA-HY|Thôn Nghĩa Hy|Nghĩa Hy|village|village|XA-CAM-LO|2025-07-01||x|Trước đây là khu phố của thị trấn Cam Lộ; tên gọi sau sắp xếp chưa xác nhận.
T-HAU-VIEN|Thôn Hậu Viên|Hậu Viên|village|village|XA-CAM-LO|2025-07-01||x|Trước đây là khu phố của thị trấn Cam Lộ; tên gọi sau sắp xếp chưa xác nhận.
T-PHAN-XA|Thôn Phan Xá|Phan Xá|village|village|XA-CAM-LO|2025-07-01||x|Thuộc xã Cam Thành cũ; chưa xác nhận.
T-TAN-DINH|Thôn Tân Định|Tân Định|village|village|XA-CAM-LO|2025-07-01||x|Thuộc xã Cam Thành cũ; chưa xác nhận.
T-MAI-LOC-1|Thôn Mai Lộc 1|Mai Lộc 1|village|village|XA-CAM-LO|2025-07-01||x|Thuộc xã Cam Chính cũ; chưa xác nhận.
T-MAI-LOC-2|Thôn Mai Lộc 2|Mai Lộc 2|village|village|XA-CAM-LO|2025-07-01||x|Thuộc xã Cam Chính cũ; chưa xác nhận.
T-DINH-SON|Thôn Định Sơn|Định Sơn|village|village|XA-CAM-LO|2025-07-01||x|Thuộc xã Cam Nghĩa cũ; chưa xác nhận.
T-HOAN-CAT|Thôn Hoàn Cát|Hoàn Cát|village|village|XA-CAM-LO|2025-07-01||x|Thuộc xã Cam Nghĩa cũ; chưa xác nhận.

# Before the two-level reform. Cam Thành and Cam Thanh are two communes: never key on names without accents.
HUYEN-CAM-LO|Huyện Cam Lộ|Huyện Cam Lộ|district|district||1991-10-19|2025-06-30|x|Ngày bắt đầu lấy theo văn bản lập lại huyện năm 1991, chưa đối chiếu bản gốc.
HUYEN-VP|Văn phòng Huyện ủy Cam Lộ|VP Huyện ủy|party_office|district|HUYEN-CAM-LO|1991-10-19|2025-06-30|x|Ngày thành lập chưa xác nhận.
HUYEN-BTC|Ban Tổ chức Huyện ủy Cam Lộ|BTC Huyện ủy|party_board|district|HUYEN-CAM-LO|1991-10-19|2025-06-30|x|Ngày thành lập chưa xác nhận.
HUYEN-UBND|Ủy ban nhân dân huyện Cam Lộ|UBND huyện|peoples_committee|district|HUYEN-CAM-LO|1991-10-19|2025-06-30|x|Ngày thành lập chưa xác nhận.
HUYEN-NNMT|Phòng Nông nghiệp và Môi trường huyện Cam Lộ|P. NN&MT|specialised_division|district|HUYEN-UBND|2025-03-01|2025-06-30|x|Ngày thành lập chưa xác nhận.
HUYEN-NV|Phòng Nội vụ huyện Cam Lộ|P. Nội vụ|specialised_division|district|HUYEN-UBND|2008-05-01|2025-06-30|x|Ngày thành lập chưa xác nhận.
TT-CAM-LO|Thị trấn Cam Lộ|TT. Cam Lộ|town|commune|HUYEN-CAM-LO|1994-09-19|2025-06-30|x|Sắp xếp vào xã Cam Lộ từ ngày 01/7/2025 và ngày thành lập chưa xác nhận.
XA-CAM-THANH-HUYEN|Xã Cam Thành|Cam Thành|commune|commune|HUYEN-CAM-LO|1991-10-19|2025-06-30|x|Sắp xếp vào xã Cam Lộ từ ngày 01/7/2025 chưa xác nhận. Khác với xã Cam Thanh.
XA-CAM-CHINH|Xã Cam Chính|Cam Chính|commune|commune|HUYEN-CAM-LO|1991-10-19|2025-06-30|x|Sắp xếp vào xã Cam Lộ từ ngày 01/7/2025 chưa xác nhận.
XA-CAM-NGHIA|Xã Cam Nghĩa|Cam Nghĩa|commune|commune|HUYEN-CAM-LO|1991-10-19|2025-06-30|x|Sắp xếp vào xã Cam Lộ từ ngày 01/7/2025 chưa xác nhận.
XA-CAM-THANH-NGANG|Xã Cam Thanh|Cam Thanh|commune|commune|HUYEN-CAM-LO|1991-10-19|2019-12-31|x|Ngày bắt đầu chưa xác nhận. Khác với xã Cam Thành.
XA-CAM-AN|Xã Cam An|Cam An|commune|commune|HUYEN-CAM-LO|1991-10-19|2019-12-31|x|Trước mang tên Cam Giang; ngày bắt đầu chưa xác nhận.
XA-THANH-AN|Xã Thanh An|Thanh An|commune|commune|HUYEN-CAM-LO|2020-01-01|2025-06-30|x|Kết thúc ngày 30/6/2025 do sắp xếp vào đơn vị ngoài đảng bộ xã Cam Lộ, chưa xác nhận.
`

/** Units of the sample with their lifetimes: the commune since 2025-07-01 and the old district before. */
export const sampleUnits: readonly SampleUnit[] = parseTable(unitTable, 10).map((row) => ({
  code: cellAt(row, 0),
  name: cellAt(row, 1),
  shortName: cellAt(row, 2),
  kind: memberAt(row, 3, sampleUnitKinds),
  level: memberAt(row, 4, sampleUnitLevels),
  parent: optionalCellAt(row, 5),
  from: cellAt(row, 6),
  to: optionalCellAt(row, 7),
  unconfirmed: cellAt(row, 8) === 'x',
  note: optionalCellAt(row, 9),
}))

/** Changes that link the units: the merger of 2020 and the reform of 2025. */
export const sampleUnitChanges: readonly SampleUnitChange[] = [
  {
    kind: 'merge',
    date: '2020-01-01',
    document: 'Nghị quyết số 832/NQ-UBTVQH14 ngày 17/12/2019',
    predecessors: ['XA-CAM-THANH-NGANG', 'XA-CAM-AN'],
    successors: ['XA-THANH-AN'],
    unconfirmed: false,
    note: 'Nhập toàn bộ xã Cam Thanh và xã Cam An thành xã Thanh An.',
  },
  {
    kind: 'merge',
    date: '2025-07-01',
    document: 'Nghị quyết số 1680/NQ-UBTVQH15 ngày 16/6/2025',
    predecessors: ['TT-CAM-LO', 'XA-CAM-THANH-HUYEN', 'XA-CAM-CHINH', 'XA-CAM-NGHIA'],
    successors: ['XA-CAM-LO'],
    unconfirmed: true,
    note: 'Danh sách đơn vị nhập thành xã Cam Lộ chưa đối chiếu với bản gốc nghị quyết.',
  },
  {
    kind: 'dissolve',
    date: '2025-07-01',
    document: 'Nghị quyết số 203/2025/QH15 ngày 16/6/2025',
    predecessors: ['HUYEN-CAM-LO', 'HUYEN-VP', 'HUYEN-BTC', 'HUYEN-UBND', 'HUYEN-NNMT', 'HUYEN-NV'],
    successors: [],
    unconfirmed: false,
    note: 'Kết thúc hoạt động của đơn vị hành chính cấp huyện.',
  },
  {
    kind: 'dissolve',
    date: '2025-07-01',
    document: 'Nghị quyết số 1680/NQ-UBTVQH15 ngày 16/6/2025',
    predecessors: ['XA-THANH-AN'],
    successors: [],
    unconfirmed: true,
    note: 'Đơn vị kế tục thuộc đảng bộ khác, không có trong dữ liệu mẫu; chưa xác nhận.',
  },
]
