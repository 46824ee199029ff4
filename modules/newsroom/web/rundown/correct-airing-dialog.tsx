import { useState } from 'react'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { Id } from '#kernel/id.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { PickField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { rundownRoutes } from '../../contract/rundown-routes.ts'
import { msOfDay } from '../../domain/rundown/clock.ts'
import { newsroomText } from '../messages.ts'
import { rundownText } from './messages.ts'
import type { Airing } from './rundown-view.ts'
import { TimeField } from './time-field.tsx'

/** Corrects a line of the as-run log (đính chính dòng): when it aired and who read it, with the reason. */
export function CorrectAiringDialog({ airing, onClose }: { airing: Airing; onClose: () => void }) {
  const words = useText(rundownText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const rundown = useLoad(rundownRoutes.getRundown, { params: { rundownId: airing.rundownId } })
  const date = vietnameseDay(new Date(airing.startedAt))
  const [startMs, setStart] = useState<number | null>(msOfDay(airing.startedAt, date))
  const [endMs, setEnd] = useState<number | null>(msOfDay(airing.endedAt, date))
  const [readerId, setReader] = useState(airing.reader?.id ?? null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const momentOf = (ms: number) => new Date(Date.parse(`${date}T00:00:00+07:00`) + ms).toISOString()
  const correct = useAct(
    (body: BodyOf<typeof rundownRoutes.correctAiring>, options) => call(rundownRoutes.correctAiring, { params: { airingId: airing.id }, body }, options),
    async () => {
      await refresh(rundownRoutes.listAirings)
      toast(words.log.corrected)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (startMs === null || endMs === null || reason.trim() === '') return
    void correct.act({ startedAt: momentOf(startMs), endedAt: momentOf(endMs < startMs ? endMs + 86_400_000 : endMs), readerId: readerId as Id<'person'> | null, reason })
  }
  const readers = rundown.data?.readers ?? []
  // Whoever read it may have stopped reading since.
  const known = airing.reader === null || readers.some(({ id }) => id === airing.reader?.id) ? readers : [airing.reader, ...readers]
  return (
    <Dialog title={`${words.log.correct}: ${airing.title}`} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.log.correct} busy={correct.busy}>
        <ErrorNotice error={correct.error ?? rundown.error} refusals={refusals} />
        <Columns>
          <TimeField kind="clock" label={words.log.started} hint={words.clockHint} wrong={words.clockNeeded} value={startMs} onChange={setStart} error={tried && startMs === null ? words.clockNeeded : undefined} autoFocus />
          <TimeField kind="clock" label={words.log.ended} hint={words.clockHint} wrong={words.clockNeeded} value={endMs} onChange={setEnd} error={tried && endMs === null ? words.clockNeeded : undefined} />
        </Columns>
        <PickField label={words.reader} none={words.nobody} value={readerId} onChange={setReader} choices={known.map(({ id, name }) => ({ value: id, label: name }))} />
        <TextField label={words.log.reason} value={reason} onChange={setReason} multiline maxLength={1000} error={tried && reason.trim() === '' ? words.log.reasonNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
