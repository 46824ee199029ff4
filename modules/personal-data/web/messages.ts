import { defineText } from '#ui/text.ts'
import { refusalWordsEn, refusalWordsVi } from './refusal-words.ts'

export const personalDataText = defineText({
  vi: {
    title: 'Bảo vệ dữ liệu cá nhân',
    description: 'Hồ sơ hoạt động xử lý: chương trình giữ những loại dữ liệu cá nhân nào, để làm gì, theo căn cứ nào và trong bao lâu.',
    caption: 'Các loại dữ liệu cá nhân chương trình giữ',
    recordClass: 'Loại dữ liệu',
    refusals: refusalWordsVi,
  },
  en: {
    title: 'Protection of personal data',
    description: 'The register of processing: which personal data the program holds, what for, on which ground and for how long.',
    caption: 'Classes of personal data the program holds',
    recordClass: 'Record class',
    refusals: refusalWordsEn,
  },
})
