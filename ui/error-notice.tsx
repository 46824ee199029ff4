import { Button } from '@mantine/core'
import { Notice } from './notice.tsx'
import { describeError, type RefusalTexts } from './error-words.ts'
import { useLanguage } from './language.ts'
import { useText } from './text.ts'
import { uiText } from './words.ts'

interface ErrorNoticeProps {
  /** Whatever was thrown; nothing is drawn when undefined or null. */
  error: unknown
  /** The module's words for its refusal codes. */
  refusals?: RefusalTexts | undefined
  /** What a path of the input is called on this screen; the path itself otherwise. */
  nameOfPath?: (path: string) => string
  onRetry?: (() => void) | undefined
}

/** Why something was not done: the refusal in words, what to correct and where, or that the link is down. */
export function ErrorNotice({ error, refusals, nameOfPath, onRetry }: ErrorNoticeProps) {
  const words = useText(uiText)
  const language = useLanguage()
  if (error === undefined || error === null) return null
  const { title, body, problems, kind } = describeError(error, language, refusals)
  return (
    <Notice tone={kind === 'unreachable' ? 'warn' : 'bad'} title={title} alert>
      <p>{body}</p>
      {problems.length > 0 && (
        <ul aria-label={words.problemsTitle}>
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              {problem.path !== '' && <strong>{nameOfPath?.(problem.path) ?? problem.path}: </strong>}
              {problem.message}
              {problem.expected !== undefined && ` (${words.expected(problem.expected)})`}
            </li>
          ))}
        </ul>
      )}
      {onRetry && kind !== 'refused' && (
        <div>
          <Button variant="default" size="xs" onClick={onRetry}>
            {words.retry}
          </Button>
        </div>
      )}
    </Notice>
  )
}
