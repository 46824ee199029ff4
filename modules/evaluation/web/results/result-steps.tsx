import { useState } from 'react'
import { CheckField } from '#ui/check-field.tsx'
import { Derivation } from '#ui/derivation.tsx'
import { useLanguage } from '#ui/language.ts'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { periodKinds } from '../../domain/campaign.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { Fold } from '../campaigns/fold.tsx'
import { evaluationText } from '../messages.ts'
import { resultsText } from './messages.ts'
import { readDerivation, type DerivationReading } from './read-derivation.ts'
import type { ResultDetail } from './result-view.ts'

/** The derivation of the score, opened step by step down to the task and the article, and that of the level. */
export function ResultSteps({ result, rulebook }: { result: ResultDetail; rulebook: CompiledRulebook | undefined }) {
  const words = useText(resultsText).result
  const { periodKind } = useText(evaluationText)
  const language = useLanguage()
  const [raw, setRaw] = useState(false)
  const reading: DerivationReading = {
    language,
    yes: words.yes,
    no: words.no,
    missing: words.missing,
    units: words.units,
    raw,
    nameOf: (id, text) => {
      if (id === 'group.id') return rulebook?.groups.find((group) => group.id === text)?.name[language] ?? text
      const kind = periodKinds.find((each) => each === text)
      return kind === undefined ? text : periodKind[kind]
    },
  }
  return (
    <>
      {result.derivation !== null && (
        <Section title={words.steps} description={words.stepsHint} actions={<CheckField label={words.rawFormulas} value={raw} onChange={setRaw} />}>
          <Derivation root={readDerivation(result.derivation, reading)} />
        </Section>
      )}
      {result.levelDerivation !== null && (
        <Fold title={words.levelSteps}>
          <Derivation root={readDerivation(result.levelDerivation, reading)} />
        </Fold>
      )}
    </>
  )
}
