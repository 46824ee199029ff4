import type { RefusalCatalogue } from '#kernel/refusal.ts'

/** Refusals of the protection of personal data (bảo vệ dữ liệu cá nhân). */
export const personalDataRefusals = {
  'personal-data.period.not-set-here': 422,
  'personal-data.period.below-minimum': 422,
} as const satisfies RefusalCatalogue

export type PersonalDataRefusal = keyof typeof personalDataRefusals
