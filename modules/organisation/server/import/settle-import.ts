import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Id, TenantId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { transit } from '#kernel/transition.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { importTransitions, type ImportStatus } from '../../domain/import/import-state.ts'
import { mayManageAll } from '../../domain/policy.ts'
import { putIdentities } from '../identity-rows.ts'
import { lockStructure, putHoldings, putPeople, putPosts, putUnits } from '../rows.ts'
import { fileOf } from './check-import.ts'
import { planInWorker } from './plan-in-worker.ts'
import { loadWithIdentities } from './stored-organisation.ts'

/**
 * Stores a checked workbook, all or nothing. It is judged once more against what is stored at this moment, under
 * the tenant's lock, so that nothing that happened since the check is overwritten unseen.
 */
export async function confirmImport(tx: Tx<'organisation'>, fields: FieldCipher, actor: Actor, importId: Id<'import'>, now: Date, today: CalendarDate) {
  const { tenantId } = actor
  await lockImport(tx, actor, importId, 'confirm')
  await lockStructure(tx, tenantId)
  const bytes = await fileOf(tx, fields, tenantId, importId)
  if (bytes === undefined) refuse('organisation.import.settled')
  const plan = await planInWorker({ bytes, stored: await loadWithIdentities(readerOf(tx), fields, tenantId), today })
  if (!plan.acceptable) refuse('organisation.import.stale', { faulty: plan.counts.reduce((sum, count) => sum + count.faulty, 0) })
  await putUnits(tx, tenantId, plan.changes.units)
  await putPeople(tx, tenantId, plan.changes.people)
  const { identities } = plan.changes
  if (identities.length > 0) await putIdentities(tx, await fields.forWriting(tx, tenantId), tenantId, identities)
  await putPosts(tx, tenantId, plan.changes.posts)
  await putHoldings(tx, tenantId, plan.changes.holdings)
  await settle(tx, actor, importId, 'confirmed', now, JSON.stringify(plan.counts))
  const sum = (outcome: 'new' | 'changed' | 'unchanged'): number => plan.counts.reduce((total, count) => total + count[outcome], 0)
  return { id: importId, created: sum('new'), changed: sum('changed'), unchanged: sum('unchanged'), identityNumbers: identities.length }
}

/** Throws the workbook and its preview away. */
export async function discardImport(tx: Tx<'organisation'>, actor: Actor, importId: Id<'import'>, now: Date) {
  await lockImport(tx, actor, importId, 'discard')
  await settle(tx, actor, importId, 'discarded', now)
  return { id: importId }
}

/** Takes the import for this transaction: of two officers who confirm at once the second finds it settled. */
async function lockImport(tx: Tx<'organisation'>, actor: Actor, importId: Id<'import'>, act: 'confirm' | 'discard'): Promise<void> {
  if (!mayManageAll(actor)) refuse('organisation.import.not-found', { importId })
  const row = await tx
    .selectFrom('organisation_import')
    .where('tenant_id', '=', actor.tenantId)
    .where('id', '=', importId)
    .select('status')
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) refuse('organisation.import.not-found', { importId })
  const status = row.status as ImportStatus
  const settled = status === 'confirmed' || status === 'discarded'
  transit(importTransitions, act, status, settled ? 'organisation.import.settled' : 'organisation.import.not-ready')
}

async function settle(tx: Tx<'organisation'>, actor: Actor, importId: Id<'import'>, status: 'confirmed' | 'discarded', now: Date, counts?: string): Promise<void> {
  const { tenantId } = actor
  await tx
    .updateTable('organisation_import')
    .set({ status, phase: 'done', settled_by: actor.accountId, settled_at: now, ...(counts === undefined ? {} : { counts }) })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .execute()
  await removeTraces(tx, tenantId, importId)
}

async function removeTraces(tx: Tx<'organisation'>, tenantId: TenantId, importId: Id<'import'>): Promise<void> {
  await tx.deleteFrom('organisation_import_row').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute()
  await tx.deleteFrom('organisation_import_file').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute()
}
