import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openXlsx } from 'hucre/xlsx'
import { tables } from '#database/tables.ts'
import type { CampaignId } from '#kernel/id.ts'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { act, adjust, evaluationServer, octoberBody } from '#tests/setup/evaluation-campaigns.ts'
import { fillWorkbook } from '#tests/setup/fill-workbook.ts'
import { moreClerks, type Clerk } from '#tests/setup/more-clerks.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type SmallCommune } from '#tests/setup/small-commune.ts'
import type { Caller } from '#tests/setup/test-server.ts'
import { campaignRoutes } from '../../contract/campaign-routes.ts'
import { raterRoutes } from '../../contract/rater-routes.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'

// Sheets of further raters in a workbook: named ones as they are saved, unnamed ones nowhere but in the rater's own file.

const server = await evaluationServer(import.meta)
const colleagues = 'Đồng nghiệp'

/** An office of seven under the rules of Đà Nẵng 2014, open: colleagues rate unnamed, the chair by name. */
async function openOffice(): Promise<{ commune: SmallCommune; campaignId: CampaignId; first: Clerk; second: Clerk }> {
  const commune = await smallCommune(server)
  await moreClerks(server, commune, ['Đặng Thị Bốn', 'Ngô Văn Năm', 'Lý Thị Sáu', 'Mai Văn Bảy'])
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), rulebookId: 'da-nang-2014' } })
  for (const person of ['chair', 'officeHead', 'divisionHead', 'engineer'] as const) await adjust(commune, campaignId, person, { excludedReason: 'Ngoài đợt này' })
  await act(commune, campaignId, 'open')
  const [first, second] = (['clerk', 'typist'] as const).map((name): Clerk => ({ id: commune.people[name], as: commune.as[name] }))
  assert.ok(first && second)
  return { commune, campaignId, first, second }
}

const take = async (by: Caller, campaignId: CampaignId, kind: string) => (await by.call(sheetFileRoutes.exportRatings, { params: { campaignId, kind } })).bytes
const bringBack = (by: Caller, campaignId: CampaignId, kind: string, body: Uint8Array) => by.call(sheetFileRoutes.readRatingFile, { params: { campaignId, kind }, body })
const secret = { 'points:1': 17.5, 'points:2': 23.5, 'points:3': 11.5, 'points:4': 9.5, 'points:5': 6.5 }

/** Every table that holds one of these numbers. */
async function tablesHolding(commune: SmallCommune, numbers: readonly string[]): Promise<string[]> {
  return server.inTenant(commune.tenantId, async (tx) => {
    const found: string[] = []
    for (const table of Object.keys(tables)) {
      const { rows } = await sql<{ held: boolean }>`select exists (select from ${sql.table(table)} t where ${sql.join(numbers.map((number) => sql`t::text like ${`%${number}%`}`), sql` or `)}) as held`.execute(tx)
      if (rows[0]?.held === true) found.push(table)
    }
    return found
  })
}

test('an unnamed rater takes a blank file out, fills it in and brings it back to the page; nothing of it is kept', async () => {
  const { commune, campaignId, first, second } = await openOffice()
  const bytes = await take(first.as, campaignId, 'colleagues')
  const table = (await readWorkbook(bytes)).find((sheet) => sheet.name === colleagues)
  assert.equal(table?.rows.filter((row) => row[0]?.value !== undefined && /^[0-9a-f-]{36}$/.test(String(row[0].value))).length, 6)
  const filled = await fillWorkbook(bytes, colleagues, second.id, secret)
  const before = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').select((each) => each.fn.countAll<string>().as('count')).executeTakeFirstOrThrow())
  const read = await bringBack(first.as, campaignId, 'colleagues', filled)
  assert.deepEqual(read.problems, [])
  assert.deepEqual(read.sheets.filter((sheet) => sheet.outcome === 'changed').map((sheet) => [sheet.person.id, sheet.points]), [[second.id, { '1': '17.5', '2': '23.5', '3': '11.5', '4': '9.5', '5': '6.5' }]])
  const after = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').select((each) => each.fn.countAll<string>().as('count')).executeTakeFirstOrThrow())
  assert.equal(after.count, before.count, 'the ledger has nothing of the file')
  assert.deepEqual(await tablesHolding(commune, ['17.5', '23.5', '11.5', '35/2', '47/2']), [])
  const stored = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('stored_file').select('id').execute())
  assert.deepEqual(stored, [], 'the file itself neither')
  assert.deepEqual((await take(first.as, campaignId, 'colleagues')).length > 0, true)
  const again = await readWorkbook(await take(first.as, campaignId, 'colleagues'))
  assert.ok(!again.some((sheet) => sheet.rows.some((row) => row.some((cell) => cell.value === 17.5))), 'taken out again it is blank')
})

test('a bad cell is named and marked in a copy of the file', async () => {
  const { campaignId, first, second } = await openOffice()
  const filled = await fillWorkbook(await take(first.as, campaignId, 'colleagues'), colleagues, second.id, { 'points:1': 99, 'points:2': 'tốt' })
  const read = await bringBack(first.as, campaignId, 'colleagues', filled)
  assert.deepEqual(read.problems.map((problem) => problem.found), ['99', 'tốt'])
  assert.ok(read.sheets.every((sheet) => sheet.points === null))
  const { bytes } = await first.as.call(sheetFileRoutes.markedRatingFile, { params: { campaignId, kind: 'colleagues' }, body: filled })
  const sheet = (await openXlsx(bytes, { readStyles: true })).sheets.find((each) => each.name === colleagues)
  assert.equal([...(sheet?.cells?.entries() ?? [])].filter(([key, cell]) => !key.startsWith('4,') && cell.comment?.text.startsWith('Số từ 0') === true).length, 2)
})

test('nobody takes out or reads what another rates, the personnel body neither', async () => {
  const { commune, campaignId, first } = await openOffice()
  const bytes = await take(first.as, campaignId, 'colleagues')
  for (const by of [commune.as.chair, commune.as.officeHead]) await assert.rejects(take(by, campaignId, 'colleagues'), refused('platform.not-found'))
  await assert.rejects(take(first.as, campaignId, 'superior'), refused('platform.not-found'))
  await assert.rejects(bringBack(commune.as.officer, campaignId, 'colleagues', bytes), refused('evaluation.sheet-file.other-person'), 'a colleague of the rater')
  await assert.rejects(bringBack(commune.as.officeHead, campaignId, 'colleagues', bytes), refused('platform.not-found'))
  await assert.rejects(bringBack(commune.as.chair, campaignId, 'superior', bytes), refused('evaluation.sheet-file.other-person'))
  const neighbour = await smallCommune(server)
  for (const tried of [() => take(neighbour.as.clerk, campaignId, 'colleagues'), () => bringBack(neighbour.as.clerk, campaignId, 'colleagues', bytes), () => neighbour.as.clerk.call(sheetFileRoutes.markedRatingFile, { params: { campaignId, kind: 'colleagues' }, body: bytes })]) await assert.rejects(tried(), refused('platform.not-found'))
  await assert.rejects(first.as.call(sheetFileRoutes.checkSheetFile, { params: { campaignId }, query: { fileName: 'phieu.xlsx' }, body: bytes }), refused('evaluation.sheet-file.not-ours'), 'nor is it taken for the own sheet')
})

test('a named rater’s file goes out as saved, and what the screen changed since is a conflict', async () => {
  const { commune, campaignId, first } = await openOffice()
  const { chair } = commune.as
  const save = (version: number, points: Record<string, string>) => chair.call(raterRoutes.saveRating, { params: { campaignId, kind: 'superior', personId: first.id }, body: { version, points, comment: '' } })
  await save(0, { '1': '15' })
  const bytes = await take(chair, campaignId, 'superior')
  const name = (await readWorkbook(bytes))[0]?.name ?? ''
  assert.deepEqual((await bringBack(chair, campaignId, 'superior', bytes)).sheets.map((sheet) => sheet.outcome), Array(7).fill('unchanged'))
  const filled = await fillWorkbook(bytes, name, first.id, { 'points:1': 18, 'points:2': 20 })
  const changed = (await bringBack(chair, campaignId, 'superior', filled)).sheets.find((sheet) => sheet.person.id === first.id)
  assert.deepEqual([changed?.outcome, changed?.version, changed?.points], ['changed', 1, { '1': '18', '2': '20' }])
  await save(1, { '1': '16', '3': '10' })
  const conflict = (await bringBack(chair, campaignId, 'superior', filled)).sheets.find((sheet) => sheet.person.id === first.id)
  assert.deepEqual([conflict?.outcome, conflict?.savedSince, conflict?.points], ['conflict', true, { '1': '18', '2': '20', '3': '10' }])
})
