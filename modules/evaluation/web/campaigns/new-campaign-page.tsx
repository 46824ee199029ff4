import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useGo } from '#ui/link.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { DraftForm, type DraftEntries } from './draft-form.tsx'
import { campaignsText } from './messages.ts'
import { rulebooksFor } from './rulebook-choice.tsx'

const subjectStatuses = ['cadre', 'civil_servant', 'public_employee', 'part_time_worker'] as const
type SubjectStatus = (typeof subjectStatuses)[number]
type Body = BodyOf<typeof evaluationRoutes.createCampaign>

/** Lập đợt đánh giá: rulebook, period, scope, subjects, deadlines and how the rules are read. */
export function NewCampaignPage() {
  const words = useText(campaignsText).create
  const { campaigns } = useText(evaluationText)
  const go = useGo()
  const refresh = useRefresh()
  const [statuses, setStatuses] = useState<readonly SubjectStatus[]>(['cadre', 'civil_servant'])
  const { act, busy, error } = useAct(
    (body: Body, options) => call(evaluationRoutes.createCampaign, { body }, options),
    (created) => {
      void refresh(evaluationRoutes.listCampaigns)
      toast(words.done(created.participants))
      go(places.campaign(created.campaignId).to, { replace: true })
    },
  )
  const send = ({ rulebook, settings, period, due, ...draft }: DraftEntries) =>
    void act({
      ...draft,
      rulebookId: rulebook.id,
      ...(rulebook.own ? { rulebookVersion: rulebook.version } : {}),
      settings: { ...settings },
      period: { kind: period.kind, year: period.year, number: period.number },
      subjectStatuses: [...statuses],
      due: { ...due },
    })
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: campaigns, to: places.campaigns().to }]} narrow>
      <DraftForm
        words={words}
        rulebooksFor={rulebooksFor}
        whoReady={statuses.length > 0}
        who={(tried) => (
          <Checkbox.Group
            label={words.statuses}
            error={tried && statuses.length === 0 ? words.needed.statuses : undefined}
            value={[...statuses]}
            onChange={(next) => setStatuses(subjectStatuses.filter((status) => next.includes(status)))}
          >
            <div className="td-stack-tight">
              {subjectStatuses.map((status) => (
                <Checkbox key={status} value={status} label={words.subjectStatus[status]} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        busy={busy}
        error={error}
        onSubmit={send}
      />
    </Page>
  )
}
