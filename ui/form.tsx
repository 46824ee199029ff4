import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './fields.module.css'

interface FormProps {
  onSubmit: () => void
  submitLabel: string
  busy?: boolean
  /** Beside the main button. */
  otherActions?: ReactNode
  children: ReactNode
}

/** A form that Enter submits; its main button is first. */
export function Form({ onSubmit, submitLabel, busy = false, otherActions, children }: FormProps) {
  return (
    <form
      className={c.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (busy) return
        onSubmit()
        const form = event.currentTarget
        requestAnimationFrame(() => goToFirstMistake(form))
      }}
    >
      {children}
      <div className={c.actions}>
        <Button type="submit" loading={busy}>
          {submitLabel}
        </Button>
        {otherActions}
      </div>
    </form>
  )
}

/** After a try that found mistakes the cursor stands in the first of them. */
function goToFirstMistake(form: HTMLFormElement): void {
  const field = form.querySelector('[aria-invalid="true"]')
  if (field instanceof HTMLElement) field.focus()
}

/** Fields side by side on a desk, below each other on a phone. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={c.columns}>{children}</div>
}

/** The filters of a list in one row; `active` counts those set. Their state belongs in the address: `useFilters`. */
export function FilterBar({ children, active, onClear }: { children: ReactNode; active: number; onClear: () => void }) {
  const words = useText(uiText)
  return (
    <div className={`${c.bar} td-no-print`} role="search" aria-label={words.filters}>
      {children}
      {active > 0 && (
        <div className={c.clear}>
          <Button variant="subtle" onClick={onClear}>
            {words.clearFilters}
          </Button>
        </div>
      )}
    </div>
  )
}
