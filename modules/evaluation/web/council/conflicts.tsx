import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { Section } from '#ui/page.tsx'
import { PickField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import type { Meeting } from './council-view.ts'
import { councilText } from './messages.ts'
import { SubjectField, type Subject } from './subject-field.tsx'

/** Conflicts of interest stated in the meeting (xung đột lợi ích): one's own, and for who runs it everybody's. */
export function Conflicts({ meeting }: { meeting: Meeting }) {
  const { conflict: words } = useText(councilText)
  const [adding, setAdding] = useState<'own' | 'others'>()
  return (
    <Section
      title={words.title}
      description={words.hint}
      actions={
        <>
          {meeting.can.includes('recuse_self') && (
            <Button variant="default" onClick={() => setAdding('own')}>
              {words.own}
            </Button>
          )}
          {meeting.can.includes('recuse') && (
            <Button variant="default" onClick={() => setAdding('others')}>
              {words.add}
            </Button>
          )}
        </>
      }
    >
      {meeting.conflicts.length === 0 ? (
        <p className="td-quiet">{words.none}</p>
      ) : (
        <ul>
          {meeting.conflicts.map((each) => (
            <li key={each.person.id + each.subject.id}>{words.line(each.person.fullName, each.subject.fullName, each.reason)}</li>
          ))}
        </ul>
      )}
      {adding !== undefined && <ConflictDialog meeting={meeting} own={adding === 'own'} onClose={() => setAdding(undefined)} />}
    </Section>
  )
}

interface ConflictDialogProps {
  meeting: Meeting
  /** States the reader's own. */
  own: boolean
  /** Where it is stated in an open ballot, whom that is about. */
  about?: Subject | null
  onClose: () => void
}

/** States that somebody takes no part in an item, and why. */
export function ConflictDialog({ meeting, own, about = null, onClose }: ConflictDialogProps) {
  const { conflict: words, needed } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const { personId: me } = useSession()
  const refresh = useRefresh()
  const [who, setWho] = useState<PersonId | null>(null)
  const [subject, setSubject] = useState<Subject | null>(about)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    ({ personId, ...body }: { personId: PersonId; subjectId: PersonId; reason: string }, options) => call(evaluationRoutes.declareConflict, { params: { meetingId: meeting.id, personId }, body }, options),
    () => {
      void refresh(evaluationRoutes.getMeeting, evaluationRoutes.meetingBoard)
      toast(words.stored)
      onClose()
    },
  )
  const personId = own ? me : who
  const submit = () => {
    setTried(true)
    if (personId !== null && subject !== null && reason.trim() !== '') void act({ personId, subjectId: subject.id, reason })
  }
  return (
    <Dialog title={own ? words.own : words.add} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.store} busy={busy}>
        {own && <p>{words.ownHint}</p>}
        {!own && <PickField label={words.who} value={who} onChange={setWho} choices={meeting.attendees.map((one) => ({ value: one.person.id, label: one.person.fullName }))} error={tried && who === null ? needed : undefined} />}
        <SubjectField meetingId={meeting.id} label={words.subject} value={subject} onChange={setSubject} error={tried && subject === null ? needed : undefined} />
        <TextField label={words.reason} hint={words.reasonHint} value={reason} onChange={setReason} maxLength={300} error={tried && reason.trim() === '' ? needed : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
