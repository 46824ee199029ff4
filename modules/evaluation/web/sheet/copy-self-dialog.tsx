import { Button } from '@mantine/core'
import { useContext, useState } from 'react'
import { CheckField } from '#ui/check-field.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { Dialog, DialogActions } from '#ui/dialog.tsx'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { scoredCriteria } from '../../domain/sheet.ts'
import type { SheetContent } from '../../domain/sheet-content.ts'
import { withCell } from '../../domain/sheet-lists.ts'
import { evaluationText } from '../messages.ts'
import { cellName } from './cell-names.ts'
import { sheetText } from './messages.ts'
import { RowNames } from './row-names.ts'
import { entriesToCopy, pointsToCopy, type CopiedPoint } from './sheet-content.ts'

interface CopySelfDialogProps {
  rulebook: CompiledRulebook
  group: string
  self: SheetContent
  superior: SheetContent
  /** Whether the superior writes the rulebook's lists too. */
  lists: boolean
  onCopy: (copied: Pick<SheetContent, 'points' | 'lists'>) => void
  onClose: () => void
}

/** The superior takes over the self-scored points: everything that would be written is shown first, and nothing is written without the button. */
export function CopySelfDialog({ rulebook, group, self, superior, lists, onCopy, onClose }: CopySelfDialogProps) {
  const words = useText(sheetText)
  const common = useText(evaluationText)
  const language = useLanguage()
  const rowNames = useContext(RowNames)
  const points = pointsToCopy(self, superior, scoredCriteria(rulebook, group).map((criterion) => criterion.code))
  const entries = lists ? entriesToCopy(self, superior) : []
  const all = [...points, ...entries]
  const anyPresent = all.some((one) => one.present !== undefined)
  const [onlyBlank, setOnlyBlank] = useState(anyPresent)
  const shown = (value: string) => (/^\d+(\.\d+)?$/.test(value) ? showDecimal(value, language) : value === 'true' ? words.lists.yes : value === 'false' ? words.lists.no : value)
  const copied = onlyBlank ? all.filter((one) => one.present === undefined) : all
  return (
    <Dialog title={words.copy.title} onClose={onClose}>
      <div className="td-stack">
        <p>{words.copy.explain}</p>
        {anyPresent && <CheckField label={words.copy.onlyBlank} value={onlyBlank} onChange={setOnlyBlank} />}
        {copied.length === 0 ? (
          <p className="td-quiet">{words.copy.nothing}</p>
        ) : (
          <DataTable
            caption={words.copy.title}
            rows={copied}
            rowKey={(one) => one.code}
            columns={[
              { key: 'criterion', header: words.criterion, lead: true, cell: (one) => cellName(rulebook, group, one.code, language, rowNames) },
              { key: 'present', header: words.copy.present, align: 'right', width: '90px', cell: (one) => (one.present === undefined ? words.blank : shown(one.present)) },
              { key: 'self', header: words.copy.self, align: 'right', width: '90px', cell: (one) => <strong>{shown(one.self)}</strong> },
            ]}
          />
        )}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
          <Button
            disabled={copied.length === 0}
            onClick={() => {
              const taken = (some: readonly CopiedPoint[]) => some.filter((one) => copied.includes(one))
              onCopy({
                points: Object.fromEntries(taken(points).map((one) => [one.code, one.self])),
                lists: taken(entries).reduce((whole, one) => withCell(whole, one.code, one.self), superior.lists),
              })
              onClose()
            }}
          >
            {words.copy.confirm(copied.length)}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}
