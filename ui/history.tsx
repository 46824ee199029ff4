import type { ReactNode } from 'react'
import type { Tone } from './notice.tsx'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './history.module.css'

export interface HistoryItem {
  readonly key: string
  /** The date or moment in the words of the screen. */
  readonly when: string
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly tone?: Tone
}

/** What happened in order, one line after the other. */
export function History({ items, label }: { items: readonly HistoryItem[]; label?: string }) {
  const words = useText(uiText)
  return (
    <ol className={c.history} aria-label={label ?? words.history}>
      {items.map((item) => (
        <li key={item.key} data-tone={item.tone}>
          <span className={c.when}>{item.when}</span>
          <div className={c.what}>
            <div>{item.title}</div>
            {item.detail !== undefined && <div className="td-quiet td-small">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
