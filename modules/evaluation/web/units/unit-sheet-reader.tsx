import { Facts } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { enteredUnitFacts } from '../../domain/unit-facts.ts'
import { CriteriaTable } from '../sheet/criteria-table.tsx'
import { unitsText } from './messages.ts'
import type { UnitFile, UnitSheet } from './round-types.ts'
import { useUnitEntryWords } from './unit-entry-words.ts'

/** The sheets of an organisation as far as they are open to the reader: points side by side, the figures, the words. */
export function UnitSheetReader({ file, rulebook }: { file: UnitFile; rulebook: CompiledRulebook }) {
  const words = useText(unitsText).file
  const { sheets } = file
  if (sheets.length === 0) return null
  return (
    <div className="td-stack">
      <CriteriaTable
        rulebook={rulebook}
        settings={file.campaign.settings}
        group={file.group}
        variants={{}}
        columns={sheets.map((sheet) => ({ rater: sheet.rater === 'self' ? 'self' : 'superior', name: words.columns[sheet.rater], points: sheet.points }))}
      />
      {sheets.map((sheet) => (
        <Section key={sheet.rater} title={words.factsOf[sheet.rater]}>
          <div className="td-stack-tight">
            <Figures rulebook={rulebook} group={file.group} sheet={sheet} />
            {sheet.comment !== '' && <p>{sheet.comment}</p>}
          </div>
        </Section>
      ))}
    </div>
  )
}

function Figures({ rulebook, group, sheet }: { rulebook: CompiledRulebook; group: string; sheet: UnitSheet }) {
  const language = useLanguage()
  const { show: shown } = useUnitEntryWords(rulebook, group)
  const facts = enteredUnitFacts(rulebook).filter((fact) => sheet.facts[fact.id] !== undefined)
  const lists = rulebook.lists.flatMap((list) =>
    list.keys.flatMap((key) => {
      const entry = sheet.lists[list.id]?.[key.key]
      if (entry === undefined) return []
      const parts = list.fields.flatMap((field) => (entry[field.id] == null ? [] : [`${field.name[language]} ${shown(field, entry[field.id])}`]))
      return [{ label: key.name[language], value: parts.join('; ') }]
    }),
  )
  return <Facts items={[...facts.map((fact) => ({ label: fact.name[language], value: shown(fact, sheet.facts[fact.id]) })), ...lists]} />
}
