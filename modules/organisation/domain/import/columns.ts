import { holdingStatusTerms, postRoleTerms, sexTerms, unitKinds, unitLevels, type IdentityKind, type Term } from '../reference-lists.ts'

export const sheetKeys = ['units', 'posts', 'people', 'holdings'] as const
export type SheetKey = (typeof sheetKeys)[number]

/** How a column is read. */
export type ColumnKind = 'code' | 'line' | 'term' | 'yes-no' | 'count' | 'date' | 'identity'

/** A column of the template: what it is called, how it is read, how it is explained. */
export interface ColumnSpec {
  readonly key: string
  readonly header: string
  /** Other headers it is known by; compared without accents, case, blanks and signs. */
  readonly aliases: readonly string[]
  readonly kind: ColumnKind
  readonly required: boolean
  readonly max?: number
  readonly terms?: readonly Term[]
  /** Another column of the row that may tell what this one leaves blank. */
  readonly toldBy?: string
  /** Which identity number; hidden wherever the row is shown. */
  readonly identity?: IdentityKind
  readonly width: number
  readonly note: string
}

export interface SheetSpec {
  readonly key: SheetKey
  readonly title: string
  readonly aliases: readonly string[]
  readonly columns: readonly ColumnSpec[]
}

const yesNo = (key: string, header: string, aliases: string[], note: string): ColumnSpec => ({ key, header, aliases, kind: 'yes-no', required: true, width: 16, note })
const date = (key: string, header: string, aliases: string[], required: boolean, note: string): ColumnSpec => ({ key, header, aliases, kind: 'date', required, width: 14, note })
const code = (key: string, header: string, aliases: string[], required: boolean, note: string): ColumnSpec => ({ key, header, aliases, kind: 'code', required, max: 35, width: 16, note })
const line = (key: string, header: string, aliases: string[], required: boolean, max: number, width: number, note: string): ColumnSpec => ({ key, header, aliases, kind: 'line', required, max, width, note })
const term = (key: string, header: string, aliases: string[], required: boolean, terms: readonly Term[], width: number, note: string): ColumnSpec => ({ key, header, aliases, kind: 'term', required, terms, width, note })

const identity = (key: IdentityKind, header: string, aliases: string[], note: string): ColumnSpec => ({ key, header, aliases, kind: 'identity', identity: key, required: false, width: 18, note })

const fromNote = 'Ngày đầu tiên có hiệu lực, dạng ngày/tháng/năm'
const toNote = 'Ngày cuối cùng còn hiệu lực; để trống nếu đang còn hiệu lực'

/** The four sheets of the import template, in the order they build on each other. */
export const sheetSpecs: readonly SheetSpec[] = [
  {
    key: 'units',
    title: 'Đơn vị',
    aliases: ['Cơ quan, đơn vị', 'Danh sách đơn vị', 'Tổ chức', 'Units'],
    columns: [
      code('code', 'Mã đơn vị', ['Mã', 'Mã cơ quan', 'Unit code'], true, 'Mã ổn định suốt đời đơn vị, không dùng lại; có phân biệt dấu'),
      line('name', 'Tên đơn vị', ['Tên', 'Tên cơ quan', 'Unit name'], true, 200, 38, 'Tên đầy đủ'),
      line('shortName', 'Tên viết tắt', ['Tên ngắn', 'Tên gọi tắt', 'Short name'], false, 100, 22, 'Để trống thì lấy tên đầy đủ'),
      term('kind', 'Loại đơn vị', ['Loại', 'Loại hình', 'Kind'], true, unitKinds, 28, 'Chọn trong danh sách'),
      term('level', 'Cấp', ['Cấp đơn vị', 'Level'], true, unitLevels, 16, 'Chọn trong danh sách'),
      code('parent', 'Mã đơn vị cấp trên', ['Mã cấp trên', 'Đơn vị cấp trên', 'Trực thuộc', 'Parent code'], false, 'Để trống nếu không có đơn vị cấp trên trong hệ thống'),
      date('from', 'Từ ngày', ['Ngày thành lập', 'Ngày bắt đầu', 'From'], true, `${fromNote}. Đổi tên, đổi cấp trên: thêm một dòng cùng mã cho giai đoạn mới`),
      date('to', 'Đến ngày', ['Ngày kết thúc', 'To'], false, toNote),
    ],
  },
  {
    key: 'posts',
    title: 'Vị trí',
    aliases: ['Chức danh', 'Vị trí, chức danh', 'Danh sách vị trí', 'Posts'],
    columns: [
      code('code', 'Mã vị trí', ['Mã chức danh', 'Mã', 'Post code'], true, 'Mã duy nhất của vị trí'),
      code('unit', 'Mã đơn vị', ['Đơn vị', 'Mã cơ quan', 'Unit code'], true, 'Mã của đơn vị có vị trí này'),
      line('title', 'Chức danh', ['Tên chức danh', 'Tên vị trí', 'Chức vụ', 'Title'], true, 200, 38, 'Ví dụ: Trưởng phòng Kinh tế'),
      term('role', 'Vai trò', ['Vai trò trong đơn vị', 'Role'], true, postRoleTerms, 22, 'Người đứng đầu, cấp phó, ủy viên hay chuyên môn'),
      yesNo('isLeader', 'Lãnh đạo, quản lý', ['Giữ chức vụ lãnh đạo, quản lý', 'Leader'], 'Có: chấm theo nhóm giữ chức vụ lãnh đạo, quản lý'),
      yesNo('publicContact', 'Tiếp xúc người dân', ['Tiếp xúc người dân, doanh nghiệp', 'Public contact'], 'Có: thường xuyên giải quyết công việc với người dân, doanh nghiệp (tiêu chí II.4)'),
      line('peerGroup', 'Nhóm nhiệm vụ tương đồng', ['Nhóm tương đồng', 'Nhóm', 'Peer group'], false, 100, 30, 'Để tính tỷ lệ xuất sắc theo nhóm; có thể để trống'),
      { key: 'places', header: 'Số người', aliases: ['Số lượng', 'Places'], kind: 'count', required: false, max: 500, width: 10, note: 'Số người giữ cùng lúc; để trống là 1' },
      date('from', 'Từ ngày', ['Ngày bắt đầu', 'From'], true, fromNote),
      date('to', 'Đến ngày', ['Ngày kết thúc', 'To'], false, toNote),
    ],
  },
  {
    key: 'people',
    title: 'Nhân sự',
    aliases: ['Cán bộ', 'Cán bộ, công chức', 'Danh sách cán bộ', 'Danh sách nhân sự', 'People'],
    columns: [
      {
        ...code('code', 'Mã nhân sự', ['Mã cán bộ', 'Số hiệu', 'Mã', 'Person code'], true, 'Số hiệu cán bộ, công chức hoặc mã do đơn vị đặt; người đã có số định danh trong hệ thống thì có thể để trống'),
        toldBy: 'personal_id',
      },
      line('fullName', 'Họ và tên', ['Họ tên', 'Tên', 'Full name'], true, 100, 28, 'Viết đủ họ, tên đệm, tên'),
      term('sex', 'Giới tính', ['Nam/Nữ', 'Sex'], false, sexTerms, 12, 'Nam hoặc Nữ'),
      date('birthDate', 'Ngày sinh', ['Ngày, tháng, năm sinh', 'Ngày tháng năm sinh', 'Birth date'], false, 'Dạng ngày/tháng/năm'),
      identity('personal_id', 'Số định danh cá nhân', ['Số định danh', 'Số căn cước', 'Số căn cước công dân', 'Số CCCD', 'CCCD', 'Mã định danh cá nhân', 'Personal identification number'], '12 chữ số, ghi dạng văn bản để giữ số 0 ở đầu. Để trống thì giữ số đã ghi; được mã hóa khi lưu, không có trong tệp xuất ra'),
      identity('old_id_card', 'Số CMND cũ', ['Số chứng minh nhân dân', 'Số CMND', 'CMND', 'Old identity card'], '9 chữ số, ghi dạng văn bản. Để trống thì giữ số đã ghi; được mã hóa khi lưu, không có trong tệp xuất ra'),
    ],
  },
  {
    key: 'holdings',
    title: 'Giữ chức vụ',
    aliases: ['Quá trình công tác', 'Bổ nhiệm', 'Phân công', 'Holdings'],
    columns: [
      code('person', 'Mã nhân sự', ['Mã cán bộ', 'Số hiệu', 'Person code'], true, 'Mã ở trang Nhân sự'),
      code('post', 'Mã vị trí', ['Mã chức danh', 'Post code'], true, 'Mã ở trang Vị trí'),
      term('status', 'Đối tượng', ['Loại đối tượng', 'Status'], true, holdingStatusTerms, 24, 'Cán bộ, công chức, viên chức hay người hoạt động không chuyên trách'),
      yesNo('isPrimary', 'Chức vụ chính', ['Chính', 'Primary'], 'Mỗi người mỗi ngày chỉ có một chức vụ chính'),
      date('from', 'Từ ngày', ['Ngày bổ nhiệm', 'Ngày bắt đầu', 'From'], true, fromNote),
      date('to', 'Đến ngày', ['Ngày kết thúc', 'Ngày thôi giữ', 'To'], false, toNote),
      line('decisionNumber', 'Số quyết định', ['Quyết định', 'Số QĐ', 'Decision number'], false, 100, 22, 'Ví dụ: 187/QĐ-UBND'),
      date('decisionDate', 'Ngày quyết định', ['Ngày QĐ', 'Decision date'], false, 'Ngày ký quyết định'),
    ],
  },
]

/** The sheet's template; throws for a key that is none. */
export function specOf(key: SheetKey): SheetSpec {
  const spec = sheetSpecs.find((one) => one.key === key)
  if (spec === undefined) throw new RangeError(`no such sheet: ${key}`)
  return spec
}
