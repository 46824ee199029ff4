import { sql } from 'kysely'
import { z } from 'zod'
import { holds, type Actor } from '#kernel/actor.ts'
import type { Id } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { refuse } from '#kernel/refusal.ts'
import { availableActs } from '#kernel/transition.ts'
import type { Reader } from '#platform/db/database.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { cellProblem, sheetCount, sheetNotice } from '../../contract/views.ts'
import { sheetKeys, type SheetKey } from '../../domain/import/columns.ts'
import { importTransitions, type ImportPhase, type ImportStatus, type RowOutcome } from '../../domain/import/import-state.ts'
import { mayManageAll } from '../../domain/policy.ts'

const shownImports = 20
const columns = ['id', 'file_name', 'byte_size', 'uploaded_at', 'status', 'phase', 'done', 'total', 'failure', 'counts', 'notices', 'beat_at'] as const

interface ImportRow {
  id: string
  file_name: string
  byte_size: number
  uploaded_at: Date
  status: string
  phase: string
  done: number
  total: number
  failure: string | null
  counts: unknown
  notices: unknown
}

const countsShape = z.array(sheetCount).catch([])
const noticesShape = z.array(sheetNotice).catch([])

function importViewOf(row: ImportRow, actor: Actor) {
  const acts = availableActs(importTransitions, row.status as ImportStatus, (right) => holds(actor, right))
  return {
    id: row.id,
    fileName: row.file_name,
    byteSize: row.byte_size,
    uploadedAt: row.uploaded_at.toISOString(),
    status: row.status as ImportStatus,
    phase: row.phase as ImportPhase,
    done: row.done,
    total: row.total,
    failure: row.failure,
    counts: countsShape.parse(row.counts),
    notices: noticesShape.parse(row.notices),
    can: { confirm: acts.includes('confirm'), discard: acts.includes('discard') },
  }
}

/** The latest imports. */
export async function listImports(read: Reader, actor: Actor) {
  if (!mayManageAll(actor)) refuse('platform.not-found')
  const rows = await read
    .selectFrom('organisation_import')
    .where('tenant_id', '=', actor.tenantId)
    .select(columns)
    .orderBy('uploaded_at', 'desc')
    .limit(shownImports)
    .execute()
  return { imports: rows.map((row) => importViewOf(row, actor)) }
}

/** Where an import stands; `beatAt` says when its check was last heard of. */
export async function getImport(read: Reader, actor: Actor, importId: Id<'import'>) {
  const row = await read.selectFrom('organisation_import').where('tenant_id', '=', actor.tenantId).where('id', '=', importId).select(columns).executeTakeFirst()
  if (row === undefined || !mayManageAll(actor)) refuse('organisation.import.not-found', { importId })
  return { view: importViewOf(row, actor), beatAt: row.beat_at }
}

/** What a page of the preview shows. */
export interface RowFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly only: 'all' | 'problems' | 'changes'
  readonly sheet?: SheetKey | undefined
}

/** Rows of the preview in the order of the workbook. */
export async function listImportRows(read: Reader, actor: Actor, importId: Id<'import'>, filter: RowFilter) {
  await getImport(read, actor, importId)
  let query = read
    .selectFrom('organisation_import_row')
    .where('tenant_id', '=', actor.tenantId)
    .where('import_id', '=', importId)
    .select(['sheet_no', 'row_no', 'outcome', 'cells', 'problems'])
    .orderBy('sheet_no')
    .orderBy('row_no')
    .limit(pageLimit(filter.limit))
  if (filter.sheet !== undefined) query = query.where('sheet_no', '=', sheetKeys.indexOf(filter.sheet))
  if (filter.only === 'problems') query = query.where(sql<boolean>`problems <> '[]'`)
  if (filter.only === 'changes') query = query.where('outcome', 'in', ['new', 'changed'])
  if (filter.after !== undefined) {
    const [sheetNo, rowNo] = pageKey(filter.after, ['number', 'number'])
    query = query.where(sql<boolean>`(sheet_no, row_no) > (${sheetNo}, ${rowNo})`)
  }
  const page = pageOf(await query.execute(), filter.limit, (row) => [row.sheet_no, row.row_no])
  return {
    next: page.next,
    items: page.items.map((row) => ({
      sheetNo: row.sheet_no,
      sheet: sheetKeys[row.sheet_no] ?? 'units',
      rowNo: row.row_no,
      outcome: row.outcome as RowOutcome,
      cells: z.array(z.string()).parse(row.cells),
      problems: z.array(cellProblem).parse(row.problems),
    })),
  }
}
