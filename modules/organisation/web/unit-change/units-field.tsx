import { CloseButton } from '@mantine/core'
import type { UnitId } from '#kernel/id.ts'
import { PickField, type Choice } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { unitChangeText } from './messages.ts'
import c from './unit-change.module.css'

interface UnitsFieldProps {
  label: string
  addLabel: string
  choices: readonly Choice<UnitId>[]
  value: readonly UnitId[]
  onChange: (units: readonly UnitId[]) => void
  error?: string | undefined
}

/** Several units: each one picked is listed and can be taken off again. */
export function UnitsField({ label, addLabel, choices, value, onChange, error }: UnitsFieldProps) {
  const words = useText(unitChangeText)
  const nameOf = (id: UnitId): string => choices.find((choice) => choice.value === id)?.label ?? id
  return (
    <div className={c.units} role="group" aria-label={label}>
      <span className={c.label}>{label}</span>
      {value.length === 0 ? (
        <span className="td-quiet td-small">{words.none}</span>
      ) : (
        <ul className={c.chosen}>
          {value.map((id) => (
            <li key={id}>
              {nameOf(id)}
              <CloseButton size="sm" aria-label={words.remove(nameOf(id))} onClick={() => onChange(value.filter((other) => other !== id))} />
            </li>
          ))}
        </ul>
      )}
      <PickField
        key={value.join()}
        label={addLabel}
        hideLabel
        value={null}
        error={error}
        choices={choices.filter((choice) => !value.includes(choice.value))}
        onChange={(id) => id !== null && onChange([...value, id])}
      />
    </div>
  )
}
