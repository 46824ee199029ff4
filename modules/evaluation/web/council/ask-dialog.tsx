import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { ballotMethods, type BallotMethod } from '../../domain/ballot.ts'
import { evaluationText } from '../messages.ts'
import type { Meeting } from './council-view.ts'
import { councilText } from './messages.ts'
import { SubjectField, type Subject } from './subject-field.tsx'

/** What the ballot is about when it is not about somebody's level. */
const another = 'another'

/** Opens a secret ballot on somebody's level, or on a question with its own choices. */
export function AskDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { ballot: words, needed } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [about, setAbout] = useState<Subject | typeof another | null>(null)
  const [title, setTitle] = useState('')
  const [choices, setChoices] = useState('')
  const [method, setMethod] = useState<BallotMethod>('devices')
  const [tried, setTried] = useState(false)
  const subject = about === another ? null : about
  const listed = choices.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof evaluationRoutes.openQuestion>, options) => call(evaluationRoutes.openQuestion, { params: { meetingId: meeting.id }, body }, options),
    () => {
      void refresh(evaluationRoutes.getMeeting, evaluationRoutes.meetingBoard)
      toast(words.opened)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (subject !== null) void act({ subjectId: subject.id, title: words.levelOf(subject.fullName), method, choices: [] })
    else if (about === another && title.trim() !== '' && listed.length >= 2 && listed.length <= 8) void act({ subjectId: null, title, method, choices: listed })
  }
  return (
    <Dialog title={words.askTitle} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.begin} busy={busy}>
        <SubjectField
          meetingId={meeting.id}
          label={words.about}
          value={subject}
          onChange={setAbout}
          labelFor={(one) => words.levelOf(one.fullName)}
          other={{ choice: { value: another, label: words.aboutOther }, chosen: about === another, onChoose: () => setAbout(another) }}
          error={tried && about === null ? needed : undefined}
        />
        {about === another && (
          <>
            <TextField label={words.question} value={title} onChange={setTitle} maxLength={300} error={tried && title.trim() === '' ? needed : undefined} />
            <TextField label={words.choices} value={choices} onChange={setChoices} multiline rows={4} error={tried && (listed.length < 2 || listed.length > 8) ? words.choicesNeeded : undefined} />
          </>
        )}
        <RadioField label={words.method} value={method} onChange={setMethod} choices={ballotMethods.map((each) => ({ value: each, label: words.methodOf[each] }))} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
