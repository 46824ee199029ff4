import { showDecimal } from '#ui/decimal.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { monthAfter } from '../tasks/month.ts'
import { sheetText } from './messages.ts'
import type { SubjectSheet } from './sheet-content.ts'

/** The twelve months of form 02 with their scores; a month without one says so. */
export function YearMonths({ data }: { data: SubjectSheet }) {
  const words = useText(sheetText).year
  const { month: monthName } = useText(evaluationText)
  const language = useLanguage()
  const known = new Map(data.months.map((one) => [one.month, one]))
  const rows = Array.from({ length: 12 }, (_, at) => {
    const month = monthAfter(data.campaign.period.from, at)
    return { month, score: known.get(month) }
  })
  return (
    <Section title={words.months} description={words.monthsNote}>
      <DataTable
        caption={words.months}
        rows={rows}
        rowKey={(row) => row.month}
        columns={[
          { key: 'month', header: words.month, lead: true, cell: (row) => monthName(Number(row.month.slice(5, 7)), Number(row.month.slice(0, 4))) },
          { key: 'points', header: words.points, align: 'right', width: '110px', cell: (row) => (row.score === undefined ? <span className="td-quiet">{words.none}</span> : <strong>{showDecimal(row.score.total, language)}</strong>) },
          {
            key: 'source',
            hideOnPhone: true,
            header: words.source,
            width: '260px',
            cell: (row) => (row.score === undefined ? null : [row.score.source === 'campaign' ? words.fromCampaign : words.entered, row.score.note].filter((text) => text !== '').join(': ')),
          },
        ]}
      />
    </Section>
  )
}
