import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CampaignId } from '#kernel/id.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { callerFor } from './steps/caller.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, phone } from './steps/screen.ts'
import { visitorOf } from './steps/visitor.ts'

const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z')
const { address } = running
const { page, goTo, signIn, become, troubles } = await visitorOf(running)

let campaignId: CampaignId
const campaignName = 'Theo dõi, đánh giá công chức quý III/2026'

test('the sample commune is loaded from the page, with one account per role', async () => {
  await goTo('/')
  await page.getByRole('button', { name: 'Nạp dữ liệu mẫu' }).click()
  await page.getByRole('heading', { level: 1, name: 'Dữ liệu mẫu đã sẵn sàng' }).waitFor({ timeout: 120_000 })
  await checkScreen(page, 'sample-accounts')
  assert.ok((await page.getByRole('row').count()) > 8)
})

test('the officer signs in and drafts the quarter', async () => {
  await signIn('tochuc')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await checkScreen(page, 'my-work-officer')
  await page.getByRole('link', { name: 'Đánh giá', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Đợt đánh giá' }).waitFor()
  await checkScreen(page, 'campaigns')
  await page.getByRole('link', { name: 'Lập đợt đánh giá' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Lập đợt đánh giá' }).waitFor()
  await page.getByText('Quý', { exact: true }).click()
  await page.getByRole('combobox', { name: 'Quý', exact: true }).selectOption({ label: 'III' })
  await page.getByRole('combobox', { name: 'Phạm vi' }).fill('uy ban nhan dan xa')
  await page.getByRole('option', { name: 'Ủy ban nhân dân xã Cam Lộ' }).click()
  await checkScreen(page, 'campaign-new')
  await page.getByLabel('Tên đợt').fill(campaignName)
  await page.getByRole('button', { name: 'Lập dự thảo và xác định người được đánh giá' }).click()
  await page.getByRole('heading', { level: 1, name: campaignName }).waitFor()
  campaignId = new URL(page.url()).pathname.split('/').at(-1) as CampaignId
})

test('participants and what could not be resolved are shown before opening', async () => {
  const officer = await callerFor(address, 'tochuc')
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })
  console.log(items.length, items.map((i) => `${i.code} ${i.person.fullName} ${i.group} ${i.superior?.fullName} ${i.decider?.fullName} ${i.problems}`).join('\n'))
  await checkScreen(page, 'campaign-draft')
})
void phone
void become
void troubles
