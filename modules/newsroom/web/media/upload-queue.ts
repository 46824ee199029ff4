import type { MediaItem } from './media-item.ts'
import type { sendFile, Sending } from './send-file.ts'

/** How one file of this page stands. */
export interface UploadState {
  readonly received: number
  readonly phase: 'waiting' | 'sending' | 'paused' | 'lost'
  readonly error: Error | null
}

export type UploadStates = ReadonlyMap<string, UploadState>

/** Files sent from this page: one at a time, because a bad line is not better for two. */
export interface UploadQueue {
  readonly send: (id: MediaItem['id'], file: File) => void
  readonly pause: (id: MediaItem['id']) => void
  readonly goOn: (id: MediaItem['id']) => void
  /** Goes on with everything a lost line stopped. */
  readonly lineIsBack: () => void
  readonly stop: () => void
}

/** A queue that tells every change of how its files stand, and when one of them has ended. */
export function createUploadQueue(begin: typeof sendFile, onChange: (states: UploadStates) => void, onEnd: () => void): UploadQueue {
  const files = new Map<MediaItem['id'], File>()
  let states: UploadStates = new Map()
  let waiting: MediaItem['id'][] = []
  let running: { readonly id: MediaItem['id']; readonly sending: Sending } | null = null

  const note = (id: MediaItem['id'], change: Partial<UploadState> | null): void => {
    const after = new Map(states)
    if (change === null) after.delete(id)
    else after.set(id, { received: 0, phase: 'waiting', error: null, ...states.get(id), ...change })
    states = after
    onChange(states)
  }
  const end = (): void => {
    running = null
    onEnd()
    next()
  }
  const next = (): void => {
    const id = running === null ? waiting.shift() : undefined
    const file = id === undefined ? undefined : files.get(id)
    if (id === undefined || file === undefined) return
    note(id, { phase: 'sending', error: null })
    const sending = begin(id, file, {
      onProgress: (received) => note(id, { received }),
      onDone: () => {
        files.delete(id)
        note(id, null)
        end()
      },
      onError: (error) => {
        note(id, { phase: 'lost', error })
        end()
      },
    })
    running = { id, sending }
  }
  const send = (id: MediaItem['id'], file: File): void => {
    files.set(id, file)
    if (running?.id !== id && !waiting.includes(id)) waiting.push(id)
    note(id, { phase: running?.id === id ? 'sending' : 'waiting', error: null })
    next()
  }
  const goOn = (id: MediaItem['id']): void => {
    const file = files.get(id)
    if (file !== undefined) send(id, file)
  }
  return {
    send,
    goOn,
    pause(id) {
      waiting = waiting.filter((each) => each !== id)
      if (states.has(id)) note(id, { phase: 'paused' })
      if (running?.id !== id) return
      running.sending.pause()
      running = null
      next()
    },
    lineIsBack() {
      for (const [id, state] of states) if (state.phase === 'lost') goOn(id as MediaItem['id'])
    },
    stop() {
      running?.sending.pause()
      running = null
      waiting = []
    },
  }
}
