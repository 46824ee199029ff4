import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { writeWorkbook, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'
import { catalogueHead, ledgerOf, productBody, taskServer, withProduct } from '#tests/setup/evaluation-tasks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune } from '#tests/setup/small-commune.ts'
import { catalogueRoutes } from '../../contract/task-routes.ts'
import { productColumns } from '../../domain/catalogue-columns.ts'

const server = await taskServer(import.meta)

const added = { id: null, version: 0 }

test('a new decision ends the catalogue before it; two in force at once are refused', async () => {
  const { as } = await smallCommune(server)
  const first = await as.officer.call(catalogueRoutes.saveCatalogue, { body: { ...added, ...catalogueHead } })
  await as.officer.call(catalogueRoutes.saveCatalogue, { body: { ...added, ...catalogueHead, name: 'Danh mục 2027', validFrom: '2027-01-01' } })
  const { catalogue, manages } = await as.officer.call(catalogueRoutes.getCatalogue, {})
  assert.deepEqual([catalogue?.id, catalogue?.validTo, catalogue?.version, manages], [first.id, '2026-12-31', 2, true])
  assert.equal((await as.clerk.call(catalogueRoutes.getCatalogue, { query: { on: '2027-03-01' } })).catalogue?.name, 'Danh mục 2027')
  await assert.rejects(as.officer.call(catalogueRoutes.saveCatalogue, { body: { ...added, ...catalogueHead, validFrom: '2026-06-01' } }), refused('evaluation.catalogue.overlap'))
  await assert.rejects(as.officer.call(catalogueRoutes.saveCatalogue, { body: { ...catalogueHead, id: first.id, version: 1 } }), refused('evaluation.catalogue.changed', { version: 2 }))
})

test('at most five complexity groups, each code once, no standard product of nought points', async () => {
  const { as } = await smallCommune(server)
  const groups = (codes: string[]) => codes.map((code) => ({ code, name: code, maxPoints: '100' }))
  const save = (part: object) => as.officer.call(catalogueRoutes.saveCatalogue, { body: { ...added, ...catalogueHead, ...part } })
  await assert.rejects(save({ groups: groups(['1', '2', '3', '4', '5', '6']) }), refused('platform.invalid-input'))
  await assert.rejects(save({ groups: groups(['1', '1']) }), refused('evaluation.catalogue.group-twice'))
  await assert.rejects(save({ standardPoints: '0.00' }), refused('platform.invalid-input'))
  await save({ groups: groups(['1', '2', '3', '4', '5']) })
})

test('the standard product and groups in use stay', async () => {
  const { as } = await smallCommune(server)
  await withProduct({ as })
  const { catalogue } = await as.officer.call(catalogueRoutes.getCatalogue, {})
  const save = (part: object) => as.officer.call(catalogueRoutes.saveCatalogue, { body: { ...catalogueHead, id: catalogue?.id ?? null, version: catalogue?.version ?? 0, ...part } })
  await assert.rejects(save({ standardPoints: '25' }), refused('evaluation.catalogue.standard-in-use', { products: 1 }))
  await assert.rejects(save({ groups: catalogueHead.groups.slice(1) }), refused('evaluation.catalogue.group-in-use', { code: 'N1' }))
  assert.equal((await save({ name: 'Danh mục sửa tên' })).version, 2)
})

test('the catalogue is the officer’s of the whole body: a head and an officer of one division may not', async () => {
  const commune = await smallCommune(server)
  const { as, people, units, tenantId } = commune
  const partial = await server.signedIn(tenantId, people.engineer, [{ role: 'officer', unitId: units.KT }])
  for (const who of [partial, as.chair, as.clerk]) {
    await assert.rejects(who.call(catalogueRoutes.saveCatalogue, { body: { ...added, ...catalogueHead } }), refused('platform.not-found'))
  }
  await withProduct(commune)
  for (const who of [partial, as.officeHead]) await assert.rejects(who.call(catalogueRoutes.saveProduct, { body: { ...added, ...productBody, code: 'X' } }), refused('platform.not-found'))
  assert.equal((await partial.call(catalogueRoutes.getCatalogue, {})).manages, false)
})

test('products are listed by code, searched without accents, filtered and paged', async () => {
  const { as, units } = await smallCommune(server)
  await withProduct({ as })
  for (const [code, name, unitId] of [['BI-02', 'Báo cáo tháng', null], ['BII-01', 'Hồ sơ đất đai', units.KT], ['BI-10', 'Biên bản họp', null]] as const) {
    await as.officer.call(catalogueRoutes.saveProduct, { body: { ...added, ...productBody, code, name, unitId, points: '10' } })
  }
  const codes = async (query: Record<string, string | number>) => (await as.clerk.call(catalogueRoutes.listProducts, { query })).items.map((product) => product.code)
  assert.deepEqual(await codes({}), ['BI-01', 'BI-02', 'BI-10', 'BII-01'])
  assert.deepEqual(await codes({ search: 'dat dai' }), ['BII-01'])
  assert.deepEqual(await codes({ search: 'bi-0 bao' }), ['BI-02'])
  assert.deepEqual(await codes({ unitId: units.KT }), ['BII-01'])
  assert.deepEqual(await codes({ search: '_' }), [])
  const page = await as.clerk.call(catalogueRoutes.listProducts, { query: { limit: 3 } })
  assert.deepEqual((await as.clerk.call(catalogueRoutes.listProducts, { query: { limit: 3, after: page.next ?? '' } })).items.map((product) => [product.code, product.unit?.name]), [['BII-01', 'Phòng Kinh tế']])
})

test('a product is judged before it is stored', async () => {
  const { as } = await smallCommune(server)
  await assert.rejects(as.officer.call(catalogueRoutes.saveProduct, { body: { ...added, ...productBody } }), refused('evaluation.catalogue.none'))
  const id = await withProduct({ as })
  const save = (part: object) => as.officer.call(catalogueRoutes.saveProduct, { body: { ...added, ...productBody, code: 'BI-09', ...part } })
  await assert.rejects(save({ code: 'BI-01' }), refused('evaluation.product.code-taken'))
  await assert.rejects(save({ complexityGroup: 'N9' }), refused('evaluation.product.unknown-group'))
  await assert.rejects(save({ points: '100.01' }), refused('evaluation.product.points-above-group'))
  await assert.rejects(save({ unitId: id }), refused('evaluation.product.unknown-unit'))
  await assert.rejects(as.officer.call(catalogueRoutes.saveProduct, { body: { ...productBody, id, version: 7 } }), refused('evaluation.product.changed', { version: 1 }))
  assert.deepEqual(await as.officer.call(catalogueRoutes.saveProduct, { body: { ...productBody, id, version: 1, points: '10' } }), { id, version: 2, coefficient: '2/1' })
})

test('work outside the catalogue is proposed by a head and approved with its decision (article 13.3)', async () => {
  const { as, units } = await smallCommune(server)
  await withProduct({ as })
  const body = { ...productBody, code: 'MOI-01', name: 'Vận động bàn giao mặt bằng', unitId: units.VP }
  const { id } = await as.officeHead.call(catalogueRoutes.proposeProduct, { body })
  await assert.rejects(as.divisionHead.call(catalogueRoutes.proposeProduct, { body: { ...body, code: 'MOI-02' } }), refused('evaluation.product.unknown-unit'))
  await assert.rejects(as.clerk.call(catalogueRoutes.proposeProduct, { body: { ...body, code: 'MOI-03' } }), refused('platform.not-found'))
  const settle = (act: 'approve' | 'retire', version: number, decisionNumber = '') => as.officer.call(catalogueRoutes.settleProduct, { params: { productId: id }, body: { version, act, decisionNumber } })
  await assert.rejects(settle('approve', 1), refused('evaluation.product.decision-needed'))
  assert.deepEqual(await settle('approve', 1, '402/QĐ-UBND'), { version: 2, status: 'approved' })
  await assert.rejects(settle('approve', 2, '403/QĐ-UBND'), refused('evaluation.product.wrong-status'))
  await assert.rejects(settle('retire', 1), refused('evaluation.product.changed'))
  assert.deepEqual(await settle('retire', 2), { version: 3, status: 'retired' })
  const { catalogue } = await as.officer.call(catalogueRoutes.getCatalogue, {})
  assert.deepEqual(catalogue?.counts, { approved: 1, proposed: 0, retired: 1 })
})

// Import and export.

const headers = productColumns.map((column) => column.header)
const columns = headers.map((header) => ({ header, width: 12, kind: 'text' as const }))
const numbered = columns.map((column) => (column.header === 'Điểm' ? { ...column, kind: 'decimal' as const } : column))

function row(code: string, name: string, points: number): WrittenValue[] {
  return [code, name, 'B.I', null, 'Chung', 'văn bản', 'N1', points, null, null, null]
}

function workbook(rows: readonly WrittenValue[][]): Promise<Uint8Array> {
  return writeWorkbook({ title: 'Danh mục', sheets: [{ name: 'Danh mục', columns: numbered, rows }] })
}

test('what is exported and taken back in changes nothing', async () => {
  const { as, units } = await smallCommune(server)
  await withProduct({ as })
  await as.officer.call(catalogueRoutes.saveProduct, { body: { ...added, ...productBody, code: '007', name: '=1+1', unitId: units.KT, points: '1.25', decisionNumber: '12/QĐ' } })
  await as.officeHead.call(catalogueRoutes.proposeProduct, { body: { ...productBody, code: 'MOI-01' } })
  const file = await as.clerk.call(catalogueRoutes.exportProducts, {})
  const sheets = await readWorkbook(file.bytes)
  assert.deepEqual(sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name), ['Danh mục', 'Hướng dẫn'])
  const view = await as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'Danh mục.xlsx' }, body: file.bytes })
  assert.deepEqual([view.counts, view.problems], [{ new: 0, changed: 0, unchanged: 3, faulty: 0 }, []])
  assert.deepEqual(await as.officer.call(catalogueRoutes.confirmProductImport, { params: { importId: view.importId } }), { stored: 0, unchanged: 3 })
})

test('the template is empty, its codes are text and its lists offer groups, parts and units', async () => {
  const { as } = await smallCommune(server)
  await withProduct({ as })
  const template = await as.officer.call(catalogueRoutes.productTemplate, {})
  const [sheet, instructions, lists] = await readWorkbook(template.bytes)
  assert.deepEqual([sheet?.rows.length, sheet?.rows[0]?.map((cell) => cell.value)], [1, productColumns.map((column) => (column.required ? `${column.header} *` : column.header))])
  assert.ok(instructions?.rows.some((line) => String(line[1]?.value).includes('hệ số 1')))
  assert.ok(lists?.hidden === true && ['A', 'B.II', 'VP', 'N2', 'Đã duyệt'].every((choice) => lists.rows.flat().some((cell) => cell.value === choice)))
  const view = await as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'm.xlsx' }, body: template.bytes })
  assert.deepEqual([view.counts.new, view.problems], [0, []])
})

test('nothing is stored until confirmed; confirmed twice it is stored once', async () => {
  const { as, tenantId } = await smallCommune(server)
  await withProduct({ as })
  const bytes = await workbook([row('BI-01', 'Tờ trình', 7.5), row('BI-02', 'Báo cáo', 10), row('BI-03', 'Biên bản', 2.5)])
  const view = await as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'a.xlsx' }, body: bytes })
  assert.equal(view.importId, createHash('sha256').update(bytes).digest('hex'))
  assert.deepEqual(view.counts, { new: 2, changed: 0, unchanged: 1, faulty: 0 })
  assert.deepEqual(view.sample.map((one) => [one.row, one.outcome, one.coefficient]), [[3, 'new', '2'], [4, 'new', '0.5'], [2, 'unchanged', '1.5']])
  assert.equal((await as.clerk.call(catalogueRoutes.listProducts, {})).items.length, 1)
  const confirm = () => as.officer.call(catalogueRoutes.confirmProductImport, { params: { importId: view.importId } })
  const both = await Promise.all([confirm(), confirm()])
  assert.deepEqual(both.map((answer) => answer.stored).toSorted((a, b) => a - b), [0, 2])
  assert.equal((await as.clerk.call(catalogueRoutes.listProducts, {})).items.length, 3)
  assert.ok((await ledgerOf(server, tenantId)).some((entry) => entry.action === 'evaluation.catalogue.imported'))
})

test('one bad cell and nothing at all is stored', async () => {
  const { as } = await smallCommune(server)
  await withProduct({ as })
  const bytes = await workbook([row('BI-02', 'Báo cáo', 10), row('BI-03', 'Đề án', 500), row('BI-02', 'Báo cáo', 10)])
  const view = await as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'a.xlsx' }, body: bytes })
  assert.deepEqual(view.problems.map((problem) => [problem.cell, problem.header, problem.found, problem.code]), [['H3', 'Điểm', '500', 'above-group'], ['A4', 'Mã sản phẩm', 'BI-02', 'duplicate']])
  await assert.rejects(as.officer.call(catalogueRoutes.confirmProductImport, { params: { importId: view.importId } }), refused('evaluation.import.faulty', { count: 2 }))
  assert.equal((await as.clerk.call(catalogueRoutes.listProducts, {})).items.length, 1)
})

test('a formula in a cell is marked, never calculated', async () => {
  const { as } = await smallCommune(server)
  await withProduct({ as })
  const { writeXlsx } = await import('hucre/xlsx')
  const cells = new Map([['1,7', { value: 5, formula: '2+3' }]])
  const bytes = await writeXlsx({ sheets: [{ name: 'Danh mục', rows: [headers, row('BI-02', 'Báo cáo', 10)], cells }] })
  const view = await as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'a.xlsx' }, body: bytes })
  assert.deepEqual(view.problems.map((problem) => [problem.cell, problem.found, problem.code]), [['H2', '=2+3', 'formula']])
})

test('what is no workbook is told why; a hash nobody here uploaded is unknown', async () => {
  const here = await smallCommune(server)
  const there = await smallCommune(server)
  await withProduct(here)
  await withProduct(there)
  const check = (body: Uint8Array) => here.as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'a.xlsx' }, body })
  await assert.rejects(check(new TextEncoder().encode('mã;tên\n1;2')), refused('evaluation.import.unreadable', { reason: 'spreadsheet.plain_text' }))
  await assert.rejects(check(new Uint8Array()), refused('evaluation.import.unreadable', { reason: 'spreadsheet.empty_file' }))
  const view = await there.as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'a.xlsx' }, body: await workbook([row('BI-02', 'Báo cáo', 10)]) })
  await assert.rejects(here.as.officer.call(catalogueRoutes.confirmProductImport, { params: { importId: view.importId } }), refused('evaluation.import.gone'))
})

test('ten thousand products come in at once', async () => {
  const { as } = await smallCommune(server)
  await withProduct({ as })
  const rows = Array.from({ length: 10_000 }, (_, at) => row(`SP-${String(at).padStart(5, '0')}`, `Sản phẩm số ${at}`, 1 + (at % 100)))
  const bytes = await workbook(rows)
  const view = await as.officer.call(catalogueRoutes.checkProductImport, { query: { fileName: 'lớn.xlsx' }, body: bytes })
  assert.equal(view.counts.new, 10_000)
  assert.equal(view.sample.length, 50)
  assert.deepEqual(await as.officer.call(catalogueRoutes.confirmProductImport, { params: { importId: view.importId } }), { stored: 10_000, unchanged: 0 })
  assert.deepEqual(await as.officer.call(catalogueRoutes.confirmProductImport, { params: { importId: view.importId } }), { stored: 0, unchanged: 10_000 })
  assert.equal((await as.officer.call(catalogueRoutes.getCatalogue, {})).catalogue?.counts.approved, 10_001)
})
