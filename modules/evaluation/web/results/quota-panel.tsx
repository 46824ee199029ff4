import { useState } from 'react'
import type { CampaignId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { Fold } from '../campaigns/fold.tsx'
import { resultsText } from './messages.ts'
import type { Quota } from './result-view.ts'
import c from './results.module.css'

const bases = ['literal', 'inclusive', 'headcount'] as const
const rates = ['20%', '25%'] as const
type Base = (typeof bases)[number]
type Rate = (typeof rates)[number]

/** The quota of excellent by scope (article 20.5); other bases and rates can be tried, nothing is changed by it. */
export function QuotaPanel({ campaignId }: { campaignId: CampaignId }) {
  const words = useText(resultsText).quota
  const [base, setBase] = useState<Base | null>(null)
  const [rate, setRate] = useState<Rate | null>(null)
  const set = useLoad(evaluationRoutes.quotas, { params: { campaignId }, query: {} })
  const { data, error, refetch } = useLoad(evaluationRoutes.quotas, {
    params: { campaignId },
    query: { ...(base === null ? {} : { base }), ...(rate === null ? {} : { rate }) },
  })
  const over = set.data?.quotas.filter((quota) => quota.over > 0).length ?? 0
  const usualBase = bases.find((each) => each === set.data?.base)
  const usualRate = rates.find((each) => each === set.data?.rate)
  const columns: Column<Quota>[] = [
    { key: 'scope', header: words.scope, lead: true, cell: (row) => (row.scope === '*' ? <strong>{words.whole}</strong> : row.scope === '' ? words.noGroup : row.scope) },
    { key: 'headcount', header: words.headcount, align: 'right', width: '90px', cell: (row) => row.headcount },
    { key: 'qualifying', header: words.qualifying, align: 'right', width: '120px', cell: (row) => row.qualifying },
    { key: 'allowed', header: words.allowed, align: 'right', width: '130px', cell: (row) => <strong>{row.allowed}</strong> },
    { key: 'proposed', header: words.proposed, align: 'right', width: '140px', cell: (row) => row.proposed },
    { key: 'over', header: words.overBy, align: 'right', width: '90px', cell: (row) => (row.over > 0 ? <StatusBadge tone="bad">+{row.over}</StatusBadge> : '0') },
  ]
  if (set.data !== undefined && set.data.quotas.length === 0) return null
  return (
    <Fold title={words.title} note={set.data === undefined ? words.article : over > 0 ? words.over(over) : words.allHold} open={over > 0}>
      <div className="td-stack">
        <div className={c.trial}>
          <SelectField
            label={words.base}
            value={base ?? usualBase ?? null}
            none={null}
            onChange={(next) => setBase(next === usualBase ? null : next)}
            choices={bases.map((each) => ({ value: each, label: each === usualBase ? `${words.baseOf[each]} (${words.asSet})` : words.baseOf[each] }))}
          />
          <SelectField
            label={words.rate}
            value={rate ?? usualRate ?? null}
            none={null}
            onChange={(next) => setRate(next === usualRate ? null : next)}
            choices={rates.map((each) => ({ value: each, label: each === usualRate ? `${each} (${words.asSet})` : each }))}
          />
        </div>
        <p className="td-quiet td-small">{base !== null || rate !== null ? words.trial : words.explain}</p>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {data !== undefined && <DataTable caption={words.caption} columns={columns} rows={data.quotas} rowKey={(row) => row.scope} rowTone={(row) => (row.over > 0 ? 'bad' : undefined)} />}
      </div>
    </Fold>
  )
}
