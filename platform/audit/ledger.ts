import { CompiledQuery, sql, type Kysely, type QueryExecutorProvider } from 'kysely'
import type { TenantId } from '#kernel/id.ts'
import type { Actor } from '#kernel/actor.ts'
import type { Statement } from '#platform/db/database.ts'
import { answerDigest, entryHash } from './canonical.ts'
import { peopleOf } from './people-of.ts'
import { markWritten } from './written-tenants.ts'

/** What the ledger (sổ nhật ký) keeps of an act: which, on what, with which facts. Ids, never names or opinions. */
export interface LedgerFact {
  readonly action: `${string}.${string}`
  readonly subject: { readonly kind: string; readonly id: string }
  /** Whose record it touched, where subject and data do not say so by themselves (`people-of.ts`). */
  readonly about?: readonly string[]
  readonly data?: Readonly<Record<string, unknown>>
}

/** Who and when, for the entry. */
export interface LedgerContext {
  readonly tenantId: TenantId
  readonly actor: Actor | null
  readonly now: Date
  readonly entryId: string
  readonly request: RequestMark | null
}

/** A command's number and the print of what it asks. */
export interface RequestMark {
  readonly id: string
  readonly print: string
}

const into = `insert into ledger_entry
  (tenant_id, id, at, request_id, account_id, person_id, action, subject_kind, subject_id, data, reply, request_print, about, hash)`
const types = ['uuid', 'uuid', 'timestamptz', 'uuid', 'uuid', 'uuid', 'text', 'text', 'text', 'jsonb', 'jsonb', 'text', 'uuid[]', 'bytea'] as const

/** The entry's values as parameters that follow the first `before` ones. */
function parameters(before: number): string {
  return types.map((type, at) => `$${before + at + 1}::${type}`).join(', ')
}

const insertEntry = `${into}\n  values (${parameters(0)})`
const insertWithWrite = new Map<string, string>()

/**
 * The statement that keeps one entry, with the hash of its content. The same request id twice violates
 * `ledger_entry_request_uq`. The chain takes it up within a second (`seal.ts`).
 */
export function ledgerStatement(context: LedgerContext, fact: LedgerFact, reply: unknown): Statement {
  const { tenantId, entryId, now, request, actor } = context
  const about = peopleOf(fact)
  const hash = entryHash({
    v: 'thuocdo-entry-1',
    tenant: tenantId,
    id: entryId,
    at: instantText(now),
    account: actor?.accountId ?? null,
    person: actor?.personId ?? null,
    action: fact.action,
    subject: { kind: fact.subject.kind, id: fact.subject.id },
    about,
    data: fact.data ?? {},
    answer: answerDigest(request?.id ?? null, request?.print ?? null, reply),
  })
  markWritten(tenantId)
  return {
    text: insertEntry,
    values: [
      tenantId,
      entryId,
      now,
      request?.id ?? null,
      actor?.accountId ?? null,
      actor?.personId ?? null,
      fact.action,
      fact.subject.kind,
      fact.subject.id,
      JSON.stringify(fact.data ?? {}),
      reply === undefined ? null : JSON.stringify(reply),
      request?.print ?? null,
      about,
      Buffer.from(hash, 'hex'),
    ],
  }
}

/** A moment as entries write it: UTC with six decimals, as the database keeps it. */
function instantText(at: Date): string {
  return at.toISOString().replace('Z', '000Z')
}

/** A write and its entry in one statement: the entry is kept once for the one row the write returns, and not when it returns none. */
export function withEntry(write: Statement, entry: Statement): Statement {
  let text = insertWithWrite.get(write.text)
  if (text === undefined) {
    text = `with written as (${write.text})\n${into}\n  select ${parameters(write.values.length)} from written`
    insertWithWrite.set(write.text, text)
  }
  return { text, values: [...write.values, ...entry.values] }
}

/** Writes one entry in the caller's transaction. */
export async function writeLedger(tx: Pick<Kysely<unknown>, 'executeQuery'>, context: LedgerContext, fact: LedgerFact, reply: unknown): Promise<void> {
  const { text, values } = ledgerStatement(context, fact, reply)
  await tx.executeQuery(CompiledQuery.raw(text, [...values]))
}

/** The answer stored for a request already done, or undefined when it was not. */
export async function repliedBefore(tx: QueryExecutorProvider, tenantId: TenantId, requestId: string): Promise<{ reply: unknown; print: string | null; accountId: string | null } | undefined> {
  const found = await sql<{ reply: unknown; print: string | null; account_id: string | null }>`
    select reply, request_print as print, account_id from ledger_entry where tenant_id = ${tenantId} and request_id = ${requestId}`.execute(tx)
  const row = found.rows[0]
  return row === undefined ? undefined : { reply: row.reply, print: row.print, accountId: row.account_id }
}
