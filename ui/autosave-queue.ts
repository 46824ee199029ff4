import { isRefused, isSignedOut } from './error-words.ts'

export type SaveStatus = 'clean' | 'dirty' | 'saving' | 'saved' | 'offline' | 'signed-out' | 'refused'

export interface SaveProgress {
  readonly status: SaveStatus
  readonly savedAt: Date | null
  /** Why the server refused, until the next change. */
  readonly error: unknown
}

/** Unsaved work kept on this machine. `version` is the stored version it was made from. */
export interface Draft<T> {
  readonly value: T
  readonly version: number
  readonly keptAt: string
}

export interface DraftStore<T> {
  read(): Draft<T> | undefined
  write(draft: Draft<T>): void
  remove(): void
}

export interface Attempt {
  readonly requestId: string
  readonly version: number
}

export interface AutosaveSetting<T> {
  /** Sends one value made from one version; answers the version stored. The same attempt may be sent again. */
  readonly save: (value: T, attempt: Attempt) => Promise<{ version: number }>
  readonly version: number
  readonly drafts: DraftStore<T>
  readonly newRequestId: () => string
  readonly now: () => Date
  readonly later: (act: () => void, ms: number) => () => void
  /** Waits until somebody has signed in again; rejects when it is somebody else. */
  readonly signInAgain: () => Promise<void>
  readonly onProgress: (progress: SaveProgress) => void
  /** Rest after the last change before saving, in milliseconds. */
  readonly delay?: number
}

export interface AutosaveQueue<T> {
  /** Notes a new value; it is kept on this machine at once and sent after a short rest. */
  change(value: T): void
  /** Sends now what waits; resolves when nothing waits any more or it cannot go on by itself. */
  flush(): Promise<void>
  /** After a conflict was shown: carries on from the version now stored. */
  rebase(version: number): void
  /** Forgets unsaved work. */
  discard(): void
  stop(): void
}

const retryDelays = [2_000, 4_000, 8_000, 15_000, 30_000]

/**
 * Saves one thing at a time, in order. An attempt whose answer was lost is sent again with the same request id and
 * the same value before anything newer, so that it happens once and the version stays known.
 */
export function createAutosaveQueue<T>(setting: AutosaveSetting<T>): AutosaveQueue<T> {
  const { save, drafts, newRequestId, now, later, signInAgain, onProgress, delay = 800 } = setting
  let version = setting.version
  let latest: { value: T } | undefined
  let pending: { value: T; attempt: Attempt } | undefined
  let running: Promise<void> | undefined
  let cancelTimer = () => {}
  let savedAt: Date | null = null
  let failures = 0
  let stopped = false

  const report = (status: SaveStatus, error?: unknown) => {
    if (!stopped) onProgress({ status, savedAt, error })
  }
  const keep = (value: T) => drafts.write({ value, version, keptAt: now().toISOString() })

  const schedule = (ms: number) => {
    cancelTimer()
    cancelTimer = later(() => void flush(), ms)
  }

  async function sendAll(): Promise<void> {
    while (!stopped) {
      if (pending === undefined) {
        if (latest === undefined) return
        pending = { value: latest.value, attempt: { requestId: newRequestId(), version } }
        latest = undefined
      }
      const sending = pending
      report('saving')
      try {
        const stored = await save(sending.value, sending.attempt)
        version = stored.version
        pending = undefined
        failures = 0
        savedAt = now()
        if (latest === undefined) {
          drafts.remove()
          report('saved')
        } else keep(latest.value)
      } catch (error) {
        if (isSignedOut(error)) {
          report('signed-out')
          await signInAgain()
          continue
        }
        if (isRefused(error) && error.code !== 'platform.unexpected') {
          if (latest === undefined && pending === sending) latest = { value: sending.value }
          pending = undefined
          report('refused', error)
          return
        }
        report('offline', error)
        schedule(retryDelays[Math.min(failures, retryDelays.length - 1)] ?? 30_000)
        failures += 1
        return
      }
    }
  }

  function flush(): Promise<void> {
    cancelTimer()
    running ??= sendAll()
      .catch((error: unknown) => report('signed-out', error))
      .finally(() => {
        running = undefined
      })
    return running
  }

  return {
    change(value) {
      latest = { value }
      keep(value)
      if (running === undefined) report(pending === undefined ? 'dirty' : 'offline')
      if (running === undefined && pending === undefined) schedule(delay)
    },
    flush,
    rebase(next) {
      version = next
      if (latest !== undefined) keep(latest.value)
    },
    discard() {
      cancelTimer()
      latest = undefined
      pending = undefined
      drafts.remove()
      report('clean')
    },
    stop() {
      cancelTimer()
      stopped = true
    },
  }
}
