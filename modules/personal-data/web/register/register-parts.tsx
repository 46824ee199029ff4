import type { z } from 'zod'
import { StatusBadge } from '#ui/badges.tsx'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { registerRoutes } from '../../contract/register-routes.ts'
import { monthsInWords } from '../../domain/period-words.ts'
import { personalDataText } from '../messages.ts'

export type Register = z.output<(typeof registerRoutes.register)['reply']>
export type RegisterLine = Register['items'][number]

/** The period in force of a class, and where it comes from. */
export function PeriodInForce({ line, register }: { line: RegisterLine; register: Register }) {
  const words = useText(personalDataText)
  const language = useLanguage()
  const { shipped, inForce } = line
  if (shipped.with !== undefined) return words.follows(register.items.find((other) => other.recordClass === shipped.with)?.shipped.name[language] ?? shipped.with)
  if (shipped.ends !== 'proposal') return <span className="td-quiet">{words.noPeriod}</span>
  if (inForce === null) return <StatusBadge tone="warn">{words.undecided}</StatusBadge>
  return (
    <span>
      <strong>{inForce.months === null ? words.forEver : monthsInWords(inForce.months, language)}</strong>
      <br />
      <span className="td-quiet td-small">{words.sources[inForce.source]}</span>
    </span>
  )
}

/** How records of a class end. */
export function EndingOf({ line: { shipped } }: { line: RegisterLine }) {
  const words = useText(personalDataText)
  return shipped.ends === 'with' ? words.together : words.endings[shipped.ends]
}
