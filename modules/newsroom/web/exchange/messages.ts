import { defineText } from '#ui/text.ts'

export const exchangeText = defineText({
  vi: {
    button: 'Xuất bài',
    menu: 'Chọn dạng tệp',
    ninjs: 'ninjs 3.3 (JSON)',
    newsml: 'NewsML-G2 (XML)',
    captions: 'Phụ đề WebVTT',
    captionsLater: 'Khi bài đã duyệt phát',
    withheld: 'Ghi rõ là chưa được duyệt phát',
  },
  en: {
    button: 'Export',
    menu: 'Choose a format',
    ninjs: 'ninjs 3.3 (JSON)',
    newsml: 'NewsML-G2 (XML)',
    captions: 'WebVTT captions',
    captionsLater: 'Once approved to air',
    withheld: 'Marked as not approved to air',
  },
})
