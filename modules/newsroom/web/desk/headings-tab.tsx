import { Button } from '@mantine/core'
import { IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { useSession } from '#platform/web/session.ts'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { useText } from '#ui/text.ts'
import { notEnded } from '../../domain/desk/heading.ts'
import type { Desk, Heading } from './desk-view.ts'
import { HeadingActs } from './heading-acts.tsx'
import { HeadingDialog } from './heading-dialog.tsx'
import { deskText } from './messages.ts'
import { TemplateDialog } from './template-dialog.tsx'
import { useDays } from './use-days.ts'

/** Chuyên mục or danh mục: a plain list of names; columns with their templates. */
export function HeadingsTab({ kind, desk }: { kind: 'column' | 'category'; desk: Desk }) {
  const words = useText(deskText)
  const { today } = useSession()
  const days = useDays()
  const [adding, setAdding] = useState(false)
  const [template, setTemplate] = useState<Heading>()
  const [ended, setEnded] = useState(false)
  const ofKind = desk.headings.filter((heading) => heading.kind === kind)
  const rows = ofKind.filter((heading) => ended || notEnded(heading, today))
  const columns: Column<Heading>[] = [
    { key: 'name', header: words.name, lead: true, cell: (row) => <strong>{row.name}</strong> },
    { key: 'unit', header: words.unit, width: '180px', cell: (row) => row.unit.name },
    { key: 'days', header: words.inUse, width: '190px', cell: days },
  ]
  if (kind === 'column') columns.push({ key: 'template', header: words.template, width: '110px', cell: (row) => (row.template.length === 0 ? <span className="td-quiet">{words.noTemplate}</span> : words.blocks(row.template.length)) })
  columns.push({ key: 'actions', header: words.actions, actions: true, width: '230px', cell: (row) => row.can.keep && <HeadingActs heading={row} {...(kind === 'column' ? { onTemplate: () => setTemplate(row) } : {})} /> })
  return (
    <div className="td-stack">
      <div className="td-row">
        {desk.keepsFor.length > 0 && (
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
            {words.add[kind]}
          </Button>
        )}
        {ofKind.some((heading) => !notEnded(heading, today)) && <CheckField label={words.showEnded} value={ended} onChange={setEnded} />}
      </div>
      <DataTable
        caption={words.tabs[kind]}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <div className="td-panel">
            <EmptyState title={words.none[kind]}>{words.noneBody}</EmptyState>
          </div>
        }
      />
      {adding && <HeadingDialog kind={kind} keepsFor={desk.keepsFor} onClose={() => setAdding(false)} />}
      {template !== undefined && <TemplateDialog heading={template} onClose={() => setTemplate(undefined)} />}
    </div>
  )
}
