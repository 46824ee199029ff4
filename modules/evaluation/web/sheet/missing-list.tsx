import { IconCircleCheck } from '#ui/icons.tsx'
import { useContext } from 'react'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { cellName } from './cell-names.ts'
import { RowNames } from './row-names.ts'
import { sheetText } from './messages.ts'
import { goToCell } from './sheet-cells.ts'
import c from './missing-list.module.css'

interface MissingListProps {
  rulebook: CompiledRulebook
  group: string
  /** What `missingFrom` names. */
  missing: readonly string[]
}

/** Where the cursor has to go for a missing entry: a reason asked of points stands under weaknesses. */
export function cellOfMissing(missing: string): string {
  return missing.includes('.') && missing.endsWith('.reason') && missing.split('.').length > 2 ? 'weaknesses' : missing
}

/** What is still missing; each entry leads to its cell. */
export function MissingList({ rulebook, group, missing }: MissingListProps) {
  const words = useText(sheetText).missing
  const language = useLanguage()
  const rowNames = useContext(RowNames)
  if (missing.length === 0) {
    return (
      <p className={c.complete}>
        <IconCircleCheck size={18} aria-hidden="true" />
        {words.title(0)}
      </p>
    )
  }
  return (
    <div className={c.missing}>
      <p className={c.title}>{words.title(missing.length)}</p>
      <ul>
        {missing.map((cell) => (
          <li key={cell}>
            <button type="button" onClick={() => goToCell(cellOfMissing(cell))}>
              {cellName(rulebook, group, cell, language, rowNames)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
