import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { changesBetween, withChanges, type Change } from './changes.ts'
import { memoryVault } from './memory-vault.ts'
import type { Vault, VaultKind } from './vault.ts'

interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
  /** When it was written, to clear away what was read long ago without opening it. */
  readonly at: number
}

interface Schema extends DBSchema {
  keys: { key: string; value: CryptoKey }
  sealed: { key: string; value: Sealed }
}

const usualDatabase = 'thuocdo-device'
const readForMs = 14 * 24 * 3600_000

/**
 * Opens what an account keeps on this device. Each record is encrypted with AES-GCM under the account's own key, which
 * no script can read out and which {@link Vault.destroy} deletes. Without `crypto.subtle` or IndexedDB everything
 * stays in memory.
 */
export async function openVault(accountId: string, database = usualDatabase): Promise<Vault> {
  if (globalThis.crypto?.subtle === undefined || globalThis.indexedDB === undefined) return memoryVault()
  try {
    const db = await openDatabase(database)
    const key = await keyOf(db, accountId)
    const vault = sealedVault(db, key, accountId)
    await forgetOldReads(db, accountId)
    return vault
  } catch {
    // A private window may forbid either; the work is then kept as long as the page.
    return memoryVault()
  }
}

/** Removes an account's key and records without opening them. */
export async function destroyVault(accountId: string, database = usualDatabase): Promise<void> {
  if (globalThis.indexedDB === undefined) return
  const db = await openDatabase(database)
  await destroyIn(db, accountId)
  db.close()
}

function openDatabase(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('sealed')
    },
  })
}

/** The account's key, made on first use. Two windows that make one at once end up with the same. */
async function keyOf(db: IDBPDatabase<Schema>, accountId: string): Promise<CryptoKey> {
  const known = await db.get('keys', accountId)
  if (known !== undefined) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const change = db.transaction('keys', 'readwrite')
  const first = await change.store.get(accountId)
  if (first === undefined) await change.store.put(made, accountId)
  await change.done
  return first ?? made
}

const rangeOf = (accountId: string, kind?: VaultKind): IDBKeyRange => {
  const prefix = kind === undefined ? `${accountId}/` : `${accountId}/${kind}/`
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`)
}

async function destroyIn(db: IDBPDatabase<Schema>, accountId: string): Promise<void> {
  const change = db.transaction(['keys', 'sealed'], 'readwrite')
  await Promise.all([change.objectStore('keys').delete(accountId), change.objectStore('sealed').delete(rangeOf(accountId)), change.done])
}

async function forgetOldReads(db: IDBPDatabase<Schema>, accountId: string): Promise<void> {
  const oldest = Date.now() - readForMs
  const change = db.transaction('sealed', 'readwrite')
  for (let cursor = await change.store.openCursor(rangeOf(accountId, 'read')); cursor !== null; cursor = await cursor.continue()) {
    if (cursor.value.at < oldest) await cursor.delete()
  }
  await change.done
}

interface Kept {
  readonly name: string
  readonly value: unknown
}

/** What changed in a piece of work since it was last written whole, in the record with this vector. */
interface Since {
  readonly whole: string
  readonly changes: readonly Change[]
}

/** Changes as long as this part of the whole are not worth a record of their own. */
const smallPart = 1 / 4

function sealedVault(db: IDBPDatabase<Schema>, key: CryptoKey, accountId: string): Vault {
  let tail: Promise<unknown> = Promise.resolve()
  let destroyed = false
  /** Work as it stands whole on the device, by its name. No other window writes under that name. */
  const wholes = new Map<string, { readonly place: string; readonly value: unknown; readonly vector: string; readonly length: number }>()

  /** One write after the other: encryption takes its own time, and the last call must win. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = tail.then(work)
    tail = result.catch(() => undefined)
    return result
  }
  const placeOf = async (kind: VaultKind, name: string) => `${accountId}/${kind}/${await printOf(name)}`
  const workPlaces = `${accountId}/work/`
  /** Beside the work itself, where what lists work does not look. */
  const sincePlace = (place: string) => `${accountId}/work-since/${place.slice(workPlaces.length)}`
  const sealing = (place: string, iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) })

  async function seal(place: string, text: string): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    return { iv, bytes: await crypto.subtle.encrypt(sealing(place, iv), key, new TextEncoder().encode(text)), at: Date.now() }
  }

  async function open<T>(place: string, sealed: Sealed): Promise<T | undefined> {
    try {
      const bytes = await crypto.subtle.decrypt(sealing(place, sealed.iv), key, sealed.bytes)
      return JSON.parse(new TextDecoder().decode(bytes)) as T
    } catch {
      // Damaged, or written under a key that is gone: it can never be read again.
      await db.delete('sealed', place)
      return undefined
    }
  }

  async function openWork(place: string, sealed: Sealed, later: Sealed | undefined): Promise<Kept | undefined> {
    const kept = await open<Kept>(place, sealed)
    if (kept === undefined || later === undefined) return kept
    const since = await open<Since>(sincePlace(place), later)
    return since?.whole === hex(sealed.iv) ? { name: kept.name, value: withChanges(kept.value, since.changes) } : kept
  }

  async function putWork(name: string, value: unknown): Promise<void> {
    const before = wholes.get(name)
    if (before !== undefined) {
      const text = JSON.stringify({ whole: before.vector, changes: changesBetween(before.value, value) } satisfies Since)
      if (text.length < before.length * smallPart) {
        const place = sincePlace(before.place)
        const sealed = await seal(place, text)
        if (!destroyed) await db.put('sealed', sealed, place)
        return
      }
    }
    const place = await placeOf('work', name)
    const text = JSON.stringify({ name, value })
    const sealed = await seal(place, text)
    if (destroyed) return
    const change = db.transaction('sealed', 'readwrite')
    await Promise.all([change.store.put(sealed, place), change.store.delete(sincePlace(place)), change.done])
    wholes.set(name, { place, value, vector: hex(sealed.iv), length: text.length })
  }

  return {
    durable: true,
    async get(kind, name) {
      const place = await placeOf(kind, name)
      if (destroyed) return undefined
      const change = db.transaction('sealed')
      const [sealed, later] = await Promise.all([change.store.get(place), kind === 'work' ? change.store.get(sincePlace(place)) : undefined])
      return sealed === undefined ? undefined : (await openWork(place, sealed, later))?.value
    },
    async list(kind) {
      if (destroyed) return []
      const { store } = db.transaction('sealed')
      const [places, all] = await Promise.all([store.getAllKeys(rangeOf(accountId, kind)), store.getAll(rangeOf(accountId, kind))])
      const since = kind === 'work' ? await Promise.all(places.map((place) => store.get(sincePlace(place)))) : []
      const opened = await Promise.all(all.map((sealed, at) => openWork(places[at] ?? '', sealed, since[at])))
      return opened.filter((one) => one !== undefined)
    },
    put: (kind, name, value) => {
      if (kind === 'work') return inTurn(() => putWork(name, value))
      const text = JSON.stringify({ name, value })
      return inTurn(async () => {
        const place = await placeOf(kind, name)
        const sealed = await seal(place, text)
        if (!destroyed) await db.put('sealed', sealed, place)
      })
    },
    remove: (kind, name) =>
      inTurn(async () => {
        wholes.delete(name)
        const place = await placeOf(kind, name)
        if (destroyed) return
        const change = db.transaction('sealed', 'readwrite')
        await Promise.all([change.store.delete(place), kind === 'work' ? change.store.delete(sincePlace(place)) : undefined, change.done])
      }),
    destroy: () => {
      destroyed = true
      return inTurn(() => destroyIn(db, accountId))
    },
  }
}

/** Records are filed under a print of their name: an address may hold what somebody searched for. */
async function printOf(name: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name))
  return hex(new Uint8Array(bytes))
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
