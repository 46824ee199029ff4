import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useGo } from '#ui/link.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { storyRoutes } from '../../contract/story-routes.ts'
import type { Placement } from '../desk/desk-view.ts'
import { HeadingField } from '../desk/heading-field.tsx'
import { SlotFields } from '../desk/slot-fields.tsx'
import { newsroomText } from '../messages.ts'
import { storyPlace } from '../places.ts'

/** Begins a story: its title, the column whose template it begins with, its category, and the programme it is meant for. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const words = useText(newsroomText)
  const { today } = useSession()
  const go = useGo()
  const desk = useLoad(deskRoutes.getDesk, {})
  const headings = desk.data?.headings ?? []
  const [draft, setDraft] = useState({ title: '', column: '', category: '' })
  const [slot, setSlot] = useState<Placement>({ programmeId: null, slotDate: null, slotId: null })
  const [tried, setTried] = useState(false)
  const orNone = (text: string) => (text.trim() === '' ? null : text)
  const create = useAct(
    (body: BodyOf<typeof storyRoutes.createStory>, options) => call(storyRoutes.createStory, { body }, options),
    ({ id }) => go(storyPlace(id)),
  )
  const submit = () => {
    setTried(true)
    const { title, column, category } = draft
    if (title.trim() !== '') void create.act({ title, column: orNone(column), category: orNone(category), ...(slot.programmeId === null ? {} : { slot }) })
  }
  return (
    <Dialog title={words.create} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.createSave} busy={create.busy}>
        <ErrorNotice error={create.error} refusals={words.refusals} />
        <TextField label={words.heading} hint={words.headingHint} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} maxLength={300} autoFocus error={tried && draft.title.trim() === '' ? words.headingNeeded : undefined} />
        <HeadingField label={words.column} kind="column" headings={headings} today={today} value={draft.column} onChange={(column) => setDraft({ ...draft, column })} />
        <HeadingField label={words.category} kind="category" headings={headings} today={today} value={draft.category} onChange={(category) => setDraft({ ...draft, category })} />
        {headings.some(({ kind }) => kind === 'programme') && <SlotFields headings={headings} value={slot} today={today} onChange={setSlot} />}
      </Form>
    </Dialog>
  )
}
