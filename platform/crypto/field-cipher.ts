import { timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { TenantId } from '#kernel/id.ts'
import { writeLedger } from '#platform/audit/ledger.ts'
import { readerOf, type Reader } from '#platform/db/database.ts'
import { checkOf, makeKeyFile, readKeyFile } from './key-files.ts'
import { holdKeys, holdKeysAlone, registerKey, registeredKeys, type RegisteredKey } from './key-register.ts'
import { TenantCipher, type HeldKey } from './tenant-cipher.ts'

/** Seals and opens the fields that the database must not show; keys are read as they are needed, whichever server made them. */
export interface FieldCipher {
  /** For looking: opens, and makes prints to search by. */
  forReading(read: Reader, tenantId: TenantId): Promise<TenantCipher>
  /** For saving, until the transaction ends under one and the same key; the first ever makes it. */
  forWriting<Tables>(tx: Kysely<Tables>, tenantId: TenantId): Promise<TenantCipher>
  /** The registered keys whose files are not in the folder, or not the right ones: what they sealed cannot be read. */
  missingKeys(read: Reader): Promise<string[]>
}

/** A cipher over a folder of key files, which servers on one database share. Nothing is read or made before something is sealed. */
export function createFieldCipher(folder: string, clock: () => Date): FieldCipher {
  const known = new Map<string, HeldKey>()

  const held = async (key: RegisteredKey): Promise<HeldKey> => {
    const before = known.get(key.id)
    if (before !== undefined) return before
    const found = await heldKey(folder, key)
    // A missing file is looked for again: somebody may put it back while the program runs.
    if (found.secret !== undefined) known.set(key.id, found)
    return found
  }
  const cipherOf = async (tenantId: TenantId, keys: readonly RegisteredKey[]) => new TenantCipher(tenantId, await Promise.all(keys.map(held)))

  return {
    forReading: async (read, tenantId) => cipherOf(tenantId, await registeredKeys(read)),
    async forWriting(tx, tenantId) {
      const read = readerOf(tx)
      if ((await registeredKeys(read)).length === 0) await makeFirstKey(tx, folder, tenantId, clock())
      await holdKeys(tx)
      return cipherOf(tenantId, await registeredKeys(read))
    },
    async missingKeys(read) {
      const keys = await Promise.all((await registeredKeys(read)).map((key) => heldKey(folder, key)))
      return keys.filter(({ secret }) => secret === undefined).map(({ id }) => id)
    },
  }
}

/** A registered key with its secret from the folder; without when the file is missing, damaged or another key's. */
export async function heldKey(folder: string, { id, check }: RegisteredKey): Promise<HeldKey> {
  const secret = await readKeyFile(folder, id)
  return { id, secret: secret !== undefined && timingSafeEqual(checkOf(secret), check) ? secret : undefined }
}

/**
 * Of all who begin to seal at once one makes the key, in its own transaction: it must not wait for a connection that the
 * others hold while they wait for it. The file stays when the transaction fails, and is then no key of anything.
 */
async function makeFirstKey<Tables>(tx: Kysely<Tables>, folder: string, tenantId: TenantId, now: Date): Promise<void> {
  await holdKeysAlone(tx)
  if ((await registeredKeys(readerOf(tx))).length > 0) return
  const key = await makeKeyFile(folder)
  await registerKey(tx, key.id, checkOf(key.secret), now)
  await writeLedger(tx, { tenantId, actor: null, now, entryId: uuidv7(), request: null }, { action: 'platform.key.created', subject: { kind: 'key', id: key.id } }, undefined)
}
