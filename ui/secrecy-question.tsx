import { secrecyLevels, type SecrecyAnswer } from '#kernel/secrecy.ts'
import { RadioField } from './check-field.tsx'
import { useLanguage } from './language.ts'
import { Notice } from './notice.tsx'
import { secrecyWords } from './refusal-words.ts'
import { useText } from './text.ts'
import { uiText } from './words.ts'

interface SecrecyQuestionProps {
  /** What is to be added. */
  of: string
  answer: SecrecyAnswer | null
  onAnswer: (answer: SecrecyAnswer) => void
}

/** Asks whether what is to be added is classified (mang độ mật), and says that classified papers stay outside. */
export function SecrecyQuestion({ of, answer, onAnswer }: SecrecyQuestionProps) {
  const words = useText(uiText)
  const levels = secrecyWords[useLanguage()]
  return (
    <>
      <RadioField
        label={words.secrecyQuestion(of)}
        value={answer}
        onChange={onAnswer}
        choices={[{ value: 'none', label: words.notClassified }, ...secrecyLevels.map((level) => ({ value: level, label: levels[level] }))]}
      />
      {answer !== null && answer !== 'none' && (
        <Notice tone="bad" alert>
          <p>{words.classifiedStays(levels[answer])}</p>
        </Notice>
      )}
    </>
  )
}
