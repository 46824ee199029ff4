import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '#ui/icons.tsx'
import { useState } from 'react'
import type { z } from 'zod'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { parseRational, toShortest } from '#kernel/rational.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { LineChart } from '#ui/line-chart.tsx'
import { Link } from '#ui/link.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { usualFirst } from '../../domain/rulebook-order.ts'
import { places } from '../places.ts'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { useLevels, useRulebook } from '../rulebook/use-rulebook.ts'
import { chartPoints, newestMonth, twelveMonthsTo } from './history-months.ts'
import { resultsText } from './messages.ts'
import c from './results.module.css'

type HistoryView = z.output<(typeof evaluationRoutes.history)['reply']>
type CampaignResult = HistoryView['results'][number]

/** The history as a panel on somebody's page: nothing at all where the actor may not see it. */
export function EvaluationPanel({ personId }: { personId: PersonId }) {
  const { data, error } = useLoad(evaluationRoutes.history, { params: { personId } })
  if (isRefused(error) || (data?.person.id === personId && data.months.length === 0 && data.results.length === 0)) return null
  return <EvaluationHistory key={personId} personId={personId} />
}

/** Scores and levels of one person over time. */
export function EvaluationHistory({ personId }: { personId: PersonId }) {
  const { data, error, refetch } = useLoad(evaluationRoutes.history, { params: { personId } })
  const rulebook = useRulebookInForce()
  if (data === undefined || data.person.id !== personId) return error === null ? <LoadingRows rows={6} /> : <ErrorNotice error={error} onRetry={() => void refetch()} />
  return (
    <div className="td-stack">
      <MonthChart history={data} rulebook={rulebook} />
      <CampaignResults history={data} rulebook={rulebook} />
    </div>
  )
}

/** The rulebook in force today that campaigns score with, whose bands and level names the history is read with. */
function useRulebookInForce(): CompiledRulebook | undefined {
  const { today } = useSession()
  const list = useLoad(evaluationRoutes.listRulebooks, {})
  const inForce = (list.data?.rulebooks ?? [])
    .filter((each) => each.obstacle === null && each.validFrom <= today && (each.validTo === null || today <= each.validTo))
    .sort(usualFirst)[0]
  return useRulebook(inForce?.id).rulebook
}

function MonthChart({ history, rulebook }: { history: HistoryView; rulebook: CompiledRulebook | undefined }) {
  const words = useText(resultsText).history
  const { today } = useSession()
  const { nameOf } = useLevels(rulebook)
  const newest = newestMonth(history.months, today)
  const [end, setEnd] = useState<CalendarDate>(newest)
  const months = twelveMonthsTo(end)
  const points = chartPoints(history.months, months)
  const name = (month: string | undefined) => (month === undefined ? '' : `${month.slice(5, 7)}/${month.slice(0, 4)}`)
  const shift = (years: 1 | -1) => setEnd(`${Number(end.slice(0, 4)) + years}${end.slice(4)}` as CalendarDate)
  const earlier = history.months.some(({ month }) => month < (months[0] ?? ''))
  const entered = history.months.filter(({ month, source }) => source === 'entered' && months.some((each) => each === month))
  const lines = (rulebook?.rating.bands ?? []).flatMap((band) => {
    const from = parseRational(band.from)
    const value = from === null ? '0' : toShortest(from)
    return value === '0' ? [] : [{ value: Number(value), label: words.from(nameOf(band.level), value) }]
  })
  return (
    <Section
      title={words.chart}
      description={words.window(name(months[0]), name(months[11]))}
      actions={
        earlier || end < newest ? (
          <>
            <Button variant="default" px={8} aria-label={words.earlier} disabled={!earlier} onClick={() => shift(-1)}>
              <IconChevronLeft size={18} aria-hidden="true" />
            </Button>
            <Button variant="default" px={8} aria-label={words.later} disabled={end >= newest} onClick={() => shift(1)}>
              <IconChevronRight size={18} aria-hidden="true" />
            </Button>
          </>
        ) : undefined
      }
    >
      {history.months.length === 0 ? (
        <EmptyState title={words.noMonths} />
      ) : (
        <>
          <LineChart
            title={words.chart}
            description={words.describe(history.person.fullName, name(months[0]), name(months[11]), points.filter((point) => point.value !== null).length)}
            points={points}
            min={40}
            max={100}
            lines={lines}
            labelHeader={words.month}
            valueHeader={words.total}
          />
          {entered.length > 0 && (
            <p className="td-quiet td-small">
              {words.entered}: {entered.map(({ month }) => name(month)).join(', ')}
            </p>
          )}
        </>
      )}
    </Section>
  )
}

function CampaignResults({ history, rulebook }: { history: HistoryView; rulebook: CompiledRulebook | undefined }) {
  const words = useText(resultsText).history
  const language = useLanguage()
  const columns: Column<CampaignResult>[] = [
    {
      key: 'campaign',
      header: words.campaign,
      lead: true,
      cell: (row) => (
        <div className={c.person}>
          <Link {...places.result(row.campaignId, history.person.id)}>{row.campaignName}</Link>
          <span className="td-quiet td-small">{row.periodLabel[language]}</span>
        </div>
      ),
    },
    { key: 'total', header: words.total, align: 'right', width: '110px', cell: (row) => (row.total === null ? <span className="td-quiet">—</span> : <strong>{showDecimal(row.total, language)}</strong>) },
    { key: 'provisional', header: words.provisional, width: '230px', cell: (row) => <LevelMark rulebook={rulebook} level={row.provisionalLevel} provisional /> },
    { key: 'decided', header: words.decided, width: '230px', cell: (row) => <LevelMark rulebook={rulebook} level={row.decidedLevel} /> },
    { key: 'published', header: words.published, width: '120px', cell: (row) => (row.publishedAt === null ? '—' : showDate(vietnameseDay(new Date(row.publishedAt)))) },
  ]
  return (
    <Section title={words.results}>
      <DataTable caption={words.caption} columns={columns} rows={history.results} rowKey={(row) => row.campaignId} empty={<EmptyState title={words.noResults} />} />
    </Section>
  )
}
