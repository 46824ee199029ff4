import { sql, type Kysely } from 'kysely'
import type { Database } from '#database/types.ts'
import { addDays, midnight, vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import { inTenant, readerOf, type Reader } from '#platform/db/database.ts'
import { appendAnchors } from './anchor-file.ts'
import { genesis, linkText } from './canonical.ts'
import { loadAnchors } from './write-export.ts'

/** How many days back a missing timestamp is still asked for. */
const askedFor = 30

/**
 * Keeps the head of the chain at the end of yesterday, Vietnamese time, as that day's anchor; nothing when it is kept
 * already or no entry was sealed since the last one. Any number of servers may do this at once.
 */
export async function anchorYesterday(db: Kysely<Database>, tenantId: TenantId, now: Date): Promise<void> {
  const today = vietnameseDay(now)
  const begun = midnight(today)
  await inTenant(db, tenantId, 'write', (tx) =>
    sql`insert into ledger_anchor (tenant_id, day, seq, hash, anchored_at)
      select ${tenantId}::uuid, ${addDays(today, -1)}::date, k.seq, k.hash, ${now}::timestamptz from ledger_link k
      where k.tenant_id = ${tenantId} and k.sealed_at < ${begun}
        and k.seq > coalesce((select max(a.seq) from ledger_anchor a where a.tenant_id = ${tenantId}), 0)
      order by k.seq desc limit 1
      on conflict do nothing`.execute(tx),
  )
}

/** An anchor no authority of this address has stamped yet, and the text of its link. */
export interface Unstamped {
  readonly day: CalendarDate
  readonly text: string
}

/** Anchors of the last thirty days without a timestamp of an authority. */
export async function unstampedAnchors(read: Reader, tenantId: TenantId, authority: string, now: Date): Promise<Unstamped[]> {
  const rows = await read
    .selectFrom('ledger_anchor as a')
    .innerJoin('ledger_link as k', (join) => join.on('k.tenant_id', '=', tenantId).onRef('k.seq', '=', 'a.seq'))
    .leftJoin('ledger_link as p', (join) => join.on('p.tenant_id', '=', tenantId).on('p.seq', '=', sql<number>`k.seq - 1`))
    .leftJoin('ledger_timestamp as t', (join) => join.on('t.tenant_id', '=', tenantId).onRef('t.day', '=', 'a.day').on('t.authority', '=', authority))
    .where('a.tenant_id', '=', tenantId)
    .where('a.day', '>=', addDays(vietnameseDay(now), -askedFor))
    .where('t.day', 'is', null)
    .select(['a.day', 'k.seq', 'k.entry_id', 'k.entry_hash', 'p.hash as previous'])
    .orderBy('a.day')
    .execute()
  return rows.map((row) => ({
    day: row.day as CalendarDate,
    text: linkText({ tenant: tenantId, seq: Number(row.seq), entry: row.entry_id, entryHash: row.entry_hash.toString('hex'), previous: row.previous?.toString('hex') ?? genesis }),
  }))
}

/** Keeps what an authority answered for an anchor. */
export async function keepTimestamp(db: Kysely<Database>, tenantId: TenantId, day: CalendarDate, authority: string, token: Uint8Array, now: Date): Promise<void> {
  await inTenant(db, tenantId, 'write', (tx) =>
    sql`insert into ledger_timestamp (tenant_id, day, authority, token, stamped_at)
      values (${tenantId}, ${day}::date, ${authority}, ${Buffer.from(token)}, ${now}) on conflict do nothing`.execute(tx),
  )
}

/** Appends to the file of the data folder what of a ledger's anchors it does not say yet. */
export async function writeAnchors(db: Kysely<Database>, tenantId: TenantId, file: string): Promise<void> {
  await appendAnchors(file, await inTenant(db, tenantId, 'read', (tx) => loadAnchors(readerOf(tx), tenantId, { first: 1, last: Number.MAX_SAFE_INTEGER })))
}
