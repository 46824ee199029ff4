import { RefusedError } from '../client.ts'

/** Where a piece of work stands. `offline`: no answer; `refused`: the server said no and a person must look. */
export type SaveStatus = 'clean' | 'dirty' | 'saving' | 'saved' | 'offline' | 'signed-out' | 'refused'

export interface SaveProgress {
  readonly status: SaveStatus
  readonly savedAt: Date | null
  /** Why there was no answer, or why the server refused; until the next change. */
  readonly error: unknown
}

/** One sending: its number, by which the server does it once, and the stored version it was made from. */
export interface Attempt {
  readonly requestId: string
  readonly version: number
}

export interface Stored<T> {
  readonly value: T
  readonly version: number
}

/** Unsent work as it is kept: enough to go on after the page was closed, or the machine went off, in mid-save. */
export interface KeptWork<T> {
  readonly value: T
  /** What the server was last known to have: both what versions are counted from and what conflicts are compared with. */
  readonly stored: Stored<T>
  /** Sent and not yet answered: goes again, unchanged and under the same number, before anything newer. */
  readonly unanswered: { readonly value: T; readonly attempt: Attempt } | null
  readonly keptAt: string
}

export interface SaveQueueSetting<T> {
  /** Sends one value made from one version; answers the version stored. The same attempt may be sent again. */
  readonly send: (value: T, attempt: Attempt) => Promise<{ version: number }>
  readonly stored: Stored<T>
  /** Work left from last time. */
  readonly left?: KeptWork<T>
  /** Keeps the work on the device, or nothing more of it. A rejection only means that it lives as long as the page. */
  readonly keep: (work: KeptWork<T> | undefined) => Promise<void>
  readonly newRequestId: () => string
  readonly now: () => Date
  readonly later: (act: () => void, ms: number) => () => void
  /** Waits until the same person has signed in again; rejects when it is somebody else. */
  readonly signInAgain: () => Promise<void>
  readonly onProgress: (progress: SaveProgress) => void
  /** Rest after the last change before saving, in milliseconds. */
  readonly delay?: number
}

export interface SaveQueue<T> {
  /** Notes a new value; it is kept on the device at once and sent after a short rest. */
  change(value: T): void
  /** Sends now what waits; resolves when nothing waits any more or it cannot go on by itself. */
  flush(): Promise<void>
  /** After a conflict was shown: carries on from what is stored now. */
  rebase(stored: Stored<T>): void
  /** Forgets unsent work. What was sent without an answer may have been done all the same. */
  discard(): void
  /** The value as the person left it. */
  value(): T
  stored(): Stored<T>
  /** Something is not stored yet. */
  waiting(): boolean
  progress(): SaveProgress
  stop(): void
}

const retryDelays = [2_000, 4_000, 8_000, 15_000, 30_000]

/**
 * Saves one thing at a time, in order. An attempt is kept on the device before it leaves; one whose answer was lost is
 * sent again with the same request id and the same value before anything newer, also after a restart, so that it
 * happens once and the version stays known.
 */
export function createSaveQueue<T>(setting: SaveQueueSetting<T>): SaveQueue<T> {
  const { send, keep, newRequestId, now, later, signInAgain, onProgress, delay = 800, left } = setting
  let stored = left?.stored ?? setting.stored
  let pending = left?.unanswered ?? undefined
  let latest = left === undefined || (pending !== undefined && same(left.value, pending.value)) ? undefined : { value: left.value }
  let running: Promise<void> | undefined
  let cancelTimer = () => {}
  let savedAt: Date | null = null
  let failures = 0
  let stopped = false
  let progress: SaveProgress = { status: left === undefined ? 'clean' : 'offline', savedAt, error: undefined }

  const report = (status: SaveStatus, error?: unknown) => {
    // Nothing is drawn for a key that only goes on writing.
    if (progress.status === status && progress.error === error && progress.savedAt === savedAt) return
    progress = { status, savedAt, error }
    if (!stopped) onProgress(progress)
  }
  const value = (): T => latest?.value ?? pending?.value ?? stored.value
  const keepNow = (): Promise<void> =>
    keep(latest === undefined && pending === undefined ? undefined : { value: value(), stored, unanswered: pending ?? null, keptAt: now().toISOString() }).catch(() => undefined)

  const schedule = (ms: number) => {
    cancelTimer()
    cancelTimer = later(() => void flush(), ms)
  }

  async function sendAll(): Promise<void> {
    while (!stopped) {
      if (pending === undefined) {
        if (latest === undefined) return
        pending = { value: latest.value, attempt: { requestId: newRequestId(), version: stored.version } }
        latest = undefined
      }
      const sending = pending
      report('saving')
      // Before it leaves: were the machine switched off now, the same number must go out again.
      await keepNow()
      try {
        const { version } = await send(sending.value, sending.attempt)
        if (pending !== sending) continue
        stored = { value: sending.value, version }
        pending = undefined
        failures = 0
        savedAt = now()
        await keepNow()
        if (latest === undefined) report('saved')
      } catch (error) {
        if (pending !== sending) continue
        if (isNot(error, 'platform.not-signed-in')) {
          report('signed-out', error)
          await signInAgain()
          continue
        }
        // A server with a full disk or without its database refuses the moment, not the work.
        if (error instanceof RefusedError && error.status < 500 && error.code !== 'platform.unexpected') {
          latest ??= { value: sending.value }
          pending = undefined
          await keepNow()
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
    change(next) {
      latest = { value: next }
      void keepNow()
      if (running !== undefined) return
      report(pending === undefined ? 'dirty' : 'offline')
      if (pending === undefined) schedule(delay)
    },
    flush,
    rebase(next) {
      stored = next
      if (latest !== undefined) void keepNow()
    },
    discard() {
      cancelTimer()
      latest = undefined
      pending = undefined
      void keepNow()
      report('clean')
    },
    value,
    stored: () => stored,
    waiting: () => latest !== undefined || pending !== undefined,
    progress: () => progress,
    stop() {
      cancelTimer()
      stopped = true
    },
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function isNot(error: unknown, code: string): boolean {
  return error instanceof RefusedError && error.code === code
}
