import type { StoryAct } from './state.ts'

/** The acts on papers and in the copy of one's own data, which are Vietnamese. */
export const actNames: Readonly<Record<StoryAct, string>> = { submit: 'Trình duyệt', withdraw: 'Rút lại', return: 'Trả lại', approve: 'Duyệt', air_first: 'Cho phát trước, ký sau' }
