import { sql } from 'kysely'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { answerDigest, type EntryContent, type Hex } from './canonical.ts'

/** An entry as the database gives it back, with everything its hash covers. */
export interface EntryRow {
  readonly id: string
  readonly at: string
  readonly request: string | null
  readonly print: string | null
  readonly account: string | null
  readonly person: string | null
  readonly action: string
  readonly subject_kind: string
  readonly subject_id: string
  readonly about: readonly string[]
  readonly data: unknown
  readonly reply: unknown
  readonly hash: Hex | null
}

/** Entries of a tenant (`ledger_entry e`) as {@link EntryRow}s. */
export function selectEntries(read: Reader, tenantId: TenantId) {
  return read
    .selectFrom('ledger_entry as e')
    .where('e.tenant_id', '=', tenantId)
    .select([
      'e.id',
      sql<string>`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'),
      'e.request_id as request',
      'e.request_print as print',
      'e.account_id as account',
      'e.person_id as person',
      'e.action',
      'e.subject_kind',
      'e.subject_id',
      sql<string[]>`e.about::text[]`.as('about'),
      'e.data',
      'e.reply',
      sql<Hex | null>`encode(e.hash, 'hex')`.as('hash'),
    ])
}

/** What an entry says, made from what is stored. */
export function contentOf(tenant: string, row: EntryRow): EntryContent {
  return {
    v: 'thuocdo-entry-1',
    tenant,
    id: row.id,
    at: row.at,
    account: row.account,
    person: row.person,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    about: row.about,
    data: row.data,
    answer: answerDigest(row.request, row.print, row.reply),
  }
}
