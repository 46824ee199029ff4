import { sql, type Kysely } from 'kysely'
import type { Owned } from '#database/owned.ts'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { Id, TenantId } from '#kernel/id.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { FieldCipher } from '#platform/crypto/field-cipher.ts'
import { inTenant, readerOf, type Tx } from '#platform/db/database.ts'
import { sheetKeys } from '../../domain/import/columns.ts'
import type { ImportPhase } from '../../domain/import/import-state.ts'
import type { ImportPlan, PreviewRow } from '../../domain/import/plan-import.ts'
import { importFileField } from '../sealed-columns.ts'
import { planInWorker } from './plan-in-worker.ts'
import { loadWithIdentities, structureVersion } from './stored-organisation.ts'

/** A check that has not given a sign of life for this long is taken for dead and started again. */
export const silentMs = 60_000
const rowsAtOnce = 1_000

/** What a check works with. */
export interface CheckServices {
  readonly db: Kysely<Owned<'organisation'>>
  readonly fields: FieldCipher
  readonly clock: () => Date
}

/**
 * Checks an uploaded workbook and stores the preview, step by step in short transactions so that its progress is
 * seen. Does nothing when the import is settled or another server is at it.
 */
export async function checkImport(services: CheckServices, tenantId: TenantId, importId: Id<'import'>): Promise<void> {
  const write = <Result>(work: (tx: Tx<'organisation'>) => Promise<Result>): Promise<Result> => inTenant(services.db, tenantId, 'write', work)
  if (!(await write((tx) => claim(tx, tenantId, importId, services.clock())))) return
  try {
    const seen = await inTenant(services.db, tenantId, 'read', async (tx) => ({
      bytes: await fileOf(tx, services.fields, tenantId, importId),
      version: await structureVersion(readerOf(tx), tenantId),
      stored: await loadWithIdentities(readerOf(tx), services.fields, tenantId),
    }))
    if (seen.bytes === undefined) return
    let told: Promise<unknown> = Promise.resolve()
    const plan = await planInWorker({ bytes: seen.bytes, stored: seen.stored, today: vietnameseDay(services.clock()) }, (rows) => {
      told = write((tx) => progress(tx, tenantId, importId, 'comparing', 0, rows, services.clock()))
    })
    await told
    await storePreview(services, write, tenantId, importId, plan)
    await write((tx) => finish(tx, tenantId, importId, plan, seen.version, services.clock()))
  } catch (error) {
    await write((tx) => fail(tx, tenantId, importId, error, services.clock()))
    if (!(error instanceof Refusal)) throw error
  }
}

async function claim(tx: Tx<'organisation'>, tenantId: TenantId, importId: Id<'import'>, now: Date): Promise<boolean> {
  const silentSince = new Date(now.getTime() - silentMs)
  const taken = await tx
    .updateTable('organisation_import')
    .set({ phase: 'reading', beat_at: now, done: 0, total: 0 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .where('status', '=', 'checking')
    .where((where) => where.or([where('phase', '=', 'waiting'), where('beat_at', '<', silentSince)]))
    .returning('id')
    .executeTakeFirst()
  if (taken === undefined) return false
  await tx.deleteFrom('organisation_import_row').where('tenant_id', '=', tenantId).where('import_id', '=', importId).execute()
  return true
}

/** The workbook of an import, opened; undefined once the import is settled. */
export async function fileOf(tx: Tx<'organisation'>, fields: FieldCipher, tenantId: TenantId, importId: Id<'import'>): Promise<Buffer | undefined> {
  const row = await tx.selectFrom('organisation_import_file').where('tenant_id', '=', tenantId).where('import_id', '=', importId).select('sealed').executeTakeFirst()
  return row && (await fields.forReading(readerOf(tx), tenantId)).open(importFileField, importId, row.sealed)
}

/** Says how far the check is; false when somebody settled the import meanwhile. */
async function progress(tx: Tx<'organisation'>, tenantId: TenantId, importId: Id<'import'>, phase: ImportPhase, done: number, total: number, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable('organisation_import')
    .set({ phase, done, total, beat_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .where('status', '=', 'checking')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

type Write = <Result>(work: (tx: Tx<'organisation'>) => Promise<Result>) => Promise<Result>

async function storePreview(services: CheckServices, write: Write, tenantId: TenantId, importId: Id<'import'>, plan: ImportPlan): Promise<void> {
  for (let start = 0; start < plan.rows.length; start += rowsAtOnce) {
    const rows = plan.rows.slice(start, start + rowsAtOnce)
    const going = await write(async (tx) => {
      if (!(await progress(tx, tenantId, importId, 'storing_preview', start + rows.length, plan.rows.length, services.clock()))) return false
      await insertRows(tx, tenantId, importId, rows)
      return true
    })
    if (!going) return
  }
}

async function insertRows(tx: Tx<'organisation'>, tenantId: TenantId, importId: Id<'import'>, rows: readonly PreviewRow[]): Promise<void> {
  const json = JSON.stringify(
    rows.map((row) => ({ sheet_no: sheetKeys.indexOf(row.sheet), row_no: row.rowNo, outcome: row.outcome, cells: row.cells, problems: row.problems })),
  )
  await sql`insert into organisation_import_row (tenant_id, import_id, sheet_no, row_no, outcome, cells, problems)
    select ${tenantId}::uuid, ${importId}::uuid, r.* from jsonb_to_recordset(${json}::jsonb)
      as r(sheet_no smallint, row_no int, outcome text, cells jsonb, problems jsonb)`.execute(tx)
}

async function finish(tx: Tx<'organisation'>, tenantId: TenantId, importId: Id<'import'>, plan: ImportPlan, version: number, now: Date): Promise<void> {
  await tx
    .updateTable('organisation_import')
    .set({
      status: plan.acceptable ? 'ready' : 'refused',
      phase: 'done',
      counts: JSON.stringify(plan.counts),
      notices: JSON.stringify(plan.notices),
      checked_version: version,
      beat_at: now,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .where('status', '=', 'checking')
    .execute()
}

async function fail(tx: Tx<'organisation'>, tenantId: TenantId, importId: Id<'import'>, error: unknown, now: Date): Promise<void> {
  const code = error instanceof Refusal ? error.code : 'platform.unexpected'
  const data = error instanceof Refusal ? error.data : {}
  const notice = {
    sheet: String(data['sheet'] ?? ''), cell: '', found: String(data['found'] ?? data['format'] ?? data['key'] ?? ''),
    expected: String(data['max'] ?? data['maxMegabytes'] ?? ''), code, severity: 'error',
  }
  await tx
    .updateTable('organisation_import')
    .set({ status: 'failed', phase: 'done', failure: code, notices: JSON.stringify([notice]), beat_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', importId)
    .where('status', '=', 'checking')
    .execute()
}
