import { Checkbox, Radio } from '@mantine/core'
import type { FieldProps } from './text-field.tsx'
import type { Choice } from './select-field.tsx'

/** A yes or no, ticked. */
export function CheckField(props: FieldProps & { value: boolean; onChange: (value: boolean) => void }) {
  return (
    <Checkbox
      label={props.label}
      description={props.hint}
      error={props.error}
      disabled={props.disabled ?? false}
      checked={props.value}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  )
}

/** One of a few, all visible. */
export function RadioField<T extends string>(
  props: FieldProps & { value: T | null; onChange: (value: T) => void; choices: readonly (Choice<T> & { hint?: string })[] },
) {
  return (
    <Radio.Group
      label={props.label}
      description={props.hint}
      error={props.error}
      value={props.value}
      onChange={(chosen) => {
        const choice = props.choices.find((item) => item.value === chosen)
        if (choice) props.onChange(choice.value)
      }}
    >
      <div className="td-stack-tight" style={{ marginTop: 6 }}>
        {props.choices.map((choice) => (
          <Radio
            key={choice.value}
            value={choice.value}
            label={choice.label}
            description={choice.hint}
            disabled={(props.disabled ?? false) || (choice.disabled ?? false)}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
