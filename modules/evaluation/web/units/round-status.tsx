import { StatusBadge } from '#ui/badges.tsx'
import type { Tone } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { unitsText } from './messages.ts'
import type { Round, UnitNode } from './round-types.ts'

const roundTones: Record<Round['status'], Tone> = { draft: 'neutral', running: 'info', published: 'good', closed: 'neutral', cancelled: 'neutral' }
const fileTones: Record<UnitNode['status'], Tone> = { waiting: 'neutral', self_scoring: 'info', scoring: 'info', scored: 'info', decided: 'good', published: 'good' }

/** Where a round stands. */
export function RoundStatusBadge({ status }: { status: Round['status'] }) {
  return <StatusBadge tone={roundTones[status]}>{useText(unitsText).roundStatus[status]}</StatusBadge>
}

/** Where an organisation's file stands. */
export function UnitStatusBadge({ status }: { status: UnitNode['status'] }) {
  return <StatusBadge tone={fileTones[status]}>{useText(unitsText).fileStatus[status]}</StatusBadge>
}
