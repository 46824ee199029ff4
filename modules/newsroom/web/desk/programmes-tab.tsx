import { Button } from '@mantine/core'
import { IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { notEnded } from '../../domain/desk/heading.ts'
import { showClock, showLength } from '../../domain/desk/slot.ts'
import type { Desk, Heading, SlotLine } from './desk-view.ts'
import { EndDialog } from './end-dialog.tsx'
import { HeadingActs } from './heading-acts.tsx'
import { HeadingDialog } from './heading-dialog.tsx'
import { deskText } from './messages.ts'
import { SlotDialog } from './slot-dialog.tsx'
import { useDays } from './use-days.ts'
import { useWeekdays } from './use-weekdays.ts'

/** Chương trình, each with its recurring slots. */
export function ProgrammesTab({ desk }: { desk: Desk }) {
  const words = useText(deskText)
  const { today } = useSession()
  const [adding, setAdding] = useState(false)
  const [ended, setEnded] = useState(false)
  const all = desk.headings.filter(({ kind }) => kind === 'programme')
  const shown = all.filter((programme) => ended || notEnded(programme, today))
  const anyEnded = all.some((programme) => !notEnded(programme, today) || programme.slots.some((slot) => !notEnded(slot, today)))
  return (
    <div className="td-stack">
      <div className="td-row">
        {desk.keepsFor.length > 0 && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {words.add.programme}
          </Button>
        )}
        {anyEnded && <CheckField label={words.showEnded} value={ended} onChange={setEnded} />}
      </div>
      {shown.length === 0 && (
        <div className="td-panel">
          <EmptyState title={words.none.programme}>{words.noneBody}</EmptyState>
        </div>
      )}
      {shown.map((programme) => (
        <Programme key={programme.id} programme={programme} slots={programme.slots.filter((slot) => ended || notEnded(slot, today))} />
      ))}
      {adding && <HeadingDialog kind="programme" keepsFor={desk.keepsFor} onClose={() => setAdding(false)} />}
    </div>
  )
}

function Programme({ programme, slots }: { programme: Heading; slots: readonly SlotLine[] }) {
  const words = useText(deskText)
  const days = useDays()
  const weekdays = useWeekdays()
  const refresh = useRefresh()
  const [open, setOpen] = useState<{ readonly what: 'add' | 'change' | 'end'; readonly slot?: SlotLine }>()
  const close = () => setOpen(undefined)
  const ending = open?.what === 'end' ? open.slot : undefined
  const named = (slot: SlotLine) => `${programme.name}, ${weekdays(slot.weekdays)} ${showClock(slot.startMinute)}`
  const columns: Column<SlotLine>[] = [
    { key: 'days', header: words.weekdays, lead: true, cell: (row) => weekdays(row.weekdays) },
    { key: 'start', header: words.start, width: '100px', cell: (row) => showClock(row.startMinute) },
    { key: 'length', header: words.length, width: '150px', cell: (row) => showLength(row.plannedSeconds) },
    { key: 'out', header: words.endsOn, width: '170px', cell: (row) => (row.hardOut ? words.hardOut : words.mayRun) },
    { key: 'use', header: words.inUse, width: '190px', cell: days },
  ]
  if (programme.can.keep) {
    columns.push({
      key: 'actions',
      header: words.actions,
      actions: true,
      width: '160px',
      cell: (row) =>
        row.lastDay === null && (
          <>
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen({ what: 'change', slot: row })} aria-label={`${words.changeSlot}: ${named(row)}`}>
              {words.changeSlot}
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => setOpen({ what: 'end', slot: row })} aria-label={words.endTitle(named(row))}>
              {words.end}
            </Button>
          </>
        ),
    })
  }
  return (
    <Section
      title={programme.name}
      description={`${programme.unit.name} · ${days(programme)}`}
      actions={
        programme.can.keep && (
          <>
            <Button size="compact-sm" variant="default" onClick={() => setOpen({ what: 'add' })} aria-label={`${words.addSlot}: ${programme.name}`}>
              {words.addSlot}
            </Button>
            <HeadingActs heading={programme} />
          </>
        )
      }
    >
      <DataTable caption={`${words.slots}: ${programme.name}`} columns={columns} rows={slots} rowKey={(row) => row.id} empty={<p className="td-quiet">{words.noSlots}</p>} />
      {open !== undefined && open.what !== 'end' && <SlotDialog programme={programme} old={open.slot} onClose={close} />}
      {ending !== undefined && <EndDialog name={named(ending)} onSend={(body, options) => call(deskRoutes.endSlot, { params: { slotId: ending.id }, body }, options)} onDone={() => refresh(deskRoutes.getDesk)} onClose={close} />}
    </Section>
  )
}
