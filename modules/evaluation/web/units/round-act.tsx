import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { waivableObstacles } from '../../domain/obstacles.ts'
import { unitCampaignActs, type UnitCampaignAct } from '../../domain/unit-campaign.ts'
import { evaluationText } from '../messages.ts'
import { unitsText } from './messages.ts'
import type { Round } from './round-types.ts'
import c from './units.module.css'

/** The act that comes next for a round with what stands in its way, and cancelling. */
export function RoundAct({ round }: { round: Round }) {
  const words = useText(unitsText)
  const { refusals } = useText(evaluationText)
  const [acting, setActing] = useState<UnitCampaignAct>()
  if (!round.manages) return null
  const can = unitCampaignActs.filter((act) => round.can.includes(act))
  const next = can.find((act) => act !== 'cancel')
  const blocked = round.blocked.filter((obstacle) => obstacle.act === next)
  return (
    <section className="td-panel td-stack-tight" aria-labelledby="round-next">
      <h2 id="round-next">{words.round.next}</h2>
      <p>{next === undefined ? words.round.nothingNext : words.actHint[next]}</p>
      {blocked.length > 0 && (
        <ul className={c.list}>
          {blocked.map(({ code }) => (
            <li key={code}>{refusals[code] ?? code}</li>
          ))}
        </ul>
      )}
      <div className="td-row">
        {next !== undefined && (
          <Button onClick={() => setActing(next)} disabled={blocked.some(({ code }) => !waivableObstacles.has(code))}>
            {words.roundAct[next]}
          </Button>
        )}
        {can.includes('cancel') && (
          <Button variant="subtle" color="red" onClick={() => setActing('cancel')}>
            {words.roundAct.cancel}
          </Button>
        )}
      </div>
      {acting !== undefined && <RoundActDialog round={round} act={acting} onClose={() => setActing(undefined)} />}
    </section>
  )
}

function RoundActDialog({ round, act, onClose }: { round: Round; act: UnitCampaignAct; onClose: () => void }) {
  const words = useText(unitsText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const needsReason = act === 'cancel' || round.blocked.some((obstacle) => obstacle.act === act && waivableObstacles.has(obstacle.code))
  const command = useAct(
    (text: string, options) => call(evaluationRoutes.actOnUnitCampaign, { params: { unitCampaignId: round.id }, body: { version: round.version, act, reason: text } }, options),
    () => {
      void refresh(evaluationRoutes.getUnitCampaign, evaluationRoutes.listUnitCampaigns, evaluationRoutes.getUnitFile, evaluationRoutes.myWork, evaluationRoutes.listResults)
      toast(words.did[act])
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (!needsReason || reason.trim() !== '') void command.act(reason.trim())
  }
  return (
    <Dialog title={`${words.roundAct[act]}: ${round.name}`} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.roundAct[act]} busy={command.busy}>
        <p>{words.actHint[act]}</p>
        {needsReason && <TextField label={words.round.reason} value={reason} onChange={setReason} multiline rows={3} maxLength={1000} error={tried && reason.trim() === '' ? words.round.reasonNeeded : undefined} />}
        <ErrorNotice error={command.error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
