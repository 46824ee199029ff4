import { useText } from '#ui/text.ts'
import type { WaitingPlace } from '../../domain/waiting/stretches.ts'
import { waitingText } from './messages.ts'
import { useSpan } from './span-words.ts'
import c from './waiting.module.css'

type Total = { readonly place: WaitingPlace; readonly ms: number }

/** A bar in which each place is as wide as its share of the time; the same in words stands below it. */
export function TimeBar({ totals }: { totals: readonly Total[] }) {
  return (
    <div className={c.bar} aria-hidden="true">
      {totals.map(({ place, ms }) => (
        <span key={place} data-place={place} style={{ flexGrow: Math.max(1, Math.round(ms / 1000)) }} />
      ))}
    </div>
  )
}

/** The bar with its places in words. */
export function TimeByPlace({ totals }: { totals: readonly Total[] }) {
  const { places } = useText(waitingText)
  const span = useSpan()
  return (
    <div className="td-stack-tight">
      <TimeBar totals={totals} />
      <ul className={c.legend}>
        {totals.map(({ place, ms }) => (
          <li key={place}>
            <span className={c.dot} data-place={place} aria-hidden="true" />
            {places[place]}: {span(ms)}
          </li>
        ))}
      </ul>
    </div>
  )
}
