import { Button } from '@mantine/core'
import { ErrorNotice } from './error-notice.tsx'
import { isUnreachable, type RefusalTexts } from './error-words.ts'
import { showMoment } from './format.ts'
import { useText } from './text.ts'
import { uiText } from './words.ts'

interface ReadNoticeProps {
  /** Why reading failed; nothing is drawn when undefined or null. */
  error: unknown
  /** When what is shown was read; 0 when there is nothing to show. */
  readAt: number
  refusals?: RefusalTexts
  onRetry: () => void
}

/** Above what was read: nothing when it is of now, since when it stands there when the link is down, or why there is nothing. */
export function ReadNotice({ error, readAt, refusals, onRetry }: ReadNoticeProps) {
  const words = useText(uiText)
  if (!isUnreachable(error) || readAt === 0) return <ErrorNotice error={error} refusals={refusals} onRetry={onRetry} />
  return (
    <div className="td-row td-quiet td-small" role="status">
      <span>{words.readEarlier(showMoment(new Date(readAt).toISOString()))}</span>
      <Button variant="default" size="compact-xs" onClick={onRetry}>
        {words.retry}
      </Button>
    </div>
  )
}
