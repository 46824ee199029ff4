import { useRefresh } from '#platform/web/load.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct, type Act } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'

/** One command on tasks: afterwards the lists are read again, it is said what was done, and the box closes. */
export function useTaskAct<Input, Output>(
  send: (input: Input, options: { requestId: string }) => Promise<Output>,
  said: string | ((input: Input) => string),
  onDone: () => void,
): Act<Input, Output> {
  const refresh = useRefresh()
  return useAct(send, (_, input) => {
    void refresh(evaluationRoutes.listTasks, evaluationRoutes.getTask, evaluationRoutes.myWork, evaluationRoutes.getSheet)
    toast(typeof said === 'string' ? said : said(input))
    onDone()
  })
}
