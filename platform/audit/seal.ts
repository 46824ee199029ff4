import { sql, type Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import type { TenantId } from '#kernel/id.ts'
import { inTenant, readerOf, type Reader } from '#platform/db/database.ts'
import { entryHash, genesis, linkHash, type Hex } from './canonical.ts'
import { contentOf, selectEntries } from './entry-rows.ts'

const atOnce = 2_000
// The class of advisory locks that sealing takes, one per tenant.
const lockClass = 335_182

/** The last link of a tenant's chain (đầu chuỗi). */
export interface Head {
  readonly seq: number
  readonly hash: Hex
  readonly sealedAt: Date | null
}

/** The head of the chain; sequence 0 before the first link. */
export async function loadHead(read: Reader, tenantId: TenantId): Promise<Head> {
  const row = await read.selectFrom('ledger_link').where('tenant_id', '=', tenantId).select(['seq', 'hash', 'sealed_at']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? { seq: 0, hash: genesis, sealedAt: null } : { seq: Number(row.seq), hash: row.hash.toString('hex'), sealedAt: row.sealed_at as Date }
}

/**
 * Appends committed entries that no link names yet to the chain, in the order of their ids (UUIDv7, so of time), in
 * transactions of at most 2,000. `since` leaves out entries whose id is older: looking at everything costs a pass over
 * the ledger. Any number of servers may do this at once: one at a time gets the lock, and should two get it, the keys of
 * `ledger_link` let only one commit. Answers how many links were made.
 */
export async function sealTenant(db: Kysely<Database>, tenantId: TenantId, since: Date | null, now: Date): Promise<number> {
  let sealed = 0
  for (;;) {
    const links = await sealSome(db, tenantId, since, now)
    sealed += links
    if (links < atOnce) return sealed
  }
}

function sealSome(db: Kysely<Database>, tenantId: TenantId, since: Date | null, now: Date): Promise<number> {
  return inTenant(db, tenantId, 'write', async (tx) => {
    const { rows: locks } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${lockClass}::int, hashtext(${tenantId})) as mine`.execute(tx)
    if (locks[0]?.mine !== true) return 0
    const entries = await unsealedEntries(readerOf(tx), tenantId, since)
    if (entries.length === 0) return 0
    const head = await loadHead(readerOf(tx), tenantId)
    let previous = head.hash
    const links = entries.map(({ id, hash }, at) => {
      previous = linkHash({ tenant: tenantId, seq: head.seq + at + 1, entry: id, entryHash: hash, previous })
      return previous
    })
    await sql`insert into ledger_link (tenant_id, seq, entry_id, entry_hash, hash, sealed_at)
      select ${tenantId}::uuid, ${head.seq}::bigint + n.position, n.entry, decode(n.entry_hash, 'hex'), decode(n.hash, 'hex'), ${now}::timestamptz
      from unnest(${entries.map((entry) => entry.id)}::uuid[], ${entries.map((entry) => entry.hash)}::text[], ${links}::text[])
        with ordinality as n (entry, entry_hash, hash, position)`.execute(tx)
    return entries.length
  })
}

/** Entries no link names. */
function withoutLink(read: Reader, tenantId: TenantId) {
  return read
    .selectFrom('ledger_entry as e')
    .where('e.tenant_id', '=', tenantId)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('ledger_link as l').where('l.tenant_id', '=', tenantId).whereRef('l.entry_id', '=', 'e.id').select('l.seq'))))
}

/** Entries to seal, oldest first. Those from before the chain carry no hash of their own: what they say today is sealed. */
async function unsealedEntries(read: Reader, tenantId: TenantId, since: Date | null): Promise<{ id: string; hash: Hex }[]> {
  // The bound stands in the text: as a parameter the planner would take it for a third of the ledger.
  const from = since === null ? sql<boolean>`true` : sql<boolean>`e.id >= ${sql.lit(firstIdOf(since))}::uuid`
  const rows = await withoutLink(read, tenantId).where(from).select(['e.id', sql<Hex | null>`encode(e.hash, 'hex')`.as('hash')]).orderBy('e.id').limit(sql.lit(atOnce)).execute()
  const hashes = await hashesNow(read, tenantId, rows.filter((row) => row.hash === null).map((row) => row.id))
  return rows.map(({ id, hash }) => ({ id, hash: hash ?? hashes.get(id) ?? genesis }))
}

async function hashesNow(read: Reader, tenantId: TenantId, ids: readonly string[]): Promise<Map<string, Hex>> {
  if (ids.length === 0) return new Map()
  const rows = await selectEntries(read, tenantId).where('e.id', 'in', [...ids]).execute()
  return new Map(rows.map((row) => [row.id, entryHash(contentOf(tenantId, row))]))
}

/** The smallest UUIDv7 of a moment. */
function firstIdOf(at: Date): string {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** The latest moment among the last 1,000 entries of the chain: later than now when the clock was set back since. */
export async function newestMoment(read: Reader, tenantId: TenantId): Promise<Date | null> {
  const last = read.selectFrom('ledger_link').where('tenant_id', '=', tenantId).select('entry_id').orderBy('seq', 'desc').limit(1_000)
  const row = await read.selectFrom('ledger_entry').where('tenant_id', '=', tenantId).where('id', 'in', last).select(({ fn }) => fn.max('at').as('at')).executeTakeFirst()
  return (row?.at as Date | null | undefined) ?? null
}

/** Entries no link names yet: how many (at most 10,000 are counted), and since when the oldest waits. */
export async function countUnsealed(read: Reader, tenantId: TenantId): Promise<{ readonly entries: number; readonly oldest: Date | null }> {
  const waiting = await withoutLink(read, tenantId).select('e.at').limit(10_000).execute()
  const moments = waiting.map((row) => (row.at as Date).getTime())
  return { entries: waiting.length, oldest: moments.length === 0 ? null : new Date(Math.min(...moments)) }
}
