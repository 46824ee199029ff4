import type { z } from 'zod'
import { RadioField } from '#ui/check-field.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { rulebookSummary } from '../../contract/views.ts'
import type { Period } from '../../domain/period.ts'
import { rulebookGroup, rulebookGroups, usualFirst } from '../../domain/rulebook-order.ts'
import { useConfidenceWords } from '../rulebook/confidence-mark.tsx'
import { Fold } from './fold.tsx'
import { campaignsText } from './messages.ts'

export type RulebookSummary = z.output<typeof rulebookSummary>

/** What tells a rulebook and its version from the others. */
export function choiceOf({ id, version }: Pick<RulebookSummary, 'id' | 'version'>): string {
  return `${id}@${version}`
}

/** Rulebooks in force on the last day of a period that score such periods, of each the newest version, the usual ones first. */
export function rulebooksFor(rulebooks: readonly RulebookSummary[], period: Period): RulebookSummary[] {
  const inForce = rulebooks.filter((each) => each.validFrom <= period.to && (each.validTo === null || period.to <= each.validTo) && each.periodKinds.includes(period.kind))
  return inForce
    .filter((each) => !inForce.some((other) => other.id === each.id && Number(other.version) > Number(each.version)))
    .sort(usualFirst)
}

interface RulebookChoiceProps {
  rulebooks: readonly RulebookSummary[]
  value: string | null
  onChange: (choice: string) => void
}

/** The rulebooks a campaign can be opened with, by group, each with the number and date of its document; below them the others in force, with the reason. */
export function RulebookChoice({ rulebooks, value, onChange }: RulebookChoiceProps) {
  const words = useText(campaignsText).create
  const language = useLanguage()
  const validity = ({ validFrom, validTo }: RulebookSummary) =>
    validTo === null ? words.validFrom(showDate(validFrom)) : words.validBetween(showDate(validFrom), showDate(validTo))
  const documentOf = (each: RulebookSummary) => words.documentOf(each.documentNumber, showDate(each.documentDate))
  const sureness = useConfidenceWords()
  const usable = rulebooks.filter((each) => each.obstacle === null)
  return (
    <>
      {usable.length === 0 ? (
        <Notice tone="warn">{words.noRulebook}</Notice>
      ) : (
        rulebookGroups.flatMap((group) => {
          const offered = usable.filter((each) => rulebookGroup(each) === group)
          if (offered.length === 0) return []
          return [
            <RadioField
              key={group}
              label={words.rulebookGroup[group]}
              value={value}
              onChange={onChange}
              choices={offered.map((each) => ({ value: choiceOf(each), label: each.name[language], hint: [documentOf(each), validity(each), sureness(each.confidence)].filter((part) => part !== '').join('; ') }))}
            />,
          ]
        })
      )}
      {usable.length < rulebooks.length && (
        <Fold title={words.obstacles(rulebooks.length - usable.length)} note={words.obstaclesHint}>
          <ul className="td-stack-tight">
            {rulebooks.flatMap((each) =>
              each.obstacle === null ? [] : [
                <li key={choiceOf(each)}>
                  <div>{each.name[language]}</div>
                  <div className="td-quiet td-small">
                    {documentOf(each)}. {words.obstacle[each.obstacle]}
                  </div>
                </li>,
              ],
            )}
          </ul>
        </Fold>
      )}
    </>
  )
}
