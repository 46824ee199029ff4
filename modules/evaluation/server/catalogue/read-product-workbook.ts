import type { TenantId } from '#kernel/id.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { Refusal, refuse } from '#kernel/refusal.ts'
import { unitTreeAsOf } from '#modules/organisation/server/index.ts'
import type { Reader } from '#platform/db/database.ts'
import { readWorkbookAside } from '#platform/spreadsheet/read-workbook-aside.ts'
import { checkProductRows, type CheckedImport } from '../../domain/catalogue-import.ts'
import type { Catalogue } from './catalogue-rows.ts'
import { productsOf } from './product-rows.ts'

/** Reads a workbook and judges it against the catalogue as it is now. Stores nothing. */
export async function checkProductWorkbook(read: Reader, tenantId: TenantId, catalogue: Catalogue, bytes: Uint8Array, today: CalendarDate): Promise<CheckedImport> {
  const sheets = await readOrRefuse(bytes)
  const units = await unitTreeAsOf(read, tenantId, today)
  const known = await productsOf(read, tenantId, catalogue.id)
  return checkProductRows(sheets, {
    standardPoints: catalogue.standardPoints,
    groups: catalogue.groups,
    unitIdByCode: new Map(units.map((unit) => [unit.code, unit.id])),
    known: new Map(known.map((product) => [product.code, product])),
  })
}

async function readOrRefuse(bytes: Uint8Array) {
  try {
    return await readWorkbookAside(bytes)
  } catch (error) {
    if (error instanceof Refusal) return refuse('evaluation.import.unreadable', { ...error.data, reason: error.code })
    throw error
  }
}
