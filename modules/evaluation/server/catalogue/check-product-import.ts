import { command } from '#platform/http/handler.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import type { CheckedImport, RowOutcome } from '../../domain/catalogue-import.ts'
import { keepFile } from '../keep-file.ts'
import { requireManagesCatalogue } from './catalogue-rights.ts'
import { requireCatalogue } from './catalogue-rows.ts'
import { xlsx } from './product-workbook.ts'
import { checkProductWorkbook } from './read-product-workbook.ts'

const shownRows = 50
const shownProblems = 200
const interest: Record<RowOutcome, number> = { faulty: 0, changed: 1, new: 2, unchanged: 3 }

/** Checks a workbook and keeps it by its content, for the confirmation. No product is touched. */
export const checkProductImport = command(catalogueRoutes.checkProductImport, async ({ query: asked, body, actor, tx, read, now, today, files, record }) => {
  await requireManagesCatalogue(read, actor, today)
  const catalogue = await requireCatalogue(read, actor.tenantId, asked.on, today)
  const checked = await checkProductWorkbook(read, actor.tenantId, catalogue, body, today)
  const importId = await keepFile({ tx, files, tenantId: actor.tenantId, now }, body, xlsx)
  const counts = countsOf(checked)
  record({ action: 'evaluation.catalogue.import-checked', subject: { kind: 'catalogue', id: catalogue.id }, data: { importId, counts, problems: checked.problems.length } })
  return { importId, fileName: asked.fileName, counts, problems: checked.problems.slice(0, shownProblems), sample: sampleOf(checked) }
})

/** How many rows would do what. A workbook without its table has no row, but is faulty. */
export function countsOf(checked: CheckedImport): Record<RowOutcome, number> {
  const counts: Record<RowOutcome, number> = { new: 0, changed: 0, unchanged: 0, faulty: 0 }
  for (const row of checked.rows) counts[row.outcome] += 1
  return counts
}

function sampleOf(checked: CheckedImport) {
  return checked.rows
    .toSorted((a, b) => interest[a.outcome] - interest[b.outcome] || a.row - b.row)
    .slice(0, shownRows)
    .map(({ row, outcome, code, name, coefficient }) => ({ row, outcome, code, name, coefficient }))
}
