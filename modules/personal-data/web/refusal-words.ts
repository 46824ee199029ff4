import type { PersonalDataRefusal } from '../domain/refusals.ts'

type Data = Readonly<Record<string, unknown>>
type Words = Readonly<Record<PersonalDataRefusal, string | ((data: Data) => string)>>

/** Words for every refusal of the protection of personal data. */
export const refusalWordsVi: Words = {
  'personal-data.period.not-set-here': 'Loại dữ liệu này không đặt thời hạn riêng; xem mục “Kết thúc” của loại này trong hồ sơ.',
  'personal-data.period.below-minimum': (data) => `Thời hạn phải từ ${String(data['shortest'])} tháng trở lên.`,
}

export const refusalWordsEn: Words = {
  'personal-data.period.not-set-here': 'This class has no period of its own; the register says how it ends.',
  'personal-data.period.below-minimum': (data) => `The period must be ${String(data['shortest'])} months or more.`,
}
