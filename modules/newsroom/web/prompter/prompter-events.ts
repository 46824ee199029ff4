import type { z } from 'zod'
import { prompterEvent, prompterEventsPath } from '../../contract/prompter-routes.ts'
import { hearRundown } from '../rundown/hear-rundown.ts'

export type PrompterEvent = z.output<typeof prompterEvent>
export type PrompterState = PrompterEvent['state']

/** Milliseconds after which a refused stream is tried anew. */
const refusedMs = 5000

/** Hears the prompters of a rundown until it is ended; `onLink` says whether the server can be heard. */
export function hearPrompter(rundownId: string, accountId: string, onEvent: (event: PrompterEvent) => void, onLink: (linked: boolean) => void): () => void {
  return hearRundown(prompterEventsPath, rundownId, accountId, refusedMs, {
    onData: (data) => onEvent(prompterEvent.parse(JSON.parse(data))),
    onOpen: () => onLink(true),
    onLost: () => onLink(false),
  })
}
