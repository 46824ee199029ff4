import { IconSearch } from '#ui/icons.tsx'
import { useMay } from '#platform/web/session.ts'
import { Link, useGo } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { useHotkeys } from '#ui/use-hotkeys.ts'
import { places } from '../places.ts'
import { searchText } from './messages.ts'
import c from './search.module.css'

/** The way to the search from every page: a link in the shell's head, and the key “/”. */
export function SearchLink() {
  const words = useText(searchText)
  const may = useMay('organisation:read')
  const go = useGo()
  const { to } = places.search()
  useHotkeys(may ? { '/': () => go(to) } : {})
  if (!may) return null
  return (
    <Link to={to} className={c.link} aria-label={words.open}>
      <IconSearch size={18} aria-hidden="true" />
      <span>{words.short}</span>
      <kbd aria-hidden="true">/</kbd>
    </Link>
  )
}
