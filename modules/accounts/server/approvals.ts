import { v7 as uuidv7 } from 'uuid'
import type { Kysely } from 'kysely'
import type { Owned } from '#database/owned.ts'
import { holds, type Actor } from '#kernel/actor.ts'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { Id } from '#kernel/id.ts'
import { pageOf, type Page } from '#kernel/page.ts'
import type { Permission } from '#kernel/permission.ts'
import { refuse } from '#kernel/refusal.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import { inTenant, readerOf, type Reader, type Tx } from '#platform/db/database.ts'
import { pageKey } from '#platform/http/page-key.ts'
import type { ApprovalState, AskedAct, SecondPerson } from '#platform/http/second-person.ts'
import type { Approval } from '../contract/routes.ts'
import type { ApprovalStatus } from '../domain/approval.ts'
import { answersForCommittee } from '../domain/competence.ts'
import { rolesAsked, type RoleAsked } from './approved-roles.ts'
import { note } from './services.ts'
import { policyOf } from './policy.ts'

/** Days within which a request is approved, and then done. */
const days = 3

/** Acts of two persons (việc cần hai người): asked for by the one, approved by the other, done once and exactly as asked. */
export function createSecondPerson(db: Kysely<Owned<'accounts'>>): SecondPerson {
  return {
    use: (tx, actor, asked, now) => spendApproval(tx, actor, asked, now),
    stand: (actor, asked, reason, now) => inTenant(db, actor.tenantId, 'write', (tx) => standOf(tx, actor, asked, reason, now)),
  }
}

/** Uses up the approval of exactly this request, in the transaction that does it; true also where the committee asks for none. */
export async function spendApproval(tx: Tx<'accounts'>, actor: Actor, asked: AskedAct, now: Date): Promise<boolean> {
  if ((await policyOf(readerOf(tx), actor.tenantId)).twoPersons === 'off') return true
  const used = await tx
    .updateTable('accounts_approval')
    .set({ status: 'used', used_at: now })
    .where('tenant_id', '=', actor.tenantId)
    .where('requested_by', '=', actor.accountId)
    .where('request_print', '=', asked.print)
    .where('status', '=', 'approved')
    .where('expires_at', '>', now)
    .returning('id')
    .execute()
  return used.length > 0
}

/** How a request stands; with a reason it is asked for, unless it waits or is approved already. */
async function standOf(tx: Tx<'accounts'>, actor: Actor, asked: AskedAct, reason: string | undefined, now: Date): Promise<ApprovalState> {
  const { tenantId, accountId } = actor
  const latest = await tx
    .selectFrom('accounts_approval')
    .where('tenant_id', '=', tenantId)
    .where('requested_by', '=', accountId)
    .where('request_print', '=', asked.print)
    .where('expires_at', '>', now)
    .select('status')
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest?.status === 'waiting' || latest?.status === 'approved') return latest.status
  if (reason === undefined) return latest?.status === 'refused' ? 'refused' : 'none'
  const id = uuidv7()
  await tx
    .insertInto('accounts_approval')
    .values({
      tenant_id: tenantId,
      id,
      act: asked.act,
      request_print: asked.print,
      method: asked.method,
      address: asked.address,
      body: asked.body === undefined ? null : JSON.stringify(asked.body),
      reason,
      requested_by: accountId,
      requested_by_person: actor.personId,
      requested_name: actor.displayName,
      requested_at: now,
      expires_at: new Date(now.getTime() + days * 86_400_000),
      status: 'waiting',
    })
    .execute()
  await note(tx, tenantId, actor, now, { action: 'accounts.approval.requested', subject: { kind: 'approval', id }, data: { act: asked.act, print: asked.print } })
  return 'waiting'
}

/** Which acts ask for a second person, and who that may be; gathered from the contracts. */
export type TwoPersonActs = Readonly<Record<string, readonly Permission[]>>

/** Whether somebody may be the second person of an act. */
async function isCompetent(read: Reader, actor: Actor, by: readonly Permission[] | undefined, today: CalendarDate): Promise<boolean> {
  const held = (by ?? []).filter((permission) => holds(actor, permission))
  return held.length > 0 && answersForCommittee(actor, held, await unitTreeAsOf(read, actor.tenantId, today))
}

/** Somebody with two accounts is still one person. */
function isSamePerson(row: { readonly requested_by_person: string | null }, actor: Actor): boolean {
  return row.requested_by_person !== null && row.requested_by_person === actor.personId
}

/** Nobody is the second person of what gives or takes a role of their own. */
function isForSelf(role: RoleAsked | undefined, actor: Actor): boolean {
  return role !== undefined && role.personId !== null && role.personId === actor.personId
}

/** The acts somebody may be the second person of. */
async function competentFor(read: Reader, actor: Actor, acts: TwoPersonActs, now: Date): Promise<string[]> {
  const competent: string[] = []
  for (const [act, by] of Object.entries(acts)) if (await isCompetent(read, actor, by, vietnameseDay(now))) competent.push(act)
  return competent
}

/** How many requests of others wait for somebody as the second person. */
export async function countWaiting(read: Reader, actor: Actor, acts: TwoPersonActs, now: Date): Promise<number> {
  const competent = await competentFor(read, actor, acts, now)
  if (competent.length === 0) return 0
  const found = await read
    .selectFrom('accounts_approval')
    .where('tenant_id', '=', actor.tenantId)
    .where('status', '=', 'waiting')
    .where('expires_at', '>', now)
    .where('act', 'in', competent)
    .where('requested_by', '<>', actor.accountId)
    .select(['id', 'act', 'address', 'body', 'requested_by_person'])
    .execute()
  const roles = await rolesAsked(read, actor.tenantId, found, vietnameseDay(now))
  return found.filter((row) => !isSamePerson(row, actor) && !isForSelf(roles.get(row.id), actor)).length
}

/** One's own requests, and those of others one may approve; newest first. */
export async function listApprovals(read: Reader, actor: Actor, acts: TwoPersonActs, asked: { readonly after?: string | undefined; readonly limit: number }, now: Date): Promise<Page<Approval>> {
  const competent = await competentFor(read, actor, acts, now)
  let rows = read
    .selectFrom('accounts_approval')
    .where('tenant_id', '=', actor.tenantId)
    .where((where) => where.or([where('requested_by', '=', actor.accountId), ...(competent.length === 0 ? [] : [where('act', 'in', competent)])]))
    .selectAll()
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
  if (asked.after !== undefined) {
    const [at, id] = pageKey(asked.after, ['instant', 'uuid'])
    rows = rows.where((where) => where.or([where('requested_at', '<', new Date(at)), where.and([where('requested_at', '=', new Date(at)), where('id', '<', id)])]))
  }
  const page = pageOf(await rows.execute(), asked.limit, (row) => [row.requested_at.toISOString(), row.id])
  const roles = await rolesAsked(read, actor.tenantId, page.items, vietnameseDay(now))
  return {
    next: page.next,
    items: page.items.map((row): Approval => {
      const over = row.expires_at <= now && (row.status === 'waiting' || row.status === 'approved')
      const own = row.requested_by === actor.accountId
      const waits = row.status === 'waiting' && !over
      const role = roles.get(row.id)
      return {
        id: row.id as Id<'approval'>,
        act: row.act,
        method: row.method,
        address: row.address,
        body: row.body,
        role: role === undefined ? null : { name: role.name, role: role.role, unit: role.unit },
        reason: row.reason,
        status: over ? 'expired' : (row.status as ApprovalStatus),
        requestedBy: row.requested_name,
        requestedAt: row.requested_at.toISOString(),
        expiresAt: row.expires_at.toISOString(),
        settledBy: row.settled_name,
        settledAt: row.settled_at?.toISOString() ?? null,
        usedAt: row.used_at?.toISOString() ?? null,
        can: own ? (over ? [] : waits ? ['withdraw'] : row.status === 'approved' ? ['do', 'withdraw'] : []) : waits && !isSamePerson(row, actor) && !isForSelf(role, actor) ? ['approve', 'refuse'] : [],
      }
    }),
  }
}

/** Approves or refuses as the second person, or withdraws one's own. Answers the new status. */
export async function settleApproval(tx: Tx<'accounts'>, actor: Actor, acts: TwoPersonActs, approvalId: string, verdict: 'approve' | 'refuse' | 'withdraw', now: Date): Promise<'approved' | 'refused' | 'withdrawn'> {
  const { tenantId } = actor
  const row = await tx.selectFrom('accounts_approval').where('tenant_id', '=', tenantId).where('id', '=', approvalId).selectAll().forUpdate().executeTakeFirst()
  if (row === undefined) refuse('platform.not-found')
  const own = row.requested_by === actor.accountId
  const roles = await rolesAsked(readerOf(tx), tenantId, [row], vietnameseDay(now))
  const second = !own && !isSamePerson(row, actor) && !isForSelf(roles.get(row.id), actor) && (await isCompetent(readerOf(tx), actor, acts[row.act], vietnameseDay(now)))
  if (verdict === 'withdraw' ? !own : !second) refuse('platform.not-found')
  const open = row.status === 'waiting' || (verdict === 'withdraw' && row.status === 'approved')
  if (!open || row.expires_at <= now) refuse('accounts.approval.settled')
  const status = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' }[verdict] as 'approved' | 'refused' | 'withdrawn'
  const by = verdict === 'withdraw' ? {} : { settled_by: actor.accountId, settled_by_person: actor.personId, settled_name: actor.displayName }
  await tx.updateTable('accounts_approval').set({ status, settled_at: now, ...by }).where('tenant_id', '=', tenantId).where('id', '=', approvalId).execute()
  return status
}

