import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { BoardRow } from './council-view.ts'
import { councilText } from './messages.ts'
import c from './wall.module.css'

const tall = 26
const wide = 9

/** The totals of earlier months as small bars of a hundred, each also in words. */
export function EarlierBars({ months }: { months: BoardRow['earlier'] }) {
  const words = useText(councilText).wall
  const language = useLanguage()
  if (months.length === 0) return null
  const list = months.map((each) => `${each.month.slice(5, 7)}/${each.month.slice(0, 4)}: ${showDecimal(each.total, language)}`).join('; ')
  const last = months[months.length - 1]
  return (
    <span className={c.earlier} title={words.earlierOf(list)}>
      <svg width={months.length * wide} height={tall} role="img" aria-label={words.earlierOf(list)}>
        {months.map((each, at) => {
          const height = Math.max(1, (Math.min(100, Number(each.total)) / 100) * tall)
          return <rect key={each.month} x={at * wide} y={tall - height} width={wide - 2} height={height} />
        })}
      </svg>
      {last !== undefined && <span className="td-small td-number">{showDecimal(last.total, language)}</span>}
    </span>
  )
}
