import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { signingRoutes } from '../../contract/signing-routes.ts'
import type { StoryAct } from '../../domain/approval/state.ts'
import type { Block } from '../../domain/story/block.ts'
import { newsroomText } from '../messages.ts'
import type { Story } from './story-view.ts'

/** What is said with a step. */
export interface ActDetail {
  readonly note: string
  readonly blockId: string | null
  /** Who ordered to air before signing. */
  readonly orderedBy: PersonId | null
}

interface ActDialogProps {
  story: Story
  act: StoryAct
  onSend: (detail: ActDetail, requestId: string) => Promise<unknown>
  onDone: () => Promise<void>
  onClose: () => void
}

/** Asks before a step, says what it means, and takes the note, or the reason and the block it is about. */
export function ActDialog({ story, act, onSend, onDone, onClose }: ActDialogProps) {
  const words = useText(newsroomText)
  const { personId } = useSession()
  const [note, setNote] = useState('')
  const [blockId, setBlockId] = useState<string>()
  const [tried, setTried] = useState(false)
  const [leader, setLeader] = useState<PersonId>()
  const doing = useAct((_: string, { requestId }) => onSend({ note, blockId: blockId ?? null, orderedBy: leader ?? null }, requestId), onDone)
  const returning = act === 'return'
  const early = act === 'air_first'
  const leaders = useLoad(signingRoutes.listLeaders, { params: { storyId: story.id } }, { enabled: early })
  const reasonMissing = (returning || early) && note.trim() === ''
  const missing = reasonMissing || (early && leader === undefined)
  const level = story.state === 'leadership' ? words.levels.leadership : words.levels.department
  const body = { submit: words.submitBody, withdraw: words.withdrawBody, return: words.returnBody, approve: words.approveBody(level), air_first: words.airFirstBody }[act]
  const submit = () => {
    setTried(true)
    if (!missing) void doing.act(`${note} ${blockId ?? ''} ${leader ?? ''}`)
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
        {early && (
          <>
            <ErrorNotice error={leaders.error} refusals={words.refusals} />
            <SelectField
              label={words.leader}
              value={leader ?? null}
              required
              onChange={(next) => setLeader((next ?? undefined) as PersonId | undefined)}
              choices={(leaders.data?.items ?? []).filter(({ id }) => id !== personId).map(({ id, name }) => ({ value: id, label: name }))}
              error={tried && leader === undefined ? words.refusals['newsroom.story.order-needed'] : undefined}
            />
          </>
        )}
        <TextField label={early ? words.airFirstReason : returning ? words.reason : words.note} value={note} onChange={setNote} multiline rows={3} maxLength={2000} required={returning || early} error={tried && reasonMissing ? words.refusals['newsroom.story.reason-needed'] : undefined} />
      </Form>
    </Dialog>
  )
}

function startOf(block: Block): string {
  const text = block.kind === 'soundbite' ? block.verbatim : block.kind === 'super' ? block.name : block.kind === 'film_start' ? 'Phim' : block.text
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
