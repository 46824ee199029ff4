import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { asId, type Id } from '#kernel/id.ts'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { spreadsheetRefusals } from '#platform/spreadsheet/refusals.ts'
import { writeWorkbook, type WorkbookSheet, type WrittenValue } from '#platform/spreadsheet/write-workbook.ts'
import { refusalOf } from '#tests/setup/refused.ts'
import { rowsAsText, waysToWrite } from '#tests/setup/rows-as-text.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import { testServer, type Caller } from '#tests/setup/test-server.ts'
import { importRoutes as routes } from '../../contract/import-routes.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { ImportView } from '../../contract/views.ts'
import { specOf, type SheetKey } from '../../domain/import/columns.ts'
import { organisationRefusals } from '../../domain/refusals.ts'
import { registerOrganisation } from '../index.ts'
import { checkImport, silentMs } from './check-import.ts'

const server = await testServer(import.meta, registerOrganisation, { refusals: [organisationRefusals, spreadsheetRefusals] })

function sheet(key: SheetKey, rows: readonly (readonly WrittenValue[])[]): WorkbookSheet {
  const spec = specOf(key)
  return { name: spec.title, columns: spec.columns.map((column) => ({ header: column.header, width: 12, kind: column.kind === 'count' ? 'integer' : 'text' })), rows }
}

const workbook = (...sheets: WorkbookSheet[]): Promise<Uint8Array> => writeWorkbook({ title: 'Thử', sheets })
const person = (code: string, name: string): WrittenValue[] => [code, name, 'Nữ', '02/09/1990']

async function upload(caller: Caller, body: Uint8Array): Promise<Id<'import'>> {
  return (await caller.call(routes.uploadImport, { query: { fileName: 'to-chuc.xlsx' }, body })).id
}

/** Asks as the screen does until the check is over; the phases seen on the way. */
async function checked(caller: Caller, importId: Id<'import'>): Promise<{ view: ImportView; phases: Set<string> }> {
  const phases = new Set<string>()
  for (;;) {
    const view = await caller.call(routes.getImport, { params: { importId } })
    phases.add(view.phase)
    if (view.status !== 'checking') return { view, phases }
    await sleep(15)
  }
}

async function uploadAndCheck(commune: SmallCommune, body: Uint8Array) {
  const importId = await upload(commune.as.officer, body)
  return { importId, ...(await checked(commune.as.officer, importId)) }
}

async function peopleOf(commune: SmallCommune): Promise<string[]> {
  const list = await commune.as.officer.call(organisationRoutes.listPeople, { query: { limit: 200 } })
  return list.items.map((line) => line.fullName)
}

const countsOf = (view: ImportView): unknown => Object.fromEntries(view.counts.map((count) => [count.sheet, [count.new, count.changed, count.unchanged, count.faulty]]))

test('nothing is stored until the workbook is confirmed, and the same workbook again changes nothing', async () => {
  const commune = await smallCommune(server)
  const body = await workbook(
    sheet('units', [['TT', 'Trung tâm Phục vụ', null, 'Trung tâm phục vụ hành chính công', 'Cấp xã', 'XA', '01/01/2026', null]]),
    sheet('posts', [['TT.1', 'TT', 'Giám đốc', 'Người đứng đầu', 'Có', 'Có', null, null, '01/01/2026', null]]),
    sheet('people', [person('N1', 'Đặng Thị Mơ')]),
    sheet('holdings', [['N1', 'TT.1', 'Công chức', 'Có', '15/01/2026', null, '3/QĐ-UBND', '14/01/2026']]),
  )
  const first = await uploadAndCheck(commune, body)
  assert.equal(first.view.status, 'ready')
  assert.deepEqual(countsOf(first.view), { units: [1, 0, 0, 0], posts: [1, 0, 0, 0], people: [1, 0, 0, 0], holdings: [1, 0, 0, 0] })
  assert.ok(!(await peopleOf(commune)).includes('Đặng Thị Mơ'))
  const done = await commune.as.officer.call(routes.confirmImport, { params: { importId: first.importId } })
  assert.deepEqual([done.created, done.changed, done.unchanged], [4, 0, 0])
  assert.ok((await peopleOf(commune)).includes('Đặng Thị Mơ'))

  const again = await uploadAndCheck(commune, body)
  assert.deepEqual(countsOf(again.view), { units: [0, 0, 1, 0], posts: [0, 0, 1, 0], people: [0, 0, 1, 0], holdings: [0, 0, 1, 0] })
  const twice = await commune.as.officer.call(routes.confirmImport, { params: { importId: again.importId } })
  assert.deepEqual([twice.created, twice.changed, twice.unchanged], [0, 0, 4])
})

test('each bad cell is marked with what stood there and what was expected; the rest can be seen too', async () => {
  const commune = await smallCommune(server)
  const { importId, view } = await uploadAndCheck(
    commune,
    await workbook(sheet('people', [person('N1', 'Đặng Thị Mơ'), ['N2', 'Lý Văn Sai', 'Khác', '31/02/1990'], ['N1', 'Trùng Mã', 'Nam', null]])),
  )
  assert.equal(view.status, 'refused')
  assert.equal(view.can.confirm, false)
  const bad = await commune.as.officer.call(routes.listImportRows, { params: { importId }, query: { only: 'problems' } })
  assert.deepEqual(bad.items.map((row) => row.problems.map(({ cell, header, found, expected, code }) => [cell, header, found, expected, code])), [
    [['C3', 'Giới tính', 'Khác', 'Nữ | Nam', 'not-in-list'], ['D3', 'Ngày sinh', '31/02/1990', 'dd/MM/yyyy', 'not-a-date']],
    [['A4', 'Mã nhân sự', 'N1', '2', 'duplicate-in-file']],
  ])
  const all = await commune.as.officer.call(routes.listImportRows, { params: { importId }, query: { limit: 2 } })
  assert.equal(all.items.length, 2)
  const rest = await commune.as.officer.call(routes.listImportRows, { params: { importId }, query: { limit: 2, after: all.next ?? '' } })
  assert.deepEqual(rest.items.map((row) => row.rowNo), [4])
  assert.equal(await refusalOf(commune.as.officer.call(routes.confirmImport, { params: { importId } })), 'organisation.import.not-ready')
  await commune.as.officer.call(routes.discardImport, { params: { importId } })
  assert.equal(await refusalOf(commune.as.officer.call(routes.discardImport, { params: { importId } })), 'organisation.import.settled')
})

test('what is exported comes back as unchanged to the last row', async () => {
  const commune = await smallCommune(server)
  const file = await commune.as.officer.call(routes.exportAll, {})
  const { view } = await uploadAndCheck(commune, file.bytes)
  assert.deepEqual(view.notices, [])
  assert.deepEqual(countsOf(view), { units: [0, 0, 3, 0], posts: [0, 0, 5, 0], people: [0, 0, 7, 0], holdings: [0, 0, 7, 0] })
})

test('the template opens with instructions, drop-down lists and no rows, and is itself no import', async () => {
  const commune = await smallCommune(server)
  const file = await commune.as.officer.call(routes.downloadTemplate, {})
  const sheets = await readWorkbook(file.bytes)
  assert.deepEqual(sheets.map((one) => [one.name, one.hidden]), [['Hướng dẫn', false], ['Đơn vị', false], ['Vị trí', false], ['Nhân sự', false], ['Giữ chức vụ', false], ['Danh mục chọn', true]])
  const { view } = await uploadAndCheck(commune, file.bytes)
  assert.equal(view.status, 'refused')
  assert.ok(view.notices.every((notice) => notice.code === 'no-rows'))
})

test('of two officers who confirm at once one stores and the other is told that it is done', async () => {
  const commune = await smallCommune(server)
  const second = await server.signedIn(commune.tenantId, commune.people.typist, [{ role: 'officer', unitId: null }])
  const { importId } = await uploadAndCheck(commune, await workbook(sheet('people', [person('N1', 'Đặng Thị Mơ')])))
  const outcomes = await Promise.all([commune.as.officer, second].map((caller) => refusalOf(caller.call(routes.confirmImport, { params: { importId } }))))
  assert.deepEqual(outcomes.toSorted(), ['not refused', 'organisation.import.settled'])
})

test('two workbooks that add the same person: the second is judged again when confirmed', async () => {
  const commune = await smallCommune(server)
  const one = await uploadAndCheck(commune, await workbook(sheet('holdings', [['clerk', 'XA-CT', 'Công chức', 'Không', '01/07/2025', '31/07/2025', null, null]])))
  assert.equal(one.view.status, 'refused')
  const later = await uploadAndCheck(commune, await workbook(sheet('people', [person('N1', 'Đặng Thị Mơ')]), sheet('holdings', [['N1', 'KT-CV', 'Công chức', 'Có', '01/01/2026', null, null, null]])))
  assert.equal(later.view.status, 'ready')
  const earlier = await uploadAndCheck(
    commune,
    await workbook(sheet('people', [person('N2', 'Lý Thị Sớm'), person('N3', 'Lý Thị Sáng')]), sheet('holdings', [['N2', 'KT-CV', 'Công chức', 'Có', '01/01/2026', null, null, null], ['N3', 'KT-CV', 'Công chức', 'Có', '01/01/2026', null, null, null]])),
  )
  await commune.as.officer.call(routes.confirmImport, { params: { importId: earlier.importId } })
  assert.equal(await refusalOf(commune.as.officer.call(routes.confirmImport, { params: { importId: later.importId } })), 'organisation.import.stale')
  assert.ok(!(await peopleOf(commune)).includes('Đặng Thị Mơ'))
})

test('the workbook and its preview are gone once the import is settled', async () => {
  const commune = await smallCommune(server)
  const { importId } = await uploadAndCheck(commune, await workbook(sheet('people', [person('N1', 'Đặng Thị Mơ')])))
  const left = () =>
    server.inTenant(commune.tenantId, async (tx) => [
      (await tx.selectFrom('organisation_import_file').where('tenant_id', '=', commune.tenantId).where('import_id', '=', importId).select('import_id').execute()).length,
      (await tx.selectFrom('organisation_import_row').where('tenant_id', '=', commune.tenantId).where('import_id', '=', importId).select('row_no').execute()).length,
    ])
  assert.deepEqual(await left(), [1, 1])
  await commune.as.officer.call(routes.confirmImport, { params: { importId } })
  assert.deepEqual(await left(), [0, 0])
})

const notWorkbooks: readonly [string, Uint8Array, string][] = [
  ['an empty file', new Uint8Array(), 'spreadsheet.empty_file'],
  ['a CSV file', new TextEncoder().encode('ma,ten\n1,A'), 'spreadsheet.plain_text'],
  ['a PDF named .xlsx', new TextEncoder().encode('%PDF-1.7 \u0000\u0001'), 'spreadsheet.other_office_file'],
]
for (const [what, bytes, code] of notWorkbooks) {
  test(`${what} is turned away at the door`, async () => {
    const commune = await smallCommune(server)
    assert.equal(await refusalOf(upload(commune.as.officer, bytes)), code)
  })
}

test('a damaged workbook fails with its reason and stores nothing', async () => {
  const commune = await smallCommune(server)
  const good = await workbook(sheet('people', [person('N1', 'Đặng Thị Mơ')]))
  const { view } = await uploadAndCheck(commune, good.slice(0, good.length / 2))
  assert.deepEqual([view.status, view.failure?.startsWith('spreadsheet.')], ['failed', true])
  assert.equal(view.can.confirm, false)
})

test('a file above 50 MB is refused before it is read', async () => {
  const commune = await smallCommune(server)
  assert.equal(await refusalOf(upload(commune.as.officer, new Uint8Array(50 * 1024 * 1024 + 1))), 'platform.too-large')
})

test('a check that died is taken up again, and one that another server is at is left alone', async () => {
  const commune = await smallCommune(server)
  const importId = await upload(commune.as.officer, await workbook(sheet('people', [person('N1', 'Đặng Thị Mơ')])))
  const beat = (ago: number) =>
    server.inTenant(commune.tenantId, (tx) =>
      tx.updateTable('organisation_import').set({ phase: 'reading', beat_at: new Date(server.clock.now.getTime() - ago) }).where('tenant_id', '=', commune.tenantId).where('id', '=', importId).execute(),
    )
  await beat(1_000)
  await checkImport(server.services, commune.tenantId, importId)
  assert.equal((await commune.as.officer.call(routes.getImport, { params: { importId } })).status, 'checking')
  await beat(silentMs + 1_000)
  assert.equal((await checked(commune.as.officer, importId)).view.status, 'ready')
})

test('an import nobody knows, and one of another committee, are not found', async () => {
  const [ours, theirs] = [await smallCommune(server), await smallCommune(server)]
  const { importId } = await uploadAndCheck(ours, await workbook(sheet('people', [person('N1', 'Đặng Thị Mơ')])))
  for (const id of [importId, asId<'import'>(crypto.randomUUID())]) {
    assert.equal(await refusalOf(theirs.as.officer.call(routes.confirmImport, { params: { importId: id } })), 'organisation.import.not-found')
    assert.equal(await refusalOf(theirs.as.officer.call(routes.listImportRows, { params: { importId: id } })), 'organisation.import.not-found')
  }
})

test('ten thousand rows: progress is seen, the server answers meanwhile, all are stored, and again nothing changes', async () => {
  const commune = await smallCommune(server)
  const count = 3_300
  const units = Array.from({ length: 100 }, (_, index) => [`U${index}`, `Thôn số ${index}`, null, 'Thôn, bản, khu phố', 'Thôn, bản, khu phố', 'XA', '01/01/2026', null])
  const posts = Array.from({ length: count }, (_, index) => [`P${index}`, `U${index % 100}`, 'Chuyên viên', 'Chuyên môn, nghiệp vụ', 'Không', 'Có', 'Nhóm A', 1, '01/01/2026', null])
  const people = Array.from({ length: count }, (_, index) => person(`N${index}`, `Nguyễn Thị Số ${index}`))
  const holdings = Array.from({ length: count }, (_, index) => [`N${index}`, `P${index}`, 'Công chức', 'Có', '01/01/2026', null, '1/QĐ', '01/01/2026'])
  const body = await workbook(sheet('units', units), sheet('posts', posts), sheet('people', people), sheet('holdings', holdings))
  const { importId, view, phases } = await uploadAndCheck(commune, body)
  assert.equal(view.status, 'ready')
  assert.equal(view.done, 10_000)
  assert.ok(phases.has('reading') && phases.has('done') && phases.size >= 3, [...phases].join())
  const done = await commune.as.officer.call(routes.confirmImport, { params: { importId } })
  assert.equal(done.created, 10_000)
  const again = await uploadAndCheck(commune, body)
  assert.deepEqual(again.view.counts.map((one) => [one.new, one.changed, one.faulty]), [[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0]])
})

/** A sheet of people with their numbers; everybody in the small commune is a woman born in 1985, and no province has the code 099. */
const withNumbers = (...rows: readonly (readonly WrittenValue[])[]): Promise<Uint8Array> => workbook(sheet('people', rows))

test('identity numbers come in by the workbook: hidden in the preview, sealed when stored, and an empty cell keeps them', async () => {
  const commune = await smallCommune(server)
  const body = await withNumbers(
    ['clerk', 'Nguyễn Thị Ánh', 'Nữ', '04/03/1985', '099 185 313 131', '012345678'],
    ['N1', 'Đặng Thị Mơ', 'Nữ', '02/09/1990', '099185313132', null],
    ['typist', 'Phạm Văn Ân', 'Nữ', '04/03/1985', null, null],
  )
  const { importId, view } = await uploadAndCheck(commune, body)
  assert.deepEqual([view.status, countsOf(view)], ['ready', { units: [0, 0, 0, 0], posts: [0, 0, 0, 0], people: [1, 1, 1, 0], holdings: [0, 0, 0, 0] }])
  const rows = await commune.as.officer.call(routes.listImportRows, { params: { importId }, query: {} })
  assert.deepEqual(rows.items.map((row) => row.cells.slice(4)), [['••••••131', '••••••678'], ['••••••132', ''], ['', '']])
  assert.deepEqual(rows.items.map((row) => row.problems.map(({ code }) => code)), [['identity-place'], ['identity-place', 'identity-birth-year'], []])
  const waiting = await rowsAsText(server.database.ownerUrl)
  for (const way of waysToWrite('099185313132')) assert.ok(!waiting.includes(way), 'the workbook that waits is sealed')

  await commune.as.officer.call(routes.confirmImport, { params: { importId } })
  const identityOf = async () => (await commune.as.officer.call(organisationRoutes.getPerson, { params: { personId: commune.people.clerk } })).detail?.identity.map(({ kind, masked, version }) => [kind, masked, version])
  assert.deepEqual(await identityOf(), [['personal_id', '••••••131', 1], ['old_id_card', '••••••678', 1]])

  const again = await uploadAndCheck(commune, body)
  assert.deepEqual(countsOf(again.view), { units: [0, 0, 0, 0], posts: [0, 0, 0, 0], people: [0, 0, 3, 0], holdings: [0, 0, 0, 0] })
  const { bytes } = await commune.as.officer.call(routes.exportAll, {})
  const exported = await uploadAndCheck(commune, bytes)
  assert.equal(exported.view.status, 'ready')
  await commune.as.officer.call(routes.confirmImport, { params: { importId: exported.importId } })
  assert.deepEqual(await identityOf(), [['personal_id', '••••••131', 1], ['old_id_card', '••••••678', 1]], 'an export holds none and takes none away')
  const sheets = JSON.stringify(await readWorkbook(bytes))
  assert.ok(!sheets.includes('313131') && !sheets.includes('012345678'))
})

test('a row without a code is known by the number; one number for two people is refused at the cell', async () => {
  const commune = await smallCommune(server)
  const first = await uploadAndCheck(commune, await withNumbers(['clerk', 'Nguyễn Thị Ánh', 'Nữ', '04/03/1985', '099185313131', null]))
  await commune.as.officer.call(routes.confirmImport, { params: { importId: first.importId } })

  const known = await uploadAndCheck(commune, await withNumbers([null, 'Nguyễn Thị Ngọc Ánh', 'Nữ', '04/03/1985', '099185313131', null]))
  assert.equal(known.view.status, 'ready')
  await commune.as.officer.call(routes.confirmImport, { params: { importId: known.importId } })
  assert.equal((await commune.as.officer.call(organisationRoutes.getPerson, { params: { personId: commune.people.clerk } })).fullName, 'Nguyễn Thị Ngọc Ánh')

  const wrong = await uploadAndCheck(
    commune,
    await withNumbers(
      [null, 'Lý Thị Lạ', 'Nữ', '04/03/1985', '099185313139', null],
      ['typist', 'Phạm Văn Ân', 'Nữ', '04/03/1985', '099185313131', null],
      ['engineer', 'Bùi Thị Tế', 'Nữ', '04/03/1985', '099185313137', null],
      ['chair', 'Trần Văn Chủ', 'Nữ', '04/03/1985', '099185313137', null],
      ['officer', 'Võ Thị Tổ', 'Nữ', '04/03/1985', '99185313137', null],
    ),
  )
  const bad = await commune.as.officer.call(routes.listImportRows, { params: { importId: wrong.importId }, query: { only: 'problems' } })
  const errors = bad.items.flatMap((row) => row.problems.filter(({ severity }) => severity === 'error').map(({ cell, found, expected, code }) => [cell, found, expected, code]))
  assert.deepEqual(errors, [
    ['A2', '', '', 'no-code'],
    ['E3', '••••••131', 'clerk', 'identity-taken'],
    ['E5', '••••••137', '4', 'duplicate-in-file'],
    ['E6', '••••••137', '12', 'not-an-identity-number'],
  ])
})
