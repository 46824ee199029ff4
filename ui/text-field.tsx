import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useText } from './text.ts'
import { uiText } from './words.ts'

export interface FieldProps {
  label: string
  /** What to enter, under the label. */
  hint?: string | undefined
  /** What is wrong, under the field; also marks it. */
  error?: string | undefined
  required?: boolean
  disabled?: boolean
  /** Label for hearing only, where the column header or the place says it. */
  hideLabel?: boolean
}

/** The label parts every field shares; `aria-label` when the label is not drawn. */
export function labelOf(props: FieldProps) {
  return {
    ...(props.hideLabel ? { 'aria-label': props.label } : { label: props.label }),
    description: props.hint,
    error: props.error,
    disabled: props.disabled ?? false,
    withAsterisk: false,
    required: props.required ?? false,
  }
}

interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  maxLength?: number
  /** More than one line; grows with the text. */
  multiline?: boolean
  rows?: number
  secret?: boolean
  autoComplete?: string
  autoFocus?: boolean
  name?: string
  inputMode?: 'text' | 'email' | 'numeric' | 'url'
}

/** A field for text: one line, several lines, or a password. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, onBlur, maxLength, multiline = false, rows = 3, secret = false, autoComplete, autoFocus, name, inputMode } = props
  const id = useId()
  const shared = {
    id,
    ...labelOf(props),
    value,
    onBlur,
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(autoComplete === undefined ? {} : { autoComplete }),
    ...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {}),
    ...(name === undefined ? {} : { name }),
  }
  if (multiline) {
    return <Textarea {...shared} rows={rows} onChange={(event) => onChange(event.currentTarget.value)} />
  }
  if (secret) return <PasswordInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} />
  return (
    <TextInput
      {...shared}
      {...(inputMode === undefined ? {} : { inputMode })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** Turns an optional field's label into `Ghi chú (không bắt buộc)`. */
export function useOptionalLabel(label: string): string {
  return `${label} ${useText(uiText).optional}`
}
