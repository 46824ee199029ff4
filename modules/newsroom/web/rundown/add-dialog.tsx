import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import type { InputOf } from '#platform/contract/route.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { plainKinds } from '../../domain/rundown/state.ts'
import { newsroomText } from '../messages.ts'
import { StateBadge } from '../stories/state-badge.tsx'
import { rundownText } from './messages.ts'
import type { ItemId, Rundown } from './rundown-view.ts'
import { TimeField } from './time-field.tsx'
import c from './rundown.module.css'

interface AddDialogProps {
  rundown: Rundown
  /** Behind which item; null at the front. */
  after: ItemId | null
  onAdded: (id: ItemId) => void
  onClose: () => void
}

type NewItem = InputOf<typeof rundownRoutes.addItem>['body']['item']

/** Puts a story or another item into the rundown, behind the chosen one. */
export function AddDialog({ rundown, after, onAdded, onClose }: AddDialogProps) {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const [what, setWhat] = useState<'story' | 'plain'>('story')
  const params = { rundownId: rundown.id }
  const add = useAct(
    ({ item, plannedMs }: { item: NewItem; plannedMs: number | null }, options) => call(rundownRoutes.addItem, { params, body: { item, plannedMs, after } }, options),
    async ({ id }) => {
      await refresh(rundownRoutes.getRundown, rundownRoutes.listPlaceable)
      toast(words.added)
      onAdded(id)
    },
  )
  return (
    <Dialog title={words.add} onClose={onClose}>
      <div className="td-stack">
        <ErrorNotice error={add.error} refusals={refusals} />
        {rundown.can.order && <RadioField label={words.kind} value={what} onChange={setWhat} choices={[{ value: 'story', label: words.addStory }, { value: 'plain', label: words.addPlain }]} />}
        {what === 'story' ? <StoryPicker rundown={rundown} busy={add.busy} onPick={(storyId) => void add.act({ item: { kind: 'story', storyId }, plannedMs: null })} /> : <PlainForm busy={add.busy} onSave={(item, plannedMs) => void add.act({ item, plannedMs }).then((done) => done !== undefined && onClose())} />}
      </div>
    </Dialog>
  )
}

function StoryPicker({ rundown, busy, onPick }: { rundown: Rundown; busy: boolean; onPick: (storyId: string) => void }) {
  const words = useText(rundownText)
  const { refusals, states } = useText(newsroomText)
  const [text, setText] = useState('')
  const found = useLoad(rundownRoutes.listPlaceable, { params: { rundownId: rundown.id }, query: text.trim() === '' ? {} : { text } })
  return (
    <div className="td-stack">
      <TextField label={words.search} value={text} onChange={setText} maxLength={200} autoFocus />
      <ErrorNotice error={found.error} refusals={refusals} onRetry={() => void found.refetch()} />
      {found.data === undefined && found.error === null && <LoadingRows rows={4} />}
      {found.data?.items.length === 0 && <p className="td-quiet">{words.noStories}</p>}
      <ul className={c.picks}>
        {found.data?.items.map((story) => (
          <li key={story.id}>
            <div>
              <strong>{story.title}</strong>
              <span className={c.marks}>
                {story.approved ? <StateBadge stage="approved" /> : <StatusBadge tone="warn">{states[story.state]}</StatusBadge>}
                {story.meant && <StatusBadge tone="info">{words.meant}</StatusBadge>}
              </span>
            </div>
            <Button size="sm" variant="default" disabled={busy} onClick={() => onPick(story.id)}>
              {words.put}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function PlainForm({ busy, onSave }: { busy: boolean; onSave: (item: NewItem, plannedMs: number | null) => void }) {
  const words = useText(rundownText)
  const [kind, setKind] = useState<(typeof plainKinds)[number]>('ident')
  const [title, setTitle] = useState('')
  const [length, setLength] = useState<{ readonly ms: number | null; readonly valid: boolean }>({ ms: null, valid: true })
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (title.trim() !== '' && length.valid) onSave({ kind, title }, length.ms)
  }
  return (
    <Form onSubmit={submit} submitLabel={words.put} busy={busy}>
      <Columns>
        <SelectField label={words.kind} value={kind} none={null} onChange={(next) => setKind(next ?? 'ident')} choices={plainKinds.map((each) => ({ value: each, label: words.kinds[each] }))} />
        <TimeField kind="length" label={words.planned} hint={words.lengthHint} wrong={words.lengthNeeded} value={length.ms} onChange={(ms, { valid }) => setLength({ ms, valid })} />
      </Columns>
      <TextField label={words.itemTitle} value={title} onChange={setTitle} maxLength={300} error={tried && title.trim() === '' ? words.itemTitleNeeded : undefined} />
    </Form>
  )
}
