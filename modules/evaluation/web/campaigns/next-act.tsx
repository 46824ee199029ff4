import { Button } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#ui/text.ts'
import { campaignActs, type CampaignAct } from '../../domain/campaign.ts'
import { waivableObstacles } from '../../domain/obstacles.ts'
import { evaluationText } from '../messages.ts'
import { ActDialog } from './act-dialog.tsx'
import { BlockedList } from './blocked-list.tsx'
import type { Campaign } from './campaign-view.tsx'
import { Computing, computingActs } from './computing.tsx'
import { campaignsText } from './messages.ts'
import c from './campaign-page.module.css'

/** Acts that move a campaign on; the others send it back or end it. */
const forward: ReadonlySet<CampaignAct> = new Set(['open', 'compile', 'submit', 'publish', 'close'])

/** The act that comes next with what stands in its way, and the acts that send back or cancel. */
export function NextAct({ campaign }: { campaign: Campaign }) {
  const words = useText(campaignsText).page
  const { campaignAct } = useText(evaluationText)
  const [acting, setActing] = useState<CampaignAct>()
  const can = campaignActs.filter((act) => campaign.can.includes(act))
  const next = can.find((act) => forward.has(act))
  const others = can.filter((act) => !forward.has(act))
  const blocked = campaign.blocked.filter((obstacle) => obstacle.act === next)
  const stopped = blocked.some((obstacle) => !waivableObstacles.has(obstacle.code))
  if (!campaign.manages) return campaign.status === 'closed' || campaign.status === 'cancelled' ? null : <p className="td-quiet">{words.waitsForOthers}</p>
  return (
    <section className={`td-panel ${c.next}`} aria-labelledby="next-act">
      <h2 id="next-act">{words.next}</h2>
      {next === undefined && <p>{campaign.status === 'cancelled' ? words.cancelledNote : words.nothingNext}</p>}
      {next !== undefined && (
        <>
          <p>{words.actHint[next]}</p>
          {computingActs.has(next) && <Computing campaign={campaign} />}
          {blocked.length > 0 && <BlockedList campaign={campaign} blocked={blocked} />}
          <div className="td-row">
            <Button onClick={() => setActing(next)} disabled={stopped}>
              {campaignAct[next]}
            </Button>
            {others.map((act) => (
              <Button key={act} variant="subtle" color={act === 'cancel' ? 'red' : 'accent'} onClick={() => setActing(act)}>
                {campaignAct[act]}
              </Button>
            ))}
          </div>
        </>
      )}
      {acting !== undefined && <ActDialog campaign={campaign} act={acting} onClose={() => setActing(undefined)} />}
    </section>
  )
}
