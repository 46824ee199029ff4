import assert from 'node:assert/strict'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { clock } = running
const { page, goTo, become, downloaded, troubles } = await visitorOf(running)

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })
const minutes = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

let october: CampaignId
let tai: PersonId
let linh: PersonId

step('the officer keeps the minutes with the campaign; a file that is not what its name says is refused', async () => {
  const officer = await become('tochuc')
  const { items } = await officer.call(campaignRoutes.listCampaigns, { query: { limit: 50 } })
  const found = items.find((one) => one.period.kind === 'month' && one.period.from === '2026-10-01')
  assert.equal(found?.status, 'published')
  october = found.id
  const { items: everybody } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId: october }, query: { limit: 200 } })
  const personOf = (code: string) => everybody.find((one) => one.code === code)?.person.id as PersonId
  tai = personOf('CL046')
  linh = personOf('CL047')
  await goTo(`/evaluation/campaigns/${october}?tab=papers`)
  await page.getByText('Chưa có văn bản nào').waitFor()
  await page.getByRole('combobox', { name: 'Loại văn bản' }).selectOption({ label: 'Biên bản họp' })
  await page.getByRole('radio', { name: 'Không mang độ mật' }).check()
  await page.locator('input[type=file]').setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ không phải PDF') })
  await page.getByText(/không đúng với tên|không đúng loại|nội dung/i).first().waitFor()
  await checkScreen(page, 'papers-refused')
  await page.getByRole('radio', { name: 'Không mang độ mật' }).check()
  await page.locator('input[type=file]').setInputFiles({ name: 'Biên bản họp tháng 10.pdf', mimeType: 'application/pdf', buffer: minutes })
  await page.getByText('Đã thêm văn bản.').waitFor()
  await checkScreen(page, 'papers')
  const bytes = await downloaded(() => page.getByRole('link', { name: 'Biên bản họp tháng 10.pdf' }).click())
  assert.deepEqual(Buffer.from(bytes), minutes)
})

step('a cadre petitions, thinks better of it and withdraws', async () => {
  const cadre = await become('congchuc1')
  await goTo(`/evaluation/campaigns/${october}/results/${tai}`)
  await button('Gửi kiến nghị').click()
  await dialog.getByLabel('Nội dung').fill('Đề nghị xem lại số lần chậm tiến độ trong tháng.')
  await inDialog('Gửi kiến nghị').click()
  await page.getByText(/Đã gửi kiến nghị/).waitFor()
  await button('Rút kiến nghị').click()
  await checkScreen(page, 'petition-withdraw')
  await inDialog('Rút kiến nghị').click()
  await page.getByText('Đã rút kiến nghị.').waitFor()
  await page.getByText('Đã rút', { exact: true }).waitFor()
  await checkScreen(page, 'petition-withdrawn')
  const { items } = await cadre.call(resultRoutes.listPetitions, { query: { limit: 20 } })
  assert.deepEqual(items.filter((one) => one.person.id === tai).map((one) => one.status), ['withdrawn'])
})

step('a wrong published result is replaced by a new decision with its reason and corrected points', async () => {
  const chair = await become('chutich')
  const before = await chair.call(resultRoutes.getResult, { params: { campaignId: october, personId: linh } })
  await goTo(`/evaluation/campaigns/${october}/results/${linh}`)
  await button('Thay thế kết quả').click()
  await inDialog('Thay thế').click()
  await dialog.getByText('Nhập lý do.').waitFor()
  await dialog.getByText('Sửa điểm tiêu chí chung').click()
  await dialog.getByLabel('I.1, tối đa 5').fill('9')
  await dialog.getByLabel('Lý do thay thế').fill('Biên bản họp ngày 20/11/2026 xác định điểm I.1 ghi nhầm.')
  await dialog.getByText('Tối đa 5 điểm.').waitFor()
  await checkScreen(page, 'replace-wrong')
  await dialog.getByLabel('I.1, tối đa 5').fill('2')
  await dialog.getByRole('combobox', { name: 'Mức xếp loại mới' }).selectOption({ label: 'Hoàn thành nhiệm vụ' })
  await checkScreen(page, 'replace-dialog')
  await inDialog('Thay thế').click()
  await page.getByText('Đã thay thế kết quả.').waitFor()
  const after = await chair.call(resultRoutes.getResult, { params: { campaignId: october, personId: linh } })
  assert.equal(after.row.decidedLevel, 'completed')
  assert.notEqual(after.row.total, before.row.total)
  assert.equal(after.records.length, 2)
})

step('the cadre sees both decisions and the reason, and the list marks the replacing one', async () => {
  await become('congchuc2')
  await goTo(`/evaluation/campaigns/${october}/results/${linh}`)
  const records = page.getByRole('list', { name: 'Các quyết định về kết quả này' })
  await records.getByText('đang có hiệu lực').waitFor()
  await records.getByText('đã bị thay thế').waitFor()
  await records.getByText(/Biên bản họp ngày 20\/11\/2026/).waitFor()
  await checkScreen(page, 'replaced-result')
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${october}/results`)
  await page.getByText('đã thay bằng quyết định mới').first().waitFor()
  await checkScreen(page, 'replaced-in-list')
})

step('a campaign is not ended while petitions wait or may still be filed, and is ended afterwards', async () => {
  await goTo(`/evaluation/campaigns/${october}`)
  await page.getByText(/Còn trong thời hạn gửi kiến nghị/).waitFor()
  await page.getByText('1 kiến nghị chưa trả lời.').waitFor()
  assert.equal(await button('Kết thúc đợt').isDisabled(), true)
  await checkScreen(page, 'close-not-yet')
  const chair = await become('chutich')
  const { items } = await chair.call(resultRoutes.listPetitions, { query: { limit: 50, status: 'open' } })
  for (const { id, version } of items) await chair.call(resultRoutes.answerPetition, { params: { petitionId: id }, body: { outcome: 'upheld', version, answer: 'Đã đối chiếu hồ sơ, giữ nguyên kết quả.' } })
  clock.now = new Date('2026-12-04T01:00:00Z')
  await become('tochuc', { again: true })
  await goTo(`/evaluation/campaigns/${october}`)
  await button('Kết thúc đợt').click()
  await checkScreen(page, 'close-dialog')
  await inDialog('Kết thúc đợt').click()
  await page.getByText('Đã kết thúc đợt.').waitFor()
  await page.getByText('Đợt đã xong, không còn việc nào.').waitFor()
  await checkScreen(page, 'closed')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
