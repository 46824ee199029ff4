import { Button } from '@mantine/core'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { SaveState, type SaveProgress } from '#ui/save-state.tsx'
import { useText } from '#ui/text.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { levelName } from '../rulebook/use-rulebook.ts'
import { sendWord } from './submit-dialog.tsx'
import { sheetText } from './messages.ts'
import { cellOfMissing } from './missing-list.tsx'
import { goToCell } from './sheet-cells.ts'
import type { ShownTotal } from './total-panel.tsx'
import c from './sheet.module.css'

interface TotalBarProps {
  rulebook: CompiledRulebook
  group: string
  shown: ShownTotal | null
  generalSoFar: string | null
  missing: readonly string[]
  rater: RaterColumn
  progress: SaveProgress
  /** What is not saved yet is on this device. */
  kept: boolean
  /** The mean of a year instead of a sheet's total. */
  yearly: boolean
  onSubmit: () => void
  /** Two versions wait for a choice. */
  onResolve: (() => void) | undefined
}

/** On a phone: the total under the thumb, and one button to the next missing cell or to send. */
export function TotalBar({ rulebook, group, shown, generalSoFar, missing, rater, progress, kept, yearly, onSubmit, onResolve }: TotalBarProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const [first] = missing
  const total = shown?.total ?? null
  return (
    <div className={`${c.bar} td-no-print`}>
      <div className={c.barTotal}>
        <span>
          <strong>{total !== null ? showDecimal(total, language) : generalSoFar === null ? '–' : showDecimal(generalSoFar, language)}</strong>{' '}
          <span className="td-quiet td-small">{total === null ? (yearly ? words.total.mean : rulebook.lists.length > 0 ? words.total.general : words.total.sum) : shown === null ? '' : levelName(rulebook, shown.level, language)}</span>
        </span>
        <SaveState progress={progress} kept={kept} />
      </div>
      {onResolve !== undefined ? (
        <Button onClick={onResolve}>{words.conflict.open}</Button>
      ) : first === undefined ? (
        <Button onClick={onSubmit}>{sendWord(words.submit, rulebook, group, rater)}</Button>
      ) : (
        <Button variant="light" onClick={() => goToCell(cellOfMissing(first))}>
          {words.missing.jump(missing.length)}
        </Button>
      )}
    </div>
  )
}
