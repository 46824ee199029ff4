import type { ReactNode } from 'react'
import c from './fold.module.css'

/** A titled part that is closed until asked for, on the browser's own element. */
export function Fold({ title, note, children, open = false }: { title: string; note?: string; children: ReactNode; open?: boolean }) {
  return (
    <details className={c.fold} open={open}>
      <summary>
        <span className={c.title}>{title}</span>
        {note !== undefined && <span className="td-quiet td-small">{note}</span>}
      </summary>
      <div className={c.inside}>{children}</div>
    </details>
  )
}
