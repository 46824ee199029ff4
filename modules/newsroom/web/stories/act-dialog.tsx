import { useState } from 'react'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import type { StoryAct } from '../../domain/approval/state.ts'
import type { Block } from '../../domain/story/block.ts'
import { newsroomText } from '../messages.ts'
import type { Story } from './story-view.ts'

interface ActDialogProps {
  story: Story
  act: StoryAct
  onSend: (note: string, blockId: string | null, requestId: string) => Promise<unknown>
  onDone: () => Promise<void>
  onClose: () => void
}

/** Asks before a step, says what it means, and takes the note, or the reason and the block it is about. */
export function ActDialog({ story, act, onSend, onDone, onClose }: ActDialogProps) {
  const words = useText(newsroomText)
  const [note, setNote] = useState('')
  const [blockId, setBlockId] = useState<string>()
  const [tried, setTried] = useState(false)
  const doing = useAct((_: string, { requestId }) => onSend(note, blockId ?? null, requestId), onDone)
  const returning = act === 'return'
  const missing = returning && note.trim() === ''
  const level = story.state === 'leadership' ? words.levels.leadership : words.levels.department
  const body = { submit: words.submitBody, withdraw: words.withdrawBody, return: words.returnBody, approve: words.approveBody(level) }[act]
  const submit = () => {
    setTried(true)
    if (!missing) void doing.act(`${note} ${blockId ?? ''}`)
  }
  return (
    <Dialog title={words.acts[act]} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.acts[act]} busy={doing.busy}>
        <p>{body}</p>
        <ErrorNotice error={doing.error} refusals={words.refusals} />
        {returning && (
          <SelectField
            label={words.block}
            value={blockId ?? ''}
            none={null}
            onChange={(next) => setBlockId(next === null || next === '' ? undefined : next)}
            choices={[{ value: '', label: words.anyBlock }, ...story.content.blocks.map((block, at) => ({ value: block.id, label: words.blockName(at + 1, startOf(block)) }))]}
          />
        )}
        <TextField label={returning ? words.reason : words.note} value={note} onChange={setNote} multiline rows={3} maxLength={2000} required={returning} error={tried && missing ? words.refusals['newsroom.story.reason-needed'] : undefined} />
      </Form>
    </Dialog>
  )
}

function startOf(block: Block): string {
  const text = block.kind === 'soundbite' ? block.verbatim : block.kind === 'super' ? block.name : block.kind === 'film_start' ? 'Phim' : block.text
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
