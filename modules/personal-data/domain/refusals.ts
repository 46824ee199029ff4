import type { RefusalCatalogue } from '#kernel/refusal.ts'

/** Refusals of the protection of personal data (bảo vệ dữ liệu cá nhân). */
export const personalDataRefusals = {} as const satisfies RefusalCatalogue
