import { NativeSelect, Select } from '@mantine/core'
import { useContext, useId } from 'react'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { InsideDialog } from './dialog.tsx'
import { useText } from './text.ts'
import { labelOf, type FieldProps } from './text-field.tsx'
import { uiText } from './words.ts'

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  readonly disabled?: boolean
  /** A quiet second line, shown by PickField. */
  readonly detail?: string
  /** How deep it lies in a tree, shown by PickField as an indent; 0 at the top. */
  readonly depth?: number
}

interface SelectFieldProps<T extends string> extends FieldProps {
  value: T | null
  onChange: (value: T | null) => void
  choices: readonly Choice<T>[]
  /** The words for "nothing chosen"; null when something must be chosen. */
  none?: string | null
}

/** A choice among few: the browser's own list, which phones and keyboards know. */
export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { value, onChange, choices, none } = props
  const words = useText(uiText)
  const id = useId()
  return (
    <NativeSelect
      id={id}
      {...labelOf(props)}
      value={value ?? ''}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChange(choices.find((choice) => choice.value === chosen)?.value ?? null)
      }}
    >
      {none !== null && <option value="">{none ?? words.choose}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </NativeSelect>
  )
}

/** A choice among many: typed words find it, with or without accents. */
export function PickField<T extends string>(props: SelectFieldProps<T> & { onSearch?: (text: string) => void }) {
  const { value, onChange, choices, onSearch, none } = props
  const words = useText(uiText)
  const id = useId()
  const insideDialog = useContext(InsideDialog)
  return (
    <Select
      id={id}
      {...labelOf(props)}
      value={value}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label, disabled: choice.disabled ?? false }))}
      onChange={(chosen) => onChange((chosen as T | null) ?? null)}
      searchable
      comboboxProps={insideDialog ? { withinPortal: false, floatingStrategy: 'fixed' } : {}}
      clearable={none !== null}
      clearButtonProps={{ 'aria-label': words.clear }}
      placeholder={none ?? words.choose}
      nothingFoundMessage={words.noMatch}
      limit={100}
      maxDropdownHeight={320}
      renderOption={({ option }) => <PickedOption choice={choices.find((choice) => choice.value === option.value)} label={option.label} />}
      {...(onSearch ? { onSearchChange: onSearch } : {})}
      filter={({ options, search, limit }) => {
        const wanted = foldVietnamese(search).split(' ')
        const fits = (label: string) => wanted.every((word) => foldVietnamese(label).includes(word))
        return onSearch ? options : options.filter((item) => 'label' in item && fits(item.label)).slice(0, limit)
      }}
    />
  )
}

function PickedOption({ choice, label }: { choice: Choice<string> | undefined; label: string }) {
  const depth = Math.min(choice?.depth ?? 0, 6)
  return (
    <span style={depth === 0 ? undefined : { paddingInlineStart: depth * 16 }}>
      {label}
      {choice?.detail !== undefined && choice.detail !== '' && <span className="td-quiet td-small"> · {choice.detail}</span>}
    </span>
  )
}
