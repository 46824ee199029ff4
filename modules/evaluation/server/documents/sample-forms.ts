import type { Form01, Form02, FormCriterionRow } from './form-inputs.ts'
import { monthsFromQuarters } from './form-months.ts'

/** The criteria of Appendix II, Mẫu số 01, word for word: what the shipped rulebook is expected to hand over. */
export const appendixCriteria: readonly FormCriterionRow[] = [
  ['I', 'Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ và ý thức kỷ luật, kỷ cương trong thực thi công vụ', '10', '9.5'],
  ['I.1', 'Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ', '5', '5'],
  ['I.2', 'Ý thức kỷ luật, kỷ cương trong thực thi công vụ', '5', '4.5'],
  ['II', 'Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm; khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao; tinh thần trách nhiệm trong thực thi công vụ; thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp', '10', '9.5'],
  ['II.1', 'Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm', '2.5', '2.5'],
  ['II.2', 'Khả năng đáp ứng yêu cầu thực thi nhiệm vụ được giao thường xuyên, đột xuất', '2.5', '2.5'],
  ['II.3', 'Tinh thần trách nhiệm trong thực thi công vụ', '2.5', '2'],
  ['II.4', 'Thái độ phục vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp', '2.5', '2.5'],
  ['III', 'Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm vì lợi ích chung trong thực thi công vụ', '10', '9'],
  ['III.1', 'Có sản phẩm, giải pháp đột phá, sáng tạo đem lại giá trị, hiệu quả thiết thực, tác động tích cực đến kết quả thực hiện nhiệm vụ của cơ quan, tổ chức, đơn vị.', '2.5', '2'],
  ['III.2', 'Sẵn sàng tham gia thực hiện nhiệm vụ chính trị đặc biệt quan trọng, nhiệm vụ có tính chất đột xuất, phức tạp hoặc trong điều kiện khó khăn.', '2.5', '2.5'],
  ['III.3', 'Có tinh thần chịu trách nhiệm trước kết quả công việc; chủ động nhận trách nhiệm khi có sai sót và có biện pháp khắc phục rõ ràng, cụ thể.', '2.5', '2.5'],
  ['III.4', 'Chủ động đưa ra quyết định trong phạm vi thẩm quyền, không né tránh; có tinh thần tiên phong trong thực hiện những nhiệm vụ mới.', '2.5', '2'],
].map(([code = '', name = '', max = '', selfPoints = '']) => ({ code, name, max, selfPoints }))

/** A filled form 01 of an invented civil servant. */
export const sampleForm01: Form01 = {
  issuer: { superiorBody: 'Ủy ban nhân dân xã Cam Lộ', issuingBody: 'Phòng Kinh tế' },
  periodLabel: 'quý I năm 2026',
  fullName: 'Nguyễn Thị Hồng Đào',
  title: 'Chuyên viên',
  unit: 'Phòng Kinh tế, Ủy ban nhân dân xã Cam Lộ',
  criteriaRows: appendixCriteria,
  criteriaMax: '30',
  criteriaSelfTotal: '28',
  generalPoints: '28.00',
  taskPoints: '59.50',
  total: '87.50',
  strengths: 'Nắm chắc chuyên môn, chủ động tham mưu kế hoạch sản xuất vụ Đông Xuân; phối hợp tốt với các thôn.',
  weaknesses: 'Hai báo cáo gửi chậm so với thời hạn được giao.',
  comment: 'Đồng ý với kết quả tự đánh giá. Đề nghị rút kinh nghiệm về tiến độ báo cáo.',
  selfSignature: { place: 'Cam Lộ', date: '2026-04-02', name: 'Nguyễn Thị Hồng Đào' },
  superiorSignature: { place: 'Cam Lộ', date: '2026-04-05', name: 'Lê Quang Mạnh' },
  verification: { recordId: '0198f3c2-7d1e-7a44-9a3b-2f6d5a1c0e77', shortHash: '7F3A-19C2', set: { root: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328', size: 214 } },
  sourceNote: null,
}

/** The same form before anybody has written on it. */
export const blankForm01: Form01 = {
  ...sampleForm01,
  issuer: { superiorBody: null, issuingBody: 'Tên cơ quan, tổ chức, đơn vị' },
  periodLabel: null,
  fullName: '',
  title: '',
  unit: '',
  criteriaRows: appendixCriteria.map((row) => ({ ...row, selfPoints: null })),
  criteriaSelfTotal: null,
  generalPoints: null,
  taskPoints: null,
  total: null,
  strengths: null,
  weaknesses: null,
  comment: null,
  selfSignature: { place: null, date: null, name: null },
  superiorSignature: { place: null, date: null, name: null },
  verification: null,
  sourceNote: null,
}

/** A filled form 02 of a body that scores by quarter. */
export const sampleForm02: Form02 = {
  issuer: sampleForm01.issuer,
  year: 2026,
  fullName: sampleForm01.fullName,
  title: sampleForm01.title,
  unit: sampleForm01.unit,
  months: monthsFromQuarters([
    { quarter: 1, total: '87.50' },
    { quarter: 2, total: '91.25' },
    { quarter: 3, total: '88.00' },
    { quarter: 4, total: '93.10' },
  ]),
  mean: '89.96',
  meanNote: '',
  selfLevel: 'good',
  decidedLevel: 'good',
  proposedFollowUp: 'Tiếp tục bố trí, sử dụng theo vị trí việc làm hiện tại.',
  selfSignature: { place: 'Cam Lộ', date: '2026-12-10', name: 'Nguyễn Thị Hồng Đào' },
  authoritySignature: { place: 'Cam Lộ', date: '2026-12-20', name: 'Trần Văn Hải' },
  verification: sampleForm01.verification,
  sourceNote: null,
}
