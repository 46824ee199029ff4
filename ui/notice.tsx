import type { ReactNode } from 'react'
import c from './notices.module.css'

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

interface NoticeProps {
  tone?: Tone
  title?: string
  /** Read out at once by screen readers. */
  alert?: boolean
  children?: ReactNode
}

/** A boxed message in the flow of the page. */
export function Notice({ tone = 'info', title, alert = false, children }: NoticeProps) {
  return (
    <div className={c.notice} data-tone={tone} role={alert ? 'alert' : undefined}>
      {title !== undefined && <p className={c.noticeTitle}>{title}</p>}
      {children}
    </div>
  )
}
