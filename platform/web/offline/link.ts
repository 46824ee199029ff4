import { useSyncExternalStore } from 'react'

let down = false
const listeners = new Set<() => void>()

function set(next: boolean): void {
  if (down === next) return
  down = next
  for (const listener of listeners) listener()
}

/** A request was answered, whatever the answer: the server is there. */
export function noteAnswer(): void {
  set(false)
}

/** A request found no server. */
export function noteSilence(): void {
  set(true)
}

/**
 * Whether the last request found no server. The browser's own word for it is not used: on a LAN without internet it
 * says offline while the server is there, and in a village it says online while nothing gets through.
 */
export function isLinkDown(): boolean {
  return down
}

/** Tells of every change between up and down; answers how to stop. */
export function watchLink(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** {@link isLinkDown}, drawn again when it changes. */
export function useLinkDown(): boolean {
  return useSyncExternalStore(watchLink, isLinkDown, () => false)
}
