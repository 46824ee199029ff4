import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useSession } from '#platform/web/session.ts'
import { showDecimal } from '#ui/decimal.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { monthAfter } from '../tasks/month.ts'
import { EnterMonthDialog } from './enter-month-dialog.tsx'
import { sheetText } from './messages.ts'
import type { SubjectSheet } from './sheet-content.ts'

interface Row {
  readonly month: CalendarDate
  readonly score: SubjectSheet['months'][number] | undefined
}

/** The twelve months of form 02 with their scores; a month without one says so, and the personnel body may enter it. */
export function YearMonths({ data }: { data: SubjectSheet }) {
  const words = useText(sheetText).year
  const { month: monthName } = useText(evaluationText)
  const language = useLanguage()
  const { today } = useSession()
  const [entering, setEntering] = useState<Row>()
  const known = new Map(data.months.map((one) => [one.month, one]))
  const rows = Array.from({ length: 12 }, (_, at): Row => {
    const month = monthAfter(data.campaign.period.from, at)
    return { month, score: known.get(month) }
  })
  const nameOf = (month: CalendarDate) => monthName(Number(month.slice(5, 7)), Number(month.slice(0, 4)))
  const mayEnter = (row: Row) => data.can.includes('enter_month') && row.month <= today && row.score?.source !== 'campaign'
  const columns: Column<Row>[] = [
    { key: 'month', header: words.month, lead: true, cell: (row) => nameOf(row.month) },
    { key: 'points', header: words.points, align: 'right', width: '110px', cell: (row) => (row.score === undefined ? <span className="td-quiet">{words.none}</span> : <strong>{showDecimal(row.score.total, language)}</strong>) },
    {
      key: 'source',
      hideOnPhone: true,
      header: words.source,
      width: '260px',
      cell: (row) => (row.score === undefined ? null : [row.score.source === 'campaign' ? words.fromCampaign : words.entered, row.score.note].filter((text) => text !== '').join(': ')),
    },
  ]
  if (rows.some(mayEnter)) {
    columns.push({
      key: 'actions',
      header: words.actions,
      width: '120px',
      actions: true,
      cell: (row) => {
        if (!mayEnter(row)) return null
        const act = row.score === undefined ? words.enter : words.change
        return (
          <Button size="compact-sm" variant={row.score === undefined ? 'light' : 'subtle'} aria-label={words.actOn(act, nameOf(row.month).toLocaleLowerCase(language))} onClick={() => setEntering(row)}>
            {act}
          </Button>
        )
      },
    })
  }
  return (
    <Section title={words.months} description={words.monthsNote}>
      <DataTable caption={words.months} rows={rows} rowKey={(row) => row.month} columns={columns} />
      {entering !== undefined && (
        <EnterMonthDialog
          personId={data.subject.person.id}
          month={entering.month}
          monthName={nameOf(entering.month).toLocaleLowerCase(language)}
          known={entering.score}
          onClose={() => setEntering(undefined)}
        />
      )}
    </Section>
  )
}
