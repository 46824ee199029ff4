import { useState } from 'react'
import { useRefresh } from '#platform/web/load.ts'
import { isLinkDown } from '#platform/web/offline/link.ts'
import type { Lane } from '#platform/web/offline/outbox.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { isRefused } from '#ui/error-words.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import { tasksText } from './messages.ts'

/** How long somebody waits at a form; afterwards the work goes on by itself. */
const patienceMs = 6_000

/** Sends what a form records by the outbox: at once when there is a link, kept on the device and sent later otherwise. */
export function useTaskSend(onDone: () => void) {
  const words = useText(tasksText).unsent
  const refresh = useRefresh()
  const { outbox } = useUnsent()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const send = async <T>(lane: Lane<T>, value: T, said: string): Promise<void> => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    lane.change(value)
    const sent = lane.flush()
    if (!isLinkDown()) await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, patienceMs))])
    void sent.then(() => refresh(evaluationRoutes.listTasks, evaluationRoutes.getTask, evaluationRoutes.myWork, evaluationRoutes.getSheet))
    setBusy(false)
    const { status, error: cause } = lane.progress()
    if (status === 'refused') {
      // The person is here to correct it; only what somebody else changed meanwhile waits to be compared.
      if (!isChanged(cause)) lane.discard()
      return setError(cause)
    }
    toast(!lane.waiting() ? said : outbox.durable ? words.kept : words.keptInPage)
    onDone()
  }
  return { send, busy, error: isChanged(error) ? undefined : error }
}

/** Whether work was refused because somebody changed the task meanwhile. */
export function isChanged(error: unknown): boolean {
  return isRefused(error) && error.code === 'evaluation.task.changed'
}
