import { defineText } from '#ui/text.ts'

/** Words of what waits in the newsroom, on the list of one's work. */
export const ownWorkText = defineText({
  vi: {
    newsroom: 'Tòa soạn',
    returned: 'Sửa tin, bài bị trả lại',
    toSign: 'Duyệt tin, bài',
    assignments: 'Nộp bài theo phân công',
  },
  en: {
    newsroom: 'Newsroom',
    returned: 'Mend returned stories',
    toSign: 'Approve stories',
    assignments: 'Hand in assignments',
  },
})
