import { useEffect, type ReactNode } from 'react'
import { Link, type Search } from './link.tsx'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './page.module.css'

export interface Crumb {
  readonly label: string
  readonly to: string
  readonly search?: Search
}

interface PageProps {
  title: string
  /** One sentence under the title. */
  description?: ReactNode
  /** Buttons at the right of the title; below it on a phone. */
  actions?: ReactNode
  /** Pages above this one, outermost first. */
  crumbs?: readonly Crumb[]
  /** A badge or chip beside the title. */
  mark?: ReactNode
  /** Narrow measure, for forms. */
  narrow?: boolean
  /** As wide as the window, for a screen on the wall. */
  wide?: boolean
  children?: ReactNode
}

/** One screen: where it is, its title, what it is for, what can be done, its content. Sets the window's title. */
export function Page({ title, description, actions, crumbs = [], mark, narrow = false, wide = false, children }: PageProps) {
  const words = useText(uiText)
  useEffect(() => {
    document.title = `${title} · Thước Đo`
  }, [title])
  return (
    <div className={narrow ? `${c.page} ${c.narrow}` : wide ? `${c.page} ${c.wide}` : c.page}>
      {crumbs.length > 0 && (
        <nav aria-label={words.breadcrumbs} className={c.crumbs}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to + crumb.label}>
                <Link to={crumb.to} {...(crumb.search ? { search: crumb.search } : {})}>
                  {crumb.label}
                </Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <header className={c.head}>
        <div className={c.headText}>
          <div className={c.titleRow}>
            <h1>{title}</h1>
            {mark}
          </div>
          {description !== undefined && <p className={c.description}>{description}</p>}
        </div>
        {actions !== undefined && <div className={c.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

interface SectionProps {
  title: string
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A titled part of a page, on paper. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <section className={`td-panel ${c.section}`}>
      <div className={c.sectionHead}>
        <div>
          <h2>{title}</h2>
          {description !== undefined && <p className="td-quiet td-small">{description}</p>}
        </div>
        {actions !== undefined && <div className={c.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  )
}
