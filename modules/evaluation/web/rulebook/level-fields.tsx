import { RadioField } from '#ui/check-field.tsx'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { LevelReason } from './level-reason.tsx'
import type { LevelDecision } from './use-level-decision.ts'
import { useLevels } from './use-rulebook.ts'

interface LevelFieldsProps {
  rulebook: CompiledRulebook
  decision: LevelDecision
  words: { level: string; asProposed: string; levelNeeded: string; reason: string; reasonHint: string; reasonNeeded: string }
}

/** The levels to choose from, and the reason where one is due. */
export function LevelFields({ rulebook, decision, words }: LevelFieldsProps) {
  const { nameOf } = useLevels(rulebook)
  const { levels, usual, level, tried } = decision
  return (
    <>
      <RadioField
        label={words.level}
        value={level}
        onChange={decision.setLevel}
        choices={levels.map((each) => ({ value: each, label: nameOf(each), ...(each === usual ? { hint: words.asProposed } : {}) }))}
        error={tried && level === null ? words.levelNeeded : undefined}
      />
      {decision.needsReason && <LevelReason label={words.reason} hint={words.reasonHint} needed={words.reasonNeeded} value={decision.reason} onChange={decision.setReason} tried={tried} />}
    </>
  )
}
