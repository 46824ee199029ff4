import { useMemo } from 'react'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { planState, type AskedPlan } from '../../domain/plan.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetLists } from '../../domain/sheet-lists.ts'
import { showEntry } from '../sheet/list-cell.tsx'
import { sheetText } from '../sheet/messages.ts'
import type { SubjectSheet } from '../sheet/sheet-content.ts'
import { PlanSums } from './plan-sums.tsx'
import c from './plan.module.css'

interface PlanRowsProps {
  data: SubjectSheet
  rulebook: CompiledRulebook
  asked: AskedPlan
  rows: SheetLists[string]
}

/** A plan for reading: a line for each row, what it comes to below. */
export function PlanRows({ data, rulebook, asked, rows }: PlanRowsProps) {
  const words = useText(sheetText).lists
  const language = useLanguage()
  const { list } = asked
  const state = useMemo(() => planState({ rulebook, settings: data.campaign.settings, group: data.subject.group, variants: data.subject.variants }, { [list.definition.id]: rows }), [rulebook, data, list, rows])
  return (
    <>
      <ul className={c.rows}>
        {list.keys.map(({ key, name }) => (
          <li key={key} className={c.row}>
            <span>{name[language]}</span>
            <span className={c.values}>
              {list.planned.map((field) => {
                const value = rows[key]?.[field.id]
                // A mark that is not set is not worth a word.
                if (field.type === 'boolean') return value === 'true' ? <span key={field.id}>{field.name[language]}</span> : null
                return <strong key={field.id}>{value === undefined ? words.blank : showEntry(rulebook, field, value, language, words)}</strong>
              })}
            </span>
          </li>
        ))}
      </ul>
      <PlanSums state={state} />
    </>
  )
}
