import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CampaignId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import { evaluationText } from '../messages.ts'
import { rulebooksText } from './messages.ts'
import { SimulationResult } from './simulation-result.tsx'
import type { Edition, EditionDraft } from './use-edition-draft.ts'

/** Scores a published campaign again under this version, when asked: each look is in the ledger. */
export function SimulateTab({ edition, draft }: { edition: Edition; draft: EditionDraft }) {
  const words = useText(rulebooksText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const published = useLoad(campaignRoutes.listCampaigns, { query: { status: 'published', limit: 100 } })
  const closed = useLoad(campaignRoutes.listCampaigns, { query: { status: 'closed', limit: 100 } })
  const campaigns = [...(published.data?.items ?? []), ...(closed.data?.items ?? [])].filter((campaign) => campaign.manages)
  const [chosen, setChosen] = useState<string>()
  const campaignId = (campaigns.find((campaign) => campaign.id === chosen) ?? campaigns[0])?.id
  const [result, setResult] = useState<{ value: Awaited<ReturnType<typeof ask>>; version: number; campaignId: string }>()
  const ask = (id: CampaignId) => call(editionRoutes.simulateEdition, { params: { editionId: edition.id }, query: { campaignId: id } })
  const { act, busy, error } = useAct(ask, (value, id) => setResult({ value, version: draft.version, campaignId: id }))
  const loading = published.isPending || closed.isPending
  const current = result !== undefined && result.version === draft.version && result.campaignId === campaignId ? result.value : undefined
  return (
    <div className="td-stack">
      <Section title={words.edition.tabs.simulate} description={words.simulate.hint}>
        <div className="td-stack">
          <ErrorNotice error={published.error ?? closed.error} onRetry={() => void Promise.all([published.refetch(), closed.refetch()])} />
          {loading && <LoadingRows rows={2} />}
          {!loading && campaigns.length === 0 && <EmptyState title={words.simulate.none} />}
          {campaigns.length > 0 && (
            <>
              <SelectField
                label={words.simulate.campaign}
                value={campaignId ?? null}
                none={null}
                onChange={(value) => value !== null && setChosen(value)}
                choices={campaigns.map((campaign) => ({ value: campaign.id, label: `${campaign.name} · ${campaign.period.label[language]} · ${campaign.scope.name}` }))}
              />
              <div>
                <Button loading={busy} disabled={!draft.stored} onClick={() => campaignId !== undefined && void act(campaignId)}>
                  {words.simulate.run}
                </Button>
              </div>
            </>
          )}
          <ErrorNotice error={error} refusals={refusals} />
          {!draft.stored && <Notice>{words.changes.unsaved}</Notice>}
        </div>
      </Section>
      {current !== undefined && (current.problems.length > 0 ? <Notice tone="warn">{words.simulate.faulty}</Notice> : <SimulationResult simulation={current} />)}
    </div>
  )
}
