import { Button, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { CampaignId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Progress } from '#ui/figures.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page } from '#ui/page.tsx'
import { useParam } from '#ui/use-param.ts'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { kindsOf } from '../../domain/raters.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { RatersTab } from '../raters/raters-tab.tsx'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { SheetFileLink } from '../sheet-file/sheet-file-link.tsx'
import { progressOf } from './campaign-progress.ts'
import { CampaignSteps } from './campaign-steps.tsx'
import { CampaignStatusBadge, type Campaign } from './campaign-view.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { campaignsText } from './messages.ts'
import { NextAct } from './next-act.tsx'
import { PapersTab } from './papers-tab.tsx'
import { ParticipantsTab } from './participants-tab.tsx'
import { RulesTab } from './rules-tab.tsx'
import { UnitLevelsTab } from './unit-levels-tab.tsx'
import c from './campaign-page.module.css'

const tabs = ['people', 'raters', 'units', 'papers', 'rules'] as const
const tabFilter = { tab: choiceFilter(tabs) }

/** One campaign: where it stands, what comes next, who has not scored. */
export function CampaignPage() {
  const { campaigns } = useText(evaluationText)
  const campaignId = useParam('campaignId') as CampaignId
  const { data: campaign, error, refetch } = useLoad(evaluationRoutes.getCampaign, { params: { campaignId } })
  const crumbs = [{ label: campaigns, to: places.campaigns().to }]
  if (campaign === undefined || campaign.id !== campaignId) {
    return (
      <Page title={campaigns} crumbs={crumbs}>
        {error === null ? <LoadingRows rows={8} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  return <Board key={campaign.id} campaign={campaign} crumbs={crumbs} />
}

function Board({ campaign, crumbs }: { campaign: Campaign; crumbs: readonly { label: string; to: string }[] }) {
  const words = useText(campaignsText).page
  const language = useLanguage()
  const { values, set } = useFilters(tabFilter)
  const [editing, setEditing] = useState(false)
  const { rulebook, error: rulebookError, retry } = useRulebook(campaign.rulebook.id, campaign.rulebook.version)
  const asksRaters = campaign.manages && rulebook !== undefined && kindsOf(rulebook).length > 0
  const tab = values.tab ?? 'people'
  return (
    <Page
      title={campaign.name}
      mark={<CampaignStatusBadge status={campaign.status} />}
      description={`${campaign.period.label[language]} · ${campaign.scope.name} · ${campaign.rulebook.documentNumber}`}
      crumbs={crumbs}
      actions={<PageActions campaign={campaign} onEdit={() => setEditing(true)} />}
    >
      {campaign.status !== 'cancelled' && (
        <div className="td-panel">
          <CampaignSteps campaign={campaign} />
        </div>
      )}
      <div className={c.overview}>
        <NextAct campaign={campaign} />
        <Figures campaign={campaign} />
      </div>
      <ErrorNotice error={rulebookError} onRetry={retry} />
      <Tabs value={tab} onChange={(next) => set({ tab: next === 'people' ? undefined : tabs.find((each) => each === next) })} keepMounted={false}>
        <Tabs.List aria-label={campaign.name} className={c.tabs ?? ''}>
          {tabs.filter((each) => each !== 'raters' || asksRaters).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {words.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="people" pt="md">
          <ParticipantsTab campaign={campaign} rulebook={rulebook} />
        </Tabs.Panel>
        <Tabs.Panel value="raters" pt="md">
          <RatersTab campaign={campaign} rulebook={rulebook} />
        </Tabs.Panel>
        <Tabs.Panel value="units" pt="md">
          <UnitLevelsTab campaign={campaign} rulebook={rulebook} />
        </Tabs.Panel>
        <Tabs.Panel value="papers" pt="md">
          <PapersTab campaign={campaign} />
        </Tabs.Panel>
        <Tabs.Panel value="rules" pt="md">
          <RulesTab campaign={campaign} rulebook={rulebook} />
        </Tabs.Panel>
      </Tabs>
      {editing && rulebook !== undefined && <EditDialog campaign={campaign} rulebook={rulebook} what="particulars" onClose={() => setEditing(false)} />}
    </Page>
  )
}

function PageActions({ campaign, onEdit }: { campaign: Campaign; onEdit: () => void }) {
  const words = useText(campaignsText).page
  const { meetings } = useText(evaluationText)
  const { personId } = useSession()
  const begun = campaign.status !== 'draft' && campaign.status !== 'cancelled'
  const hasResults = begun && campaign.status !== 'scoring'
  const mine = useLoad(evaluationRoutes.listParticipants, { params: { campaignId: campaign.id }, query: { limit: 200 } }, { enabled: begun && personId !== null && !campaign.manages })
  const takesPart = personId !== null && (mine.data?.items.some((row) => row.person.id === personId && row.excludedReason === '') ?? false)
  return (
    <>
      {campaign.manages && campaign.status !== 'closed' && campaign.status !== 'cancelled' && (
        <Button variant="default" onClick={onEdit}>
          {words.edit}
        </Button>
      )}
      {campaign.status === 'scoring' && personId !== null && <SheetFileLink campaignId={campaign.id} />}
      {campaign.manages && begun && (
        <ButtonLink {...places.analysis(campaign.id)} variant="default">
          {words.analysis}
        </ButtonLink>
      )}
      {takesPart && (
        <ButtonLink {...places.sheet(campaign.id, personId)} variant="default">
          {words.mySheet}
        </ButtonLink>
      )}
      {takesPart && (campaign.status === 'published' || campaign.status === 'closed') && (
        <ButtonLink {...places.result(campaign.id, personId)}>
          {words.myResult}
        </ButtonLink>
      )}
      {hasResults && (
        <ButtonLink {...places.meetings(campaign.id)} variant="default">
          {meetings}
        </ButtonLink>
      )}
      {hasResults && (
        <ButtonLink {...places.results(campaign.id)} variant={takesPart ? 'default' : 'filled'}>
          {words.results}
        </ButtonLink>
      )}
    </>
  )
}

/** How far the campaign has come, and the counts that ask for attention. */
function Figures({ campaign }: { campaign: Campaign }) {
  const words = useText(campaignsText).page
  const { counts, status } = campaign
  const progress = progressOf(counts.byStatus)
  const begun = status !== 'draft' && status !== 'cancelled'
  const facts = [
    { label: words.counts.participants, value: progress.total, shown: true },
    { label: words.counts.excluded, value: counts.excluded, shown: counts.excluded > 0 },
    { label: words.counts.unresolved, value: counts.unresolved, shown: status === 'draft' || counts.unresolved > 0 },
    { label: words.counts.overduePetitions, value: counts.overduePetitions, shown: counts.overduePetitions > 0 },
    { label: words.counts.petitions, value: counts.openPetitions, shown: status === 'published' || counts.openPetitions > 0 },
  ].filter((fact) => fact.shown)
  return (
    <div className={`td-panel ${c.figures}`}>
      {begun && (
        <>
          <Progress done={progress.selfScored} total={progress.total} label={words.progress.self} />
          <Progress done={progress.superiorScored} total={progress.total} label={words.progress.superior} />
          <Progress done={progress.decided} total={progress.total} label={words.progress.decided} />
        </>
      )}
      <dl className={c.counts}>
        {facts.map((fact) => (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
