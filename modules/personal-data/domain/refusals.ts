import type { RefusalCatalogue } from '#kernel/refusal.ts'

/** Refusals of the protection of personal data (bảo vệ dữ liệu cá nhân). */
export const personalDataRefusals = {
  'personal-data.period.not-set-here': 422,
  'personal-data.period.below-minimum': 422,
  'personal-data.proposal.settled': 409,
  'personal-data.proposal.changed': 409,
  'personal-data.proposal.outdated': 409,
  'personal-data.proposal.until-too-early': 422,
  'personal-data.request.no-such-record': 404,
  'personal-data.request.changed': 409,
  'personal-data.request.wrong-status': 409,
  'personal-data.request.settled-record': 422,
  'personal-data.request.ground-needed': 422,
  'personal-data.stub.content': 422,
} as const satisfies RefusalCatalogue

export type PersonalDataRefusal = keyof typeof personalDataRefusals
