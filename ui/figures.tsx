import type { ReactNode } from 'react'
import c from './figures.module.css'

/** A figure with its name: large number, small words. */
export function Stat({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className={c.stat}>
      <span className={c.value}>{value}</span>
      <span className={c.label}>{label}</span>
      {note !== undefined && <span className={c.note}>{note}</span>}
    </div>
  )
}

/** Figures side by side, wrapping on a phone. */
export function Stats({ children }: { children: ReactNode }) {
  return <div className={c.stats}>{children}</div>
}

interface ProgressProps {
  done: number
  total: number
  /** What is counted, for instance `phiếu đã chấm`. */
  label: string
  hideLabel?: boolean
}

/** How many of how many, as words and as a bar. */
export function Progress({ done, total, label, hideLabel = false }: ProgressProps) {
  return (
    <div className={c.progress}>
      <span className={hideLabel ? 'td-hidden-text' : c.progressText}>
        <strong>
          {done}/{total}
        </strong>{' '}
        {label}
      </span>
      <progress className={c.bar} value={total === 0 ? 0 : done} max={total === 0 ? 1 : total} aria-label={label} />
    </div>
  )
}

/** Pairs of name and value, as a description list. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className={c.facts}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}
