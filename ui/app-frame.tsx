import type { Icon } from './icon.tsx'
import { IconChevronDown } from './icons.tsx'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Link, usePath } from './link.tsx'
import { chooseLanguage, useLanguage } from './language.ts'
import { Toasts } from './toasts.tsx'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './app-frame.module.css'

export interface FrameEntry {
  readonly to: string
  readonly label: string
  readonly icon: Icon
  /** Marked only on this very address, not on pages below it. */
  readonly exact?: boolean
  /** Marked on every page below this address too, where the entry leads to one of several. */
  readonly under?: string
}

interface AppFrameProps {
  product: string
  /** Whose data this is, beside the product's name. */
  owner: string
  entries: readonly FrameEntry[]
  account: ReactNode
  /** In the head of every page, before the language and the account. */
  tools?: ReactNode
  /** Above the content of every page. */
  notice?: ReactNode
  children: ReactNode
}

/** How many entries stand at the foot of a phone; whoever gives more offers the others in the account menu too. */
export const entriesOnPhone = 5

/** The frame of every signed-in page: navigation at the side of a desk and at the foot of a phone. */
export function AppFrame({ product, owner, entries, account, tools, notice, children }: AppFrameProps) {
  const words = useText(uiText)
  const path = usePath()
  return (
    <div className={c.frame}>
      <a className={c.skip} href="#content">
        {words.skip}
      </a>
      <header className={c.top}>
        <Link to="/" className={c.brand} exact aria-label={product}>
          <Mark />
          <span className={c.product}>{product}</span>
        </Link>
        <span className={c.owner} title={owner}>
          {owner}
        </span>
        <div className={c.topEnd}>
          {tools}
          <LanguageSwitch />
          {account}
        </div>
      </header>
      <nav className={c.side} aria-label={words.mainNavigation}>
        <ul>
          {entries.map((entry) => (
            <li key={entry.to}>
              <Link to={entry.to} className={entry.under !== undefined && path.startsWith(entry.under) ? `${c.entry} ${c.here}` : c.entry} activeClassName={c.here} exact={entry.exact ?? false}>
                <entry.icon size={20} stroke={1.75} aria-hidden="true" />
                <span>{entry.label}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1} className={c.main}>
        {notice}
        {children}
      </main>
      <Toasts />
    </div>
  )
}

/** The product's mark: a yardstick. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" className={c.mark}>
      <rect width="26" height="26" rx="5" />
      <path d="M6 20h14M8 20v-5M13 20v-9M18 20V6" />
    </svg>
  )
}

/** Vietnamese or English, remembered on this machine. */
export function LanguageSwitch() {
  const language = useLanguage()
  const words = useText(uiText)
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <button
      type="button"
      className={c.language}
      lang={other}
      onClick={() => chooseLanguage(other)}
      aria-label={other === 'en' ? `EN: English (${words.language})` : `VI: Tiếng Việt (${words.language})`}
    >
      {other === 'en' ? 'EN' : 'VI'}
    </button>
  )
}

/** A button that opens a small panel under it; Escape and a click elsewhere close it. */
export function DropPanel({ label, children }: { label: ReactNode; children: (close: () => void) => ReactNode }) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
    }
  }, [open])
  return (
    <div
      ref={box}
      className={c.drop}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        setOpen(false)
        button.current?.focus()
      }}
    >
      <button ref={button} type="button" className={c.dropButton} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
        <IconChevronDown size={16} aria-hidden="true" />
      </button>
      {open && <div className={c.panel}>{children(close)}</div>}
    </div>
  )
}
