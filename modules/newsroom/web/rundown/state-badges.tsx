import { StatusBadge } from '#ui/badges.tsx'
import { useText } from '#ui/text.ts'
import type { ItemStage, RundownState } from '../../domain/rundown/state.ts'
import { rundownText } from './messages.ts'

const tones = { planned: 'neutral', locked: 'info', on_air: 'bad', ended: 'neutral' } as const satisfies Record<RundownState, string>
const stageTones = { next: 'warn', on_air: 'bad', aired: 'neutral' } as const satisfies Record<Exclude<ItemStage, 'waiting'>, string>

/** Where a rundown stands. */
export function RundownBadge({ state }: { state: RundownState }) {
  return <StatusBadge tone={tones[state]}>{useText(rundownText).states[state]}</StatusBadge>
}

/** Where an item stands that no longer only waits. */
export function StageBadge({ stage }: { stage: Exclude<ItemStage, 'waiting'> }) {
  return <StatusBadge tone={stageTones[stage]}>{useText(rundownText).stages[stage]}</StatusBadge>
}
