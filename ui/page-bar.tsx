import type { ReactNode } from 'react'
import { Link } from './link.tsx'
import c from './page-bar.module.css'

/** A line above every page that something waits, with the way there. */
export function PageBar({ tone = 'warn', to, link, children }: { tone?: 'warn' | 'bad'; to: string; link: string; children: ReactNode }) {
  return (
    <div className={`${c.bar} td-no-print`} data-tone={tone} role="status">
      <span>{children}</span>
      <Link to={to}>{link}</Link>
    </div>
  )
}
