import type { z } from 'zod'
import { useLoadPages } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import type { Column } from '#ui/data-table.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { secrecyWords } from '#ui/refusal-words.ts'
import { useText } from '#ui/text.ts'
import { classifiedRoutes } from '../../contract/classified-routes.ts'
import { personalDataText } from '../messages.ts'
import { personalDataPlace, stubsPlace } from '../places.ts'
import { SectionLinks } from '../section-links.tsx'
import { classifiedText } from './messages.ts'

type Stub = z.output<(typeof classifiedRoutes.listStubs)['reply']>['items'][number]

/** Every stub of the committee, for who looks after personal data and for inspections of secrecy. */
export function StubsPage() {
  const words = useText(classifiedText)
  const { title } = useText(personalDataText)
  const levels = secrecyWords[useLanguage()]
  const list = useLoadPages(classifiedRoutes.listStubs, { query: {} })
  const columns: Column<Stub>[] = [
    { key: 'number', header: words.number, lead: true, width: '150px', cell: (row) => row.number },
    { key: 'issued', header: words.issuedOn, width: '130px', cell: (row) => showDate(row.issuedOn) },
    { key: 'issuer', header: words.issuer, cell: (row) => row.issuer },
    { key: 'secrecy', header: words.secrecy, width: '130px', cell: (row) => <StatusBadge tone="bad">{levels[row.secrecy]}</StatusBadge> },
    { key: 'kept', header: words.keptAt, cell: (row) => row.keptAt },
    { key: 'about', header: words.about, cell: (row) => `${words.kinds[row.about.kind]}: ${row.about.name}` },
  ]
  return (
    <Page title={words.title} description={words.description} crumbs={[{ label: title, to: personalDataPlace }]} actions={<SectionLinks here={stubsPlace} />}>
      <ListTable list={list} loadingRows={4} caption={words.caption} columns={columns} rowKey={(row) => row.id} none={words.none} noneBody={words.noneBody} />
    </Page>
  )
}
