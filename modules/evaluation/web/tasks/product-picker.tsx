import { Button } from '@mantine/core'
import { useId, useMemo, useRef, useState } from 'react'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { useLoad } from '#platform/web/load.ts'
import { useLinkDown } from '#platform/web/offline/link.ts'
import { useSession } from '#platform/web/session.ts'
import { showDecimal } from '#ui/decimal.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useLanguage } from '#ui/language.ts'
import { SearchField } from '#ui/search-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { tasksText } from './messages.ts'
import { productsAtHand } from './own-work.ts'
import { recentProducts, type RecentProduct } from './recent-products.ts'
import c from './product-picker.module.css'
import shared from './picker.module.css'

interface ProductPickerProps {
  label: string
  value: RecentProduct | null
  onChange: (product: RecentProduct | null) => void
  error?: string | undefined
  autoFocus?: boolean
}

/** Finds a product of the catalogue by a few letters, with or without accents; those used last come first. */
export function ProductPicker({ label, value, onChange, error, autoFocus = false }: ProductPickerProps) {
  const words = useText(tasksText).picker
  const language = useLanguage()
  const id = useId()
  const errorId = useId()
  const factor = (product: RecentProduct) => words.factor(showDecimal(product.coefficientShown, language), product.unitOfCount)
  return (
    <div className={shared.picker} role="group" aria-labelledby={id} aria-describedby={error === undefined ? undefined : errorId}>
      <span id={id} className={value === null ? 'td-hidden-text' : shared.label}>
        {label}
      </span>
      {value === null ? (
        <Choices label={label} onChange={onChange} factor={factor} autoFocus={autoFocus} />
      ) : (
        <div className={c.chosen}>
          <span className={c.name}>
            {value.name}
            <span className={c.detail}>
              {value.code} · {factor(value)}
            </span>
          </span>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
            {words.change}
          </Button>
        </div>
      )}
      {error !== undefined && (
        <p id={errorId} className={shared.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Products whose name or code holds the words, accents aside. */
function productsLike(products: readonly RecentProduct[], search: string): readonly RecentProduct[] {
  const wanted = foldVietnamese(search)
  return products.filter((product) => foldVietnamese(`${product.code} ${product.name}`).includes(wanted)).slice(0, 20)
}

interface ChoicesProps {
  label: string
  onChange: (product: RecentProduct) => void
  factor: (product: RecentProduct) => string
  autoFocus: boolean
}

function Choices({ label, onChange, factor, autoFocus }: ChoicesProps) {
  const words = useText(tasksText).picker
  const { accountId } = useSession()
  const recent = useMemo(() => recentProducts(accountId), [accountId])
  const [search, setSearch] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const down = useLinkDown()
  const asked = useLoad(evaluationRoutes.listProducts, { query: { status: 'approved', limit: 20, ...(search === '' ? {} : { search }) } }, { enabled: !down })
  const atHand = useLoad(evaluationRoutes.listProducts, productsAtHand, { enabled: down, keep: true })
  // Without a link only those at hand are searched, and it is said.
  const found = down ? atHand : asked
  const products: readonly RecentProduct[] = down ? productsLike(atHand.data?.items ?? [], search) : (asked.data?.items ?? [])
  const shownRecent = search === '' ? recent : []
  const rest = products.filter((product) => !shownRecent.some((one) => one.id === product.id))

  const move = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    const next = at < 0 ? (step > 0 ? 0 : -1) : at + step
    if (next < 0) box.current?.focus()
    else buttons[Math.min(next, buttons.length - 1)]?.focus()
  }
  const option = (product: RecentProduct) => (
    <li key={product.id}>
      <button type="button" onClick={() => onChange(product)}>
        <span>{product.name}</span>
        <span className={c.detail}>
          {product.code} · {factor(product)}
        </span>
      </button>
    </li>
  )
  return (
    <div
      onKeyDown={move}
      onKeyDownCapture={(event) => {
        // Enter in the search box takes the first hit instead of sending the form.
        if (event.key !== 'Enter' || event.target !== box.current) return
        event.preventDefault()
        const upToDate = box.current?.value.trim() === search.trim() && !found.isPlaceholderData
        if (upToDate && search !== '') list.current?.querySelector('button')?.click()
      }}
    >
      <SearchField ref={box} value={search} onChange={setSearch} label={label} placeholder={words.hint} autoFocus={autoFocus} delay={180} />
      {down && products.length > 0 ? <p className={c.none}>{words.atHand}</p> : <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      <div ref={list} className={c.list} aria-busy={found.isFetching} data-refreshing={found.isPlaceholderData || undefined}>
        {shownRecent.length > 0 && (
          <>
            <p className={c.heading}>{words.recent}</p>
            <ul>{shownRecent.map(option)}</ul>
            {rest.length > 0 && <p className={c.heading}>{words.results}</p>}
          </>
        )}
        <ul aria-label={words.results}>{rest.map(option)}</ul>
        {found.data !== undefined && products.length === 0 && <p className={c.none}>{words.none}</p>}
        {!down && found.data?.next != null && <p className={c.none}>{words.more}</p>}
      </div>
    </div>
  )
}
