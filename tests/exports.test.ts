import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { contracts } from '#apps/server/modules.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { sheetFileRoutes } from '#modules/evaluation/contract/sheet-file-routes.ts'
import { catalogueRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { importRoutes } from '#modules/organisation/contract/import-routes.ts'
import { isFileReply, type FileResult, type Route } from '#platform/contract/route.ts'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { act, openOctober, scoreAll } from './setup/evaluation-campaigns.ts'
import { withProduct } from './setup/evaluation-tasks.ts'
import { smallCommune, type SmallCommune } from './setup/small-commune.ts'
import { wholeServer } from './setup/whole-server.ts'

const root = path.join(import.meta.dirname, '..')
const server = await wholeServer(import.meta)
/** What a spreadsheet would calculate or fetch if it took it for a formula, by what it begins with. */
const hostile = ['=HYPERLINK("http://evil.example","x")', '+cmd|calc', '-2+3', '@SUM(A1:A9)', '\t=1+1', '\r=1+1', '＝1+1'] as const
let commune: SmallCommune
let files: Readonly<Record<string, FileResult>>

before(async () => {
  commune = await smallCommune(server)
  await withProduct(commune)
  const campaignId = await openOctober(commune)
  await server.inTenant(commune.tenantId, async (tx) => {
    for (const [at, personId] of Object.values(commune.people).entries()) await tx.updateTable('organisation_person').set({ full_name: hostile[at % hostile.length] as string }).where('id', '=', personId).execute()
    for (const [at, unitId] of Object.values(commune.units).entries()) await tx.updateTable('organisation_unit_span').set({ name: hostile[at] as string }).where('unit_id', '=', unitId).execute()
    await tx.updateTable('evaluation_product').set({ name: hostile[3], field: hostile[0] }).where('tenant_id', '=', commune.tenantId).execute()
    await tx.updateTable('evaluation_campaign').set({ name: hostile[2] }).where('tenant_id', '=', commune.tenantId).execute()
  })
  const { officer, officeHead } = commune.as
  const sheets = await officeHead.call(sheetFileRoutes.exportSheets, { params: { campaignId } })
  await scoreAll(commune, campaignId)
  await act(commune, campaignId, 'compile')
  files = {
    'organisation.exportAll': await officer.call(importRoutes.exportAll, {}),
    'evaluation.exportProducts': await officer.call(catalogueRoutes.exportProducts, {}),
    'evaluation.resultsWorkbook': await officer.call(resultRoutes.resultsWorkbook, { params: { campaignId } }),
    'evaluation.exportSheets': sheets,
  }
})

test('what looks like a formula stays text in every exported workbook', async () => {
  let shown = 0
  for (const [name, { bytes }] of Object.entries(files)) {
    const parts = unzipSync(bytes)
    const sheets = Object.entries(parts).filter(([part]) => /^xl\/worksheets\/[^/]+\.xml$/.test(part))
    assert.ok(sheets.length > 0, name)
    for (const [part, xml] of sheets) assert.ok(!/<f[ >/]/.test(strFromU8(xml)), `${name} ${part} holds a formula`)
    assert.ok(!Object.keys(parts).some((part) => /externalLinks|vbaProject|connections\.xml|ddeLink/i.test(part)), `${name} leads out of itself`)
    for (const sheet of await readWorkbook(bytes)) {
      for (const cell of sheet.rows.flat()) {
        if (typeof cell.value !== 'string' || !/^[=+\-@\t\r]/.test(cell.value)) continue
        assert.equal(cell.kind, 'text', `${name} ${sheet.name} ${cell.ref}`)
        shown += 1
      }
    }
  }
  assert.ok(shown >= 10, `only ${shown} such cells were exported`)
})

test('the program gives out no other kind of table, and every workbook by the one writer', () => {
  const given = Object.entries(contracts).flatMap(([module, table]) => Object.entries(table).flatMap(([name, route]) => (isFileReply((route as Route).reply) ? [{ name: `${module}.${name}`, types: ((route as Route).reply as { file: readonly string[] }).file }] : [])))
  assert.deepEqual([...new Set(given.flatMap(({ types }) => types))].toSorted(), [
    'application/json',
    'application/octet-stream',
    'application/offset+octet-stream',
    'application/pdf',
    'application/vnd.iptc.g2.newsitem+xml',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/yaml',
    'application/zip',
    'audio/wav',
    'image/jpeg',
    'text/vtt',
    'video/mp4',
    'video/webm',
  ])
  const writers = globSync('{apps,modules,platform}/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts') && /(from|import\() ?['"](hucre|exceljs|xlsx)/.test(readFileSync(path.join(root, file), 'utf8')))
  assert.deepEqual(writers.toSorted(), ['platform/spreadsheet/mark-cells.ts', 'platform/spreadsheet/read-workbook.ts', 'platform/spreadsheet/write-workbook.ts'])
})

test('a name of a file cannot leave its header or its folder', () => {
  for (const { fileName } of Object.values(files)) {
    assert.match(fileName, /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%!'()*._~-]+$/)
    assert.ok(!/[/\\]/.test(fileName.replace("UTF-8''", '')), fileName)
  }
})
