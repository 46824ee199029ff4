import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from './icons.tsx'
import { useEffect, useId, useRef, useState, type Ref } from 'react'
import { useText } from './text.ts'
import { uiText } from './words.ts'

interface SearchFieldProps {
  value: string
  onChange: (value: string) => void
  label?: string
  placeholder?: string
  /** Milliseconds of rest before the search runs. */
  delay?: number
  ref?: Ref<HTMLInputElement>
  autoFocus?: boolean
}

/** A search box: runs after a short rest or at once with Enter; Escape clears. */
export function SearchField({ value, onChange, label, placeholder, delay = 250, ref, autoFocus }: SearchFieldProps) {
  const words = useText(uiText)
  const id = useId()
  const [text, setText] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(value)
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const send = (next: string) => {
    clearTimeout(timer.current)
    if (next === sent.current) return
    sent.current = next
    onChange(next)
  }
  const type = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => send(next), delay)
  }
  const clear = () => {
    setText('')
    send('')
  }
  return (
    <TextInput
      id={id}
      type="text"
      role="searchbox"
      label={label ?? words.search}
      value={text}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(ref === undefined ? {} : { ref })}
      {...(autoFocus ? { 'data-autofocus': true, autoFocus: true } : {})}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={text === '' ? null : <CloseButton size="sm" aria-label={words.clear} onClick={clear} />}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') send(text)
        if (event.key === 'Escape' && text !== '') {
          event.stopPropagation()
          clear()
        }
      }}
    />
  )
}
