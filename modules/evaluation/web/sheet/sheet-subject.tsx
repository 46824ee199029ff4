import { useMediaQuery } from '@mantine/hooks'
import { showDecimal } from '#ui/decimal.ts'
import { Facts } from '#ui/figures.tsx'
import { useLanguage, type Language } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook, Field } from '../../domain/rulebook/compiled-rulebook.ts'
import { levelName } from '../rulebook/use-rulebook.ts'
import { sheetText } from './messages.ts'
import type { SubjectSheet } from './sheet-content.ts'
import c from './sheet.module.css'

/** Whom the sheet is about, who scores and decides, and the facts the rulebook takes into account. */
export function SheetSubject({ data, rulebook }: { data: SubjectSheet; rulebook: CompiledRulebook }) {
  const words = useText(sheetText).subject
  const language = useLanguage()
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const { subject } = data
  const group = rulebook.groups.find((one) => one.id === subject.group)?.name[language] ?? subject.group
  const facts = rulebook.facts.flatMap((field) => {
    const value = subject.facts[field.id]
    const shown = value === undefined || field.type === 'period' || field.id === 'isHead' ? undefined : showFact(rulebook, field, value, language)
    return shown === undefined ? [] : [{ label: field.name[language], value: subject.factSources[field.id] === undefined ? shown : words.counted(shown) }]
  })
  const body = (
    <>
      <Facts
        items={[
          { label: words.post, value: subject.isHead ? `${subject.title} (${words.head})` : subject.title },
          { label: words.unit, value: subject.unit.name },
          { label: words.group, value: group },
          ...(subject.superior === null ? [] : [{ label: words.superior, value: subject.superior.fullName }]),
          ...(subject.decider === null ? [] : [{ label: words.decider, value: subject.decider.fullName }]),
        ]}
      />
      {facts.length === 0 ? (
        <p className="td-quiet td-small">{words.noFacts}</p>
      ) : (
        <div className="td-stack-tight">
          <h3>{words.facts}</h3>
          <Facts items={facts} />
        </div>
      )}
    </>
  )
  if (!narrow) return <Section title={words.title}>{body}</Section>
  return (
    <details className="td-panel">
      <summary className={c.fold}>
        {words.title}: {subject.title}
      </summary>
      <div className="td-stack">{body}</div>
    </details>
  )
}

/** A fact in words; undefined when it says nothing, such as an empty list or a plain no. */
function showFact(rulebook: CompiledRulebook, field: Field, value: unknown, language: Language): string | undefined {
  const words = sheetText[language].subject
  if (value === null || value === '') return undefined
  if (typeof value === 'boolean') return value ? words.yes : field.default === false ? undefined : words.no
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => showItem(rulebook, field, item, language)).join('; ')
  if (field.type === 'level') return levelName(rulebook, String(value), language)
  if (field.type === 'choice') return field.values.find((one) => one.value === value)?.name[language] ?? String(value)
  if (field.type === 'number') return /year$/i.test(field.id) ? String(value) : showDecimal(String(value), language)
  return String(value)
}

function showItem(rulebook: CompiledRulebook, field: Field, item: unknown, language: Language): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const values = item as Readonly<Record<string, unknown>>
  return field.fields
    .flatMap((one) => {
      const shown = values[one.id] === undefined ? undefined : showFact(rulebook, one, values[one.id], language)
      if (shown === undefined) return []
      return one.type === 'boolean' ? [one.name[language].toLowerCase()] : [shown]
    })
    .join(', ')
}
