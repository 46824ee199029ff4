import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoadPages } from '#platform/web/load.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { Rater } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Campaign } from '../campaigns/campaign-view.tsx'
import { ratersText } from './messages.ts'
import { RemindRatersDialog, type WaitingRater } from './remind-raters-dialog.tsx'

/** Who of the named raters has not sent, to be reminded one by one; unnamed ones are reminded all together. */
export function WaitingRaters({ campaign, kinds }: { campaign: Campaign; kinds: readonly Rater[] }) {
  const words = useText(ratersText).waiting
  const language = useLanguage()
  const [reminding, setReminding] = useState<WaitingRater | 'all'>()
  const list = useLoadPages(evaluationRoutes.listWaitingRaters, { params: { campaignId: campaign.id }, query: { limit: 50 } })
  const named = kinds.some((kind) => !kind.anonymous)
  const columns: Column<WaitingRater>[] = [
    { key: 'rater', header: words.rater, lead: true, cell: (row) => row.rater.fullName },
    { key: 'kind', header: words.kind, cell: (row) => kinds.find((kind) => kind.id === row.kind)?.name[language] ?? row.kind },
    { key: 'sheets', header: words.sheets, cell: (row) => words.sheetsOf(row.waiting, row.waiting + row.submitted) },
    { key: 'reminded', header: words.reminded, cell: (row) => (row.lastReminderAt === null ? <span className="td-quiet">{words.never}</span> : showMoment(row.lastReminderAt)) },
    {
      key: 'actions',
      header: words.actions,
      width: '110px',
      actions: true,
      cell: (row) => (
        <Button size="compact-sm" variant="light" onClick={() => setReminding(row)} aria-label={`${words.remind}: ${row.rater.fullName}`}>
          {words.remind}
        </Button>
      ),
    },
  ]
  return (
    <Section
      title={words.title}
      description={named ? words.hint : words.hintUnnamed}
      actions={
        <Button variant="default" onClick={() => setReminding('all')}>
          {words.remindAll}
        </Button>
      }
    >
      <ErrorNotice error={list.error} onRetry={list.retry} />
      {list.loading && <LoadingRows rows={3} />}
      {!list.loading && list.error === null && named && <DataTable caption={words.title} columns={columns} rows={list.items} rowKey={(row) => `${row.kind} ${row.rater.id}`} more={list.more} empty={<EmptyState title={words.empty} />} />}
      {reminding !== undefined && <RemindRatersDialog campaign={campaign} kinds={kinds} one={reminding === 'all' ? undefined : reminding} onClose={() => setReminding(undefined)} />}
    </Section>
  )
}
