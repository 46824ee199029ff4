import type { OpenWindows } from './outbox.ts'

const lockOf = (name: string) => `thuocdo.window.${name}`

/**
 * Names this window and holds a lock under the name until it closes, by which other windows know that its work is
 * its own. Without locks (plain http) nothing is shared between windows, and no other window is ever open.
 */
export async function claimWindow(own: string): Promise<OpenWindows> {
  const { locks } = navigator as { locks?: LockManager }
  if (locks === undefined) return { own, whenClosed: (_, work) => work() }
  await new Promise<void>((held) => void locks.request(lockOf(own), () => new Promise(() => held())))
  return { own, whenClosed: (name, work) => locks.request(lockOf(name), work) }
}
