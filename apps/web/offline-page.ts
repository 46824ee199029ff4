import { useSyncExternalStore } from 'react'

let kept = false
const listeners = new Set<() => void>()

/**
 * Has the browser keep the program's own files, so that the page opens without a link. Only files, never data. Does
 * nothing where the browser does not allow it (plain http on a LAN) and while developing.
 */
export function keepPageOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  void serviceWorker.ready.then(() => {
    kept = true
    for (const listener of listeners) listener()
  })
  const register = () => void serviceWorker.register('/service-worker.js').catch(() => undefined)
  // After the page stands: on a weak link the files kept for later must not hold up those needed now.
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
}

/** Whether the page opens without a link on this device. */
export function useOfflinePage(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => kept,
  )
}
