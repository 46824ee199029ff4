import type { ReactNode } from 'react'
import c from './notices.module.css'

interface EmptyStateProps {
  title: string
  /** What to do about it, in one sentence. */
  children?: ReactNode
  action?: ReactNode
}

/** Says that nothing is here and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={c.empty}>
      <p className={c.emptyTitle}>{title}</p>
      {children !== undefined && <p className="td-quiet">{children}</p>}
      {action !== undefined && <div className={c.emptyAction}>{action}</div>}
    </div>
  )
}
