import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { CheckField } from '#ui/check-field.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import type { Task } from './task-totals.ts'
import { useTaskAct } from './use-task-act.ts'

interface Judgement {
  completed: number
  qualityFaults: number
  lateEvents: number
  qualityExcused: boolean
  lateExcused: boolean
  excuseReason: string
}

/** The superior confirms a result: failed quality checks, late events, objective causes (article 14.2). */
export function JudgeForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const [completed, setCompleted] = useState<string | null>(String(task.completed))
  const [faults, setFaults] = useState<string | null>(String(task.qualityFaults))
  const [late, setLate] = useState<string | null>(String(task.lateEvents))
  const [qualityExcused, setQualityExcused] = useState(task.qualityExcused)
  const [lateExcused, setLateExcused] = useState(task.lateExcused)
  const [reason, setReason] = useState(task.excuseReason)
  const [valid, setValid] = useState({ completed: true, faults: true, late: true })
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useTaskAct(
    (judgement: Judgement, options) => call(evaluationRoutes.judgeTask, { params: { taskId: task.id }, body: { version: task.version, ...judgement } }, options),
    words.judge.sent,
    onDone,
  )
  const reasonMissing = (qualityExcused || lateExcused) && reason.trim() === ''
  const submit = () => {
    setTried(true)
    if (completed === null || faults === null || late === null || reasonMissing || !valid.completed || !valid.faults || !valid.late) return
    void act({
      completed: Number(completed),
      qualityFaults: Number(faults),
      lateEvents: Number(late),
      qualityExcused,
      lateExcused,
      excuseReason: qualityExcused || lateExcused ? reason.trim() : '',
    })
  }
  const needed = (value: string | null) => (tried && value === null ? words.needed.count : undefined)
  return (
    <Form onSubmit={submit} submitLabel={words.judge.send} busy={busy}>
      <ErrorNotice error={error} refusals={refusals} />
      <NumberField
        label={words.judge.done}
        hint={words.report.of(showDecimal(task.assigned, language), task.product?.unitOfCount ?? '')}
        value={completed}
        places={0}
        min="0"
        max={String(task.assigned)}
        onChange={(next, state) => {
          setCompleted(next)
          setValid({ ...valid, completed: state.valid })
        }}
        error={needed(completed)}
      />
      <Columns>
        <NumberField
          label={words.judge.faults}
          hint={words.judge.faultsHint}
          value={faults}
          places={0}
          min="0"
          max="1000"
          onChange={(next, state) => {
            setFaults(next)
            setValid({ ...valid, faults: state.valid })
          }}
          error={needed(faults)}
        />
        <NumberField
          label={words.judge.late}
          hint={words.judge.lateHint}
          value={late}
          places={0}
          min="0"
          max="1000"
          onChange={(next, state) => {
            setLate(next)
            setValid({ ...valid, late: state.valid })
          }}
          error={needed(late)}
        />
      </Columns>
      <CheckField label={words.judge.qualityExcused} value={qualityExcused} onChange={setQualityExcused} disabled={faults === '0' && !qualityExcused} />
      <CheckField label={words.judge.lateExcused} value={lateExcused} onChange={setLateExcused} disabled={late === '0' && !lateExcused} />
      {(qualityExcused || lateExcused) && (
        <TextField
          label={words.judge.excuseReason}
          hint={words.judge.excuseHint}
          value={reason}
          onChange={setReason}
          multiline
          rows={2}
          maxLength={1000}
          error={tried && reasonMissing ? words.needed.reason : undefined}
        />
      )}
    </Form>
  )
}
