import { TextInput } from '@mantine/core'
import { useId, useState, type Ref } from 'react'
import { readDecimal, showDecimal, type DecimalProblem, type DecimalRules } from './decimal.ts'
import { useLanguage, type Language } from './language.ts'
import { useText } from './text.ts'
import { labelOf, type FieldProps } from './text-field.tsx'
import { uiText } from './words.ts'

interface NumberFieldProps extends FieldProps {
  /** A decimal text with a point, `87.5`; null when empty. Never a float. */
  value: string | null
  /** Called with every admissible value; with `valid: false` and the last good value otherwise. */
  onChange: (value: string | null, state: { valid: boolean }) => void
  onBlur?: () => void
  /** Most digits after the comma; 0 for whole numbers. */
  places?: number
  min?: string
  max?: string
  /** Shown at the right: `điểm`, `%`. */
  unit?: string
  width?: number
  ref?: Ref<HTMLInputElement>
  onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void
}

/** What is wrong with a typed number, in words. */
export function decimalWords(problem: DecimalProblem, rules: DecimalRules, language: Language): string {
  const words = uiText[language]
  switch (problem) {
    case 'not-a-number':
      return words.notANumber
    case 'too-many-places':
      return words.tooManyPlaces(rules.places)
    case 'too-small':
      return words.tooSmall(showDecimal(rules.min ?? '', language))
    case 'too-large':
      return words.tooLarge(showDecimal(rules.max ?? '', language))
  }
}

/** A field for a decimal: typed with a comma, kept digit for digit, told at once what is wrong. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onBlur, places = 2, min, max, unit, width, ref, onKeyDown } = props
  const language = useLanguage()
  useText(uiText)
  const id = useId()
  const rules: DecimalRules = { places, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
  const shown = value === null ? '' : showDecimal(value, language)
  const [typed, setTyped] = useState<{ text: string; from: string | null } | undefined>()
  const typing = typed !== undefined && typed.from === value
  const text = typing ? typed.text : shown
  const read = readDecimal(text, rules, language)
  const problem = 'problem' in read ? decimalWords(read.problem, rules, language) : undefined

  const change = (next: string) => {
    const result = readDecimal(next, rules, language)
    const good = 'value' in result ? result.value : value
    setTyped({ text: next, from: good })
    onChange(good, { valid: 'value' in result })
  }
  return (
    <TextInput
      id={id}
      {...labelOf(props)}
      error={problem ?? props.error}
      value={text}
      inputMode={places === 0 ? 'numeric' : 'decimal'}
      autoComplete="off"
      {...(ref === undefined ? {} : { ref })}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
      {...(unit === undefined ? {} : { rightSection: <span className="td-quiet td-small">{unit}</span>, rightSectionWidth: 48 })}
      {...(width === undefined ? {} : { w: width })}
      styles={{ input: { textAlign: 'right' } }}
      onChange={(event) => change(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (problem === undefined) setTyped(undefined)
        onBlur?.()
      }}
    />
  )
}
