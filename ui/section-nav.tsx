import { useEffect, useRef } from 'react'
import { Link, usePath } from './link.tsx'
import c from './section-nav.module.css'

interface SectionNavProps {
  /** Names the list of pages for those who hear it. */
  label: string
  items: readonly { readonly to: string; readonly label: string }[]
}

/** The pages of one part of the program, above each of them. */
export function SectionNav({ label, items }: SectionNavProps) {
  const list = useRef<HTMLUListElement>(null)
  const path = usePath()
  // On a phone the pages lie beside each other in one row: the one shown is brought into it.
  useEffect(() => {
    const here = list.current?.querySelector('[aria-current="page"]')
    if (list.current !== null && here instanceof HTMLElement) list.current.scrollLeft = here.offsetLeft - list.current.offsetLeft
  }, [path])
  return (
    <nav aria-label={label} className="td-no-print">
      <ul ref={list} className={c.nav}>
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} activeClassName={c.here}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
