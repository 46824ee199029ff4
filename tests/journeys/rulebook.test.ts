import assert from 'node:assert/strict'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { Id, TenantId } from '#kernel/id.ts'
import { openAccount } from '#modules/accounts/server/index.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { inTenant } from '#platform/db/database.ts'
import { callerFor } from './steps/caller.ts'
import { password } from './steps/office.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, settled } from './steps/screen.ts'
import { seeSaved } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { address, program } = running
const second = await secondOfficer()
const { page, goTo, become, troubles, another } = await visitorOf(running)

/** One more login with the officer's rights, as in a body with two people at the desk; returns the name. */
async function secondOfficer(): Promise<string> {
  const { db } = program
  const tenant = await db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  const known = new Set((await db.selectFrom('accounts_user').select('person_id').execute()).map((row) => row.person_id))
  const { items } = await (await callerFor(address, 'tochuc')).call(organisationRoutes.listPeople, { query: { limit: 50 } })
  const person = items.find((one) => !known.has(one.id))
  assert.ok(person)
  const login = { tenantId: tenant.id as TenantId, personId: person.id, displayName: person.fullName, username: 'tochuc2', password, roles: [{ role: 'officer' as const, unitId: null }] }
  await inTenant(db, login.tenantId, 'write', (tx) => openAccount(tx, login, running.clock.now, vietnameseDay(running.clock.now)))
  return person.fullName
}

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const tab = (name: string) => page.getByRole('tab', { name })
const field = (name: string) => page.getByLabel(name, { exact: true })
const yaml = field('Văn bản YAML của bộ quy định')
const checks = page.getByRole('region', { name: 'Kiểm tra' })

/** Types over part of the YAML, as by hand. */
async function retype(from: string, to: string): Promise<void> {
  const at = (await yaml.inputValue()).indexOf(from)
  assert.ok(at >= 0, from)
  await yaml.evaluate((text: HTMLTextAreaElement, [start, end]) => (text.focus(), text.setSelectionRange(start, end)), [at, at + from.length] as const)
  await page.keyboard.insertText(to)
}

/** Takes what came out into every example that differs, one after the other, until every one is right; between two looks the checks are empty for a moment, which is no answer. */
async function takeWhatCameOut(): Promise<void> {
  const offered = checks.getByRole('button', { name: /^Ghi .* vào ví dụ$/ })
  const right = checks.getByText(/^Đạt: /)
  for (await right.or(offered.first()).waitFor(); (await right.count()) === 0; await right.or(offered.first()).waitFor()) {
    const left = await offered.count()
    if (left > 0) await offered.first().click()
    await page.waitForFunction((count) => [...document.querySelectorAll('section[aria-label="Kiểm tra"] button')].filter((one) => /^Ghi .* vào ví dụ$/.test(one.textContent ?? '')).length < Math.max(count, 1), left)
  }
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
  await takeWhatCameOut()
  await checks.getByText('Đạt: 115 ví dụ đều đúng, không có lỗi').waitFor()
  await seeSaved(page)
})

step('two officers edit one draft: the second is told on the screen, sees both texts and chooses', async () => {
  const editionId = page.url().split('/').at(-1)?.split('?')[0] ?? ''
  const other = await another()
  await other.become('tochuc2')
  await other.goTo(`/evaluation/rulebook-editions/${editionId}`)
  const theirs = other.page.getByLabel('Hoàn thành xuất sắc nhiệm vụ: từ (điểm)', { exact: true })
  await theirs.waitFor()
  await field('Hoàn thành nhiệm vụ: từ (điểm)').fill('51')
  await seeSaved(page)
  await theirs.fill('91')
  await other.page.getByText('Dự thảo đã được người khác lưu').waitFor()
  await other.page.getByRole('button', { name: 'So sánh và chọn' }).click()
  const choice = other.page.getByRole('dialog')
  await choice.getByText(/Nguyễn Văn Hùng vừa lưu một bản khác/).waitFor()
  await choice.getByText(/Đã lưu: .*from: 51/).waitFor()
  await choice.getByText(/Của bạn: .*from: 91/).waitFor()
  await checkScreen(other.page, 'rulebook-conflict')
  await choice.getByRole('button', { name: 'Gộp cả hai' }).click()
  await seeSaved(other.page)
  assert.match(await other.page.getByLabel('Văn bản YAML của bộ quy định', { exact: true }).inputValue(), /from: 91[\s\S]*from: 51/)
  assert.deepEqual(other.troubles, [])
  await other.close()

  // The first officer, who has not seen that yet, is told in turn and takes what is saved.
  await field('Hoàn thành nhiệm vụ: từ (điểm)').fill('52')
  await button('So sánh và chọn').click()
  await dialog.getByText(`${second} vừa lưu một bản khác`, { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Lấy bản đã lưu' }).click()
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('textarea[aria-label^="Văn bản YAML"]')?.value.includes('from: 91') ?? false)
  await field('Hoàn thành xuất sắc nhiệm vụ: từ (điểm)').fill('90')
  await field('Hoàn thành nhiệm vụ: từ (điểm)').fill('50')
  await page.waitForFunction(() => /from: 90[\s\S]*from: 50/.test(document.querySelector<HTMLTextAreaElement>('textarea[aria-label^="Văn bản YAML"]')?.value ?? ''))
  await seeSaved(page)
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

const fold = (title: string) => page.locator('details', { has: page.locator('summary', { hasText: title }) }).last()
const unfold = (title: string) => page.locator('summary', { hasText: title }).last().click()

/** Adds an entry that is asked for its name first. */
async function addNamed(label: string, name: string, fill: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await button(label).click()
  await dialog.getByLabel('Tên gọi', { exact: true }).fill(name)
  await fill()
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

step('another officer changes the weights of a school, without reading its YAML', async () => {
  await become('tochuc2')
  await goTo('/evaluation/rulebooks')
  await button('Soạn bộ quy định').click()
  await dialog.getByRole('combobox', { name: 'Bắt đầu từ' }).fill('truong hoc')
  await page.getByRole('option', { name: /trường học/ }).first().click()
  await dialog.getByLabel('Tên bộ quy định').fill('Quy chế đánh giá trường Cam Lộ')
  await dialog.getByRole('button', { name: 'Tạo dự thảo' }).click()
  await checks.getByText('Đạt: 17 ví dụ đều đúng, không có lỗi').waitFor()
  await unfold('Người chấm và trọng số')
  await field('Trọng số: Cá nhân tự chấm').fill('0,1')
  await page.getByText(/tỷ lệ thực tính: Cá nhân tự chấm 11,11 %/).waitFor()
  await field('Trọng số: Hội đồng đánh giá của trường').fill('0,6')
  await page.getByText(/tỷ lệ thực tính/).waitFor({ state: 'detached' })
  await checks.getByText(/ví dụ không đạt$/).waitFor()
  assert.match(await yaml.inputValue(), /weights: \{ self: "0\.1", group: "0\.3", council: "0\.6" \}/)
})

step('she adds a criterion, a level, a fact, a veto that looks at it, and a group, each in the form', async () => {
  await addNamed('Thêm tiêu chí con total', 'Ứng dụng công nghệ thông tin trong dạy học', () => dialog.getByLabel('Điểm tối đa', { exact: true }).fill('1'))
  await page.getByText('Các mục con cộng lại là 101, mục này ghi 100').waitFor()
  await field('Điểm tối đa III').fill('9')
  await page.getByText('Các mục con cộng lại là 101').waitFor({ state: 'detached' })

  await addNamed('Thêm mức xếp loại', 'Hoàn thành khá nhiệm vụ', () => dialog.getByLabel('Từ (điểm)', { exact: true }).fill('60'))
  assert.equal(await field('Hoàn thành khá nhiệm vụ: từ (điểm)').inputValue(), '60')

  await unfold('Dữ kiện về người được đánh giá')
  await addNamed('Thêm dữ kiện', 'Vi phạm đạo đức nhà giáo')
  await unfold('Trường hợp đặc biệt')
  await addNamed('Thêm trường hợp xếp mức thấp', 'Vi phạm đạo đức nhà giáo')
  await page.getByText('Đọc là: chưa bao giờ (hãy ghép điều kiện)').waitFor()
  const builders = page.getByRole('button', { name: 'Ghép điều kiện' })
  await builders.nth((await builders.count()) - 1).click()
  await page.getByRole('combobox', { name: 'Xét điều gì' }).fill('dao duc nha giao')
  await page.getByRole('option', { name: /Vi phạm đạo đức nhà giáo/ }).click()
  await button('Dùng điều kiện này').click()
  await page.getByText('Đọc là: “Vi phạm đạo đức nhà giáo”').waitFor()

  await unfold('Nhóm đối tượng')
  await addNamed('Thêm nhóm đối tượng', 'Cán bộ quản lý nhà trường')
  await page.getByRole('group', { name: /^Chức vụ/ }).nth(1).getByRole('checkbox', { name: 'Không giữ chức vụ lãnh đạo' }).uncheck()
  await seeSaved(page)
  const text = await yaml.inputValue()
  assert.match(text, /level: not_completed, when: "facts\.vi_pham_dao_duc_nha_giao"/)
  assert.match(text, /id: can_bo_quan_ly_nha_truong/)
  await checkScreen(page, 'rulebook-form')
})

step('an example that is refused now is mended in the form, the others by what came out once it is read', async () => {
  await checks.getByText(/\d+\/17 ví dụ không đạt/).waitFor()
  await unfold('Ví dụ kiểm tra')
  await unfold('Ví dụ 6: Chấm từng tiêu chí')
  const sixth = fold('Ví dụ 6: Chấm từng tiêu chí')
  // What is folded is drawn once it is opened.
  await sixth.getByLabel(/^IV /).last().waitFor()
  for (const points of await sixth.getByLabel(/^III /).all()) await points.fill('9')
  for (const points of await sixth.getByLabel(/^IV /).all()) await points.fill('1')
  await sixth.getByText(/phần mềm|tính ra|tổng điểm/).first().waitFor()
  await seeSaved(page)
  await settled(page)
  await checkScreen(page, 'rulebook-examples')
})

step('a new example is made in the form: what the program computes is shown before it is taken', async () => {
  await addNamed('Thêm ví dụ', 'Vi phạm đạo đức thì không hoàn thành')
  const added = fold('Vi phạm đạo đức thì không hoàn thành')
  await added.getByLabel('Cá nhân tự chấm: tổng điểm', { exact: true }).fill('90')
  await added.getByLabel('Tổ chuyên môn: tổng điểm của từng người', { exact: true }).fill('80; 90')
  await added.getByLabel('Hội đồng đánh giá của trường: tổng điểm của từng người', { exact: true }).fill('80')
  await added.getByLabel('Vi phạm đạo đức nhà giáo', { exact: true }).selectOption({ label: 'Có' })
  await added.getByText('Ví dụ chưa ghi kết quả mong đợi.', { exact: false }).waitFor()
  await added.getByText('tổng điểm: phần mềm tính ra 82.50').waitFor()
  await added.getByText('mức: phần mềm tính ra “Không hoàn thành nhiệm vụ”').waitFor()
  await checkScreen(page, 'rulebook-new-example')
  await added.getByRole('button', { name: 'Đã đối chiếu, ghi kết quả này' }).click()
  await added.getByText('Ví dụ chưa ghi kết quả mong đợi.', { exact: false }).waitFor({ state: 'detached' })
})

step('the other examples are set right by what came out, and every change is said in words', async () => {
  // Of several people with sheets of their own the form shows where they are written.
  await checks.getByText('điểm chính xác: ra không có').waitFor()
  await retype('{ I: 25, II: 48, III: 6.5 }', '{ I: 25, II: 48, III: 6.5, IV: 0 }')
  await checks.getByText('điểm chính xác: ra không có').waitFor({ state: 'detached' })
  await takeWhatCameOut()
  await checks.getByText('Đạt: 18 ví dụ đều đúng, không có lỗi').waitFor()
  await seeSaved(page)
  await tab('Thay đổi').click()
  for (const words of ['Hoàn thành khá nhiệm vụ', 'Ứng dụng công nghệ thông tin trong dạy học', 'Vi phạm đạo đức nhà giáo', 'Cán bộ quản lý nhà trường', '0,2 → 0,1']) await page.getByRole('listitem').filter({ hasText: words }).first().waitFor()
  await checkScreen(page, 'rulebook-school-changes')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
