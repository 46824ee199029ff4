import assert from 'node:assert/strict'
import type { Id } from '#kernel/id.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { editionRoutes } from '#modules/evaluation/contract/edition-routes.ts'
import { callerFor } from './steps/caller.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, settled } from './steps/screen.ts'
import { seeSaved } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z')
const { address, program } = running
await program.app.inject({ method: 'POST', url: '/api/accounts/load-sample', headers: { 'x-request-id': crypto.randomUUID() } })
const { page, goTo, become, troubles } = await visitorOf(running)

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const tab = (name: string) => page.getByRole('tab', { name })
const field = (name: string) => page.getByLabel(name, { exact: true })
const yaml = field('Văn bản YAML của bộ quy định')
const checks = page.getByRole('region', { name: 'Kiểm tra' })

/** Types over part of the YAML, as by hand. */
async function retype(from: string, to: string): Promise<void> {
  const text = await yaml.inputValue()
  assert.ok(text.includes(from), from)
  await yaml.fill(text.replace(from, to))
}

step('an officer begins from the decree without knowing its format', async () => {
  await become('tochuc')
  await goTo('/evaluation')
  await page.getByRole('link', { name: 'Bộ quy định' }).click()
  await page.getByText('335/2025/NĐ-CP').first().waitFor()
  await checkScreen(page, 'rulebooks')
  await button('Soạn bộ quy định').click()
  await dialog.getByLabel('Tên bộ quy định').fill('Quy định đánh giá xã Cam Lộ')
  assert.match(await dialog.getByRole('combobox', { name: 'Bắt đầu từ' }).inputValue(), /335\/2025\/NĐ-CP/)
  await dialog.getByRole('button', { name: 'Tạo dự thảo' }).click()
  await checks.getByText(/^Đạt: \d+ ví dụ đều đúng/).waitFor()
})

step('points and a threshold changed in the form stand in the YAML, and the examples that break say what came out', async () => {
  await field('Điểm tối đa I.1').fill('6')
  await page.getByText('Các mục con cộng lại là 11, mục này ghi 10').waitFor()
  await field('Điểm tối đa I.2').fill('4')
  await field('Hoàn thành tốt nhiệm vụ: từ (điểm)').fill('72')
  await checks.getByText('3/115 ví dụ không đạt').waitFor()
  await seeSaved(page)
  const text = await yaml.inputValue()
  assert.match(text, /^# yaml-language-server/)
  assert.match(text, /- \{ level: good, from: 72, article: "Điều 20 khoản 2" \}/)
  await checks.getByText('mức: tính ra “Hoàn thành nhiệm vụ”, ví dụ ghi “Hoàn thành tốt nhiệm vụ”').first().waitFor()
  await checks.getByText('criteria.I.2: Giá trị “4.5” vượt mức tối đa').waitFor()
  await checkScreen(page, 'rulebook-edit')
  await button('Ban hành').click()
  await dialog.getByText('Chưa ban hành được: còn lỗi hoặc ví dụ không đạt.').waitFor()
  await page.keyboard.press('Escape')
})

step('a broken YAML names its line and keeps the last good form; undone, nothing is lost', async () => {
  await retype('rating:\n', 'rating: [\n')
  await page.getByText(/^Văn bản YAML sai cú pháp ở dòng \d+/).waitFor()
  assert.equal(await field('Điểm tối đa I.1').inputValue(), '6')
  assert.equal(await field('Điểm tối đa I.1').isDisabled(), true)
  await button('Hoàn tác').click()
  await page.getByText(/^Văn bản YAML sai cú pháp/).waitFor({ state: 'detached' })
  assert.match(await yaml.inputValue(), /^rating:$/m)
})

step('the examples are set right, one in the YAML and the others by what came out', async () => {
  await retype('I.2: "4.5"', 'I.2: 4')
  await checks.getByText(/tổng điểm: tính ra 97.25/).waitFor()
  while ((await checks.getByRole('button', { name: /^Ghi .* vào ví dụ$/ }).count()) > 0) {
    const left = checks.getByRole('button', { name: /^Ghi .* vào ví dụ$/ })
    const before = await left.count()
    await left.first().click()
    await page.waitForFunction((count) => [...document.querySelectorAll('button')].filter((one) => /^Ghi .* vào ví dụ$/.test(one.textContent ?? '')).length < count, before)
  }
  await checks.getByText('Đạt: 115 ví dụ đều đúng, không có lỗi').waitFor()
  await seeSaved(page)
})

step('a second officer who saved in between is told of, and both texts are there to choose from', async () => {
  const officer = await callerFor(address, 'tochuc')
  const editionId = page.url().split('/').at(-1)?.split('?')[0] as Id<'edition'>
  const { edition, source } = await officer.call(editionRoutes.getEdition, { params: { editionId } })
  await officer.call(editionRoutes.saveEdition, { params: { editionId }, body: { version: edition.version, source: `${source}# ghi chú của người khác\n` } })
  await field('Hoàn thành nhiệm vụ: từ (điểm)').fill('51')
  await button('So sánh và chọn').click()
  await dialog.getByText(/ghi chú của người khác/).waitFor()
  await checkScreen(page, 'rulebook-conflict')
  await dialog.getByRole('button', { name: 'Lấy bản đã lưu' }).click()
  await page.waitForFunction(() => document.querySelector('textarea[aria-label^="Văn bản YAML"]')?.textContent?.includes('của người khác') ?? false)
  await checks.getByText('Đạt: 115 ví dụ đều đúng, không có lỗi').waitFor()
})

step('what changed is said in words', async () => {
  await tab('Thay đổi').click()
  await page.getByText('Tiêu chí I.1: 5 → 6 điểm').waitFor()
  await page.getByText('Tiêu chí I.2: 5 → 4 điểm').waitFor()
  await page.getByText('Ngưỡng Hoàn thành tốt nhiệm vụ: 70 → 72').waitFor()
  await checkScreen(page, 'rulebook-changes')
})

step('the published October scored again says who would change level and why', async () => {
  await tab('Chạy thử').click()
  await field('Đợt đã công bố').selectOption({ label: (await field('Đợt đã công bố').locator('option', { hasText: /tháng 10/i }).first().textContent()) ?? '' })
  await button('Chạy thử').click()
  await page.getByText('người trong đợt').waitFor()
  await page.getByText('Ai thay đổi và vì sao').waitFor()
  assert.ok((await page.getByText(/vượt mức tối đa|Ngưỡng Hoàn thành tốt nhiệm vụ: 70 → 72|Không chấm lại được/).count()) > 0)
  await checkScreen(page, 'rulebook-simulation')
})

step('issued under its document it is frozen, and a campaign of December is scored with it', async () => {
  await button('Ban hành').click()
  await dialog.getByLabel('Số, ký hiệu văn bản').fill('12-QĐ/ĐU')
  await dialog.getByLabel('Người ký').fill('Trần Văn Chủ')
  await dialog.getByRole('textbox', { name: 'Có hiệu lực từ' }).fill('01/12/2026')
  await checkScreen(page, 'rulebook-issue')
  await dialog.getByRole('button', { name: 'Ban hành' }).click()
  await page.getByText('Đã ban hành.').waitFor()
  await page.getByText('Bản này đã ban hành nên không sửa được.', { exact: false }).waitFor()
  await tab('Nội dung').click()
  await page.getByText('từ 72 điểm').waitFor()
  await checkScreen(page, 'rulebook-issued')

  await goTo('/evaluation/campaigns/new')
  await page.getByRole('combobox', { name: 'Loại kỳ' }).selectOption({ label: 'Tháng' })
  await page.getByRole('combobox', { name: 'Tháng', exact: true }).selectOption({ label: '12' })
  await page.getByRole('radio', { name: 'Quy định đánh giá xã Cam Lộ' }).check()
  await page.getByRole('combobox', { name: 'Phạm vi' }).fill('phong kinh te')
  await page.getByRole('option', { name: /Phòng Kinh tế/ }).first().click()
  await button(/^Lập dự thảo/).click()
  await page.waitForURL(/campaigns\/[0-9a-f-]{36}/)
  await settled(page)
  const officer = await callerFor(address, 'tochuc')
  const { rulebook } = await officer.call(campaignRoutes.getCampaign, { params: { campaignId: page.url().split('/').at(-1) as Id<'campaign'> } })
  assert.deepEqual([rulebook.id, rulebook.version, rulebook.documentNumber], ['quy-dinh-danh-gia-xa-cam-lo', '1', '12-QĐ/ĐU'])
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
