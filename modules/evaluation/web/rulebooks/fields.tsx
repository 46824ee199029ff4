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
import { useSourceForm, valueAt } from './use-source.ts'

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

const number = /^-?\d+(?:[.,]\d+)?$|^\d+\/[1-9]\d*$/

/** An exact number: `2,5` or `1/3`, kept digit for digit. */
export function SourceNumber({ path, label, hint, optional = false }: FieldProps & { optional?: boolean }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const stored = textOf(valueAt(form.good, path))
  const local = (text: string) => (language === 'vi' ? text.replace('.', ',') : text)
  const good = (typed: string) => number.test(typed.trim()) && parseRational(typed.trim().replace(',', '.')) !== null
  const { shown, setTyped, leave } = useTyped(local(stored), (typed) => {
    if (typed.trim() === '' && optional) form.remove(path)
    else if (good(typed)) form.write(path, { exact: typed.trim().replace(',', '.') })
  })
  const wrong = shown.trim() === '' ? (optional ? undefined : words.needed) : good(shown) ? undefined : words.notANumber
  return <TextField label={label} value={shown} onChange={setTyped} onBlur={leave} inputMode="text" disabled={form.locked} error={wrong ?? form.problemAt(path)} {...(hint === undefined ? {} : { hint })} />
}

/** One of a few values at a path. */
export function SourceChoice({ path, label, hint, choices }: FieldProps & { choices: readonly Choice<string>[] }) {
  const form = useSourceForm()
  const stored = textOf(valueAt(form.good, path))
  const known = choices.some((choice) => choice.value === stored) ? choices : [...choices, { value: stored, label: stored }]
  return (
    <SelectField
      label={label}
      value={stored}
      choices={known}
      none={null}
      disabled={form.locked}
      error={form.problemAt(path)}
      onChange={(value) => value !== null && form.write(path, value)}
      {...(hint === undefined ? {} : { hint })}
    />
  )
}

/** A yes or no at a path. */
export function SourceCheck({ path, label }: FieldProps) {
  const form = useSourceForm()
  return <CheckField label={label} value={valueAt(form.good, path) === true} disabled={form.locked} error={form.problemAt(path)} onChange={(value) => form.write(path, value)} />
}

/** Ticks that make a list of words at a path. */
export function SourceTicks({ path, label, choices }: FieldProps & { choices: readonly Choice<string>[] }) {
  const form = useSourceForm()
  const stored = valueAt(form.good, path)
  const chosen: readonly unknown[] = Array.isArray(stored) ? stored : []
  const set = (value: string, on: boolean) => {
    const next: SourceValue = choices.map((choice) => choice.value).filter((each) => (each === value ? on : chosen.includes(each)))
    if (next.length > 0) form.write(path, next)
  }
  return (
    <fieldset disabled={form.locked} style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="td-small">{label}</legend>
      <div className="td-row">
        {choices.map((choice) => (
          <CheckField key={choice.value} label={choice.label} value={chosen.includes(choice.value)} disabled={form.locked} onChange={(on) => set(choice.value, on)} />
        ))}
      </div>
    </fieldset>
  )
}
