import type { z } from 'zod'
import { prompterEvent, prompterEventsPath } from '../../contract/prompter-routes.ts'

export type PrompterEvent = z.output<typeof prompterEvent>
export type PrompterState = PrompterEvent['state']

/** Milliseconds after which a refused stream is tried anew. */
const refusedMs = 5000

/** Hears the prompters of a rundown until it is ended; `onLink` says whether the server can be heard. */
export function hearPrompter(rundownId: string, accountId: string, onEvent: (event: PrompterEvent) => void, onLink: (linked: boolean) => void): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(`${prompterEventsPath.replace(':rundownId', encodeURIComponent(rundownId))}?account=${encodeURIComponent(accountId)}`)
    source.addEventListener('message', ({ data }: MessageEvent<string>) => onEvent(prompterEvent.parse(JSON.parse(data))))
    source.addEventListener('open', () => onLink(true))
    source.addEventListener('error', () => {
      onLink(false)
      if (source?.readyState === EventSource.CLOSED) again = setTimeout(open, refusedMs)
    })
  }
  open()
  return () => {
    clearTimeout(again)
    source?.close()
  }
}
