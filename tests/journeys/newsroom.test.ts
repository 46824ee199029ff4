import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { asId } from '#kernel/id.ts'
import { openAccount } from '#modules/accounts/server/index.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import { inTenant } from '#platform/db/database.ts'
import { password } from './steps/office.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, desk, phone } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const running = await startedForJourney(import.meta, '2026-11-23T09:44:00Z', 'sample')
const { program, clock } = running
const reporter = await visitorOf(running)
const { page, troubles } = reporter
const step = story()
const button = (name: string) => page.getByRole('button', { name, exact: true })
const dialog = page.getByRole('dialog')
const script = page.getByRole('textbox', { name: 'Lời bình và kịch bản' })

const roles = [
  ['phongvien', 'CL046', 'reporter'],
  ['bientap', 'CL043', 'editor'],
  ['duyetphat', 'CL028', 'director'],
  ['thuky', 'CL047', 'producer'],
  ['phatsong', 'CL044', 'gallery'],
] as const

const { tenant_id: tenant } = await program.db.selectFrom('accounts_user').where('username', '=', 'tochuc').select('tenant_id').executeTakeFirstOrThrow()
const tenantId = asId<'tenant'>(tenant)
await inTenant(program.db, tenantId, 'write', async (tx) => {
  for (const [username, code, role] of roles) {
    const person = await tx.selectFrom('organisation_person').where('tenant_id', '=', tenantId).where('code', '=', code).select(['id', 'full_name']).executeTakeFirstOrThrow()
    await tx.updateTable('accounts_user').set({ person_id: null }).where('person_id', '=', person.id).execute()
    await openAccount(tx, { tenantId, personId: asId<'person'>(person.id), displayName: person.full_name, username, password, roles: [{ role, unitId: null }] }, clock.now, '2026-11-23' as never)
  }
})

const record = path.join(import.meta.dirname, '../../modules/newsroom/domain/record/samples/02-labels-missing.txt')
let address = ''

step('a reporter begins a story and writes it with the old marks, and sees how long it takes to read', async () => {
  await reporter.become('phongvien')
  await reporter.goTo('/newsroom/stories')
  await checkScreen(page, 'stories-empty')
  await button('Viết bài mới').click()
  await button('Bắt đầu viết').click()
  await dialog.getByText('Nhập tên bài.').waitFor()
  await dialog.getByLabel('Tên bài').fill('Xây dựng Đảng: Chi bộ thôn đổi mới sinh hoạt')
  await dialog.getByLabel('Chuyên mục').fill('Xây dựng Đảng')
  await button('Bắt đầu viết').click()
  await script.waitFor()
  address = new URL(page.url()).pathname
  await script.click()
  await page.keyboard.type('Kính chào quý vị và các bạn.')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('Năm 2018, chi bộ kết nạp 5 đảng viên.')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.type('PV: Thưa đồng chí, kết quả ấy có được từ đâu?')
  await button('Thêm người').click()
  await dialog.getByRole('button', { name: 'Thêm người' }).click()
  await dialog.getByText('Nhập họ và tên.').waitFor()
  await dialog.getByLabel('Họ và tên').fill('Hồ Thị Mẫu')
  await dialog.getByLabel('Chức danh', { exact: true }).fill('Bí thư Chi bộ')
  await dialog.getByLabel('Cơ quan, đơn vị, địa phương').fill('thôn Suối Đá')
  await dialog.getByRole('button', { name: 'Thêm người' }).click()
  await page.getByText('Bí thư Chi bộ, thôn Suối Đá').waitFor()
  await page.getByRole('button', { name: /Chưa có người/ }).click()
  await page.getByRole('menuitem', { name: /Hồ Thị Mẫu/ }).or(page.getByRole('menuitemradio', { name: /Hồ Thị Mẫu/ })).click()
  await page.getByText(/^Đã lưu/).waitFor()
  await page.getByText(/^Khoảng 0'\d\d"$/).waitFor()
  await checkScreen(page, 'story-writing')
})

step('what is written stays after leaving, and without a link', async () => {
  await reporter.context.setOffline(true)
  await script.click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Xin đồng chí cho biết.')
  await page.getByText('Đã giữ trên máy, chờ kết nối').first().waitFor()
  await reporter.context.setOffline(false)
  await page.getByText(/^Đã lưu/).waitFor({ timeout: 30_000 })
  await reporter.goTo(address)
  await script.getByText('Xin đồng chí cho biết.').waitFor()
})

step('on a second machine changes that do not meet are merged, a block somebody writes in is held, and texts that meet are compared and chosen', async () => {
  const other = await reporter.another()
  await other.become('phongvien')
  await other.goTo(address)
  const theirs = other.page.getByRole('textbox', { name: 'Lời bình và kịch bản' })
  await theirs.getByText('Kính chào quý vị và các bạn.').waitFor()
  await script.getByText('Kính chào quý vị và các bạn.').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Đây là bản tin chiều.')
  await page.getByText(/^Đã lưu/).waitFor()
  await theirs.getByText('Năm 2018').click()
  await other.page.keyboard.press('End')
  await other.page.keyboard.type(' Đó là kết quả cao.')
  await theirs.getByText('Đây là bản tin chiều.').waitFor()
  await theirs.getByText('Đó là kết quả cao.').waitFor()
  await other.page.getByText(/^Đã lưu/).waitFor()
  await script.getByText('Thưa đồng chí').click()
  await script.getByText('Đó là kết quả cao.').waitFor({ timeout: 30_000 })
  await script.getByText('Năm 2018').click()
  await script.getByText(/ đang viết$/).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(' Cảm ơn.')
  await page.getByText('đang viết đoạn này').waitFor()
  assert.equal(await script.getByText('Cảm ơn.').count(), 0)
  await checkScreen(page, 'story-held')
  // Without a link nobody is known to hold anything, and one may write.
  await reporter.context.setOffline(true)
  await script.getByText('Kính chào').click()
  await script.getByText(/ đang viết$/).waitFor({ state: 'detached' })
  await script.getByText('Năm 2018').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Cảm ơn.')
  await other.page.keyboard.type(' Rất tốt.')
  await other.page.getByText(/^Đã lưu/).waitFor()
  await page.getByText('Đã giữ trên máy, chờ kết nối').first().waitFor()
  await reporter.context.setOffline(false)
  await page.getByText('Hai bản cùng sửa một chỗ').waitFor({ timeout: 30_000 })
  await page.locator('del', { hasText: 'tốt' }).or(page.locator('ins', { hasText: 'Cảm' })).first().waitFor()
  await checkScreen(page, 'story-conflict')
  await button('Lấy bản đang lưu').click()
  await script.getByText('Rất tốt.').waitFor()
  assert.equal(await script.getByText('Cảm ơn.').count(), 0)
  await other.close()
})

step('she submits it, and can no longer change it', async () => {
  await button('Trình duyệt').click()
  await checkScreen(page, 'story-submit')
  await dialog.getByRole('button', { name: 'Trình duyệt' }).click()
  await page.getByText('Chờ phòng duyệt').first().waitFor()
  await page.getByText('Bài đang ở bước khác').waitFor()
})

step('the department returns it with a reason at a block, and the reporter mends it', async () => {
  await reporter.become('bientap')
  await reporter.goTo('/newsroom/stories')
  await page.getByRole('link', { name: /Chi bộ thôn đổi mới/ }).click()
  await button('Trả lại').click()
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await dialog.getByText('Nêu lý do trả lại').waitFor()
  await dialog.getByLabel('Lý do').fill('Kiểm tra lại số đảng viên mới')
  await dialog.getByLabel('Đoạn cần sửa').selectOption({ index: 2 })
  await checkScreen(page, 'story-return')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await page.getByText('Đã trả lại').first().waitFor()
  const caller = await reporter.become('phongvien')
  const storyId = asId<'story'>(address.split('/').at(-1) ?? '')
  const { content, revision } = await caller.call(storyRoutes.getStory, { params: { storyId } })
  const blocks = content.blocks.map((block) => ('text' in block ? { ...block, text: block.text.replace('5 đảng viên', '6 đảng viên') } : block))
  const saved = await caller.call(storyRoutes.saveStory, { params: { storyId }, body: { revision, content: { ...content, blocks } } })
  await caller.call(storyRoutes.actOnStory, { params: { storyId }, body: { revision: saved.revision, act: 'submit', note: '', blockId: null } })
})

step('department and leadership approve exactly these words, leadership on a phone', async () => {
  await reporter.become('bientap')
  await reporter.goTo(address)
  await button('Duyệt').click()
  await dialog.getByRole('button', { name: 'Duyệt' }).click()
  await page.getByText('Chờ lãnh đạo duyệt').first().waitFor()
  clock.now = new Date('2026-11-23T23:54:00Z')
  await reporter.become('duyetphat', { again: true })
  await page.setViewportSize(phone)
  await reporter.goTo('/newsroom/stories')
  await checkScreen(page, 'stories-waiting')
  await page.getByRole('link', { name: /Chi bộ thôn đổi mới/ }).click()
  await button('Duyệt').click()
  await dialog.getByRole('button', { name: 'Duyệt' }).click()
  await page.getByText('Đã duyệt phát').first().waitFor()
  await checkScreen(page, 'story-approved')
})

step('leadership, going away, delegates its signature in writing', async () => {
  await page.setViewportSize(desk)
  await reporter.goTo('/newsroom/signing')
  await button('Ủy quyền').click()
  await dialog.getByRole('button', { name: 'Ủy quyền' }).click()
  await dialog.getByText('Chọn người ký thay.').waitFor()
  await dialog.getByRole('combobox', { name: 'Người ký thay' }).fill('Lê Văn')
  await page.getByRole('option').first().click()
  await dialog.getByRole('textbox', { name: 'Đến hết ngày' }).fill('30/11/2026')
  await dialog.getByLabel('Số văn bản ủy quyền').fill('15-UQ/BBT')
  await dialog.getByRole('textbox', { name: 'Ngày văn bản' }).fill('23/11/2026')
  await checkScreen(page, 'signing-delegate')
  await dialog.getByRole('button', { name: 'Ủy quyền' }).click()
  await page.getByText('Đang hiệu lực').waitFor()
  await checkScreen(page, 'signing')
})

step('the producer puts it into the morning bulletin; the gallery takes it on air in another browser, and the log says what aired when', async () => {
  const title = 'Xây dựng Đảng: Chi bộ thôn đổi mới sinh hoạt'
  await reporter.become('thuky', { again: true })
  await reporter.goTo('/newsroom/rundowns')
  await button('Lập khung').click()
  await dialog.getByLabel('Tên chương trình').fill('Thời sự sáng')
  await dialog.getByLabel('Bắt đầu').fill('07:00')
  await button('Lưu').click()
  await button('Thêm mục').click()
  await dialog.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: 'Đưa vào' }).click()
  const item = page.locator('[data-item]').filter({ hasText: title })
  await item.waitFor()
  await page.keyboard.press('Escape')
  await button('Chốt khung').click()
  await page.getByText('Đã chốt', { exact: true }).first().waitFor()
  const gallery = await reporter.another()
  await gallery.become('phatsong')
  await gallery.goTo(new URL(page.url()).pathname)
  clock.now = new Date('2026-11-24T00:00:00Z')
  await gallery.page.locator('[data-item]').filter({ hasText: title }).getByRole('button', { name: 'Sắp phát' }).click()
  await page.locator('[data-item][data-stage="next"]').waitFor()
  await gallery.page.getByRole('button', { name: 'Lên sóng', exact: true }).click()
  await page.locator('[data-item][data-stage="on_air"]').waitFor()
  clock.now = new Date('2026-11-24T00:00:21Z')
  await gallery.page.getByRole('button', { name: 'Dứt', exact: true }).click()
  await page.locator('[data-item][data-stage="aired"]').waitFor()
  await gallery.close()
  await reporter.goTo('/newsroom/airings')
  await page.getByText(title).first().waitFor()
  await page.getByText('0:21').first().waitFor()
  await reporter.goTo(address)
  await page.getByText('Đã phát', { exact: true }).first().waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Lời bình và kịch bản' }).count(), 0, 'what has aired stays as it was')
})

step('an old record is taken over with a look at what it says, and given back as it was', async () => {
  await reporter.become('phongvien', { again: true })
  await reporter.goTo('/newsroom/stories')
  await button('Nhập bài cũ').click()
  await dialog.getByRole('radio', { name: 'Mật', exact: true }).check()
  await dialog.getByRole('alert').waitFor()
  await dialog.getByRole('radio', { name: /[Kk]hông/ }).first().check()
  await checkScreen(page, 'story-import')
  await dialog.locator('input[type="file"]').setInputFiles(record)
  await page.getByRole('heading', { name: 'Từ hệ thống cũ' }).waitFor()
  await script.getByText('Tôi bán được bốn gùi ngô.').waitFor()
  await checkScreen(page, 'story-imported')
  const bytes = await reporter.downloaded(() => button('Tải tệp gốc').click())
  assert.deepEqual(Buffer.from(bytes), readFileSync(record))
})

step('nothing failed behind the screens', () => {
  assert.deepEqual(troubles, [])
  return Promise.resolve()
})

