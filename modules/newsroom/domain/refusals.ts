import type { RefusalCatalogue } from '#kernel/refusal.ts'

/** Refusals of the newsroom (tòa soạn). */
export const newsroomRefusals = {
  'newsroom.no-unit': 409,
  'newsroom.story.changed': 409,
  'newsroom.story.wrong-state': 409,
  'newsroom.story.own': 409,
  'newsroom.story.signed-other-level': 409,
  'newsroom.story.empty': 422,
  'newsroom.story.reason-needed': 422,
  'newsroom.story.no-such-block': 422,
  'newsroom.record.empty': 422,
  'newsroom.record.not-text': 422,
  'newsroom.record.too-long': 422,
} as const satisfies RefusalCatalogue

export type NewsroomRefusal = keyof typeof newsroomRefusals
