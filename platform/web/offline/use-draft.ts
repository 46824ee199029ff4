import { useEffect, useState } from 'react'
import type { z } from 'zod'
import { useDevice } from './device.ts'

export interface Draft<T> {
  readonly value: T
  /** Keeps a new value on the device at once. */
  readonly change: (next: T) => void
  /** Read from the device: until then nothing should be entered over it. */
  readonly ready: boolean
  /** An earlier visit left it. */
  readonly restored: boolean
  /** Survives the page, once kept. */
  readonly durable: boolean
  /** The last change is still being written to the device. */
  readonly keeping: boolean
}

/** Something written on this device, encrypted, that the server gets only when its writer sends it. Forgotten by `vault.remove('draft', name)`. */
export function useDraft<T>(name: string, shape: z.ZodType<T>, empty: T): Draft<T> {
  const { vault } = useDevice()
  const [known] = useState({ shape, empty })
  const [draft, setDraft] = useState<{ readonly name: string; readonly value: T; readonly restored: boolean }>()
  const [writes, setWrites] = useState(0)
  useEffect(() => {
    let left = false
    const read = async () => {
      const kept = known.shape.safeParse(await vault.get('draft', name).catch(() => undefined))
      if (!left) setDraft({ name, value: kept.success ? kept.data : known.empty, restored: kept.success })
    }
    void read()
    return () => {
      left = true
    }
  }, [vault, name, known])
  const now = draft?.name === name ? draft : undefined
  return {
    value: now?.value ?? known.empty,
    ready: now !== undefined,
    restored: now?.restored ?? false,
    durable: vault.durable,
    keeping: writes > 0,
    change: (next) => {
      setDraft({ name, value: next, restored: now?.restored ?? false })
      setWrites((count) => count + 1)
      // A full disk only means that it lives as long as the page.
      void vault
        .put('draft', name, next)
        .catch(() => undefined)
        .finally(() => setWrites((count) => count - 1))
    },
  }
}
