import { Button } from '@mantine/core'
import { CheckField } from '#ui/check-field.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import type { FactSource } from '../../domain/proposed-facts.ts'
import type { CompiledRulebook, Field } from '../../domain/rulebook/compiled-rulebook.ts'
import { boundOf, factsByHand, itemsOf, newItem, unanswered, withFact, type FactValues } from './fact-values.ts'
import { campaignsText } from './messages.ts'
import c from './campaign-page.module.css'

interface FactsFieldsProps {
  rulebook: CompiledRulebook
  facts: FactValues
  onChange: (facts: FactValues) => void
  tried: boolean
  /** What the program counted itself: shown beside the field, which is only for correcting it. */
  proposed?: Proposals
}

type Proposals = Readonly<Record<string, { readonly value?: unknown; readonly source: FactSource }>>

/** The facts the rulebook asks for, from its own fields, each with its article. */
export function FactsFields({ rulebook, facts, onChange, tried, proposed = {} }: FactsFieldsProps) {
  const words = useText(campaignsText).adjust
  const language = useLanguage()
  const hintOf = (field: Field): string | undefined => {
    const known = proposed[field.id]
    return known === undefined ? undefined : words.counted(shownFact(rulebook, field, known.value, language), words.factSource[known.source])
  }
  return (
    <div className="td-stack">
      {factsByHand(rulebook).map((field) =>
        field.type === 'list' ? (
          <ListFact key={field.id} field={field} items={itemsOf(facts[field.id])} onChange={(items) => onChange(withFact(facts, field.id, items))} tried={tried} />
        ) : (
          <OneFact key={field.id} field={field} levels={rulebook.levels} counted={hintOf(field)} value={facts[field.id]} onChange={(value) => onChange(withFact(facts, field.id, value))} />
        ),
      )}
    </div>
  )
}

function ListFact({ field, items, onChange, tried }: { field: Field; items: readonly FactValues[]; onChange: (items: readonly FactValues[]) => void; tried: boolean }) {
  const words = useText(campaignsText).adjust
  const language = useLanguage()
  const name = field.name[language]
  return (
    <div className={c.fact}>
      <span>
        <strong>{name}</strong> <span className="td-quiet td-small">{field.article}</span>
      </span>
      {items.map((item, index) => (
        <fieldset key={index} className={c.factItem}>
          <legend className="td-small">{words.item(name, index + 1)}</legend>
          {field.fields.map((part) => (
            <OneFact
              key={part.id}
              field={part}
              value={item[part.id]}
              error={tried && unanswered(field.fields, item).includes(part.id) ? words.needed.fact : undefined}
              onChange={(value) => onChange(items.map((each, at) => (at === index ? withFact(each, part.id, value) : each)))}
            />
          ))}
          <div>
            <Button size="compact-sm" variant="subtle" color="red" onClick={() => onChange(items.filter((_, at) => at !== index))}>
              {words.remove(name.toLowerCase(), index + 1)}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button size="compact-sm" variant="light" onClick={() => onChange([...items, newItem(field.fields)])}>
        {words.add(name.toLowerCase())}
      </Button>
    </div>
  )
}

/** A counted fact in words. */
function shownFact(rulebook: CompiledRulebook, field: Field, value: unknown, language: 'vi' | 'en'): string {
  if (field.type === 'level') return rulebook.levels.find((level) => level.id === value)?.name[language] ?? String(value)
  return typeof value === 'boolean' ? campaignsText[language].adjust[value ? 'yes' : 'no'] : String(value)
}

interface OneFactProps {
  field: Field
  levels?: CompiledRulebook['levels']
  /** What the program counted, in words. */
  counted?: string | undefined
  value: unknown
  onChange: (value: unknown) => void
  error?: string | undefined
}

/** One fact or entry of a list by its type. */
export function OneFact({ field, levels = [], counted, value, onChange, error }: OneFactProps) {
  const words = useText(campaignsText).adjust
  const language = useLanguage()
  const shared = { label: field.name[language], error, ...hintOf(field.article, counted) }
  switch (field.type) {
    case 'boolean':
      if (field.default !== null && counted === undefined) return <CheckField {...shared} value={value === undefined ? field.default === true : value === true} onChange={onChange} />
      return (
        <SelectField
          {...shared}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          none={words.unknown}
          onChange={(answer) => onChange(answer === null ? null : answer === 'yes')}
          choices={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      )
    case 'level':
      return <SelectField {...shared} value={typeof value === 'string' ? value : null} none={words.unknown} onChange={onChange} choices={levels.map((level) => ({ value: level.id, label: level.name[language] }))} />
    case 'choice':
      return (
        <SelectField
          {...shared}
          value={typeof value === 'string' ? value : null}
          onChange={onChange}
          choices={field.values.map((each) => ({ value: each.value, label: each.name[language] }))}
        />
      )
    case 'number':
      return <NumberFact field={field} shared={shared} value={value} onChange={onChange} />
    default:
      return <TextField {...shared} value={typeof value === 'string' ? value : ''} onChange={(text) => onChange(text === '' ? null : text)} maxLength={500} />
  }
}

function hintOf(article: string | null, counted: string | undefined): { hint?: string } {
  const parts = [article, counted].filter((part) => part !== null && part !== undefined)
  return parts.length === 0 ? {} : { hint: parts.join('. ') }
}

/** Years are typed as text of four digits: a grouping mark has no place in a year. */
function NumberFact({ field, shared, value, onChange }: { field: Field; shared: { label: string; error: string | undefined; hint?: string }; value: unknown; onChange: (value: unknown) => void }) {
  const min = boundOf(field.min)
  const max = boundOf(field.max)
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  if (field.integer && min !== undefined && Number(min) >= 1000) {
    return <TextField {...shared} value={text} inputMode="numeric" maxLength={4} onChange={(typed) => onChange(typed === '' ? null : /^\d+$/.test(typed) ? Number(typed) : typed)} />
  }
  return (
    <NumberField
      {...shared}
      value={text === '' ? null : text}
      places={field.integer ? 0 : 2}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      onChange={(next, { valid }) => valid && onChange(next === null ? null : Number(next))}
    />
  )
}
