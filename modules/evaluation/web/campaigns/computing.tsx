import { useEffect, useRef } from 'react'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { Progress } from '#ui/figures.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CampaignAct } from '../../domain/campaign.ts'
import type { Campaign } from './campaign-view.tsx'
import { computingText } from './computing-messages.ts'

/** Acts after which everybody's results are computed. */
export const computingActs: ReadonlySet<CampaignAct> = new Set(['compile', 'submit'])

interface ComputingProps {
  campaign: Campaign
  /** The act was sent from here just now. */
  sent?: boolean
}

/**
 * How far everybody's results are computed, while that goes on, whoever began it and from whichever window. Few people
 * are computed before anybody could read a figure: then only that it goes on is said.
 */
export function Computing({ campaign, sent = false }: ComputingProps) {
  const words = useText(computingText)
  const refresh = useRefresh()
  const began = useRef(false)
  const { data, refetch } = useLoad(evaluationRoutes.computingProgress, { params: { campaignId: campaign.id } })
  const percent = data?.percent ?? null
  const goesOn = sent || percent !== null
  useEffect(() => {
    if (!goesOn) return undefined
    const timer = setInterval(() => void refetch(), 700)
    return () => clearInterval(timer)
  }, [goesOn, refetch])
  useEffect(() => {
    // Begun elsewhere: what the page shows of the campaign has just changed.
    if (began.current && !goesOn) void refresh(evaluationRoutes.getCampaign, evaluationRoutes.listParticipants, evaluationRoutes.listResults)
    began.current = goesOn
  }, [goesOn, refresh])
  if (!goesOn) return null
  return (
    <div className="td-stack-tight" role="status">
      {percent === null ? <p>{words.begun}</p> : <Progress done={percent} total={100} label={words.percent} />}
      <p className="td-quiet td-small">{words.mayLeave}</p>
    </div>
  )
}
