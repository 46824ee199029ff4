import type { z } from 'zod'
import { useLoadPages } from '#platform/web/load.ts'
import type { Column } from '#ui/data-table.tsx'
import { showMoment } from '#ui/format.ts'
import { ListTable } from '#ui/list-table.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { ledgerRoutes } from '../contract/routes.ts'
import { thingWords, verbWords, wordsOfAction } from './action-words.ts'
import { ledgerText } from './messages.ts'
import c from './ledger.module.css'

type Reading = z.output<(typeof ledgerRoutes.recordReadings)['reply']>['items'][number]

/** Ai đã xem hồ sơ của tôi. */
export function ReadersPage() {
  const words = useText(ledgerText)
  const things = useText(thingWords)
  const verbs = useText(verbWords)
  const list = useLoadPages(ledgerRoutes.recordReadings, { query: {} })
  const columns: Column<Reading>[] = [
    { key: 'when', header: words.when, width: '170px', cell: (row) => showMoment(row.at) },
    {
      key: 'reader',
      header: words.reader,
      lead: true,
      width: '260px',
      cell: (row) => (
        <div className={c.person}>
          <span>{row.reader.name}</span>
          <span className="td-quiet td-small">{row.post}</span>
        </div>
      ),
    },
    { key: 'what', header: words.what, cell: (row) => wordsOfAction(row.action, things, verbs) },
    { key: 'scope', header: words.scope, width: '220px', cell: (row) => (row.others === 0 ? words.alone : words.withOthers(row.others)) },
  ]
  return (
    <Page title={words.readersTitle} description={words.readersDescription}>
      <ListTable list={list} loadingRows={5} caption={words.readersCaption} columns={columns} rowKey={(row) => row.id} none={words.noReaders} noneBody={words.noReadersBody} />
    </Page>
  )
}
