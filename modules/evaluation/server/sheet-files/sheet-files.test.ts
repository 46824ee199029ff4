import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openXlsx, parseCellRef, saveXlsx } from 'hucre/xlsx'
import type { CampaignId } from '#kernel/id.ts'
import { readWorkbook } from '#platform/spreadsheet/read-workbook.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { act, adjust, evaluationServer, goodPoints, octoberBody, openOctober, sendSheet } from '#tests/setup/evaluation-campaigns.ts'
import { fillWorkbook as fill } from '#tests/setup/fill-workbook.ts'
import { refused } from '#tests/setup/refused.ts'
import { smallCommune, type CommunePerson, type SmallCommune } from '#tests/setup/small-commune.ts'
import { campaignRoutes, sheetRoutes } from '../../contract/campaign-routes.ts'
import { sheetFileRoutes } from '../../contract/sheet-file-routes.ts'

const server = await evaluationServer(import.meta)

async function opened() {
  const commune = await smallCommune(server)
  const campaignId = await openOctober(commune)
  for (const person of ['clerk', 'typist'] as const) await sendSheet(commune.as[person], campaignId, commune.people[person], 'self')
  return { commune, campaignId }
}

const take = async (commune: SmallCommune, campaignId: CampaignId, by: CommunePerson): Promise<Uint8Array> => (await commune.as[by].call(sheetFileRoutes.exportSheets, { params: { campaignId } })).bytes

const check = (commune: SmallCommune, campaignId: CampaignId, by: CommunePerson, body: Uint8Array, fileName = 'phieu.xlsx') =>
  commune.as[by].call(sheetFileRoutes.checkSheetFile, { params: { campaignId }, query: { fileName }, body })

const confirm = (commune: SmallCommune, campaignId: CampaignId, by: CommunePerson, checked: Awaited<ReturnType<typeof check>>, outcomes: readonly string[] = ['changed']) =>
  commune.as[by].call(sheetFileRoutes.confirmSheetFile, {
    params: { campaignId, importId: checked.importId },
    body: { sheets: checked.sheets.filter((sheet) => outcomes.includes(sheet.outcome)).map((sheet) => ({ personId: sheet.person.id, rater: sheet.rater, version: sheet.version })) },
  })

const allPoints = Object.fromEntries(Object.entries(goodPoints).map(([code, points]) => [`points:${code}`, Number(points)]))
const sheetOf = async (commune: SmallCommune, campaignId: CampaignId, person: CommunePerson, by: CommunePerson = 'officeHead') =>
  (await commune.as[by].call(sheetRoutes.getSheet, { params: { campaignId, personId: commune.people[person] } })).sheets.find((sheet) => sheet.rater === (person === by ? 'self' : 'superior'))

test('a head takes out her own sheet and those that wait for her, one row a person, nothing but cells to fill unlocked', async () => {
  const { commune, campaignId } = await opened()
  const bytes = await take(commune, campaignId, 'officeHead')
  const sheets = await readWorkbook(bytes)
  assert.deepEqual(sheets.map((sheet) => [sheet.name, sheet.hidden]), [['Tự chấm', false], ['Cấp trên chấm', false], ['Hướng dẫn', false], ['Thước Đo', true]])
  const table = sheets[1]
  const names = table?.rows.map((row) => row[1]?.value).filter((value) => value === 'Nguyễn Thị Ánh' || value === 'Phạm Văn Ân' || value === 'Bùi Thị Tế')
  assert.deepEqual(names, ['Nguyễn Thị Ánh', 'Phạm Văn Ân'], 'whoever has sent on, by given name; nobody of another head')
  const row = table?.rows.find((each) => each[0]?.value === commune.people.clerk)
  assert.equal(row?.at(-1)?.value, '28', 'the total the subject gave stands beside')
  const entries = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', '=', 'evaluation.sheet-file.exported').select('data').execute())
  assert.equal((entries[0]?.data as { sheets: unknown[] } | undefined)?.sheets.length, 3)
})

test('filled in and brought back it is shown first; nothing is stored until confirmed, then exactly what was typed', async () => {
  const { commune, campaignId } = await opened()
  const bytes = await fill(await take(commune, campaignId, 'officeHead'), 'Cấp trên chấm', commune.people.clerk, { ...allPoints, 'points:I.1': '4,55', 'text:comment': 'Đồng ý.' })
  const checked = await check(commune, campaignId, 'officeHead', bytes)
  assert.deepEqual(checked.problems, [])
  assert.deepEqual(checked.sheets.map((sheet) => [sheet.person.fullName, sheet.rater, sheet.outcome, sheet.changes.length]), [
    ['Lê Thị Hạnh', 'self', 'unchanged', 0],
    ['Nguyễn Thị Ánh', 'superior', 'changed', 11],
    ['Phạm Văn Ân', 'superior', 'unchanged', 0],
  ])
  assert.deepEqual(checked.sheets[1]?.changes.find((change) => change.key === 'points:I.1')?.after, '4,55')
  assert.equal(await sheetOf(commune, campaignId, 'clerk'), undefined, 'a preview stores nothing')
  assert.deepEqual(await confirm(commune, campaignId, 'officeHead', checked), { stored: 1 })
  const stored = await sheetOf(commune, campaignId, 'clerk')
  assert.deepEqual([stored?.version, stored?.points, stored?.comment], [1, { ...goodPoints, 'I.1': '4.55' }, 'Đồng ý.'])
  assert.equal(await sheetOf(commune, campaignId, 'typist'), undefined)
  const entries = await server.inTenant(commune.tenantId, (tx) => tx.selectFrom('ledger_entry').where('tenant_id', '=', commune.tenantId).where('action', 'like', 'evaluation.sheet-file.%').select('action').orderBy('id').execute())
  assert.deepEqual(entries.map((entry) => entry.action), ['evaluation.sheet-file.exported', 'evaluation.sheet-file.checked', 'evaluation.sheet-file.imported'])
  assert.deepEqual((await check(commune, campaignId, 'officeHead', bytes)).sheets.map((sheet) => sheet.outcome), ['unchanged', 'unchanged', 'unchanged'], 'the same file again changes nothing')
})

test('a subject brings back the own sheet; a blank cell takes points back, and text fields keep their lines', async () => {
  const { commune, campaignId } = await opened()
  const params = { campaignId, personId: commune.people.officer, rater: 'self' as const }
  await commune.as.officer.call(sheetRoutes.saveSheet, { params, body: { version: 0, points: { 'I.1': '4', 'I.2': '3' }, judgements: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null } })
  const bytes = await fill(await take(commune, campaignId, 'officer'), 'Tự chấm', commune.people.officer, { 'points:I.2': null, 'text:strengths': 'Chủ động.\nĐúng hạn.' })
  const checked = await check(commune, campaignId, 'officer', bytes)
  await confirm(commune, campaignId, 'officer', checked)
  const stored = await sheetOf(commune, campaignId, 'officer', 'officer')
  assert.deepEqual([stored?.version, stored?.points, stored?.strengths], [2, { 'I.1': '4' }, 'Chủ động.\nĐúng hạn.'])
})

test('what the screen would refuse the file is refused for, cell by cell, and the copy of the file says what is expected', async () => {
  const { commune, campaignId } = await opened()
  const bad = { 'points:I.1': 6, 'points:I.2': 4.51, 'text:comment': 'Có ý kiến' }
  const wrong = await fill(await take(commune, campaignId, 'officeHead'), 'Cấp trên chấm', commune.people.clerk, bad)
  const bytes = await fill(wrong, 'Cấp trên chấm', commune.people.typist, { 'points:I.1': { formula: 'A1+1' }, 'points:II.1': 'hai', 'points:II.2': 9 })
  const checked = await check(commune, campaignId, 'officeHead', bytes)
  assert.deepEqual(checked.sheets.map((sheet) => sheet.outcome), ['unchanged', 'faulty', 'faulty'])
  assert.deepEqual(checked.problems.map((problem) => [problem.person, problem.header.split('.').slice(0, 2).join('.'), problem.found]), [
    ['Nguyễn Thị Ánh', 'I.1', '6'],
    ['Nguyễn Thị Ánh', 'I.2', '4.51'],
    ['Phạm Văn Ân', 'I.1', '=A1+1'],
    ['Phạm Văn Ân', 'II.1', 'hai'],
    ['Phạm Văn Ân', 'II.2', '9'],
  ])
  const all = checked.sheets.map((sheet) => ({ personId: sheet.person.id, rater: sheet.rater, version: sheet.version }))
  await assert.rejects(commune.as.officeHead.call(sheetFileRoutes.confirmSheetFile, { params: { campaignId, importId: checked.importId }, body: { sheets: all } }), refused('evaluation.import.faulty'))
  const marked = await commune.as.officeHead.call(sheetFileRoutes.markedSheetFile, { params: { campaignId, importId: checked.importId } })
  const sheet = (await openXlsx(marked.bytes, { readStyles: true })).sheets.find((each) => each.name === 'Cấp trên chấm')
  const noted = [...(sheet?.cells ?? [])].flatMap(([key, cell]) => (cell.comment === undefined ? [] : [key]))
  const expected = checked.problems.map(({ cell }) => { const { row, col } = parseCellRef(cell); return `${row},${col}` })
  assert.deepEqual(noted.toSorted(), expected.toSorted())
  assert.match(sheet?.cells?.get(expected[0] ?? '')?.comment?.text ?? '', /Số từ 0 đến 5, bước 0,05/)
  // The copy, corrected, is as good as the first.
  const corrected = await fill(await fill(marked.bytes, 'Cấp trên chấm', commune.people.clerk, { 'points:I.1': 5, 'points:I.2': 4.5 }), 'Cấp trên chấm', commune.people.typist, { 'points:I.1': 5, 'points:II.1': 2, 'points:II.2': 2 })
  const again = await check(commune, campaignId, 'officeHead', corrected, 'đã sửa tên.xlsx')
  assert.deepEqual(again.sheets.map((each) => each.outcome), ['unchanged', 'changed', 'changed'])
  assert.deepEqual(await confirm(commune, campaignId, 'officeHead', again), { stored: 2 })
})

test('a sheet changed on the screen meanwhile is a conflict to settle, and what the file did not touch stays', async () => {
  const { commune, campaignId } = await opened()
  const taken = await take(commune, campaignId, 'officeHead')
  const params = { campaignId, personId: commune.people.clerk, rater: 'superior' as const }
  const blank = { judgements: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }
  await commune.as.officeHead.call(sheetRoutes.saveSheet, { params, body: { ...blank, version: 0, points: { 'I.1': '3', 'I.2': '4' } } })
  const bytes = await fill(taken, 'Cấp trên chấm', commune.people.clerk, { 'points:I.1': 5, 'points:II.1': 2 })
  const checked = await check(commune, campaignId, 'officeHead', bytes)
  const found = checked.sheets.find((sheet) => sheet.person.id === commune.people.clerk)
  assert.deepEqual([found?.outcome, found?.savedSince, found?.version], ['conflict', true, 1])
  assert.deepEqual(found?.changes.map(({ key, before, after, conflict }) => [key, before, after, conflict]), [['points:I.1', '3', '5', true], ['points:II.1', null, '2', false]])
  await commune.as.officeHead.call(sheetRoutes.saveSheet, { params, body: { ...blank, version: 1, points: { 'I.1': '3.5', 'I.2': '4' } } })
  await assert.rejects(confirm(commune, campaignId, 'officeHead', checked, ['conflict']), refused('evaluation.sheet-file.changed'), 'the screen moved again after the preview')
  assert.deepEqual((await sheetOf(commune, campaignId, 'clerk'))?.points, { 'I.1': '3.5', 'I.2': '4' })
  await confirm(commune, campaignId, 'officeHead', await check(commune, campaignId, 'officeHead', bytes), ['conflict'])
  assert.deepEqual((await sheetOf(commune, campaignId, 'clerk'))?.points, { 'I.1': '5', 'I.2': '4', 'II.1': '2' })
})

test('all or nothing: one sheet moved after the preview stores none', async () => {
  const { commune, campaignId } = await opened()
  const one = await fill(await take(commune, campaignId, 'officeHead'), 'Cấp trên chấm', commune.people.clerk, allPoints)
  const checked = await check(commune, campaignId, 'officeHead', await fill(one, 'Cấp trên chấm', commune.people.typist, allPoints))
  await sendSheet(commune.as.officeHead, campaignId, commune.people.typist, 'superior')
  await assert.rejects(confirm(commune, campaignId, 'officeHead', checked), refused('evaluation.sheet-file.changed'))
  assert.equal(await sheetOf(commune, campaignId, 'clerk'), undefined)
  const again = await check(commune, campaignId, 'officeHead', await fill(one, 'Cấp trên chấm', commune.people.typist, allPoints))
  assert.deepEqual(again.sheets.map((sheet) => sheet.outcome), ['unchanged', 'changed', 'closed'], 'what was sent on is closed, and said so')
})

test('heads are judged with choices and their reasons, in columns of their own', async () => {
  const { commune, campaignId } = await opened()
  await sendSheet(commune.as.officeHead, campaignId, commune.people.officeHead, 'self')
  const bytes = await take(commune, campaignId, 'chair')
  const person = commune.people.officeHead
  const lonely = await check(commune, campaignId, 'chair', await fill(bytes, 'Cấp trên chấm', person, { 'reason:d': 'Chậm' }))
  assert.deepEqual(lonely.problems.map((problem) => [problem.header.slice(0, 2), problem.found]), [['d.', '']], 'a reason without a choice is asked about')
  const wrong = await check(commune, campaignId, 'chair', await fill(bytes, 'Cấp trên chấm', person, { 'judgement:d': 75 }))
  assert.equal(wrong.problems.length, 1)
  const checked = await check(commune, campaignId, 'chair', await fill(bytes, 'Cấp trên chấm', person, { 'judgement:d': '50', 'reason:d': 'Chậm hai việc', 'judgement:e': 100 }))
  await confirm(commune, campaignId, 'chair', checked)
  assert.deepEqual((await sheetOf(commune, campaignId, 'officeHead', 'chair'))?.judgements, { d: { value: '50', reason: 'Chậm hai việc' }, e: { value: '100', reason: '' } })
})

test('files of others, of another campaign, damaged or made up are turned away before anything is read of them', async () => {
  const { commune, campaignId } = await opened()
  const bytes = await take(commune, campaignId, 'officeHead')
  await assert.rejects(check(commune, campaignId, 'clerk', bytes), refused('evaluation.sheet-file.other-person'))
  const { campaignId: other } = await commune.as.officer.call(campaignRoutes.createCampaign, { body: { ...octoberBody(commune), name: 'Tháng 9', period: { kind: 'month', year: 2026, number: 9 } } })
  await adjust(commune, other, 'chair', { excludedReason: 'Do cấp trên đánh giá' })
  await act(commune, other, 'open')
  await assert.rejects(check(commune, other, 'officeHead', bytes), refused('evaluation.sheet-file.other-campaign'))
  const without = async (name: string) => {
    const workbook = await openXlsx(bytes, { readStyles: true })
    workbook.sheets = workbook.sheets.filter((sheet) => sheet.name !== name)
    return saveXlsx(workbook)
  }
  for (const name of ['Thước Đo', 'Cấp trên chấm']) await assert.rejects(check(commune, campaignId, 'officeHead', await without(name)), refused('evaluation.sheet-file.not-ours'))
  const foreign = await writeWorkbook({ title: 'x', sheets: [{ name: 'Trang 1', columns: [{ header: 'a', width: 5, kind: 'text' }], rows: [] }] })
  await assert.rejects(check(commune, campaignId, 'officeHead', foreign), refused('evaluation.sheet-file.not-ours'))
  const changedOrigin = await openXlsx(bytes)
  const hidden = changedOrigin.sheets.find((sheet) => sheet.name === 'Thước Đo')
  if (hidden?.rows[1] !== undefined) hidden.rows[1][0] = other
  hidden?.cells?.delete('1,0')
  await assert.rejects(check(commune, campaignId, 'officeHead', await saveXlsx(changedOrigin)), refused('evaluation.sheet-file.not-ours'))
  await assert.rejects(check(commune, campaignId, 'officeHead', new TextEncoder().encode('PK nhưng không phải zip')), refused('evaluation.import.unreadable'))
  await assert.rejects(check(commune, campaignId, 'officeHead', new TextEncoder().encode('mã,điểm\n1,2')), refused('evaluation.import.unreadable'))
  await assert.rejects(check(commune, campaignId, 'officeHead', new Uint8Array(50 * 1024 * 1024)), (error: { status?: number }) => error.status === 413)
})

test('nobody confirms or takes a copy of another rater’s file, and strangers find no campaign', async () => {
  const { commune, campaignId } = await opened()
  const checked = await check(commune, campaignId, 'officeHead', await fill(await take(commune, campaignId, 'officeHead'), 'Cấp trên chấm', commune.people.clerk, allPoints))
  await assert.rejects(confirm(commune, campaignId, 'typist', checked), refused('evaluation.sheet-file.other-person'))
  await assert.rejects(commune.as.typist.call(sheetFileRoutes.markedSheetFile, { params: { campaignId, importId: checked.importId } }), refused('evaluation.sheet-file.other-person'))
  const neighbour = await smallCommune(server)
  for (const person of ['chair', 'officer'] as const) {
    await assert.rejects(take(neighbour, campaignId, person), refused('platform.not-found'))
    await assert.rejects(confirm(neighbour, campaignId, person, checked), refused('platform.not-found'))
  }
  assert.equal(await sheetOf(commune, campaignId, 'clerk'), undefined)
  await assert.rejects(take(commune, campaignId, 'chair'), refused('evaluation.sheet-file.nothing-open'))
})
