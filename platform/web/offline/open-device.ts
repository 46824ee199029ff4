import { v7 as newRequestId } from 'uuid'
import { isLinkDown, watchLink } from './link.ts'
import { claimWindow } from './open-windows.ts'
import { openOutbox, type Outbox, type Sender } from './outbox.ts'
import { openVault } from './open-vault.ts'
import type { Vault } from './vault.ts'

/** What the signed-in account has on this device: its encrypted store and its unsent work. */
export interface Device {
  readonly accountId: string
  readonly vault: Vault
  readonly outbox: Outbox
}

export interface DeviceSetting {
  readonly senders: Readonly<Record<string, () => Promise<Sender>>>
  /** Waits until the same person has signed in again; rejects when it is somebody else. */
  readonly signInAgain: () => Promise<void>
}

/** Opens store and outbox of an account; unsent work is sent whenever the link comes back. */
export async function makeDevice(accountId: string, { senders, signInAgain }: DeviceSetting): Promise<Device> {
  const [vault, windows] = await Promise.all([openVault(accountId), claimWindow(newRequestId())])
  const outbox = await openOutbox({ vault, senders, signInAgain, newRequestId, windows })
  const flush = () => void outbox.flushAll()
  watchLink(() => {
    if (!isLinkDown()) flush()
  })
  addEventListener('online', flush)
  document.addEventListener('visibilitychange', flush)
  outbox.watch(askToKeep(vault.durable, () => outbox.unsent().length > 0))
  return { accountId, vault, outbox }
}

/** Once there is unsent work, the browser is asked not to clear it away when the disk runs full. */
function askToKeep(durable: boolean, hasWork: () => boolean): () => void {
  let asked = !durable
  return () => {
    if (asked || !hasWork()) return
    asked = true
    void navigator.storage?.persist?.().catch(() => undefined)
  }
}
