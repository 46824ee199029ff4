import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { royaltyRoutes } from '../../contract/royalty-routes.ts'
import { newsroomText } from '../messages.ts'
import { CorrectLineDialog, type ClosedPart } from './correct-line-dialog.tsx'
import { ItemsTable } from './items-table.tsx'
import { royaltyText } from './messages.ts'
import { showDong, type Item } from './royalty-view.ts'
import { ShareDialog } from './share-dialog.tsx'

const mostMonths = 24

/** Months up to this one, the latest first. */
function monthsBefore(today: string): string[] {
  const last = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: mostMonths }, (_, back) => `${Math.floor((last - back) / 12)}-${String(((last - back) % 12) + 1).padStart(2, '0')}`)
}

/** The sheet of a month: what aired, whom it pays, and the totals; closed when the month is over. */
export function MonthSection() {
  const words = useText(royaltyText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [month, setMonth] = useState(today.slice(0, 7))
  const sheet = useLoad(royaltyRoutes.getRoyalties, { query: { month } })
  const [sharing, setSharing] = useState<Item>()
  const [correcting, setCorrecting] = useState<{ readonly item: Item; readonly part: ClosedPart }>()
  const close = useAct(
    (_: null, options) => call(royaltyRoutes.closeRoyalties, { body: { month } }, options),
    async ({ lines }) => {
      toast(words.closedNow(lines))
      await refresh(royaltyRoutes.getRoyalties)
    },
  )
  const take = useAct(async () => {
    const file: unknown = await call(royaltyRoutes.royaltySheet, { query: { month } })
    if (file instanceof Blob) saveFile(file, `nhuan-but-${month}.xlsx`)
  })
  const data = sheet.data
  const shareAnew = async ({ storyId }: Item) => {
    const { data: fresh } = await sheet.refetch()
    setSharing(fresh?.items.find((item) => item.storyId === storyId && item.can.share))
  }
  return (
    <Section title={words.items}>
      <div className="td-row">
        <SelectField label={words.month} value={month} none={null} onChange={(chosen) => setMonth(chosen ?? month)} choices={monthsBefore(today).map((value) => ({ value, label: words.monthOf(value.slice(5), value.slice(0, 4)) }))} />
        <Button variant="default" loading={take.busy} onClick={() => void take.act(null)}>
          {words.sheet}
        </Button>
        {data !== undefined && data.open > 0 && month < today.slice(0, 7) && (
          <Button loading={close.busy} onClick={() => void close.act(null)}>
            {words.close}
          </Button>
        )}
      </div>
      <ErrorNotice error={sheet.error ?? close.error ?? take.error} refusals={refusals} />
      {data !== undefined && (
        <>
          <ItemsTable items={data.items} onShare={setSharing} onCorrect={(item, part) => part.lineId !== null && setCorrecting({ item, part: { ...part, lineId: part.lineId } })} />
          {data.totals.length > 0 && <DataTable
            caption={words.totals}
            columns={[
              { key: 'person', header: words.person, lead: true, cell: (row) => row.person.name },
              { key: 'items', header: words.count, width: '120px', align: 'right', cell: (row) => String(row.items) },
              { key: 'amount', header: words.amount, width: '180px', align: 'right', cell: (row) => showDong(row.amount) },
            ]}
            rows={data.totals}
            rowKey={(row) => row.person.id}
          />}
          <p>{words.sum(showDong(data.total))}</p>
        </>
      )}
      {sharing !== undefined && <ShareDialog key={sharing.revision} item={sharing} onReload={() => void shareAnew(sharing)} onClose={() => setSharing(undefined)} />}
      {correcting !== undefined && <CorrectLineDialog {...correcting} onClose={() => setCorrecting(undefined)} />}
    </Section>
  )
}
