import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoad, useLoadPages } from '#platform/web/load.ts'
import { PersonChip, StatusBadge } from '#ui/badges.tsx'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Progress } from '#ui/figures.tsx'
import { choiceFilter, textFilter, useFilters } from '#ui/filters.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { kindsOf } from '../../domain/raters.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import type { Campaign } from '../campaigns/campaign-view.tsx'
import { ratersText } from './messages.ts'
import { RatersDialog } from './raters-dialog.tsx'
import type { RatersOfSubject } from './rating-view.ts'
import { WaitingRaters } from './waiting-raters.tsx'
import c from './ratings.module.css'

const filters = { who: textFilter(), short: choiceFilter(['yes'] as const) }

/** Who rates whom beside subject and superior: progress by kind, and the raters of each person, to be adjusted. */
export function RatersTab({ campaign, rulebook }: { campaign: Campaign; rulebook: CompiledRulebook | undefined }) {
  const words = useText(ratersText).tab
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const { values, set } = useFilters(filters)
  const [editing, setEditing] = useState<string>()
  const params = { campaignId: campaign.id }
  const progress = useLoad(evaluationRoutes.raterProgress, { params })
  const list = useLoadPages(evaluationRoutes.listRaters, { params, query: { limit: 50, only: values.short === 'yes' ? 'short' : 'all', ...(values.who === undefined ? {} : { search: values.who.slice(0, 100) }) } })
  const kinds = rulebook === undefined ? [] : kindsOf(rulebook)
  const open = list.items.find((row) => row.person.id === editing)
  const columns: Column<RatersOfSubject>[] = [
    { key: 'subject', header: words.subject, lead: true, cell: (row) => <PersonChip name={row.person.fullName} detail={`${row.title} · ${row.unit.name}`} /> },
    ...kinds.map((kind) => ({
      key: kind.id,
      header: kind.name[language],
      cell: (row: RatersOfSubject) => {
        const people = row.raters.filter((each) => each.kind === kind.id && each.status !== 'excused')
        const short = row.short.includes(kind.id)
        const shown = people.slice(0, 3).map((each) => each.rater.fullName)
        return (
          <>
            {people.length === 0 ? <span className="td-quiet">{short || kind.atLeast < 2 ? words.none : words.notAsked}</span> : shown.join(', ')}
            {people.length > shown.length && ` ${words.more(people.length - shown.length)}`}
            {short && (
              <>
                {' '}
                <StatusBadge tone="warn">{kind.atLeast > 1 ? words.least(people.length, kind.atLeast) : words.few}</StatusBadge>
              </>
            )}
          </>
        )
      },
    })),
    {
      key: 'actions',
      header: words.actions,
      width: '120px',
      actions: true,
      cell: (row) => (
        <Button size="compact-sm" variant="light" onClick={() => setEditing(row.person.id)} aria-label={`${words.edit}: ${row.person.fullName}`}>
          {words.edit}
        </Button>
      ),
    },
  ]
  return (
    <div className="td-stack">
      <div className={`td-panel ${c.kinds}`}>
        {(progress.data?.kinds ?? []).map((kind) => (
          <div key={kind.id}>
            {campaign.status === 'draft' ? (
              <p>
                <strong>{kind.name[language]}</strong>: {kind.waiting}
              </p>
            ) : (
              <Progress done={kind.submitted} total={kind.waiting + kind.submitted} label={words.progress(kind.name[language])} />
            )}
            {kind.short > 0 && <p className="td-quiet td-small">{words.shortOf(kind.short)}</p>}
          </div>
        ))}
      </div>
      {campaign.status === 'scoring' && (progress.data?.kinds ?? []).some((kind) => kind.waiting > 0) && <WaitingRaters campaign={campaign} kinds={kinds} />}
      <p className="td-quiet">{campaign.status === 'draft' ? words.hint : words.hintOpen}</p>
      <div className={c.actions}>
        <SearchField value={values.who ?? ''} onChange={(who) => set({ who: who === '' ? undefined : who })} label={words.search} placeholder={words.search} />
        <CheckField label={words.short} value={values.short === 'yes'} onChange={(only) => set({ short: only ? 'yes' : undefined })} />
      </div>
      <ErrorNotice error={progress.error ?? list.error} onRetry={list.retry} refusals={refusals} />
      {list.loading && <LoadingRows rows={6} />}
      {!list.loading && list.error === null && (
        <DataTable caption={words.caption} columns={columns} rows={list.items} rowKey={(row) => row.person.id} more={list.more} empty={<EmptyState title={values.short === 'yes' ? words.emptyShort : words.empty} />} />
      )}
      {open !== undefined && rulebook !== undefined && <RatersDialog campaign={campaign} rulebook={rulebook} row={open} onClose={() => setEditing(undefined)} />}
    </div>
  )
}
