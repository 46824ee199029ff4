import { useSyncExternalStore } from 'react'
import { useDevice } from './device.ts'
import type { Lane, Outbox } from './outbox.ts'

/** Everything not stored yet, oldest first, and the outbox it is in; drawn again with every change. Suspends until the device is open. */
export function useUnsent(): { readonly outbox: Outbox; readonly unsent: readonly Lane<unknown>[] } {
  const { outbox } = useDevice()
  return { outbox, unsent: useSyncExternalStore(outbox.watch, outbox.unsent) }
}
