import { Button } from '@mantine/core'
import { IconBell, IconRefresh } from '#ui/icons.tsx'
import { useState } from 'react'
import { isUuid, type PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoadPages, useRefresh } from '#platform/web/load.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useFilters } from '#ui/filters.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { adjustableStatuses } from '../../domain/campaign.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { AdjustDialog } from './adjust-dialog.tsx'
import type { Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'
import { ParticipantFilterBar, participantFilters } from './participant-filters.tsx'
import { ParticipantTable, type Participant } from './participant-table.tsx'
import { RemindDialog } from './remind-dialog.tsx'
import c from './campaign-page.module.css'

/** The board: who is scored by whom, who has not scored, what could not be resolved. */
export function ParticipantsTab({ campaign, rulebook }: { campaign: Campaign; rulebook: CompiledRulebook | undefined }) {
  const words = useText(campaignsText).people
  const remindWords = useText(campaignsText).remind
  const { refusals } = useText(evaluationText)
  const filters = useFilters(participantFilters)
  const { values } = filters
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set())
  const [reminding, setReminding] = useState(false)
  const [adjusting, setAdjusting] = useState<Participant>()
  const refresh = useRefresh()
  const list = useLoadPages(evaluationRoutes.listParticipants, {
    params: { campaignId: campaign.id },
    query: {
      limit: 100,
      ...(values.q === undefined ? {} : { search: values.q.slice(0, 100) }),
      ...(values.status === undefined ? {} : { status: values.status }),
      ...(values.only === undefined ? {} : { only: values.only }),
      ...(values.group === undefined ? {} : { group: values.group }),
      ...(values.unit !== undefined && isUuid(values.unit) ? { unitId: values.unit } : {}),
    },
  })
  const resolve = useAct(
    (version: number, options) => call(evaluationRoutes.resolveAgain, { params: { campaignId: campaign.id }, body: { version } }, options),
    (done) => {
      void refresh(evaluationRoutes.getCampaign, evaluationRoutes.listParticipants)
      toast(words.resolved(done.participants, done.unresolved))
    },
  )
  const mayRemind = campaign.manages && (campaign.status === 'scoring' || campaign.status === 'deciding')
  const mayAdjust = campaign.manages && adjustableStatuses.includes(campaign.status)
  const toggle = (id: PersonId) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <div className="td-stack">
      <ParticipantFilterBar campaign={campaign} rulebook={rulebook} filters={filters} />
      {(mayRemind || (campaign.manages && campaign.status === 'draft')) && (
        <div className={c.tools}>
          {mayRemind && (
            <Button variant="light" leftSection={<IconBell size={18} aria-hidden="true" />} onClick={() => setReminding(true)}>
              {chosen.size === 0 ? remindWords.button : `${remindWords.button} (${chosen.size})`}
            </Button>
          )}
          {campaign.manages && campaign.status === 'draft' && (
            <Button variant="light" leftSection={<IconRefresh size={18} aria-hidden="true" />} loading={resolve.busy} onClick={() => void resolve.act(campaign.version)}>
              {words.resolveAgain}
            </Button>
          )}
        </div>
      )}
      <ErrorNotice error={resolve.error} refusals={refusals} />
      <ErrorNotice error={list.error} onRetry={list.retry} refusals={refusals} />
      {list.loading && <LoadingRows rows={8} />}
      {!list.loading && list.error === null && (
        <ParticipantTable
          campaign={campaign}
          rulebook={rulebook}
          participants={list.items}
          more={list.more}
          refreshing={list.refreshing}
          pick={mayRemind ? { chosen, toggle } : undefined}
          onAdjust={mayAdjust ? setAdjusting : undefined}
          empty={
            <div className="td-panel">
              {values.only === 'late' ? (
                <EmptyState title={words.nobodyLate} />
              ) : values.only === 'unresolved' ? (
                <EmptyState title={words.nobodyUnresolved}>{words.nobodyUnresolvedBody}</EmptyState>
              ) : (
                <EmptyState title={words.emptyFiltered}>{filters.active > 0 ? words.emptyFilteredBody : undefined}</EmptyState>
              )}
            </div>
          }
        />
      )}
      {reminding && (
        <RemindDialog
          campaign={campaign}
          chosen={chosen}
          onClose={() => setReminding(false)}
          onSent={() => {
            setReminding(false)
            setChosen(new Set())
          }}
        />
      )}
      {adjusting !== undefined && rulebook !== undefined && (
        <AdjustDialog campaign={campaign} rulebook={rulebook} participant={adjusting} onClose={() => setAdjusting(undefined)} />
      )}
    </div>
  )
}
