import type { InputOf, Route } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { saveFile } from '#platform/web/save-file.ts'
import { useAct, type Act } from '#ui/use-act.ts'

/** Fetches a file and hands it to the browser under a name; a refusal is told on the page instead of in an empty tab. */
export function useFile<R extends Route>(route: R): Act<{ input: InputOf<R>; name: string }, void> {
  return useAct(async ({ input, name }) => {
    const file: unknown = await call(route, input)
    if (!(file instanceof Blob)) throw new TypeError(`${route.path} does not answer with a file`)
    saveFile(file, name)
  })
}
