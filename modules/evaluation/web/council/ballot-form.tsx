import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import type { Question } from './council-view.ts'
import { councilText } from './messages.ts'

/** The ballot paper of one attendee. What was chosen is forgotten as soon as it has been sent. */
export function BallotForm({ question }: { question: Question }) {
  const { ballot: words } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [choice, setChoice] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: { choice: string }, options) => call(evaluationRoutes.castBallot, { params: { questionId: question.id }, body }, options),
    () => {
      setChoice(null)
      void refresh(evaluationRoutes.getMeeting)
      toast(words.taken)
    },
  )
  const chosen = question.choices.find((each) => each.id === choice)
  return (
    <Form
      onSubmit={() => {
        setTried(true)
        if (choice !== null) void act({ choice })
      }}
      submitLabel={chosen === undefined ? words.cast : words.castConfirm(chosen[language])}
      busy={busy}
    >
      <RadioField label={question.title} value={choice} onChange={setChoice} choices={question.choices.map((each) => ({ value: each.id, label: each[language] }))} error={tried && choice === null ? words.pick : undefined} />
      <p className="td-quiet td-small">{words.secret}</p>
      <ErrorNotice error={error} refusals={refusals} />
    </Form>
  )
}
