import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Id } from '#kernel/id.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { commentRoutes } from '../../contract/comment-routes.ts'
import { wordsOfBlock } from '../../domain/comments/block-words.ts'
import { mentionBegun, type Mentionable } from '../../domain/comments/mentions.ts'
import type { Block } from '../../domain/story/block.ts'
import { newsroomText } from '../messages.ts'
import { commentsText } from './messages.ts'
import c from './comments.module.css'

interface CommentFormProps {
  storyId: Id<'story'>
  blocks: readonly Block[]
  people: readonly Mentionable[]
  /** The block asked for by its mark; the cursor is then in the text. */
  about: string | undefined
  flush: () => Promise<unknown>
}

const mostOffered = 6

/** Comments on a block; after @ the people of the newsroom are offered. */
export function CommentForm({ storyId, blocks, people, about, flush }: CommentFormProps) {
  const words = useText(commentsText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const [blockId, setBlockId] = useState(about ?? blocks[0]?.id ?? null)
  const [body, setBody] = useState('')
  const [tried, setTried] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const send = useAct(
    async (said: { blockId: string; body: string }, options) => {
      await flush()
      return call(commentRoutes.addComment, { params: { storyId }, body: said }, options)
    },
    async () => {
      await refresh(commentRoutes.listComments)
      toast(words.sent)
      setBody('')
      setTried(false)
    },
  )
  const begun = mentionBegun(body)
  const offered = begun === null ? [] : people.filter(({ name }) => name !== begun.trim() && foldVietnamese(name).includes(foldVietnamese(begun))).slice(0, mostOffered)
  const submit = () => {
    setTried(true)
    if (blockId !== null && body.trim() !== '') void send.act({ blockId, body })
  }
  const mention = (name: string) => {
    setBody(`${body.slice(0, body.lastIndexOf('@') + 1)}${name} `)
    field.current?.querySelector('textarea')?.focus()
  }
  return (
    <Form onSubmit={submit} submitLabel={words.send} busy={send.busy}>
      <ErrorNotice error={send.error} refusals={refusals} />
      <SelectField
        label={words.block}
        value={blockId}
        none={null}
        onChange={setBlockId}
        choices={blocks.map((block, at) => ({ value: block.id, label: words.blockName(at + 1, startOf(wordsOfBlock(block)) || words.film) }))}
      />
      <div ref={field}>
        <TextField label={words.text} value={body} onChange={setBody} multiline rows={3} maxLength={2000} autoFocus={about !== undefined} error={tried && body.trim() === '' ? words.textNeeded : undefined} />
      </div>
      {offered.length > 0 && (
        <div className={c.offers} role="group" aria-label={words.offered}>
          {offered.map(({ id, name }) => (
            <Button key={id} variant="default" size="compact-sm" onClick={() => mention(name)}>
              @{name}
            </Button>
          ))}
        </div>
      )}
    </Form>
  )
}

function startOf(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
