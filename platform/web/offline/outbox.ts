import { z } from 'zod'
import { createSaveQueue, type Attempt, type KeptWork, type SaveProgress, type Stored } from './save-queue.ts'
import type { Vault } from './vault.ts'

/** What a piece of unsent work is, for the list of unsent changes (thay đổi chưa gửi) and for sending it without its screen. */
export interface WorkAbout {
  /** Which sender takes it. */
  readonly kind: string
  /** What the sender needs besides the value: ids. */
  readonly params: Readonly<Record<string, string>>
  readonly title: { readonly vi: string; readonly en: string }
  /** Whom or what it is about, as the screen named it. */
  readonly detail: string
  /** The screen where it is seen and changed. */
  readonly place: string
}

/** Sends one kind of work; answers the version now stored. Throws as `call` does. */
export type Sender = (params: WorkAbout['params'], value: unknown, attempt: Attempt & { readonly signal?: AbortSignal }) => Promise<{ version: number }>

/** One piece of work: changed by its screen, sent by itself, also when the screen is gone. */
export interface Lane<T> {
  readonly key: string
  readonly about: WorkAbout
  readonly value: () => T
  readonly stored: () => Stored<T>
  readonly progress: () => SaveProgress
  /** Something is not stored yet. */
  readonly waiting: () => boolean
  /** Taken up from an earlier visit. */
  readonly left: boolean
  change(value: T): void
  flush(): Promise<void>
  rebase(stored: Stored<T>): void
  discard(): void
}

export interface Outbox {
  /** Unsent work survives the page. */
  readonly durable: boolean
  /** The piece of work under a key: what waits if there is any, a fresh one on top of `stored` otherwise. */
  lane<T>(key: string, about: WorkAbout, stored: Stored<T>): Lane<T>
  /** The work under a key if any of it waits. */
  waiting(key: string): Lane<unknown> | undefined
  /** Everything that is not stored yet, oldest first. The same array until something changes. */
  unsent(): readonly Lane<unknown>[]
  watch(listener: () => void): () => void
  flushAll(): Promise<void>
  /** Forgets everything and sends nothing more: before logging out. */
  close(): void
}

export interface OutboxSetting {
  readonly vault: Vault
  /** By kind; loaded when first needed. */
  readonly senders: Readonly<Record<string, () => Promise<Sender>>>
  readonly signInAgain: () => Promise<void>
  readonly newRequestId: () => string
  /** Tells which work belongs to windows still open, whose work is theirs to send. */
  readonly windows: OpenWindows
  readonly later?: (act: () => void, ms: number) => () => void
}

/** The windows of one browser that share a device. */
export interface OpenWindows {
  /** This window's own name, never given again. */
  readonly own: string
  /** Runs when the named window is no longer open: at once when it is not. One window at a time. */
  whenClosed(name: string, work: () => Promise<void>): Promise<void>
}

const keptShape = z.object({
  window: z.string(),
  key: z.string(),
  about: z.object({ kind: z.string(), params: z.record(z.string(), z.string()), title: z.object({ vi: z.string(), en: z.string() }), detail: z.string(), place: z.string() }),
  work: z.object({
    value: z.unknown(),
    stored: z.object({ value: z.unknown(), version: z.number() }),
    unanswered: z.object({ value: z.unknown(), attempt: z.object({ requestId: z.string(), version: z.number() }) }).nullable(),
    keptAt: z.string(),
  }),
})
type Kept = z.output<typeof keptShape>

const patienceMs = 30_000
const adoptionMs = 300
const noWork: readonly Lane<unknown>[] = []

/** Opens the outbox of an account on this device and takes up what closed windows left unsent. */
export async function openOutbox(setting: OutboxSetting): Promise<Outbox> {
  const { vault, senders, windows, newRequestId, signInAgain, later = afterMs } = setting
  const lanes = new Map<string, Lane<unknown>>()
  const listeners = new Set<() => void>()
  let unsent = noWork
  let closed = false

  const tell = () => {
    const now = [...lanes.values()].filter((lane) => lane.waiting())
    unsent = now.length === 0 ? noWork : now
    for (const listener of listeners) listener()
  }

  function makeLane<T>(key: string, about: WorkAbout, stored: Stored<T>, left?: KeptWork<T>): Lane<T> {
    const record = `${windows.own}/${key}`
    const queue = createSaveQueue<T>({
      stored,
      ...(left === undefined ? {} : { left }),
      send: async (value, attempt) => {
        const send = await senders[about.kind]?.()
        if (send === undefined) throw new Error(`nothing sends ${about.kind}`)
        return send(about.params, value, { ...attempt, signal: AbortSignal.timeout(patienceMs) })
      },
      keep: (work) => (closed ? Promise.resolve() : work === undefined ? vault.remove('work', record) : vault.put('work', record, { window: windows.own, key, about, work })),
      newRequestId,
      now: () => new Date(),
      later,
      signInAgain,
      onProgress: tell,
    })
    return { key, about, left: left !== undefined, value: queue.value, stored: queue.stored, progress: queue.progress, waiting: queue.waiting, change: queue.change, flush: queue.flush, rebase: queue.rebase, discard: queue.discard }
  }

  /** Makes another window's work this window's own. */
  async function adopt(name: string, kept: Kept): Promise<void> {
    if (closed) return
    const busy = lanes.get(kept.key)?.waiting() ?? false
    // Two windows left work on the same thing: both are sent, and the server tells the second of the first.
    const key = busy ? `${kept.key}~${name}` : kept.key
    await vault.put('work', `${windows.own}/${key}`, { ...kept, window: windows.own, key })
    await vault.remove('work', name)
    const work = kept.work as KeptWork<unknown>
    lanes.set(key, makeLane(key, kept.about, work.stored, work))
  }

  async function takeUp(): Promise<void> {
    const found = await vault.list('work')
    const owners = new Set<string>()
    for (const { name, value } of found) {
      const kept = keptShape.safeParse(value)
      if (!kept.success) await vault.remove('work', name)
      else if (kept.data.window !== windows.own) owners.add(kept.data.window)
    }
    // One owner after the other: the second must see what the first left on the same thing.
    let turn: Promise<void> = Promise.resolve()
    const adoptAll = async (owner: string) => {
      // Read again: another window may have taken it up meanwhile.
      for (const { name, value } of await vault.list('work')) {
        const kept = keptShape.safeParse(value)
        if (kept.success && kept.data.window === owner) await adopt(name, kept.data)
      }
      tell()
      void flushAll()
    }
    const taken = [...owners].map((owner) => windows.whenClosed(owner, () => (turn = turn.then(() => adoptAll(owner)))))
    // Work of a window still open comes when it closes; nobody waits for that.
    await Promise.race([Promise.allSettled(taken), new Promise((resolve) => setTimeout(resolve, adoptionMs))])
  }

  async function flushAll(): Promise<void> {
    await Promise.all([...lanes.values()].filter((lane) => lane.waiting() && lane.progress().status !== 'refused').map((lane) => lane.flush()))
  }

  await takeUp()
  return {
    durable: vault.durable,
    lane<T>(key: string, about: WorkAbout, stored: Stored<T>) {
      const known = lanes.get(key)
      if (known?.waiting()) return known as Lane<T>
      const lane = makeLane<T>(key, about, stored)
      lanes.set(key, lane as Lane<unknown>)
      return lane
    },
    waiting: (key) => {
      const lane = lanes.get(key)
      return lane?.waiting() ? lane : undefined
    },
    unsent: () => unsent,
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    flushAll,
    close() {
      closed = true
      for (const lane of lanes.values()) lane.discard()
      lanes.clear()
      tell()
    },
  }
}

function afterMs(act: () => void, ms: number): () => void {
  const timer = setTimeout(act, ms)
  return () => clearTimeout(timer)
}
