import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Facts } from '#ui/figures.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { useParam } from '#ui/use-param.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { places } from '../places.ts'
import { FileButton } from '../results/file-button.tsx'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { useRulebook } from '../rulebook/use-rulebook.ts'
import { AdjustUnitDialog } from './adjust-unit-dialog.tsx'
import { EditRoundDialog } from './edit-round-dialog.tsx'
import { unitsText } from './messages.ts'
import { RoundAct } from './round-act.tsx'
import { RoundStatusBadge, UnitStatusBadge } from './round-status.tsx'
import type { Round, UnitNode } from './round-types.ts'
import { Waits } from './waits.tsx'
import c from './units.module.css'

/** One round: what comes next, and the tree of who waits for whom. */
export function RoundPage() {
  const words = useText(unitsText)
  const language = useLanguage()
  const unitCampaignId = useParam('unitCampaignId')
  const { data, error, refetch } = useLoad(evaluationRoutes.getUnitCampaign, { params: { unitCampaignId } })
  const { rulebook } = useRulebook(data?.campaign.rulebook.id, data?.campaign.rulebook.version)
  const [editing, setEditing] = useState(false)
  const crumbs = [{ label: words.list.title, to: places.rounds().to }]
  if (data === undefined || data.campaign.id !== unitCampaignId) {
    return (
      <Page title={words.list.title} crumbs={crumbs}>
        {error === null ? <LoadingRows rows={8} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  const { campaign: round, units, quotas } = data
  const { counts } = round
  return (
    <Page
      title={round.name}
      mark={<RoundStatusBadge status={round.status} />}
      description={`${round.period.label[language]} · ${round.scope.name} · ${round.rulebook.documentNumber}`}
      crumbs={crumbs}
      actions={
        <>
          {round.manages && round.status !== 'closed' && round.status !== 'cancelled' && (
            <Button variant="default" onClick={() => setEditing(true)}>
              {round.status === 'draft' ? words.round.editDraft : words.round.edit}
            </Button>
          )}
          {round.status === 'draft'
            ? round.manages && <ResolveAgain round={round} />
            : units.some((node) => node.opens) && (
                <FileButton route={evaluationRoutes.unitForm} input={{ params: { unitCampaignId: round.id }, query: {} }} name={`phieu-xep-loai-to-chuc-${round.period.from.slice(0, 7)}.pdf`}>
                  {words.round.printAll}
                </FileButton>
              )}
        </>
      }
    >
      <RoundAct round={round} />
      <div className="td-panel">
        <Facts
          items={[
            { label: words.round.counts.rated, value: counts.rated },
            { label: words.round.counts.decided, value: counts.decided },
            { label: words.create.selfDue, value: showDate(round.due.self) },
            { label: words.create.decideDue, value: showDate(round.due.decide) },
            ...(counts.excluded > 0 ? [{ label: words.round.counts.excluded, value: counts.excluded }] : []),
            ...(counts.unresolved > 0 ? [{ label: words.round.counts.unresolved, value: counts.unresolved }] : []),
          ]}
        />
      </div>
      {editing && rulebook !== undefined && <EditRoundDialog round={round} rulebook={rulebook} onClose={() => setEditing(false)} />}
      <Section title={words.round.tree} description={words.round.treeHint}>
        <Tree round={round} units={units} />
      </Section>
      {quotas.length > 0 && counts.decided > 0 && (
        <Section title={words.round.quota}>
          <ul className={c.list}>
            {quotas.map((quota) => (
              <li key={quota.recogniser}>
                {words.round.quotaOf(quota.recogniser, quota.proposed, quota.allowed)} {quota.over > 0 && <StatusBadge tone="warn">{words.round.over(quota.over)}</StatusBadge>}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function ResolveAgain({ round }: { round: Round }) {
  const words = useText(unitsText).round
  const refresh = useRefresh()
  const { act, busy } = useAct(
    (version: number, options) => call(evaluationRoutes.resolveUnitsAgain, { params: { unitCampaignId: round.id }, body: { version } }, options),
    () => {
      void refresh(evaluationRoutes.getUnitCampaign, evaluationRoutes.listUnitCampaigns)
      toast(words.resolved)
    },
  )
  return (
    <Button variant="default" loading={busy} onClick={() => void act(round.version)}>
      {words.again}
    </Button>
  )
}

function Tree({ round, units }: { round: Round; units: readonly UnitNode[] }) {
  const all = useText(unitsText)
  const words = all.round
  const [adjusting, setAdjusting] = useState<UnitNode>()
  const { rulebook } = useRulebook(round.rulebook.id, round.rulebook.version)
  const draft = round.status === 'draft'
  const shown = draft ? units : units.filter((node) => node.excludedReason === '')
  const columns: Column<UnitNode>[] = [
    {
      key: 'unit',
      header: words.unit,
      lead: true,
      cell: (node) => (
        <div className={c.node} data-depth={Math.min(node.depth, 3)}>
          {node.opens ? <Link {...places.unitFile(round.id, node.unit.id)}>{node.unit.name}</Link> : <span>{node.unit.name}</span>}
          {node.excludedReason !== '' && <span className="td-quiet td-small">{words.excluded(node.excludedReason)}</span>}
          {node.problems.map((problem) => (
            <StatusBadge key={problem} tone="warn">
              {all.problem[problem]}
            </StatusBadge>
          ))}
        </div>
      ),
    },
    {
      key: 'step',
      header: words.step,
      width: '170px',
      cell: (node) => (
        <span className="td-row">
          {node.excludedReason === '' && <UnitStatusBadge status={node.status} />} {node.late && <StatusBadge tone="bad">{words.late}</StatusBadge>}
        </span>
      ),
    },
    ...(draft
      ? [
          { key: 'self', header: words.self, cell: (node: UnitNode) => node.self?.fullName ?? '—' },
          { key: 'recogniser', header: words.recogniser, cell: (node: UnitNode) => node.recogniser?.fullName ?? '—' },
        ]
      : [
          { key: 'waits', header: words.waits, cell: (node: UnitNode) => <Waits roundId={round.id} node={node} running={round.status === 'running'} /> },
          { key: 'level', header: words.level, width: '240px', cell: (node: UnitNode) => <LevelMark rulebook={rulebook} level={node.decidedLevel} /> },
        ]),
    ...(draft && round.manages
      ? [
          {
            key: 'actions',
            header: words.adjust,
            width: '120px',
            actions: true,
            cell: (node: UnitNode) => (
              <Button size="compact-sm" variant="light" onClick={() => setAdjusting(node)} aria-label={words.adjustOf(node.unit.name)}>
                {words.adjust}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <DataTable caption={words.caption} columns={columns} rows={shown} rowKey={(node) => node.unit.id} />
      {adjusting !== undefined && <AdjustUnitDialog round={round} node={adjusting} onClose={() => setAdjusting(undefined)} />}
    </>
  )
}
