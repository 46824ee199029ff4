import { useEffect, useRef, useState } from 'react'
import { parseRational } from '#kernel/rational.ts'
import { Columns } from '#ui/form.tsx'
import { CheckField } from '#ui/check-field.tsx'
import { useLanguage } from '#ui/language.ts'
import { SelectField, type Choice } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'
import c from './rulebooks.module.css'

interface FieldProps {
  path: SourcePath
  label: string
  hint?: string
}

const restMs = 700

/** A text kept while typed and written into the YAML when the hand rests or leaves. */
function useTyped(stored: string, write: (typed: string) => void) {
  const [typed, setTyped] = useState<string>()
  const settle = (text: string | undefined) => {
    setTyped(undefined)
    if (text !== undefined && text !== stored) write(text)
  }
  const latest = useRef(settle)
  latest.current = settle
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(() => latest.current(typed), restMs)
    return () => clearTimeout(timer)
  }, [typed])
  return { shown: typed ?? stored, setTyped, leave: () => settle(typed) }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** A text at a path of the draft; an empty one takes an optional key away. */
export function SourceText({ path, label, hint, multiline = false, optional = false }: FieldProps & { multiline?: boolean; optional?: boolean }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const stored = textOf(valueAt(form.good, path))
  const { shown, setTyped, leave } = useTyped(stored, (typed) => {
    if (typed.trim() === '') {
      if (optional && stored !== '') form.remove(path)
    } else form.write(path, typed)
  })
  const empty = !optional && shown.trim() === '' ? words.needed : undefined
  return (
    <TextField label={label} value={shown} onChange={setTyped} onBlur={leave} multiline={multiline} rows={2} disabled={form.locked} error={empty ?? form.problemAt(path)} {...(hint === undefined ? {} : { hint })} />
  )
}

/** A name or sentence in both languages. */
export function SourceBilingual({ path, label, multiline = false }: FieldProps & { multiline?: boolean }) {
  const words = useText(rulebooksText).form
  return (
    <Columns>
      <SourceText path={[...path, 'vi']} label={`${label} (${words.vi})`} multiline={multiline} />
      <SourceText path={[...path, 'en']} label={`${label} (${words.en})`} multiline={multiline} />
    </Columns>
  )
}

/** Is it a number as people type it: `2,5`, `2.5` or `1/3`? */
export function isNumber(typed: string): boolean {
  return number.test(typed.trim()) && parseRational(typed.trim().replace(',', '.')) !== null
}

const number = /^-?\d+(?:[.,]\d+)?$|^\d+\/[1-9]\d*$/

/** An exact number: `2,5` or `1/3`, kept digit for digit. */
export function SourceNumber({ path, label, hint, optional = false }: FieldProps & { optional?: boolean }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const stored = textOf(valueAt(form.good, path))
  const local = (text: string) => (language === 'vi' ? text.replace('.', ',') : text)
  const good = isNumber
  const { shown, setTyped, leave } = useTyped(local(stored), (typed) => {
    if (typed.trim() === '' && optional) form.remove(path)
    else if (good(typed)) form.write(path, { exact: typed.trim().replace(',', '.') })
  })
  const wrong = shown.trim() === '' ? (optional ? undefined : words.needed) : good(shown) ? undefined : words.notANumber
  return <TextField label={label} value={shown} onChange={setTyped} onBlur={leave} inputMode="text" disabled={form.locked} error={wrong ?? form.problemAt(path)} {...(hint === undefined ? {} : { hint })} />
}

/** One of a few values at a path; `none` is what an absent one is called, and choosing it takes the key away. */
export function SourceChoice({ path, label, hint, choices, none = null, write }: FieldProps & { choices: readonly Choice<string>[]; none?: string | null; write?: (value: string) => void }) {
  const form = useSourceForm()
  const stored = textOf(valueAt(form.good, path))
  const known = stored === '' || choices.some((choice) => choice.value === stored) ? choices : [...choices, { value: stored, label: stored }]
  return (
    <SelectField
      label={label}
      value={stored === '' ? null : stored}
      choices={known}
      none={stored === '' && none === null ? '…' : none}
      disabled={form.locked}
      error={form.problemAt(path)}
      onChange={(value) => (value === null ? form.remove(path) : write === undefined ? form.write(path, value) : write(value))}
      {...(hint === undefined ? {} : { hint })}
    />
  )
}

/** A yes or no at a path. */
export function SourceCheck({ path, label }: FieldProps) {
  const form = useSourceForm()
  return <CheckField label={label} value={valueAt(form.good, path) === true} disabled={form.locked} error={form.problemAt(path)} onChange={(value) => form.write(path, value)} />
}

interface TicksProps extends FieldProps {
  choices: readonly Choice<string>[]
  /** No key at all means every choice: all ticked takes the key away. */
  all?: boolean
}

/** Ticks that make a list of words at a path. */
export function SourceTicks({ path, label, choices, all = false }: TicksProps) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const stored = valueAt(form.good, path)
  const every = all && (stored === undefined || stored === null)
  const chosen: readonly unknown[] = Array.isArray(stored) ? stored : []
  const ticked = (value: string) => every || chosen.includes(value)
  const set = (value: string, on: boolean) => {
    const next: SourceValue = choices.map((choice) => choice.value).filter((each) => (each === value ? on : ticked(each)))
    if (all && next.length === choices.length) form.remove(path)
    else if (next.length > 0) form.write(path, next)
  }
  const error = form.problemsOf(path, [])[0]
  return (
    <fieldset disabled={form.locked} className={c.ticks}>
      <legend className="td-small">
        {label}
        {every && <span className="td-quiet"> {words.everyone}</span>}
      </legend>
      <div className="td-row">
        {choices.map((choice) => (
          <CheckField key={choice.value} label={choice.label} value={ticked(choice.value)} disabled={form.locked} onChange={(on) => set(choice.value, on)} />
        ))}
      </div>
      {error !== undefined && <p className={c.fieldError}>{error}</p>}
    </fieldset>
  )
}

/** The groups of subjects an entry is for; all of them unless said. Nothing where there is only one group. */
export function SourceGroups({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const groups = recordsAt(form.good, ['groups'])
  if (groups.length < 2 && valueAt(form.good, path) === undefined) return null
  const choices = groups.map((group) => ({ value: String(group['id']), label: String((group['name'] as Readonly<Record<string, unknown>> | undefined)?.[language] ?? group['id']) }))
  return <SourceTicks path={path} label={words.forGroups} choices={choices} all />
}

/** A list of words or numbers at a path, typed with semicolons between; an empty one takes the key away. */
export function SourceWords({ path, label, hint, numbers = false }: FieldProps & { numbers?: boolean }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const stored = valueAt(form.good, path)
  const local = (text: string) => (language === 'vi' && numbers ? text.replace('.', ',') : text)
  const items = Array.isArray(stored) ? stored.map((item) => local(textOf(item))) : stored === undefined || stored === null ? [] : [local(textOf(stored))]
  const split = (typed: string) => typed.split(';').map((item) => item.trim()).filter((item) => item !== '')
  const wrongIn = (typed: string) => numbers && split(typed).some((item) => !isNumber(item))
  const { shown, setTyped, leave } = useTyped(items.join('; '), (typed) => {
    if (wrongIn(typed)) return
    const next = split(typed)
    if (next.length === 0) {
      if (items.length > 0) form.remove(path)
      return
    }
    form.write(path, next.map((item) => (numbers ? { exact: item.replace(',', '.') } : item)))
  })
  return <TextField label={label} hint={hint ?? words.wordsHint} value={shown} onChange={setTyped} onBlur={leave} disabled={form.locked} error={wrongIn(shown) ? words.notANumber : form.problemsOf(path, [])[0]} />
}
