import { defineText } from '#ui/text.ts'

export const shellText = defineText({
  vi: {
    product: 'Thước Đo',
    myWork: 'Việc của tôi',
    organisation: 'Tổ chức & nhân sự',
    evaluation: 'Đánh giá',
    notFound: 'Không có trang này',
    notFoundBody: 'Địa chỉ có thể đã gõ sai, hoặc nội dung không còn. Kiểm tra lại địa chỉ hoặc về trang đầu.',
    home: 'Về Việc của tôi',
    failed: 'Trang gặp lỗi',
    failedBody: 'Trang này không hiển thị được. Nội dung đã lưu không bị ảnh hưởng. Tải lại trang; nếu vẫn lỗi, báo người quản trị kèm dòng dưới đây.',
    outdated: 'Hệ thống vừa được cập nhật',
    outdatedBody: 'Tải lại trang để dùng bản mới.',
    reload: 'Tải lại trang',
  },
  en: {
    product: 'Thước Đo',
    myWork: 'My work',
    organisation: 'Organisation & people',
    evaluation: 'Evaluation',
    notFound: 'There is no such page',
    notFoundBody: 'The address may be mistyped, or what was there is gone. Check the address or go back to the start.',
    home: 'To My work',
    failed: 'This page has failed',
    failedBody: 'The page cannot be shown. What was saved is not affected. Reload the page; if it persists, tell the administrator the line below.',
    outdated: 'The system has just been updated',
    outdatedBody: 'Reload the page to use the new version.',
    reload: 'Reload the page',
  },
})
