import { NativeSelect, TextInput } from '@mantine/core'
import { useState, type KeyboardEvent } from 'react'
import * as rational from '#kernel/rational.ts'
import { readDecimal, showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { CompiledRulebook, Field } from '../../domain/rulebook/compiled-rulebook.ts'
import { sheetText } from './messages.ts'
import { shortest } from './points-rules.ts'
import { cellId, stepOfKey } from './sheet-cells.ts'
import c from './list-entries.module.css'

interface ListCellProps {
  rulebook: CompiledRulebook
  field: Field
  /** `axes.1.percent` */
  cell: string
  /** What the row is called. */
  row: string
  value: string | undefined
  /** What the rulebook does not take here, in its own words. */
  problem: string | undefined
  onChange: (value: string | undefined) => void
  onMove: (step: 1 | -1) => void
}

/** One entry of a list: a number, a choice or a text, as the rulebook declares the field. */
export function ListCell(props: ListCellProps) {
  const { field } = props
  if (field.type === 'number') return <NumberEntry {...props} />
  return field.type === 'text' ? <TextEntry {...props} /> : <ChoiceEntry {...props} />
}

function labelsOf({ field, row, cell }: ListCellProps, language: 'vi' | 'en') {
  const name = field.name[language]
  return { id: cellId(cell), label: name, 'aria-label': `${row}: ${name}`, className: c.input ?? '' }
}

function NumberEntry(props: ListCellProps) {
  const { field, value, problem, onChange, onMove } = props
  const words = useText(sheetText).lists
  const language = useLanguage()
  const [typed, setTyped] = useState<{ text: string; given: string | undefined }>()
  const [left, setLeft] = useState(true)
  // What was typed stands as long as the value is the one it gave; a copy or a merge replaces it.
  const text = typed !== undefined && typed.given === value ? typed.text : value === undefined ? '' : showDecimal(value, language)
  const min = field.min === null ? undefined : shortest(field.min)
  const max = field.max === null ? undefined : shortest(field.max)
  const rules = { places: field.integer ? 0 : 6, min: min ?? '0', ...(max === undefined ? {} : { max }) }
  const read = readDecimal(text, rules, language)
  const wrong = 'problem' in read && left ? words.within(showDecimal(rules.min, language), max === undefined ? undefined : showDecimal(max, language)) : undefined
  const change = (next: string) => {
    const result = readDecimal(next, rules, language)
    const given = 'value' in result && result.value !== null ? shortestOf(result.value) : undefined
    setTyped({ text: next, given })
    setLeft(false)
    if (given !== value) onChange(given)
  }
  return (
    <TextInput
      {...labelsOf(props, language)}
      value={text}
      error={wrong ?? problem}
      {...(field.default === null ? {} : { placeholder: showDecimal(shortest(String(field.default)), language) })}
      inputMode={field.integer ? 'numeric' : 'decimal'}
      enterKeyHint="next"
      autoComplete="off"
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        setLeft(true)
        if (!('problem' in read)) setTyped(undefined)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setLeft(true)
        byKey(event, onMove, true)
      }}
    />
  )
}

function shortestOf(text: string): string {
  const value = rational.parseRational(text)
  return value === null ? text : rational.toShortest(value)
}

function TextEntry(props: ListCellProps) {
  const { value, problem, onChange, onMove } = props
  const language = useLanguage()
  return (
    <TextInput
      {...labelsOf(props, language)}
      value={value ?? ''}
      error={problem}
      maxLength={500}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      onKeyDown={(event) => byKey(event, onMove, true)}
    />
  )
}

function ChoiceEntry(props: ListCellProps) {
  const { rulebook, field, value, problem, onChange, onMove } = props
  // What an entry left alone means by the rulebook.
  const usual = field.default === null ? '' : String(field.default)
  const words = useText(sheetText).lists
  const language = useLanguage()
  return (
    <NativeSelect
      {...labelsOf(props, language)}
      value={value ?? usual}
      error={problem}
      data={[...(field.default === null ? [{ value: '', label: words.unknown }] : []), ...choicesOf(rulebook, field, language, words)]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      onKeyDown={(event) => byKey(event, onMove, false)}
    />
  )
}

function choicesOf(rulebook: CompiledRulebook, field: Field, language: 'vi' | 'en', words: { yes: string; no: string }): { value: string; label: string }[] {
  if (field.type === 'boolean') return [{ value: 'true', label: words.yes }, { value: 'false', label: words.no }]
  if (field.type === 'level') return rulebook.levels.map((level) => ({ value: level.id, label: level.name[language] }))
  return field.values.map((each) => ({ value: each.value, label: each.name[language] }))
}

/** Enter goes on from every cell; the arrows only where they choose nothing. */
function byKey(event: KeyboardEvent, onMove: (step: 1 | -1) => void, arrows: boolean): void {
  const step = event.key === 'Enter' || arrows ? stepOfKey(event.key, event.shiftKey) : 0
  if (step === 0 || event.nativeEvent.isComposing) return
  event.preventDefault()
  onMove(step)
}

/** An entry in words. */
export function showEntry(rulebook: CompiledRulebook, field: Field, value: string, language: 'vi' | 'en', words: { yes: string; no: string }): string {
  if (field.type === 'number') return showDecimal(value, language)
  if (field.type === 'text') return value
  return choicesOf(rulebook, field, language, words).find((each) => each.value === value)?.label ?? value
}
