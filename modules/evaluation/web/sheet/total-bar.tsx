import { Button } from '@mantine/core'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { levelName } from '../rulebook/use-rulebook.ts'
import { sheetText } from './messages.ts'
import { cellOfMissing } from './missing-list.tsx'
import { goToCell } from './sheet-cells.ts'
import type { ShownTotal } from './total-panel.tsx'
import c from './sheet.module.css'

interface TotalBarProps {
  rulebook: CompiledRulebook
  shown: ShownTotal | null
  generalSoFar: string | null
  missing: readonly string[]
  rater: RaterColumn
  onSubmit: () => void
}

/** On a phone: the total under the thumb, and one button to the next missing cell or to send. */
export function TotalBar({ rulebook, shown, generalSoFar, missing, rater, onSubmit }: TotalBarProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const [first] = missing
  const total = shown?.total ?? null
  return (
    <div className={`${c.bar} td-no-print`}>
      <div className={c.barTotal}>
        {total === null ? (
          <>
            <strong>{generalSoFar === null ? '–' : showDecimal(generalSoFar, language)}</strong>
            <span className="td-quiet td-small">{words.total.general}</span>
          </>
        ) : (
          <>
            <strong>{showDecimal(total, language)}</strong>
            <span className="td-quiet td-small">{shown === null ? '' : levelName(rulebook, shown.level, language)}</span>
          </>
        )}
      </div>
      {first === undefined ? (
        <Button onClick={onSubmit}>{rater === 'self' ? words.submit.self : words.submit.superior}</Button>
      ) : (
        <Button variant="light" onClick={() => goToCell(cellOfMissing(first))}>
          {words.missing.jump(missing.length)}
        </Button>
      )}
    </div>
  )
}
