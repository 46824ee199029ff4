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
  onChange: (level: string) => void
}

/** The level a person claims for the year, or the superior proposes (form 02). */
export function LevelChoice({ rulebook, rater, claimed, value, onChange }: LevelChoiceProps) {
  const words = useText(sheetText).year
  const language = useLanguage()
  return (
    <Section title={words.rating} description={rater === 'self' ? words.ownNote : words.proposedNote}>
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
