import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import type { Task } from './task-totals.ts'
import { useTaskAct } from './use-task-act.ts'

/** The superior accepts ad-hoc work or declines it with a reason (article 18.1d). */
export function ApproveForm({ task, onDone }: { task: Task; onDone: () => void }) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const [reason, setReason] = useState('')
  const [declining, setDeclining] = useState(false)
  const { act, busy, error } = useTaskAct(
    (input: { accept: boolean; reason: string }, options) =>
      call(evaluationRoutes.approveAdHocTask, { params: { taskId: task.id }, body: { version: task.version, ...input } }, options),
    (input) => (input.accept ? words.approve.accepted : words.approve.declined),
    onDone,
  )
  const decline = () => {
    setDeclining(true)
    if (reason.trim() !== '') void act({ accept: false, reason: reason.trim() })
  }
  return (
    <Form
      onSubmit={() => void act({ accept: true, reason: reason.trim() })}
      submitLabel={words.approve.accept}
      busy={busy}
      otherActions={
        <Button variant="default" onClick={decline} disabled={busy}>
          {words.approve.decline}
        </Button>
      }
    >
      <ErrorNotice error={error} refusals={refusals} />
      <TextField
        label={words.approve.reason}
        hint={words.approve.reasonHint}
        value={reason}
        onChange={setReason}
        multiline
        rows={2}
        maxLength={500}
        error={declining && reason.trim() === '' ? words.needed.reason : undefined}
      />
    </Form>
  )
}
