import { useEffect } from 'react'

/** Keeps the screen from going dark where the browser can; asked for anew when somebody comes back to the window. */
export function useWakeLock(): void {
  useEffect(() => {
    // Not there in old browsers, nor outside https.
    const wakeLock = (navigator as { readonly wakeLock?: WakeLock }).wakeLock
    if (wakeLock === undefined) return undefined
    let held: WakeLockSentinel | undefined
    let left = false
    const hold = async () => {
      if (document.visibilityState === 'hidden') return
      try {
        held = await wakeLock.request('screen')
        if (left) await held.release()
      } catch {
        // Refused when the battery is low; the system's own settings then decide.
      }
    }
    const again = () => void hold()
    again()
    document.addEventListener('visibilitychange', again)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', again)
      void held?.release()
    }
  }, [])
}
