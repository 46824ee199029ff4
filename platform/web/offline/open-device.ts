import { v7 as newRequestId } from 'uuid'
import type { Device, DeviceSetting } from './device.ts'
import { isLinkDown, watchLink } from './link.ts'
import { claimWindow } from './open-windows.ts'
import { openOutbox } from './outbox.ts'
import { openVault } from './vault.ts'

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
