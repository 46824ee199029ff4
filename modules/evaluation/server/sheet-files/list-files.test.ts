import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import type { CampaignId } from '#kernel/id.ts'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { act, adjust, evaluationServer, putTasks } from '#tests/setup/evaluation-campaigns.ts'
import { fillWorkbook } from '#tests/setup/fill-workbook.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'

// Lists of the rulebook in the workbook of one's sheets: result axes in the person's row, marks of tasks on rows of their own.

const server = await evaluationServer(import.meta)

/** A quarter under this rulebook in which only one person is scored, open. */
async function openQuarter(commune: SmallCommune, rulebookId: string, scored: CommunePerson): Promise<CampaignId> {
  const { campaignId } = await commune.as.officer.call(campaignRoutes.createCampaign, {
    body: {
      name: 'Quý IV', rulebookId, settings: {}, period: { kind: 'quarter', year: 2026, number: 4 }, scopeUnitId: commune.units.XA, subjectStatuses: ['civil_servant'],
      due: { self: '2026-11-25', superior: '2026-11-27', decide: '2026-11-30' },
    },
  })
  for (const person of ['chair', 'officeHead', 'clerk', 'typist', 'officer', 'divisionHead', 'engineer'] as const) if (person !== scored) await adjust(commune, campaignId, person, { excludedReason: 'Không thuộc diện đánh giá' })
  await act(commune, campaignId, 'open')
  return campaignId
}

async function exchange(commune: SmallCommune, campaignId: CampaignId, by: CommunePerson) {
  const caller = commune.as[by]
  const { bytes } = await caller.call(sheetFileRoutes.exportSheets, { params: { campaignId } })
  const check = (body: Uint8Array) => caller.call(sheetFileRoutes.checkSheetFile, { params: { campaignId }, query: { fileName: 'phieu.xlsx' }, body })
  const confirm = (checked: Awaited<ReturnType<typeof check>>) =>
    caller.call(sheetFileRoutes.confirmSheetFile, { params: { campaignId, importId: checked.importId }, body: { sheets: checked.sheets.map((sheet) => ({ personId: sheet.person.id, rater: sheet.rater, version: sheet.version })) } })
  const stored = async () => (await caller.call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people[by] } })).sheets.find((sheet) => sheet.rater === 'self')
  return { bytes, check, confirm, stored }
}

test('result axes stand as columns in the person’s row, go out, come back and are judged as on the screen', async () => {
  const commune = await smallCommune(server)
  const person = commune.people.officeHead
  const campaignId = await openQuarter(commune, 'kon-tum-college', 'officeHead')
  const { bytes, check, confirm, stored } = await exchange(commune, campaignId, 'officeHead')
  const keys = (await readWorkbook(bytes))[0]?.rows[0]?.map((cell) => String(cell.value ?? ''))
  assert.deepEqual(keys?.filter((key) => key.startsWith('list:')).slice(0, 2), ['list:axes.1.max', 'list:axes.1.percent'])
  const bad = await check(await fillWorkbook(bytes, 'Tự chấm', person, { 'list:axes.1.percent': 'chín mươi', 'list:axes.2.percent': 1001 }))
  assert.deepEqual(bad.problems.map((problem) => [problem.found, /^Trục [12]: .*: /.test(problem.header)]), [['chín mươi', true], ['1001', true]])
  assert.equal(bad.sheets[0]?.outcome, 'faulty')
  const marked = await openXlsx((await commune.as.officeHead.call(sheetFileRoutes.markedSheetFile, { params: { campaignId, importId: bad.importId } })).bytes, { readStyles: true })
  const notes = [...(marked.sheets.find((sheet) => sheet.name === 'Tự chấm')?.cells?.values() ?? [])].filter((cell) => cell.comment?.text.includes('1000') === true)
  assert.ok(notes.length > 0, 'the copy says what is expected in the cell')
  const checked = await check(await fillWorkbook(bytes, 'Tự chấm', person, { 'list:axes.1.percent': '95,5', 'list:axes.2.percent': 100 }))
  assert.deepEqual(checked.sheets[0]?.changes.map(({ key, after }) => [key, after]), [['list:axes.1.percent', '95,5'], ['list:axes.2.percent', '100']])
  await confirm(checked)
  assert.deepEqual((await stored())?.lists, { axes: { '1': { percent: '95.5' }, '2': { percent: '100' } } })
  const again = await exchange(commune, campaignId, 'officeHead')
  const cleared = await again.check(await fillWorkbook(again.bytes, 'Tự chấm', person, { 'list:axes.2.percent': null }))
  await again.confirm(cleared)
  assert.deepEqual((await stored())?.lists, { axes: { '1': { percent: '95.5' } } }, 'a blank cell takes the entry back')
})

test('marks of tasks stand on a worksheet of their own, a row for each task', async () => {
  const commune = await smallCommune(server)
  const person = commune.people.clerk
  await putTasks(server, commune, 'clerk', [{ assigned: 1, completed: 1, coefficient: '1/1' }, { assigned: 1, completed: 1, coefficient: '1/1' }])
  const campaignId = await openQuarter(commune, 'hcmc-hd-06', 'clerk')
  const { bytes, check, confirm, stored } = await exchange(commune, campaignId, 'clerk')
  const table = 'Nhiệm vụ, tự chấm'
  const rows = (await readWorkbook(bytes)).find((sheet) => sheet.name === table)?.rows ?? []
  const tasks = rows.map((row) => String(row[0]?.value ?? '')).filter((key) => key.startsWith(`${person}/`))
  assert.equal(tasks.length, 2)
  const [first = '', second = ''] = tasks
  const bad = await check(await fillWorkbook(bytes, table, second, { progress: 'xong' }))
  assert.deepEqual(bad.problems.map((problem) => [problem.sheet, /^Nhiệm vụ [12]: /.test(problem.header), problem.found]), [[table, true, 'xong']])
  const filled = await fillWorkbook(await fillWorkbook(bytes, table, first, { standard: 10, difficulty: '1,2', progress: 100, quality: 90, exceeded: 'Có' }), table, second, { standard: 5, exceeded: 'không' })
  const checked = await check(filled)
  assert.deepEqual(checked.problems, [])
  assert.equal(checked.sheets[0]?.changes.length, 7)
  await confirm(checked)
  const lists = (await stored())?.lists ?? {}
  assert.deepEqual(lists['tasks']?.[first.split('/')[1] ?? ''], { standard: '10', difficulty: '1.2', progress: '100', quality: '90', exceeded: 'true' })
  assert.deepEqual(lists['tasks']?.[second.split('/')[1] ?? ''], { standard: '5', exceeded: 'false' })
})

test('a task given after the file was made stays as it is; a row taken out of the file is refused', async () => {
  const commune = await smallCommune(server)
  await putTasks(server, commune, 'clerk', [{ assigned: 1, completed: 1, coefficient: '1/1' }])
  const campaignId = await openQuarter(commune, 'hcmc-hd-06', 'clerk')
  const { bytes, check } = await exchange(commune, campaignId, 'clerk')
  await putTasks(server, commune, 'clerk', [{ assigned: 2, completed: 2, coefficient: '1/1' }])
  assert.deepEqual((await check(bytes)).sheets.map((sheet) => sheet.outcome), ['unchanged'])
  const workbook = await openXlsx(bytes)
  const sheet = workbook.sheets.find((each) => each.name === 'Nhiệm vụ, tự chấm')
  assert.ok(sheet)
  const row = sheet.rows.findIndex((cells) => String(cells[0] ?? '').startsWith(commune.people.clerk))
  const line = sheet.rows[row]
  if (line !== undefined) line[0] = 'khác'
  sheet.cells?.delete(`${row},0`)
  await assert.rejects(check(await saveXlsx(workbook)), refused('evaluation.sheet-file.not-ours'))
})
