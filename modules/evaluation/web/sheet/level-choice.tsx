import { RadioField } from '#ui/check-field.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { sheetText } from './messages.ts'
import { cellId } from './sheet-cells.ts'

interface LevelChoiceProps {
  rulebook: CompiledRulebook
  rater: RaterColumn
  /** What the subject claims, for the superior to see. */
  claimed: string | null
  value: string | null
  /** The level stands alone, over the months of a year; else beside points. */
  yearly: boolean
  onChange: (level: string) => void
}

/** The level a person claims, or the superior proposes. */
export function LevelChoice({ rulebook, rater, claimed, value, yearly, onChange }: LevelChoiceProps) {
  const words = useText(sheetText).year
  const language = useLanguage()
  return (
    <Section title={yearly ? words.rating : words.ratingBeside} description={rater === 'superior' ? words.proposedNote : yearly ? words.ownNote : words.ownNoteBeside}>
      {claimed !== null && (
        <div className="td-row">
          <span>{words.own}:</span> <LevelMark rulebook={rulebook} level={claimed} />
        </div>
      )}
      <div id={cellId('proposedLevel')} tabIndex={-1}>
        <RadioField
          label={rater === 'self' ? words.own : words.proposed}
          value={value}
          onChange={onChange}
          choices={rulebook.levels.map((level) => ({ value: level.id, label: level.name[language] }))}
        />
      </div>
    </Section>
  )
}
