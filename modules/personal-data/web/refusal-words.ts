import type { PersonalDataRefusal } from '../domain/refusals.ts'

type Data = Readonly<Record<string, unknown>>
type Words = Readonly<Record<PersonalDataRefusal, string | ((data: Data) => string)>>

/** Words for every refusal of the protection of personal data. */
export const refusalWordsVi: Words = {
  'personal-data.period.not-set-here': 'Loại dữ liệu này không đặt thời hạn riêng; xem mục “Kết thúc” của loại này trong hồ sơ.',
  'personal-data.period.below-minimum': (data) => `Thời hạn phải từ ${String(data['shortest'])} tháng trở lên.`,
  'personal-data.proposal.settled': 'Đề xuất này đã được xử lý. Tải lại để xem kết quả.',
  'personal-data.proposal.changed': (data) => `Số mục xóa được vừa thay đổi, nay là ${String(data['things'])}. Rà soát lại rồi xem danh sách trước khi xác nhận.`,
  'personal-data.proposal.outdated': 'Thời hạn lưu đã thay đổi sau khi có đề xuất. Rà soát lại.',
  'personal-data.proposal.until-too-early': 'Ngày hoãn phải sau hôm nay.',
  'personal-data.request.no-such-record': 'Chương trình không giữ dữ liệu này của bạn. Tải lại trang và chọn trong danh sách.',
  'personal-data.request.changed': 'Yêu cầu này vừa thay đổi. Tải lại để xem bản mới nhất.',
  'personal-data.request.wrong-status': 'Yêu cầu không còn ở bước này. Tải lại để xem trạng thái hiện tại.',
  'personal-data.request.settled-record': (data) =>
    data['way'] === 'petition'
      ? 'Kết quả, phiếu đã công bố không được sửa theo yêu cầu này. Từ chối, nêu căn cứ và hướng dẫn gửi kiến nghị: kết quả chỉ thay đổi bằng quyết định thay thế.'
      : 'Dữ liệu này ghi lại việc đã xảy ra nên không sửa, không xóa theo yêu cầu. Từ chối và nêu căn cứ.',
  'personal-data.request.ground-needed': 'Từ chối phải nêu căn cứ pháp lý.',
  'personal-data.stub.content': 'Phiếu thay thế chỉ ghi số, ngày, nơi ban hành, độ mật và nơi lưu giữ, mỗi mục một dòng ngắn; không ghi trích yếu hay nội dung.',
}

export const refusalWordsEn: Words = {
  'personal-data.period.not-set-here': 'This class has no period of its own; the register says how it ends.',
  'personal-data.period.below-minimum': (data) => `The period must be ${String(data['shortest'])} months or more.`,
  'personal-data.proposal.settled': 'This proposal has been settled. Reload to see how.',
  'personal-data.proposal.changed': (data) => `What can be deleted has just changed, to ${String(data['things'])}. Look again and read the list before you confirm.`,
  'personal-data.proposal.outdated': 'The period has changed since the proposal was made. Look again.',
  'personal-data.proposal.until-too-early': 'The day must lie after today.',
  'personal-data.request.no-such-record': 'The program holds no such record of yours. Reload the page and choose from the list.',
  'personal-data.request.changed': 'This request has just changed. Reload to see the latest.',
  'personal-data.request.wrong-status': 'The request is no longer at this step. Reload to see where it stands.',
  'personal-data.request.settled-record': (data) =>
    data['way'] === 'petition'
      ? 'A published result or sheet is not changed by such a request. Refuse it with the ground and point to the petition: a result changes only by a replacing decision.'
      : 'This says what has happened and is neither changed nor deleted on request. Refuse it with the ground.',
  'personal-data.request.ground-needed': 'A refusal must name its legal ground.',
  'personal-data.stub.content': 'A stub says number, date, issuer, level and where the paper is kept, a short line each; neither abstract nor content.',
}
