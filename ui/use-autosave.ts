import { useEffect, useRef, useState } from 'react'
import {
  createAutosaveQueue,
  type Attempt,
  type AutosaveQueue,
  type Draft,
  type DraftStore,
  type SaveProgress,
} from './autosave-queue.ts'
import { draftStore, useDraftOwner } from './drafts.ts'
import { signInAgain } from './expired-login.ts'
import { newRequestId } from './request-id.ts'

export interface AutosaveOptions<T> {
  /** Which thing is edited: its kind and id. Another key is another piece of work. */
  readonly key: string
  /** What the server has, with its version. */
  readonly stored: { readonly value: T; readonly version: number }
  /** Sends one value; pass `requestId` and `version` on. Answers the version now stored. */
  readonly save: (value: T, attempt: Attempt) => Promise<{ version: number }>
  readonly delay?: number
}

export interface Autosave<T> {
  readonly value: T
  readonly change: (next: T) => void
  readonly progress: SaveProgress
  /** Work of last time was found and taken up again. */
  readonly restored: boolean
  /** Work of last time made from an older version than the one stored now: the user must choose. */
  readonly stale: Draft<T> | undefined
  readonly takeStale: () => void
  readonly dropStale: () => void
  readonly flush: () => Promise<void>
  /** After a conflict: mine again, on top of the version now stored. */
  readonly keepMine: (version: number) => Promise<void>
  /** After a conflict: what is stored now, mine is dropped. */
  readonly takeTheirs: (value: T, version: number) => void
  /** Something is not stored yet. */
  readonly unsaved: boolean
}

const clean: SaveProgress = { status: 'clean', savedAt: null, error: undefined }

/** One piece of work while it is open: the text, its queue, and what was left from last time. */
interface Work<T> {
  readonly owner: string
  readonly key: string
  readonly value: T
  readonly restored: boolean
  readonly stale: Draft<T> | undefined
  readonly queue: AutosaveQueue<T>
}

/** Edits that save themselves: kept on this machine at once, sent after a rest, retried, restored next time. */
export function useAutosave<T>({ key, stored, save, delay }: AutosaveOptions<T>): Autosave<T> {
  const owner = useDraftOwner()
  const latestSave = useRef(save)
  latestSave.current = save
  const [progress, setProgress] = useState<SaveProgress>(clean)

  const open = (): Work<T> => {
    const drafts = draftStore<T>(owner, key)
    const queue = createAutosaveQueue<T>({
      save: (next, attempt) => latestSave.current(next, attempt),
      version: stored.version,
      drafts,
      newRequestId,
      now: () => new Date(),
      later: (act, ms) => {
        const timer = setTimeout(act, ms)
        return () => clearTimeout(timer)
      },
      signInAgain,
      onProgress: setProgress,
      ...(delay === undefined ? {} : { delay }),
    })
    return { owner, key, queue, ...takeUp(drafts, stored) }
  }
  const [work, setWork] = useState(open)
  const [value, setValue] = useState<T>(work.value)
  const [restored, setRestored] = useState(work.restored)
  const [stale, setStale] = useState(work.stale)
  if (work.owner !== owner || work.key !== key) {
    const next = open()
    setWork(next)
    setValue(next.value)
    setRestored(next.restored)
    setStale(next.stale)
    setProgress(clean)
  }
  const { queue } = work

  useEffect(() => {
    if (work.restored) {
      work.queue.change(work.value)
      void work.queue.flush()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') void work.queue.flush()
    }
    const online = () => void work.queue.flush()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('online', online)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('online', online)
      void work.queue.flush()
    }
  }, [work])

  const change = (next: T) => {
    setValue(next)
    queue.change(next)
  }
  return {
    value,
    change,
    progress,
    restored,
    stale,
    takeStale: () => {
      if (stale === undefined) return
      setStale(undefined)
      setRestored(true)
      change(stale.value)
    },
    dropStale: () => {
      setStale(undefined)
      queue.discard()
    },
    flush: () => queue.flush(),
    keepMine: (version) => {
      queue.rebase(version)
      return queue.flush()
    },
    takeTheirs: (next, version) => {
      queue.discard()
      queue.rebase(version)
      setValue(next)
    },
    unsaved: progress.status !== 'clean' && progress.status !== 'saved',
  }
}

function takeUp<T>(drafts: DraftStore<T>, stored: { readonly value: T; readonly version: number }) {
  const draft = drafts.read()
  if (draft === undefined || JSON.stringify(draft.value) === JSON.stringify(stored.value)) {
    drafts.remove()
    return { value: stored.value, restored: false, stale: undefined }
  }
  if (draft.version === stored.version) return { value: draft.value, restored: true, stale: undefined }
  return { value: stored.value, restored: false, stale: draft }
}
