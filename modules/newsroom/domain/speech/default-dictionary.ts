import type { DictionaryEntry } from './dictionary.ts'

type Pair = readonly [written: string, spoken: string]

const bodies: readonly Pair[] = [
  ['UBND', 'ủy ban nhân dân'], ['HĐND', 'hội đồng nhân dân'], ['MTTQ', 'mặt trận tổ quốc'], ['UBMTTQ', 'ủy ban mặt trận tổ quốc'], ['MTTQVN', 'mặt trận tổ quốc việt nam'],
  ['UBMTTQVN', 'ủy ban mặt trận tổ quốc việt nam'], ['BCH', 'ban chấp hành'], ['BTV', 'ban thường vụ'], ['BCĐ', 'ban chỉ đạo'], ['BQL', 'ban quản lý'], ['BTC', 'ban tổ chức'],
  ['BGH', 'ban giám hiệu'], ['BCT', 'bộ chính trị'], ['BBT', 'ban bí thư'], ['TW', 'trung ương'], ['TƯ', 'trung ương'], ['TU', 'tỉnh ủy'], ['HU', 'huyện ủy'],
  ['ThU', 'thành ủy'], ['ĐU', 'đảng ủy'], ['ĐUK', 'đảng ủy khối'], ['BTVTU', 'ban thường vụ tỉnh ủy'], ['UBKT', 'ủy ban kiểm tra'], ['VKSND', 'viện kiểm sát nhân dân'],
  ['TAND', 'tòa án nhân dân'], ['LĐLĐ', 'liên đoàn lao động'], ['CĐCS', 'công đoàn cơ sở'], ['TNCS', 'thanh niên cộng sản'], ['LHPN', 'liên hiệp phụ nữ'],
  ['CCB', 'cựu chiến binh'], ['ĐVTN', 'đoàn viên thanh niên'], ['ĐTN', 'đoàn thanh niên'], ['TNXP', 'thanh niên xung phong'], ['ĐBQH', 'đại biểu quốc hội'], ['UBTVQH', 'ủy ban thường vụ quốc hội'],
  ['BĐBP', 'bộ đội biên phòng'], ['BCHQS', 'ban chỉ huy quân sự'], ['CHQS', 'chỉ huy quân sự'], ['CAND', 'công an nhân dân'], ['QĐND', 'quân đội nhân dân'], ['CSGT', 'cảnh sát giao thông'], ['PCCC', 'phòng cháy chữa cháy'],
  ['CSCĐ', 'cảnh sát cơ động'], ['CSĐT', 'cảnh sát điều tra'], ['LLVT', 'lực lượng vũ trang'], ['HTX', 'hợp tác xã'], ['THT', 'tổ hợp tác'], ['DN', 'doanh nghiệp'], ['DNNN', 'doanh nghiệp nhà nước'],
  ['TNHH', 'trách nhiệm hữu hạn'], ['MTV', 'một thành viên'], ['KCN', 'khu công nghiệp'], ['CCN', 'cụm công nghiệp'], ['KKT', 'khu kinh tế'], ['CLB', 'câu lạc bộ'], ['NHNN', 'ngân hàng nhà nước'],
  ['NHCSXH', 'ngân hàng chính sách xã hội'], ['PTTH', 'phát thanh truyền hình'], ['PT-TH', 'phát thanh truyền hình'], ['TTXVN', 'thông tấn xã việt nam'],
]

const fields: readonly Pair[] = [
  ['QPAN', 'quốc phòng an ninh'], ['QP-AN', 'quốc phòng an ninh'], ['QP - AN', 'quốc phòng an ninh'], ['QPTD', 'quốc phòng toàn dân'], ['ANTQ', 'an ninh tổ quốc'],
  ['ANTT', 'an ninh trật tự'], ['ANCT', 'an ninh chính trị'], ['TTATXH', 'trật tự an toàn xã hội'], ['TTATGT', 'trật tự an toàn giao thông'], ['ATGT', 'an toàn giao thông'], ['TNGT', 'tai nạn giao thông'],
  ['KT-XH', 'kinh tế xã hội'], ['KTXH', 'kinh tế xã hội'], ['KT - XH', 'kinh tế xã hội'], ['VH-XH', 'văn hóa xã hội'], ['VHXH', 'văn hóa xã hội'], ['GD&ĐT', 'giáo dục và đào tạo'], ['GD-ĐT', 'giáo dục đào tạo'], ['GDĐT', 'giáo dục đào tạo'],
  ['VH-TT&DL', 'văn hóa thể thao và du lịch'], ['VH,TT&DL', 'văn hóa thể thao và du lịch'], ['VHTT&DL', 'văn hóa thể thao và du lịch'], ['VHTTDL', 'văn hóa thể thao và du lịch'], ['TDTT', 'thể dục thể thao'], ['NN&PTNT', 'nông nghiệp và phát triển nông thôn'],
  ['NN-PTNT', 'nông nghiệp phát triển nông thôn'], ['NN&MT', 'nông nghiệp và môi trường'], ['TN&MT', 'tài nguyên và môi trường'], ['TNMT', 'tài nguyên môi trường'], ['KH&CN', 'khoa học và công nghệ'], ['KHCN', 'khoa học công nghệ'],
  ['KH&ĐT', 'kế hoạch và đầu tư'], ['TT&TT', 'thông tin và truyền thông'], ['LĐ-TB&XH', 'lao động thương binh và xã hội'], ['LĐTB&XH', 'lao động thương binh và xã hội'], ['LĐTBXH', 'lao động thương binh xã hội'], ['GTVT', 'giao thông vận tải'],
  ['GTNT', 'giao thông nông thôn'], ['CNH-HĐH', 'công nghiệp hóa hiện đại hóa'], ['CNH, HĐH', 'công nghiệp hóa hiện đại hóa'], ['CNH', 'công nghiệp hóa'], ['HĐH', 'hiện đại hóa'], ['XĐGN', 'xóa đói giảm nghèo'], ['NTM', 'nông thôn mới'],
  ['CNTT', 'công nghệ thông tin'], ['CĐS', 'chuyển đổi số'], ['CCHC', 'cải cách hành chính'], ['TTHC', 'thủ tục hành chính'], ['XDCB', 'xây dựng cơ bản'], ['GPMB', 'giải phóng mặt bằng'], ['QLNN', 'quản lý nhà nước'], ['NSNN', 'ngân sách nhà nước'],
  ['CBCC', 'cán bộ công chức'], ['CBCCVC', 'cán bộ công chức viên chức'], ['CB,CC,VC', 'cán bộ công chức viên chức'], ['CBĐV', 'cán bộ đảng viên'], ['CNVC', 'công nhân viên chức'], ['CNVCLĐ', 'công nhân viên chức lao động'], ['BVMT', 'bảo vệ môi trường'],
  ['BHYT', 'bảo hiểm y tế'], ['BHXH', 'bảo hiểm xã hội'], ['BHTN', 'bảo hiểm thất nghiệp'], ['DS-KHHGĐ', 'dân số kế hoạch hóa gia đình'], ['KHHGĐ', 'kế hoạch hóa gia đình'], ['ATTP', 'an toàn thực phẩm'], ['VSATTP', 'vệ sinh an toàn thực phẩm'],
  ['PCTT-TKCN', 'phòng chống thiên tai tìm kiếm cứu nạn'], ['PCTT&TKCN', 'phòng chống thiên tai và tìm kiếm cứu nạn'], ['PCTT', 'phòng chống thiên tai'], ['TKCN', 'tìm kiếm cứu nạn'], ['PCLB', 'phòng chống lụt bão'], ['PCTN', 'phòng chống tham nhũng'],
  ['PCTNTC', 'phòng chống tham nhũng tiêu cực'], ['THPT', 'trung học phổ thông'], ['THCS', 'trung học cơ sở'], ['TH&THCS', 'tiểu học và trung học cơ sở'], ['PTDTNT', 'phổ thông dân tộc nội trú'], ['PTDTBT', 'phổ thông dân tộc bán trú'],
  ['GDTX', 'giáo dục thường xuyên'], ['ĐH', 'đại học'], ['CĐ', 'cao đẳng'], ['HSG', 'học sinh giỏi'], ['DTTS', 'dân tộc thiểu số'], ['TTCN', 'tiểu thủ công nghiệp'], ['SXKD', 'sản xuất kinh doanh'], ['XHCN', 'xã hội chủ nghĩa'], ['CNXH', 'chủ nghĩa xã hội'],
  ['CHXHCN', 'cộng hòa xã hội chủ nghĩa'], ['ĐCSVN', 'đảng cộng sản việt nam'], ['TDP', 'tổ dân phố'], ['KDC', 'khu dân cư'], ['HCM', 'hồ chí minh'], ['ĐBSCL', 'đồng bằng sông cửu long'], ['VN', 'việt nam'], ['VNĐ', 'đồng'], ['OCOP', 'ô cốp'],
  ['ASEAN', 'a xê an'], ['UNESCO', 'iu nét xờ cô'], ['UNICEF', 'iu ni xép'], ['WTO', 'vê kép tê o'], ['TPHCM', 'thành phố hồ chí minh'], ['VietGAP', 'việt gáp'], ['COVID', 'cô vít'], ['Covid', 'cô vít'], ['AIDS', 'ết'], ['SEA Games', 'xi ghêm'], ['MC', 'em xi'], ['CD', 'xê đê'],
]

const persons: readonly Pair[] = [
  ['Đ/c', 'đồng chí'], ['đ/c', 'đồng chí'], ['Đc', 'đồng chí'], ['đc', 'đồng chí'], ['Đ.c', 'đồng chí'], ['đ.c', 'đồng chí'], ['Đ/C', 'đồng chí'], ['HCV', 'huy chương vàng'], ['HCB', 'huy chương bạc'], ['HCĐ', 'huy chương đồng'], ['PV', 'phóng viên'], ['Pv', 'phóng viên'], ['HLV', 'huấn luyện viên'], ['VĐV', 'vận động viên'],
  ['NSND', 'nghệ sĩ nhân dân'], ['NSƯT', 'nghệ sĩ ưu tú'], ['NGND', 'nhà giáo nhân dân'], ['NGƯT', 'nhà giáo ưu tú'], ['AHLLVT', 'anh hùng lực lượng vũ trang'], ['AHLĐ', 'anh hùng lao động'], ['BMVNAH', 'bà mẹ việt nam anh hùng'],
  ['v.v', 'vân vân'], ['vv', 'vân vân'], ['CHLB', 'cộng hòa liên bang'], ['CHDCND', 'cộng hòa dân chủ nhân dân'],
]

const dotted: readonly Pair[] = [
  ['TP', 'thành phố'], ['Tp', 'thành phố'], ['TX', 'thị xã'], ['Tx', 'thị xã'], ['PGS', 'phó giáo sư'], ['GS', 'giáo sư'], ['ThS', 'thạc sĩ'], ['Ths', 'thạc sĩ'], ['TSKH', 'tiến sĩ khoa học'], ['BSCKII', 'bác sĩ chuyên khoa hai'], ['BSCKI', 'bác sĩ chuyên khoa một'],
]

const beforeNames: readonly Pair[] = [
  ['TT', 'thị trấn'], ['TS', 'tiến sĩ'], ['BS', 'bác sĩ'], ['KS', 'kỹ sư'], ['CN', 'cử nhân'], ['LS', 'luật sư'], ['KTS', 'kiến trúc sư'], ['NS', 'nghệ sĩ'], ['CT', 'chủ tịch'],
]

const beforeNumbers: readonly Pair[] = [
  ['QL', 'quốc lộ'], ['ĐT', 'đường tỉnh'], ['TL', 'tỉnh lộ'], ['ĐH', 'đường huyện'], ['TT', 'thông tư'], ['CT', 'chỉ thị'], ['QH', 'quốc hội khóa'], ['KL', 'kết luận'], ['TB', 'thông báo'], ['SN', 'sinh năm'],
]

const documents: readonly Pair[] = [
  ['QĐ', 'quyết định'], ['QĐ', 'quy định'], ['QyĐ', 'quy định'], ['QĐi', 'quy định'], ['NĐ', 'nghị định'], ['NQ', 'nghị quyết'], ['CT', 'chỉ thị'], ['KL', 'kết luận'], ['TB', 'thông báo'], ['KH', 'kế hoạch'], ['HD', 'hướng dẫn'], ['CV', 'công văn'], ['BC', 'báo cáo'], ['TTr', 'tờ trình'],
  ['TT', 'thông tư'], ['TTLT', 'thông tư liên tịch'], ['CTr', 'chương trình'], ['CTrHĐ', 'chương trình hành động'], ['ĐA', 'đề án'], ['QC', 'quy chế'], ['CĐ', 'công điện'], ['PL', 'pháp lệnh'], ['L', 'lệnh'], ['CP', 'chính phủ'], ['TTg', 'thủ tướng'], ['CTN', 'chủ tịch nước'],
  ['QH', 'quốc hội'], ['UBTVQH', 'ủy ban thường vụ quốc hội'], ['BNV', 'bộ nội vụ'], ['SNV', 'sở nội vụ'], ['BTC', 'bộ tài chính'], ['BYT', 'bộ y tế'], ['BGDĐT', 'bộ giáo dục và đào tạo'], ['BCA', 'bộ công an'], ['BQP', 'bộ quốc phòng'], ['BTTTT', 'bộ thông tin truyền thông'],
  ['BTCTW', 'ban tổ chức trung ương'], ['BTGTW', 'ban tuyên giáo trung ương'], ['UBKTTW', 'ủy ban kiểm tra trung ương'], ['BTCTU', 'ban tổ chức tỉnh ủy'], ['BTGTU', 'ban tuyên giáo tỉnh ủy'], ['VPTW', 'văn phòng trung ương'], ['VPCP', 'văn phòng chính phủ'],
]

const everywhere: readonly Pair[] = [['NQ', 'nghị quyết'], ['QĐ', 'quyết định'], ['NĐ', 'nghị định'], ['NĐ-CP', 'nghị định chính phủ'], ['TTg', 'thủ tướng'], ['TTr', 'tờ trình']]

const pairs = (list: readonly Pair[], more: Omit<DictionaryEntry, 'written' | 'spoken'> = {}): DictionaryEntry[] => list.map(([written, spoken]) => ({ written, spoken, ...more }))

/**
 * Abbreviations of Party, state and broadcast copy as they are said on air. Data: a committee's own entries take the place of these. What is not
 * here and has up to five capitals is spelled.
 */
export const defaultDictionary: readonly DictionaryEntry[] = [
  ...pairs(bodies),
  ...pairs(fields),
  ...pairs(persons),
  ...pairs(everywhere),
  ...pairs(dotted, { dotted: true }),
  ...pairs(beforeNames, { when: 'name', dotted: true }),
  ...pairs(beforeNumbers, { when: 'number' }),
  ...pairs(documents, { when: 'document' }),
]
