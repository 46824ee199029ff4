import { StatusBadge } from '#ui/badges.tsx'
import { useText } from '#ui/text.ts'
import type { StoryState } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'

const tones = { draft: 'neutral', department: 'info', leadership: 'info', approved: 'good' } as const

/** Where a story stands. */
export function StateBadge({ state }: { state: StoryState }) {
  return <StatusBadge tone={tones[state]}>{useText(newsroomText).states[state]}</StatusBadge>
}
