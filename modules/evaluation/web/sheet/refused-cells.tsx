import { useContext } from 'react'
import { z } from 'zod'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { cellName } from './cell-names.ts'
import { RowNames } from './row-names.ts'
import { sheetText } from './messages.ts'
import { cellOfMissing } from './missing-list.tsx'
import { goToCell } from './sheet-cells.ts'

const problemsShape = z.array(z.object({ code: z.string(), found: z.string(), expected: z.string() }))

interface RefusedCellsProps {
  rulebook: CompiledRulebook
  group: string
  /** The refusal's data; it lists what the server did not take. */
  data: Readonly<Record<string, unknown>>
}

/** The cells a save was refused for, each with what was found and what is taken; each leads to its cell. */
export function RefusedCells({ rulebook, group, data }: RefusedCellsProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const rowNames = useContext(RowNames)
  const problems = problemsShape.safeParse(data['problems'])
  if (!problems.success || problems.data.length === 0) return null
  return (
    <ul aria-label={words.refusedCells} className="td-small">
      {problems.data.map((problem) => (
        <li key={problem.code}>
          <a
            href={`#${problem.code}`}
            onClick={(event) => {
              event.preventDefault()
              goToCell(cellOfMissing(problem.code))
            }}
          >
            {cellName(rulebook, group, problem.code, language, rowNames)}
          </a>
          : “{problem.found}” ({words.expected(problem.expected)})
        </li>
      ))}
    </ul>
  )
}
