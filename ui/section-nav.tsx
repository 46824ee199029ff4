import { Link } from './link.tsx'
import c from './section-nav.module.css'

interface SectionNavProps {
  /** Names the list of pages for those who hear it. */
  label: string
  items: readonly { readonly to: string; readonly label: string }[]
}

/** The pages of one part of the program, above each of them. */
export function SectionNav({ label, items }: SectionNavProps) {
  return (
    <nav aria-label={label} className="td-no-print">
      <ul className={c.nav}>
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
