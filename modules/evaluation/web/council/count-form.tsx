import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import type { Question } from './council-view.ts'
import { councilText } from './messages.ts'

type Entered = Readonly<Record<string, string | null>>

/** One teller's count (kiểm phiếu); blank fields are missing, never zero. */
export function CountForm({ question }: { question: Question }) {
  const { ballot: words, needed } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const { figures, figuresVersion } = question.mine
  const [own, setOwn] = useState<Entered>(() => (figures === null ? {} : { issued: String(figures.issued), collected: String(figures.collected), invalid: String(figures.invalid), ...Object.fromEntries(Object.entries(figures.counts).map(([id, count]) => [`choice.${id}`, String(count)])) }))
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: BodyOf<typeof evaluationRoutes.enterCounts>, options) => call(evaluationRoutes.enterCounts, { params: { questionId: question.id }, body }, options),
    ({ outcome }) => {
      void refresh(evaluationRoutes.getMeeting)
      toast(words[outcome])
    },
  )
  const fields = [
    { key: 'issued', label: words.issued },
    { key: 'collected', label: words.collected },
    { key: 'invalid', label: words.invalid },
    ...question.choices.map((choice) => ({ key: `choice.${choice.id}`, label: choice[language] })),
  ]
  const submit = () => {
    setTried(true)
    if (fields.some(({ key }) => (own[key] ?? null) === null)) return
    const number = (key: string) => Number(own[key])
    void act({
      version: figuresVersion,
      figures: { issued: number('issued'), collected: number('collected'), invalid: number('invalid'), counts: Object.fromEntries(question.choices.map((choice) => [choice.id, number(`choice.${choice.id}`)])) },
    })
  }
  return (
    <Form onSubmit={submit} submitLabel={words.enter} busy={busy}>
      <p className="td-quiet td-small">{words.countHint}</p>
      <Columns>
        {fields.map(({ key, label }) => (
          <NumberField key={key} label={label} places={0} min="0" max="10000" value={own[key] ?? null} onChange={(value) => setOwn((now) => ({ ...now, [key]: value }))} error={tried && (own[key] ?? null) === null ? needed : undefined} />
        ))}
      </Columns>
      {figures !== null && !question.differs && <p role="status">{words.waits}</p>}
      <ErrorNotice error={error} refusals={refusals} />
    </Form>
  )
}
