import type { ReactNode } from 'react'
import { LanguageSwitch, Mark } from '#ui/app-frame.tsx'
import { useText } from '#ui/text.ts'
import { accountsText } from './messages.ts'
import c from './public-page.module.css'

/** The frame of the pages before sign-in: the product's name, the language, one column. */
export function PublicPage({ title, children, wide = false }: { title: string; children: ReactNode; wide?: boolean }) {
  const words = useText(accountsText)
  return (
    <div className={c.page}>
      <title>{`${title} · ${words.product}`}</title>
      <header className={c.top}>
        <Mark />
        <div className={c.name}>
          <strong>{words.product}</strong>
          <span className="td-quiet td-small">{words.tagline}</span>
        </div>
        <LanguageSwitch />
      </header>
      <main className={wide ? `${c.main} ${c.wide}` : c.main}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}
