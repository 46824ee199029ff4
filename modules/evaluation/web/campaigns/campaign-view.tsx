import type { z } from 'zod'
import { StatusBadge } from '#ui/badges.tsx'
import type { Tone } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { campaignView } from '../../contract/views.ts'
import type { CampaignStatus } from '../../domain/campaign.ts'
import type { ParticipantStatus } from '../../domain/participant.ts'
import { evaluationText } from '../messages.ts'

/** A campaign as the screens receive it. */
export type Campaign = z.output<typeof campaignView>

const campaignTones: Record<CampaignStatus, Tone> = { draft: 'neutral', scoring: 'info', compiling: 'info', deciding: 'warn', published: 'good', closed: 'neutral', cancelled: 'bad' }
const participantTones: Record<ParticipantStatus, Tone> = { waiting: 'neutral', self_scoring: 'warn', superior_scoring: 'warn', scored: 'info', compiled: 'info', decided: 'good', published: 'good' }

/** The status of a campaign in words. */
export function CampaignStatusBadge({ status }: { status: CampaignStatus }) {
  return <StatusBadge tone={campaignTones[status]}>{useText(evaluationText).campaignStatus[status]}</StatusBadge>
}

/** Where somebody's file stands, in words. */
export function ParticipantStatusBadge({ status }: { status: ParticipantStatus }) {
  return <StatusBadge tone={participantTones[status]}>{useText(evaluationText).participantStatus[status]}</StatusBadge>
}
