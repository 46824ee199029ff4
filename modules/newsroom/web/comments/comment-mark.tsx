import { IconMessage } from '#ui/icons.tsx'
import { useText } from '#ui/text.ts'
import { commentsText } from './messages.ts'
import type { CommentMarks } from './use-comments.ts'
import c from './comments.module.css'

/** How many open comments a block has, beside it; a press comments on it. */
export function CommentMark({ blockId, marks, reachable }: { blockId: string; marks: CommentMarks; reachable: boolean }) {
  const words = useText(commentsText)
  const count = marks.counts.get(blockId) ?? 0
  return (
    <button type="button" className={c.mark} data-some={count > 0 || undefined} tabIndex={reachable ? 0 : -1} aria-label={words.markOf(count)} onClick={() => marks.onAsk(blockId)}>
      <IconMessage size={14} aria-hidden="true" /> {words.mark(count)}
    </button>
  )
}
