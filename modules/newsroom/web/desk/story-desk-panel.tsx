import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { newsroomText } from '../messages.ts'
import type { Story } from '../stories/story-view.ts'
import { slotWords, type Placement, type StoryDesk } from './desk-view.ts'
import { deskText } from './messages.ts'
import { SlotFields } from './slot-fields.tsx'
import c from './desk.module.css'

/** What a story carries beside its words: slug, programme, slot and reader. */
export function StoryDeskPanel({ storyId }: { storyId: Story['id'] }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { data: desk, error } = useLoad(deskRoutes.getStoryDesk, { params: { storyId } })
  const [changing, setChanging] = useState(false)
  return (
    <section className="td-panel td-stack-tight">
      <h2>{words.placement}</h2>
      <ErrorNotice error={error} refusals={refusals} />
      {desk !== undefined && (
        <>
          <dl className={c.facts}>
            <dt>{words.slug}</dt>
            <dd>{desk.slug}</dd>
            <dt>{words.programme}</dt>
            <dd>{desk.programme?.name ?? <span className="td-quiet">{words.notPlaced}</span>}</dd>
            {desk.slotDate !== null && (
              <>
                <dt>{words.slotDate}</dt>
                <dd>{[showDate(desk.slotDate), ...(desk.slot === null ? [] : [slotWords(desk.slot)])].join(', ')}</dd>
              </>
            )}
            <dt>{words.reader}</dt>
            <dd>{desk.reader?.name ?? <span className="td-quiet">{words.noReader}</span>}</dd>
          </dl>
          {desk.can.place && (
            <span>
              <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
                {words.changePlacement}
              </Button>
            </span>
          )}
        </>
      )}
      {changing && desk !== undefined && <PlacementDialog storyId={storyId} desk={desk} onClose={() => setChanging(false)} />}
    </section>
  )
}

function PlacementDialog({ storyId, desk, onClose }: { storyId: Story['id']; desk: StoryDesk; onClose: () => void }) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const lists = useLoad(deskRoutes.getDesk, {})
  const [slug, setSlug] = useState(desk.slug)
  const [place, setPlace] = useState<Placement>({ programmeId: desk.programme === null ? null : (desk.programme.id as Placement['programmeId']), slotDate: desk.slotDate, slotId: desk.slot?.id ?? null })
  const [readerId, setReaderId] = useState<string | null>(desk.reader?.id ?? null)
  const save = useAct(
    (body: BodyOf<typeof deskRoutes.saveStoryDesk>, options) => call(deskRoutes.saveStoryDesk, { params: { storyId }, body }, options),
    async () => {
      await refresh(deskRoutes.getStoryDesk)
      toast(words.saved)
      onClose()
    },
  )
  const readers = desk.reader !== null && desk.readers.every(({ id }) => id !== desk.reader?.id) ? [...desk.readers, desk.reader] : desk.readers
  return (
    <Dialog title={words.changePlacement} onClose={onClose}>
      <Form onSubmit={() => void save.act({ ...place, slug, readerId: readerId as BodyOf<typeof deskRoutes.saveStoryDesk>['readerId'] })} submitLabel={words.save} busy={save.busy}>
        <p className="td-quiet">{words.placementHint}</p>
        <ErrorNotice error={save.error ?? lists.error} refusals={refusals} />
        <TextField label={words.slug} hint={words.slugHint} value={slug} onChange={setSlug} maxLength={120} autoFocus />
        <SlotFields headings={lists.data?.headings ?? []} value={place} today={today} onChange={setPlace} />
        <SelectField label={words.reader} value={readerId} none={words.noReader} onChange={setReaderId} choices={readers.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form>
    </Dialog>
  )
}
