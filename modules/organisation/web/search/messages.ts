import { defineText } from '#ui/text.ts'

export const searchText = defineText({
  vi: {
    title: 'Tìm người, đơn vị',
    open: 'Tìm người, đơn vị (phím /)',
    short: 'Tìm người, đơn vị',
    field: 'Tên hoặc mã',
    hint: 'Ví dụ: dao manh; không cần dấu, đúng dấu thì lên đầu',
    people: 'Người',
    units: 'Đơn vị',
    ended: 'Đã kết thúc',
    found: (people: number, units: number) => `${people} người, ${units} đơn vị`,
    begin: 'Gõ một phần tên người, tên đơn vị hoặc mã.',
    nothing: (text: string) => `Không thấy ai, đơn vị nào khớp với “${text}”`,
    nothingBody: 'Thử ít chữ hơn. Chỉ tìm trong phạm vi tài khoản của bạn được xem.',
  },
  en: {
    title: 'Find people and units',
    open: 'Find people, units (key /)',
    short: 'Find people, units',
    field: 'Name or code',
    hint: 'For example: dao manh; accents not needed, exact accents come first',
    people: 'People',
    units: 'Units',
    ended: 'Ended',
    found: (people: number, units: number) => `${people} people, ${units} units`,
    begin: 'Type a part of a person’s or unit’s name, or a code.',
    nothing: (text: string) => `Nobody and no unit matches “${text}”`,
    nothingBody: 'Try fewer letters. Only what your account may see is searched.',
  },
})
