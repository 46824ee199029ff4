import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ButtonLink } from '#ui/button-link.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import type { Meeting } from './council-view.ts'
import { councilText } from './messages.ts'

/** Opens, closes or changes the meeting. */
export function MeetingActs({ meeting }: { meeting: Meeting }) {
  const words = useText(councilText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [closing, setClosing] = useState(false)
  const [conclusion, setConclusion] = useState('')
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof evaluationRoutes.actOnMeeting>, options) => call(evaluationRoutes.actOnMeeting, { params: { meetingId: meeting.id }, body }, options),
    ({ status }) => {
      void refresh(evaluationRoutes.getMeeting, evaluationRoutes.meetingBoard, evaluationRoutes.listMeetings)
      toast(status === 'open' ? words.opened : words.closed)
      setClosing(false)
    },
  )
  return (
    <>
      {meeting.can.includes('change') && (
        <ButtonLink {...places.changeMeeting(meeting.id)} variant="default">
          {words.change}
        </ButtonLink>
      )}
      {meeting.can.includes('open') && (
        <Button onClick={() => void act({ version: meeting.version, act: 'open', conclusion: '' })} loading={busy} disabled={!meeting.attendance.met}>
          {words.act.open}
        </Button>
      )}
      {meeting.can.includes('close') && (
        <Button variant="default" onClick={() => setClosing(true)}>
          {words.act.close}
        </Button>
      )}
      {!closing && <ErrorNotice error={error} refusals={refusals} />}
      {closing && (
        <Dialog title={words.conclude.closeTitle} onClose={() => setClosing(false)}>
          <Form onSubmit={() => void act({ version: meeting.version, act: 'close', conclusion })} submitLabel={words.act.close} busy={busy}>
            <p>{words.conclude.closeHint}</p>
            <TextField label={words.conclude.conclusion} value={conclusion} onChange={setConclusion} multiline rows={5} maxLength={8000} />
            <ErrorNotice error={error} refusals={refusals} />
          </Form>
        </Dialog>
      )}
    </>
  )
}
