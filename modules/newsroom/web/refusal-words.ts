import type { NewsroomRefusal } from '../domain/refusals.ts'

type Words = Readonly<Record<NewsroomRefusal, string>>

/** Words for every refusal of the newsroom. */
export const refusalWordsVi: Words = {
  'newsroom.no-unit': 'Hôm nay bạn không giữ chức vụ ở đơn vị nào bạn được viết tin, bài. Đề nghị người quản trị kiểm tra vai trò và chức vụ của bạn.',
  'newsroom.story.changed': 'Bài vừa được lưu ở nơi khác. So hai bản rồi chọn bản giữ lại.',
  'newsroom.story.wrong-state': 'Bài không còn ở bước này. Tải lại để xem bài đang chờ ai.',
  'newsroom.story.own': 'Người viết không duyệt bài của chính mình. Đề nghị người khác có thẩm quyền duyệt.',
  'newsroom.story.signed-other-level': 'Bạn đã duyệt bài này ở cấp khác; mỗi người chỉ duyệt một cấp.',
  'newsroom.story.empty': 'Bài chưa có nội dung. Viết ít nhất một đoạn rồi trình.',
  'newsroom.story.reason-needed': 'Nêu lý do trả lại để người viết biết cần sửa gì.',
  'newsroom.story.no-such-block': 'Đoạn được chọn không còn trong bài. Chọn lại đoạn hoặc để trống.',
  'newsroom.record.empty': 'Tệp không có gì. Chọn tệp khác.',
  'newsroom.record.not-text': 'Tệp không phải văn bản UTF-8 hay tệp Word (.docx). Mở bằng chương trình cũ rồi lưu lại bằng UTF-8 hoặc .docx.',
  'newsroom.record.too-long': 'Bài dài quá mức nhận được (600 đoạn, mỗi đoạn 40.000 ký tự). Chia bài thành nhiều tệp.',
}

export const refusalWordsEn: Words = {
  'newsroom.no-unit': 'You hold no post today in a unit you write for. Ask the administrator to check your role and post.',
  'newsroom.story.changed': 'The story was saved elsewhere. Compare both texts and choose what to keep.',
  'newsroom.story.wrong-state': 'The story is no longer at this step. Reload to see whom it waits for.',
  'newsroom.story.own': 'Authors do not approve their own stories. Somebody else with the right has to.',
  'newsroom.story.signed-other-level': 'You approved this story at another level; everybody approves at one level only.',
  'newsroom.story.empty': 'The story has no words yet. Write at least one block, then submit.',
  'newsroom.story.reason-needed': 'Say why you return it, so that the author knows what to change.',
  'newsroom.story.no-such-block': 'That block is no longer in the story. Choose another, or none.',
  'newsroom.record.empty': 'The file is empty. Choose another.',
  'newsroom.record.not-text': 'The file is neither UTF-8 text nor Word (.docx). Open it in its program and save it as UTF-8 or .docx.',
  'newsroom.record.too-long': 'The story is longer than can be taken (600 blocks of 40,000 signs). Split it into several files.',
}
