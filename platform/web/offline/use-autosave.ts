import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useDevice } from './device.ts'
import type { Lane, Outbox, WorkAbout } from './outbox.ts'
import type { SaveProgress, Stored } from './save-queue.ts'

export interface AutosaveOptions<T> {
  /** Which thing is edited: its kind and id. Another key is another piece of work. */
  readonly key: string
  readonly about: WorkAbout
  /** What the server has, with its version. */
  readonly stored: Stored<T>
}

export interface Autosave<T> {
  readonly value: T
  /** The same at this very moment: after waiting for something inside one handler. */
  readonly valueNow: () => T
  readonly change: (next: T) => void
  /** For what shows by itself what is written in it: kept as {@link change} does, but the screen is drawn once the writing rests, which `onRest` hears. */
  readonly write: (next: T, onRest: (value: T) => void) => void
  readonly progress: SaveProgress
  /** Unsent work of last time was found and taken up again. */
  readonly restored: boolean
  /** What the server was last known to have: what the present value began from. */
  readonly stored: () => Stored<T>
  readonly flush: () => Promise<void>
  /** After a conflict: mine, or what was merged, on top of what is stored now. */
  readonly keepMine: (stored: Stored<T>, mine?: T) => Promise<void>
  /** After a conflict, or when the thing is gone: what is stored now; the unsent work is dropped. */
  readonly takeTheirs: (stored: Stored<T>) => void
  /** Something is not stored yet, as the screen was last drawn. */
  readonly unsaved: boolean
  /** The same at this very moment: after {@link flush} inside one handler. */
  readonly waiting: () => boolean
  /** What is not stored yet survives the page. */
  readonly durable: boolean
}

/** Milliseconds without a key after which the screen follows what was written. */
const restMs = 250

/** Edits that save themselves: kept on the device at once, sent after a rest, retried when the screen is gone too. */
export function useAutosave<T>({ key, about, stored }: AutosaveOptions<T>): Autosave<T> {
  const { outbox } = useDevice()
  useSyncExternalStore(outbox.watch, outbox.unsent)
  const [lane, setLane] = useState(() => outbox.lane(key, about, stored))
  const [value, setValue] = useState<T>(lane.value)
  const next = laneNow(outbox, lane, { key, about, stored })
  if (next !== lane) {
    setLane(next)
    setValue(next.value())
  }
  useEffect(() => {
    const send = () => {
      // What was refused waits for a person.
      if (next.waiting() && next.progress().status !== 'refused') void next.flush()
    }
    if (next.left) send()
    return send
  }, [next])

  const change = (changed: T) => {
    setValue(changed)
    next.change(changed)
  }
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(rest.current), [next])
  const write = (written: T, onRest: (value: T) => void) => {
    clearTimeout(rest.current)
    rest.current = setTimeout(() => {
      setValue(next.value())
      onRest(next.value())
    }, restMs)
    next.change(written)
  }
  const progress = next.progress()
  return {
    value: next === lane ? value : next.value(),
    valueNow: next.value,
    change,
    write,
    progress,
    restored: next.left,
    stored: next.stored,
    flush: next.flush,
    keepMine: (theirs, mine = next.value()) => {
      next.rebase(theirs)
      change(mine)
      return next.flush()
    },
    takeTheirs: (theirs) => {
      next.discard()
      next.rebase(theirs)
      setValue(theirs.value)
    },
    unsaved: progress.status !== 'clean' && progress.status !== 'saved',
    waiting: next.waiting,
    durable: outbox.durable,
  }
}

/** The piece of work this screen shows now: another thing, or work taken up meanwhile, or what was stored elsewhere while nothing waited here. */
function laneNow<T>(outbox: Outbox, lane: Lane<T>, { key, about, stored }: AutosaveOptions<T>): Lane<T> {
  if (lane.key !== key) return outbox.lane(key, about, stored)
  if (lane.waiting()) return lane
  const waiting = outbox.waiting(key)
  if (waiting !== undefined) return waiting as Lane<T>
  return stored.version > lane.stored().version ? outbox.lane(key, about, stored) : lane
}
