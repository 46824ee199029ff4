import assert from 'node:assert/strict'
import path from 'node:path'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { password } from './steps/office.ts'
import { pickProduct } from './steps/pick-product.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, desk, phone, settled } from './steps/screen.ts'
import { cell, seeSaved } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'
import { within } from './steps/within.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { address, clock } = running
const { page, goTo, signIn, become, troubles, another } = await visitorOf(running)

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const blank = { judgements: {}, strengths: '', weaknesses: '', comment: '', proposedLevel: null }

let officer: Caller
let november: CampaignId
let october: CampaignId

async function personCalled(name: string): Promise<PersonId> {
  const { items } = await officer.call(organisationRoutes.listPeople, { query: { text: name, limit: 20 } })
  const found = items.find((one) => one.fullName === name)
  assert.ok(found, name)
  return found.id
}

/** A person's sheet of the month being scored, opened for self-scoring with these points and nothing sent. */
async function reopened(personId: PersonId, by: Caller, points: Record<string, string>): Promise<string> {
  const file = { campaignId: november, personId }
  const view = await by.call(sheetRoutes.getSheet, { params: file })
  assert.ok(view.can.includes('save_self'), `the sample leaves this sheet open, it is ${view.subject.status}`)
  const version = view.sheets.find((sheet) => sheet.rater === 'self')?.version ?? 0
  await by.call(sheetRoutes.saveSheet, { params: { ...file, rater: 'self' }, body: { ...blank, version, points } })
  return `/evaluation/campaigns/${november}/sheets/${personId}`
}

step('what the sample holds is found', async () => {
  officer = await callerFor(address, 'tochuc')
  const { items } = await officer.call(campaignRoutes.listCampaigns, { query: { limit: 50 } })
  const of = (from: string) => items.find((one) => one.period.kind === 'month' && one.period.from === from)?.id
  november = of('2026-11-01') as CampaignId
  october = of('2026-10-01') as CampaignId
  assert.ok(november && october)
})

step('the tree, a unit, the people, a person with history and the search without accents', async () => {
  await signIn('tochuc')
  await goTo('/organisation')
  await page.getByText('Phòng Kinh tế').first().waitFor()
  await checkScreen(page, 'organisation')
  await page.getByText('Phòng Kinh tế').first().click()
  await page.getByRole('heading', { level: 1, name: 'Phòng Kinh tế' }).waitFor()
  await checkScreen(page, 'unit')
  await goTo('/organisation/people')
  await checkScreen(page, 'people')
  await within('the key of the search', page.keyboard.press('/'))
  await page.getByRole('heading', { level: 1, name: 'Tìm người, đơn vị' }).waitFor()
  await page.getByLabel('Tên hoặc mã').fill('dao manh')
  await page.getByRole('link', { name: /Đào Mạnh/ }).first().waitFor()
  await page.waitForURL(/q=dao/)
  await checkScreen(page, 'search')
  const names = await page.getByRole('link', { name: /Mạnh|mạnh|Đạo|Đao/ }).allTextContents()
  assert.match(names[0] ?? '', /Đào Mạnh/)
  await page.getByRole('link', { name: /Đào Mạnh Cường/ }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Đào Mạnh Cường' }).waitFor()
  await checkScreen(page, 'person')
})

step('two windows save one sheet at once: the second is told and loses nothing', async () => {
  const tai = await personCalled('Nguyễn Thị Thanh Nhàn')
  const nhan = await callerFor(address, 'photruongphong')
  const place = await reopened(tai, nhan, { 'I.1': '4' })
  await become('photruongphong')
  await goTo(place)
  await cell(page, 'I.1').waitFor()
  const other = await another()
  await other.become('photruongphong')
  await other.goTo(place)
  await cell(other.page, 'I.2').fill('4,5')
  await seeSaved(other.page)
  await other.close()
  await cell(page, 'II.1').fill('2')
  await page.getByText('Phiếu đã được lưu ở nơi khác').first().waitFor()
  await button('So sánh và chọn').first().click()
  await checkScreen(page, 'sheet-conflict')
  await dialog.getByRole('button', { name: 'Giữ các mục đã chọn' }).click()
  await seeSaved(page)
  const { sheets } = await nhan.call(sheetRoutes.getSheet, { params: { campaignId: november, personId: tai } })
  assert.deepEqual(sheets.find((sheet) => sheet.rater === 'self')?.points, { 'I.1': '4', 'I.2': '4.5', 'II.1': '2' })
})

step('a login that expires mid-edit asks for the password above the page, and the work goes on', async () => {
  const nhan = await personCalled('Nguyễn Thị Thanh Nhàn')
  await signIn('photruongphong')
  await goTo(`/evaluation/campaigns/${november}/sheets/${nhan}`)
  await cell(page, 'II.2').waitFor()
  clock.now = new Date('2026-11-23T14:00:00Z')
  await cell(page, 'II.2').fill('1,5')
  await dialog.getByText('Phiên đăng nhập đã hết').waitFor()
  await checkScreen(page, 'sign-in-again')
  assert.equal(await dialog.getByLabel('Tên đăng nhập').inputValue(), 'photruongphong')
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
  await dialog.waitFor({ state: 'detached' })
  await seeSaved(page)
  const again = await callerFor(address, 'photruongphong')
  const { sheets } = await again.call(sheetRoutes.getSheet, { params: { campaignId: november, personId: nhan } })
  assert.equal(sheets.find((sheet) => sheet.rater === 'self')?.points['II.2'], '1.5')
})

step('every word is English after the switch, and Vietnamese again after the next', async () => {
  await goTo('/')
  await button(/^EN: English/).click()
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
  await checkScreen(page, 'my-work-english')
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
  await button(/^VI: Tiếng Việt/).click()
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
})

step('the head sees the tasks of the division, assigns one and a cadre records an ad hoc one', async () => {
  await become('truongphong', { again: true })
  await goTo('/tasks?who=mine')
  await settled(page)
  await checkScreen(page, 'tasks-head')
  await button('Giao nhiệm vụ').click()
  await checkScreen(page, 'task-assign')
  await pickProduct(dialog, 'tham tra ho so giao dat', /Thẩm tra hồ sơ giao đất/)
  await dialog.getByRole('checkbox', { name: /Lê Văn Tài/ }).check()
  await dialog.getByRole('button', { name: 'Giao', exact: true }).click()
  await page.getByText('Đã giao nhiệm vụ.').waitFor()
  await become('congchuc1', { again: true })
  await goTo('/tasks')
  await settled(page)
  await checkScreen(page, 'tasks-cadre')
  await button('Ghi việc đột xuất').click()
  await pickProduct(dialog, 'bao cao', /báo cáo/i)
  await checkScreen(page, 'task-ad-hoc')
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click()
  await page.getByText('Đã ghi việc đột xuất, chờ cấp trên công nhận.').waitFor()
})

step('the catalogue, its import, the petitions and the yearly campaign are good to look at', async () => {
  await become('tochuc', { again: true })
  for (const [place, name] of [['/catalogue', 'catalogue'], ['/catalogue/import', 'catalogue-import'], ['/evaluation/petitions', 'petitions-officer'], ['/evaluation?status=draft', 'campaigns-draft']] as const) {
    await goTo(place)
    await settled(page)
    await checkScreen(page, name)
  }
})

step('the filters of a list live in the address', async () => {
  await goTo('/evaluation?status=closed')
  await page.getByRole('link', { name: /tháng 7/ }).first().waitFor()
  assert.equal(await page.getByRole('link', { name: /tháng 11/ }).count(), 0)
  await page.getByRole('combobox', { name: 'Trạng thái' }).selectOption({ label: 'Đang chấm điểm' })
  await page.waitForURL(/status=scoring/)
  await page.getByRole('link', { name: /tháng 11/ }).first().waitFor()
  await page.reload()
  await page.getByRole('link', { name: /tháng 11/ }).first().waitFor()
  assert.equal(await page.getByRole('combobox', { name: 'Trạng thái' }).inputValue(), 'scoring')
})

step('a published result of the sample explains itself at both widths; with PICTURE=1 it is the picture of the README', async () => {
  const tai = await personCalledAgain('Lê Văn Tài')
  await become('congchuc1', { again: true })
  await goTo(`/evaluation/campaigns/${october}/results/${tai}`)
  await page.getByRole('heading', { level: 1, name: /^Vì sao/ }).waitFor()
  if (process.env['PICTURE'] === '1') {
    await page.setViewportSize({ width: desk.width, height: 1100 })
    await settled(page)
    await page.screenshot({ path: path.join(import.meta.dirname, '../../docs/picture.png') })
  }
  await page.setViewportSize(phone)
  await checkScreen(page, 'result-october')
  await page.setViewportSize(desk)
  await goTo(`/evaluation/people/${tai}/history`)
  await checkScreen(page, 'history-sample')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})

/** As before, with a session of the clock's day. */
async function personCalledAgain(name: string): Promise<PersonId> {
  officer = await callerFor(address, 'tochuc')
  return personCalled(name)
}
