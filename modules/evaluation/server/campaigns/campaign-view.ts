import type { z } from 'zod'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { availableActs } from '#kernel/transition.ts'
import type { campaignView as shape } from '../../contract/views.ts'
import { campaignTransitions } from '../../domain/campaign.ts'
import { obstaclesTo, type CampaignState } from '../../domain/obstacles.ts'
import { periodLabel } from '../../domain/period.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from './campaign-row.ts'
import type { CampaignCounts } from './campaign-state.ts'

type CampaignView = z.input<typeof shape>

/** What a view of a campaign is made from. */
export interface CampaignFacts {
  readonly campaign: Campaign
  readonly rulebook: CompiledRulebook
  readonly counts: CampaignCounts
  readonly overduePetitions: number
  readonly state: CampaignState
  readonly scopeName: string
  readonly manages: boolean
  readonly today: CalendarDate
}

/** A campaign as the screens show it, with what may be done now and what stands in the way. */
export function campaignView({ campaign, rulebook, counts, overduePetitions, state, scopeName, manages, today }: CampaignFacts): CampaignView {
  const can = availableActs(campaignTransitions, campaign.status, () => manages)
  return {
    id: campaign.id,
    version: campaign.version,
    name: campaign.name,
    status: campaign.status,
    rulebook: { id: campaign.rulebook.id, version: campaign.rulebook.version, hash: campaign.rulebook.hash, name: rulebook.title, documentNumber: rulebook.document.number },
    settings: { ...campaign.settings },
    period: { kind: campaign.period.kind, from: campaign.period.from, to: campaign.period.to, label: periodLabel(campaign.period) },
    scope: { id: campaign.scopeUnitId, name: scopeName },
    due: campaign.due,
    openedAt: campaign.openedAt?.toISOString() ?? null,
    publishedAt: campaign.publishedAt?.toISOString() ?? null,
    closedAt: campaign.closedAt?.toISOString() ?? null,
    counts: { ...counts, overduePetitions },
    can,
    blocked: can.flatMap((act) => obstaclesTo(act, state, today).map(({ code, data }) => ({ act, code, data: { ...data } }))),
    manages,
  }
}
