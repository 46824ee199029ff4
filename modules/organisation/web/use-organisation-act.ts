import { useRefresh } from '#platform/web/load.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct, type Act } from '#ui/use-act.ts'
import { isRefused } from '#ui/error-words.ts'
import { organisationRoutes } from '../contract/routes.ts'

const read = [
  organisationRoutes.getUnitTree,
  organisationRoutes.getUnit,
  organisationRoutes.listPeople,
  organisationRoutes.getPerson,
  organisationRoutes.search,
] as const

/**
 * One command on the organisation: afterwards what is on screen is read again and it is said what was done. A refusal
 * because somebody else changed the thing reads it again too, so that the form can show what changed.
 */
export function useOrganisationAct<Input, Output>(
  send: (input: Input, options: { requestId: string }) => Promise<Output>,
  said: string | ((output: Output) => string),
  onDone: (output: Output) => void,
): Act<Input, Output> {
  const refresh = useRefresh()
  return useAct(
    async (input: Input, options) => {
      try {
        return await send(input, options)
      } catch (cause) {
        if (isRefused(cause) && cause.code.endsWith('.changed')) await refresh(...read)
        throw cause
      }
    },
    (output) => {
      void refresh(...read)
      toast(typeof said === 'string' ? said : said(output))
      onDone(output)
    },
  )
}
