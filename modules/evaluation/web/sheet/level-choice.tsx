import { RadioField } from '#ui/check-field.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { sheetText } from './messages.ts'
import { cellId } from './sheet-cells.ts'

interface LevelChoiceProps {
  rulebook: CompiledRulebook
  rater: RaterColumn
  value: string | null
  onChange: (level: string) => void
}

/** The level a person claims for the year, or the superior proposes (form 02). */
export function LevelChoice({ rulebook, rater, value, onChange }: LevelChoiceProps) {
  const words = useText(sheetText).year
  const language = useLanguage()
  return (
    <Section title={rater === 'self' ? words.own : words.proposed} description={rater === 'self' ? words.ownNote : words.proposedNote}>
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
