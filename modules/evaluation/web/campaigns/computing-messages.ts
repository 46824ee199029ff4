import { defineText } from '#ui/text.ts'

export const computingText = defineText({
  vi: {
    begun: 'Đang tính kết quả…',
    percent: 'phần trăm kết quả đã tính',
    mayLeave: 'Có thể đóng hoặc sang trang khác; việc tính vẫn tiếp tục và người khác vẫn làm việc bình thường.',
  },
  en: {
    begun: 'Computing the results…',
    percent: 'per cent of the results computed',
    mayLeave: 'You may close this or go elsewhere: computing goes on, and others work as usual.',
  },
})
