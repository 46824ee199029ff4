import { Button } from '@mantine/core'
import type { Id } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { commentRoutes } from '../../contract/comment-routes.ts'
import { noticeRoutes } from '../../contract/notice-routes.ts'
import type { Block } from '../../domain/story/block.ts'
import { newsroomText } from '../messages.ts'
import { CommentForm } from './comment-form.tsx'
import { commentsText } from './messages.ts'
import type { Comment, StoryComments } from './use-comments.ts'
import c from './comments.module.css'

interface CommentsPanelProps {
  storyId: Id<'story'>
  comments: StoryComments
  blocks: readonly Block[]
  /** Stores what is being written first: a comment is on what is stored. */
  flush: () => Promise<unknown>
}

/** Góp ý: what is said about the blocks of a story, open first; kept where the block changed or went. */
export function CommentsPanel({ storyId, comments: { data, about }, blocks, flush }: CommentsPanelProps) {
  const words = useText(commentsText)
  if (data === undefined) return null
  const open = data.items.filter(({ settled }) => settled === null)
  const settled = data.items.filter((comment) => comment.settled !== null)
  return (
    <section className="td-panel">
      <h2>{words.title}</h2>
      <p className="td-quiet td-small">{words.body}</p>
      {data.items.length === 0 && <p className="td-quiet">{words.none}</p>}
      {open.length > 0 && <CommentList storyId={storyId} comments={open} />}
      {settled.length > 0 && (
        <details>
          <summary>{words.settled(settled.length)}</summary>
          <CommentList storyId={storyId} comments={settled} />
        </details>
      )}
      {data.can.add && blocks.length > 0 && <CommentForm key={about?.asked ?? 0} storyId={storyId} blocks={blocks} people={data.people} about={about?.blockId} flush={flush} />}
    </section>
  )
}

function CommentList({ storyId, comments }: { storyId: Id<'story'>; comments: readonly Comment[] }) {
  return (
    <ul className={c.list}>
      {comments.map((comment) => (
        <CommentLine key={comment.id} storyId={storyId} comment={comment} />
      ))}
    </ul>
  )
}

function CommentLine({ storyId, comment: { id, number, fate, version, quoted, body, by, at, settled } }: { storyId: Id<'story'>; comment: Comment }) {
  const words = useText(commentsText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const settle = useAct(
    (done: boolean, options) => call(commentRoutes.settleComment, { params: { storyId, commentId: id }, body: { settled: done } }, options),
    () => refresh(commentRoutes.listComments, noticeRoutes.countNotices),
  )
  const place = [number === null ? '' : words.at(number), words.fates[fate], fate === 'same' ? '' : words.version(version)].filter((part) => part !== '').join(', ')
  return (
    <li data-settled={settled !== null || undefined}>
      <p className="td-quiet td-small">
        {by.name} · {showMoment(at)} · {place}
      </p>
      {quoted !== '' && <p className={c.quoted}>“{quoted.length > 160 ? `${quoted.slice(0, 160)}…` : quoted}”</p>}
      <p>{body}</p>
      {settled !== null && <p className="td-quiet td-small">{words.settledBy(settled.by.name, showMoment(settled.at))}</p>}
      <ErrorNotice error={settle.error} refusals={refusals} />
      <Button variant="default" size="compact-sm" loading={settle.busy} aria-label={settled === null ? words.settleOf(body) : words.reopenOf(body)} onClick={() => void settle.act(settled === null)}>
        {settled === null ? words.settle : words.reopen}
      </Button>
    </li>
  )
}
