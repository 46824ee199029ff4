import { Textarea } from '@mantine/core'
import * as rational from '#kernel/rational.ts'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { Judgement } from '../../domain/rulebook/compiled-rulebook.ts'
import type { JudgementEntry } from '../../domain/sheet-content.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import { LedProposal } from './led-proposal.tsx'
import { sheetText } from './messages.ts'
import { shortest } from './points-rules.ts'
import { cellId } from './sheet-cells.ts'
import type { SubjectSheet } from './sheet-content.ts'
import c from './judgement-choices.module.css'

interface JudgementChoicesProps {
  /** What one of them would be by the scores of those led. */
  proposal?: SubjectSheet['ledProposal']
  judgements: readonly Judgement[]
  value: Readonly<Record<string, JudgementEntry>>
  /** Not the head of the unit: the choices hold within the field assigned (article 15.4). */
  deputy: boolean
  /** Read only without it. */
  edit?: { readonly change: (id: string, entry: JudgementEntry) => void; readonly move: (id: string, step: 1 | -1) => void }
}

/** d, đ, e (article 15.3): two values each, in the decree's own words; the lower one takes a reason. */
export function JudgementChoices({ judgements, value, deputy, edit, proposal = null }: JudgementChoicesProps) {
  const words = useText(sheetText)
  if (judgements.length === 0) return null
  return (
    <Section title={words.judgements} description={words.judgementsNote}>
      {judgements.map((judgement) => (
        <Choice key={judgement.id} judgement={judgement} entry={value[judgement.id]} deputy={deputy} edit={edit} proposal={proposal?.judgement === judgement.id ? proposal : null} />
      ))}
    </Section>
  )
}

interface ChoiceProps {
  judgement: Judgement
  entry: JudgementEntry | undefined
  deputy: boolean
  edit: JudgementChoicesProps['edit']
  proposal: SubjectSheet['ledProposal']
}

function Choice({ judgement, entry, deputy, edit, proposal }: ChoiceProps) {
  const words = useText(sheetText)
  const language = useLanguage()
  const percent = (text: string) => words.percent(showDecimal(shortest(text), language))
  const chosen = entry === undefined ? undefined : shortest(entry.value)
  const needsReason = entry !== undefined && (judgement.reasonRequired || judgement.values.some((one) => isAbove(one.value, entry.value)))
  // The one tab stop of the group carries the cell's id: the chosen value, or the first.
  const stop = judgement.values.find((one) => shortest(one.value) === chosen) ?? judgement.values[0]
  return (
    <fieldset className={c.choice}>
      <legend>
        {judgement.id}. {judgement.name[language]}
        {judgement.article !== null && <span className={c.article}>{judgement.article}</span>} <ConfidenceMark value={judgement.confidence} />
      </legend>
      {deputy && judgement.deputyNote !== null && <p className="td-quiet td-small">{judgement.deputyNote[language]}</p>}
      {proposal !== null && <LedProposal proposal={proposal} chosen={chosen} onTake={edit === undefined ? undefined : (taken) => edit.change(judgement.id, { value: taken, reason: entry?.reason ?? '' })} />}
      <div className={c.cards}>
        {judgement.values.map((one) => {
          const checked = shortest(one.value) === chosen
          if (edit === undefined && !checked) return null
          return (
            <label key={one.value} className={c.card} data-checked={checked || undefined}>
              {edit !== undefined && (
                <input
                  id={one === stop ? cellId(judgement.id) : undefined}
                  type="radio"
                  name={`judgement-${judgement.id}`}
                  checked={checked}
                  onChange={() => edit.change(judgement.id, { value: shortest(one.value), reason: entry?.reason ?? '' })}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter') return
                    event.preventDefault()
                    edit.move(judgement.id, event.shiftKey ? -1 : 1)
                  }}
                />
              )}
              <span className={c.percent}>{percent(one.value)}</span>
              <span>{one.text[language]}</span>
            </label>
          )
        })}
        {edit === undefined && entry === undefined && <p className="td-quiet">{words.blank}</p>}
      </div>
      {needsReason && edit !== undefined && (
        <Textarea
          id={cellId(`${judgement.id}.reason`)}
          label={words.reason}
          description={words.reasonHint(showDecimal(shortest(entry.value), language))}
          value={entry.reason}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => edit.change(judgement.id, { value: entry.value, reason: event.currentTarget.value })}
        />
      )}
      {edit === undefined && entry !== undefined && entry.reason !== '' && (
        <p>
          {words.reason}: {entry.reason}
        </p>
      )}
    </fieldset>
  )
}

function isAbove(one: string, other: string): boolean {
  const [a, b] = [rational.parseRational(one), rational.parseRational(other)]
  return a !== null && b !== null && rational.compare(a, b) > 0
}
