import { IconCheck } from '#ui/icons.tsx'
import { showDate } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { campaignStatuses, type CampaignStatus } from '../../domain/campaign.ts'
import { evaluationText } from '../messages.ts'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'
import c from './campaign-page.module.css'

/** The steps in order; a cancelled campaign has left them. */
const steps = campaignStatuses.filter((status) => status !== 'cancelled')

/** The procedure of the campaign with where it stands and until when. */
export function CampaignSteps({ campaign }: { campaign: Campaign }) {
  const words = useText(campaignsText).page
  const { campaignStatus } = useText(evaluationText)
  const here = steps.findIndex((step) => step === campaign.status)
  const when = useStepDates(campaign)
  return (
    <ol className={c.steps} aria-label={words.steps}>
      {steps.map((step, index) => (
        <li key={step} data-state={index < here ? 'done' : index === here ? 'here' : undefined} aria-current={index === here ? 'step' : undefined}>
          <span className={c.stepMark} aria-hidden="true">
            {index < here ? <IconCheck size={14} /> : index + 1}
          </span>
          <span className={c.stepText}>
            <span className={c.stepName}>
              {campaignStatus[step]}
              {index === here && <span className="td-hidden-text"> ({words.here})</span>}
            </span>
            <span className={c.stepHint}>{words.stepHint[step]}</span>
            {when[step] !== undefined && <span className={c.stepWhen}>{when[step]}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function useStepDates(campaign: Campaign): Partial<Record<CampaignStatus, string>> {
  const words = useText(campaignsText).page
  const on = (moment: string | null) => (moment === null ? undefined : words.on(showDate(vietnameseDay(new Date(moment)))))
  const published = on(campaign.publishedAt)
  const closed = on(campaign.closedAt)
  return {
    scoring: words.until(showDate(campaign.due.superior)),
    deciding: words.until(showDate(campaign.due.decide)),
    ...(published === undefined ? {} : { published }),
    ...(closed === undefined ? {} : { closed }),
  }
}
