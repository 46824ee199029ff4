import { StatusBadge } from '#ui/badges.tsx'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { useText } from '#ui/text.ts'
import { Fold } from '../campaigns/fold.tsx'
import type { CheckedFile } from './checked-file.ts'
import { sheetFileText } from './messages.ts'

interface SheetChangesProps {
  title: string
  sheet: Pick<CheckedFile['sheets'][number], 'person' | 'outcome' | 'changes' | 'savedSince'>
  taken: boolean
  onTake: (take: boolean) => void
}

/** What a file would change in one sheet; a sheet changed on the screen too is taken only when ticked. */
export function SheetChanges({ title, sheet, taken, onTake }: SheetChangesProps) {
  const words = useText(sheetFileText)
  const conflict = sheet.outcome === 'conflict'
  const blank = <span className="td-quiet">{words.blank}</span>
  return (
    <Fold title={title} note={conflict ? words.outcomes.conflict : words.changes(sheet.changes.length)} open={conflict}>
      <div className="td-stack-tight">
        {sheet.savedSince && <p className="td-small">{words.savedSince}</p>}
        <DataTable
          caption={`${sheet.person.fullName}: ${words.changes(sheet.changes.length)}`}
          rows={sheet.changes}
          rowKey={(change) => change.key}
          rowTone={(change) => (change.conflict ? 'warn' : undefined)}
          columns={[
            {
              key: 'column',
              header: words.column,
              lead: true,
              cell: (change) => (
                <>
                  {change.header} {change.conflict && <StatusBadge tone="warn">{words.bothChanged}</StatusBadge>}
                </>
              ),
            },
            { key: 'before', header: words.before, width: '220px', cell: (change) => change.before ?? blank },
            { key: 'after', header: words.after, width: '220px', cell: (change) => <strong>{change.after ?? blank}</strong> },
          ]}
        />
        {conflict && <CheckField label={words.takeFile} value={taken} onChange={onTake} />}
      </div>
    </Fold>
  )
}
