import { StatusBadge } from '#ui/badges.tsx'
import { useText } from '#ui/text.ts'
import type { StoryStage } from '../../domain/approval/state.ts'
import { newsroomText } from '../messages.ts'

const tones = { draft: 'neutral', department: 'info', leadership: 'info', approved: 'good', placed: 'good', aired: 'good', archived: 'neutral' } as const

/** Where a story stands. */
export function StateBadge({ stage }: { stage: StoryStage }) {
  return <StatusBadge tone={tones[stage]}>{useText(newsroomText).states[stage]}</StatusBadge>
}
