import type { z } from 'zod'
import { RadioField } from '#ui/check-field.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { rulebookSummary } from '../../contract/views.ts'
import type { Period } from '../../domain/period.ts'
import { campaignsText } from './messages.ts'

export type RulebookSummary = z.output<typeof rulebookSummary>

/** Rulebooks in force on the last day of a period that score such periods; the newest document first. */
export function rulebooksFor(rulebooks: readonly RulebookSummary[], period: Period): RulebookSummary[] {
  return rulebooks
    .filter((each) => each.validFrom <= period.to && (each.validTo === null || period.to <= each.validTo) && each.periodKinds.includes(period.kind))
    .sort((a, b) => b.documentDate.localeCompare(a.documentDate))
}

interface RulebookChoiceProps {
  rulebooks: readonly RulebookSummary[]
  value: string | null
  onChange: (id: string) => void
}

/** The rulebooks in force, each with the number and date of its document. */
export function RulebookChoice({ rulebooks, value, onChange }: RulebookChoiceProps) {
  const words = useText(campaignsText).create
  const language = useLanguage()
  if (rulebooks.length === 0) return <Notice tone="warn">{words.noRulebook}</Notice>
  const validity = ({ validFrom, validTo }: RulebookSummary) =>
    validTo === null ? words.validFrom(showDate(validFrom)) : words.validBetween(showDate(validFrom), showDate(validTo))
  return (
    <RadioField
      label={words.rulebook}
      value={value}
      onChange={onChange}
      choices={rulebooks.map((each) => ({
        value: each.id,
        label: each.name[language],
        hint: `${words.documentOf(each.documentNumber, showDate(each.documentDate))}; ${validity(each)}`,
      }))}
    />
  )
}
