import { useMay } from '#platform/web/session.ts'
import { useLoad } from '#platform/web/load.ts'
import { DataTable } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { newsroomText } from '../messages.ts'
import { NewsroomNav } from '../newsroom-nav.tsx'
import { royaltyText } from './messages.ts'
import { MonthSection } from './month-section.tsx'
import { RatesSection } from './rates-section.tsx'
import { showDong } from './royalty-view.ts'

/** Nhuận bút: the sheet of a month and the rates for the desk, and one's own for everybody. */
export function RoyaltiesPage() {
  const words = useText(royaltyText)
  const keeps = useMay('newsroom:desk')
  return (
    <Page title={words.title} description={words.description}>
      <NewsroomNav />
      <Notice>{words.own}</Notice>
      {keeps && <MonthSection />}
      {keeps && <RatesSection />}
      <OwnSection />
    </Page>
  )
}

function OwnSection() {
  const words = useText(royaltyText)
  const { refusals } = useText(newsroomText)
  const own = useLoad(royaltyRoutes.getOwnRoyalties, {})
  return (
    <Section title={words.mine}>
      <ErrorNotice error={own.error} refusals={refusals} />
      {own.data !== undefined && (
        <DataTable
          caption={words.mine}
          columns={[
            { key: 'title', header: words.story, lead: true, cell: (row) => (
              <>
                {row.title}
                {row.reason !== '' && <p className="td-quiet td-small">{words.because(row.reason)}</p>}
              </>
            ) },
            { key: 'month', header: words.month, width: '130px', cell: (row) => words.monthOf(row.month.slice(5), row.month.slice(0, 4)) },
            { key: 'role', header: words.role, width: '160px', cell: (row) => `${words.roles[row.role]}, ${row.percent}%` },
            { key: 'amount', header: words.amount, width: '150px', align: 'right', cell: (row) => `${showDong(row.amount)}${row.replaced ? ` (${words.replaced})` : ''}` },
          ]}
          rows={own.data.items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={words.mineNone}>{words.mineNoneBody}</EmptyState>}
        />
      )}
    </Section>
  )
}
