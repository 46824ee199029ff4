import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openXlsx, saveXlsx } from 'hucre/xlsx'
import type { CampaignId } from '#kernel/id.ts'
import { accountsRoutes } from '#modules/accounts/contract/routes.ts'
import { analysisRoutes } from '#modules/evaluation/contract/analysis-routes.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { inTenant } from '#platform/db/database.ts'
import { refused } from '#tests/setup/refused.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { address, clock, program } = running
const { page, goTo, become, troubles, downloaded } = await visitorOf(running)

const table = 'Cấp trên chấm'
let head: Caller
let campaignId: CampaignId
let personId: string
let taken: Uint8Array

/** As typed in Excel into the first row of the superior's table. */
async function filled(bytes: Uint8Array, entries: Readonly<Record<string, string | number>>): Promise<Buffer> {
  const workbook = await openXlsx(bytes, { readStyles: true })
  const sheet = workbook.sheets.find((one) => one.name === table)
  const keys = sheet?.rows[0] ?? []
  const row = sheet?.rows.findIndex((cells) => /^[0-9a-f-]{36}$/.test(String(cells[0]))) ?? -1
  assert.ok(sheet !== undefined && row > 0)
  personId = String(sheet.rows[row]?.[0])
  for (const [key, value] of Object.entries(entries)) {
    const column = keys.indexOf(key)
    assert.ok(column > 0, key)
    const at = `${row},${column}`
    const style = sheet.cells?.get(at)?.style
    sheet.cells?.set(at, { value, type: typeof value === 'number' ? 'number' : 'string', ...(style ? { style } : {}) })
    const line = sheet.rows[row]
    if (line !== undefined) line[column] = value
  }
  return Buffer.from(await saveXlsx(workbook))
}

const choose = (name: string, buffer: Buffer) => page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })

step('a head finds the way to Excel in her campaign and takes her sheets out', async () => {
  head = await become('truongphong')
  const { items } = await head.call(sheetRoutes.myWork, {})
  const waiting = items.find((item) => item.kind === 'superior_score')
  assert.ok(waiting?.campaignId, 'the sample leaves sheets for the head to score')
  campaignId = waiting.campaignId
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await page.getByRole('link', { name: 'Chấm bằng Excel' }).click()
  await page.getByRole('heading', { level: 1, name: 'Chấm bằng Excel' }).waitFor()
  await checkScreen(page, 'sheet-file')
  taken = await downloaded(() => page.getByRole('button', { name: 'Tải tệp phiếu' }).click())
  assert.ok(taken.length > 5000)
})

step('a wrong cell is shown, and marked in a copy of her file', async () => {
  await choose('sai.xlsx', await filled(taken, { 'points:I.1': 9, 'points:I.2': 'năm' }))
  await page.getByText('2 ô cần sửa; chưa lưu gì.', { exact: false }).waitFor()
  await checkScreen(page, 'sheet-file-problems')
  const marked = await downloaded(() => page.getByRole('button', { name: 'Tải bản sao có đánh dấu' }).click())
  const sheet = (await openXlsx(marked)).sheets.find((one) => one.name === table)
  assert.equal([...(sheet?.cells?.values() ?? [])].filter((cell) => cell.comment !== undefined).length, 2)
})

step('corrected, she sees what would change, confirms, and the sheet on the screen holds it', async () => {
  await choose('đã sửa.xlsx', await filled(taken, { 'points:I.1': 4.55, 'text:comment': 'Chấm trên Excel.' }))
  const confirm = page.getByRole('button', { name: 'Lưu 1 phiếu' })
  await confirm.waitFor()
  await page.locator('summary').first().click()
  await checkScreen(page, 'sheet-file-preview')
  await confirm.click()
  await page.getByText('Đã lưu 1 phiếu.', { exact: false }).waitFor()
  await goTo(`/evaluation/campaigns/${campaignId}/sheets/${personId}`)
  assert.equal(await page.getByRole('textbox', { name: /^I\.1 / }).inputValue(), '4,55')
})

step('the officer alone reads what the numbers of October hide', async () => {
  const officer = await become('tochuc')
  const { items } = await officer.call(campaignRoutes.listCampaigns, { query: { limit: 50 } })
  const october = items.find((one) => one.period.kind === 'month' && one.period.from === '2026-10-01')?.id as CampaignId
  await goTo(`/evaluation/campaigns/${october}`)
  await page.getByRole('link', { name: 'Phân tích' }).click()
  await page.getByText('Chỉ để tham khảo, không dùng để xếp hạng.').waitFor()
  await page.getByText('Không so sánh được', { exact: false }).waitFor()
  await checkScreen(page, 'analysis')
  await severalRaters(officer, october)
  await goTo(`/evaluation/campaigns/${october}/analysis`)
  await page.getByText('Trung bình các phiếu').first().waitFor()
  await checkScreen(page, 'analysis-compared')
  const scored = await callerFor(address, 'congchuc1')
  await assert.rejects(scored.call(analysisRoutes.analyseCampaign, { params: { campaignId: october } }), refused('platform.not-found'))
})

/** Four named colleagues have rated the same eight people, one of them strictly. */
async function severalRaters({ call }: Caller, october: CampaignId): Promise<void> {
  const { items } = await call(campaignRoutes.listParticipants, { params: { campaignId: october }, query: { limit: 30 } })
  const people = items.filter((row) => row.excludedReason === '').map((row) => row.person.id)
  const [subjects, raters] = [people.slice(0, 8), people.slice(8, 12)]
  const session = await call(accountsRoutes.session, {})
  assert.ok(session.signedIn)
  const { tenantId } = session.actor
  await inTenant(program.db, tenantId, 'write', async (tx) => {
    for (const [at, subject] of subjects.entries()) {
      for (const [turn, rater] of raters.entries()) {
        const row = { tenant_id: tenantId, campaign_id: october, person_id: subject, kind: 'colleague', rater_person_id: rater }
        const points = { 'I.1': turn === 0 ? '3' : String(4 + (at % 3) / 2), 'I.2': turn === 0 ? '3' : String(4 + ((at + turn) % 3) / 2) }
        await tx.insertInto('evaluation_rater').values({ ...row, status: 'submitted', submitted_on: '2026-11-10' }).execute()
        await tx.insertInto('evaluation_rating').values({ ...row, points, saved_at: clock.now, submitted_at: clock.now }).execute()
      }
    }
  })
}

void test('the console stayed quiet', () => assert.deepEqual(troubles, []))
