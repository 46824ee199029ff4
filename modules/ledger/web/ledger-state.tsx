import { useLoad } from '#platform/web/load.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Stat, Stats } from '#ui/figures.tsx'
import { showDate, showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { ledgerRoutes } from '../contract/routes.ts'
import { ledgerText } from './messages.ts'
import c from './ledger.module.css'

/** How long the chain is, whether anything waits to be sealed, its head and the daily anchors. */
export function LedgerState() {
  const words = useText(ledgerText)
  const language = useLanguage()
  const { data: state, error, refetch } = useLoad(ledgerRoutes.ledgerState, {}, { every: 10_000 })
  if (state === undefined) return error === null ? <LoadingRows rows={2} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />
  const number = (value: number): string => value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')
  const { unsealed } = state
  return (
    <Section title={words.state}>
      <Stats>
        <Stat label={words.sealed} value={number(state.seq)} note={state.sealedAt === null ? undefined : words.lastSealed(showMoment(state.sealedAt))} />
        <Stat label={words.waiting} value={number(unsealed.entries)} note={unsealed.oldest === null ? words.nothingWaits : words.waitingSince(showMoment(unsealed.oldest))} />
      </Stats>
      <p className={c.head}>
        <span>{words.head}</span>
        <code className={c.code}>{state.head}</code>
        <span className="td-quiet td-small">{words.headHint}</span>
      </p>
      <details className={c.what}>
        <summary>
          {words.anchors} ({number(state.anchors.length)})
        </summary>
        <p className="td-quiet td-small">{words.anchorsHint}</p>
        {state.anchors.length === 0 ? (
          <p>{words.noAnchors}</p>
        ) : (
          <DataTable
            caption={words.anchors}
            rows={state.anchors}
            rowKey={(row) => row.day}
            columns={[
              { key: 'day', header: words.day, lead: true, width: '130px', cell: (row) => showDate(row.day) },
              { key: 'seq', header: words.seq, width: '110px', align: 'right', cell: (row) => number(row.seq) },
              { key: 'hash', header: words.entryHash, cell: (row) => <code className={c.code}>{row.hash}</code> },
              { key: 'timestamp', header: words.timestamp, width: '220px', cell: (row) => (row.authorities.length === 0 ? words.noTimestamp : row.authorities.join(', ')) },
            ]}
          />
        )}
      </details>
    </Section>
  )
}
