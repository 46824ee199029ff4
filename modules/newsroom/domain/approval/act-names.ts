import type { StoryAct } from './state.ts'

/** The acts on papers and in the copy of one's own data, which are Vietnamese. */
export const actNames: Readonly<Record<StoryAct, string>> = { submit: 'Trình duyệt', withdraw: 'Rút lại', return: 'Trả lại', approve: 'Duyệt', air_first: 'Cho phát trước, ký sau' }

/** What each act is in the ledger (sổ nhật ký). */
export const actActions = {
  submit: 'newsroom.story.submitted',
  withdraw: 'newsroom.story.withdrawn',
  return: 'newsroom.story.returned',
  approve: 'newsroom.story.approved',
  air_first: 'newsroom.story.let-on-air',
} as const satisfies Record<StoryAct, string>
