import assert from 'node:assert/strict'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { password } from './steps/office.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'
import { within } from './steps/within.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { clock } = running
// Passkeys are bound to a name; an address of numbers has none.
const address = running.address.replace('127.0.0.1', 'localhost')
const { page, context, goTo, signIn, become, downloaded, troubles, another } = await visitorOf({ ...running, address })

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
let recoveryCode = ''
const later = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000))

step('an official adds a passkey and keeps the recovery codes that come with it', async () => {
  await signIn('tochuc')
  // Lasts until somebody else takes the window over.
  const devtools = await within('the browser’s own door', context.newCDPSession(page))
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } })
  await goTo('/account')
  await page.getByText('Chưa thiết lập.').waitFor()
  await checkScreen(page, 'account-security')
  await page.getByLabel('Tên gợi nhớ').fill('Máy tính phòng tổ chức')
  await button('Thêm khóa truy cập').click()
  await page.getByRole('heading', { level: 1, name: 'Mã khôi phục của bạn' }).waitFor()
  const codes = await page.getByRole('listitem').filter({ hasText: /^[a-z2-9]{5}-[a-z2-9]{5}$/ }).allTextContents()
  assert.equal(codes.length, 10)
  recoveryCode = codes[3] ?? ''
  await button('Đã cất giữ, đóng').click()
  await page.getByText('Máy tính phòng tổ chức').waitFor()
  await checkScreen(page, 'account-passkey')
})

step('the password alone now asks for the second factor; the passkey signs in by itself', async () => {
  await context.clearCookies()
  await page.goto(address)
  await page.getByLabel('Tên đăng nhập').fill('tochuc')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await button('Đăng nhập').first().click()
  await page.getByText(/^Mật khẩu đúng/).waitFor()
  await checkScreen(page, 'sign-in-passkey-asked')
  await button('Quay lại').click()
  await button('Đăng nhập bằng khóa truy cập').click()
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor()
})

step('another device is seen with its place and signed out from here; a password everybody tries is refused', async () => {
  const other = await another()
  await other.become('truongphong')
  await become('truongphong')
  await goTo('/account')
  await page.getByRole('row').filter({ hasText: 'Máy chủ này' }).nth(1).waitFor()
  await checkScreen(page, 'account-sessions')
  await button('Đăng xuất mọi nơi khác').click()
  await page.getByText(/^Đã kết thúc \d phiên/).waitFor()
  await other.page.goto(address)
  await other.page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
  await other.close()
  await page.getByLabel('Mật khẩu hiện tại').fill(password)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('Mật khẩu 2026')
  await page.getByLabel('Nhập lại mật khẩu').fill('Mật khẩu 2026')
  await button('Lưu').click()
  await page.getByText(/danh sách mật khẩu đã lộ/).waitFor()
})

step('the administrator sends a one-time link; who opens it chooses a password and signs in', async () => {
  await become('quantri')
  await goTo('/accounts/logins?only=without')
  await page.getByRole('checkbox', { name: /^Chọn (?!tất)/ }).first().check()
  await checkScreen(page, 'logins')
  await button('Tạo liên kết mời cho 1 người').click()
  await page.getByRole('heading', { level: 1, name: 'Liên kết mời (1)' }).waitFor()
  await checkScreen(page, 'invitation-slips')
  const link = (await page.getByText(/\/invitation#/).textContent()) ?? ''
  const username = (await page.locator('dd').first().textContent()) ?? ''
  await button('Đã gửi hoặc in xong, đóng').click()
  const guest = await another()
  await guest.page.goto(link)
  await guest.page.getByRole('heading', { level: 1, name: 'Nhận tài khoản' }).waitFor()
  await guest.page.getByLabel('Mật khẩu', { exact: true }).fill('trâu đen uống nước suối')
  await guest.page.getByLabel('Nhập lại mật khẩu').fill('trâu đen uống nước suối')
  await checkScreen(guest.page, 'invitation')
  await guest.page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await guest.page.getByRole('heading', { level: 1, name: 'Đã đặt mật khẩu' }).waitFor()
  await guest.signIn(username, 'trâu đen uống nước suối')
  await guest.page.goto(link)
  await guest.page.reload()
  await guest.page.getByText(/Liên kết mời đã dùng/).waitFor()
  await guest.close()
})

step('after ten minutes a sensitive act asks who sits there, and then goes on by itself', async () => {
  later(11)
  await goTo('/accounts/logins')
  await button('Chính sách tài khoản').click()
  await dialog.getByText('Bắt buộc người thứ hai phê duyệt').click()
  await checkScreen(page, 'policy')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  const prove = page.getByRole('dialog', { name: 'Xác nhận lại danh tính' })
  await prove.waitFor()
  await checkScreen(page, 'prove-again')
  await prove.getByRole('textbox', { name: 'Mật khẩu' }).fill('không phải')
  await prove.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await prove.getByText('Mật khẩu hiện tại không đúng.').waitFor()
  await prove.getByRole('textbox', { name: 'Mật khẩu' }).fill(password)
  await prove.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await page.getByText('Đã lưu chính sách tài khoản.').waitFor()
})

step('the list of results leaves the program only after a second person has approved it', async () => {
  await context.clearCookies()
  await page.goto(address)
  await page.getByLabel('Tên đăng nhập').fill('tochuc')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await button('Đăng nhập').first().click()
  await page.getByLabel('Mã', { exact: true }).fill(recoveryCode)
  await button('Xác nhận').click()
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor()
  const secretary = await another()
  const bithu = await secretary.become('bithu')
  const { items } = await bithu.call(campaignRoutes.listCampaigns, { query: { limit: 50 } })
  const published = items.find((one) => one.status === 'published')
  await goTo(`/evaluation/campaigns/${published?.id}/results`)
  await button(/danh sách/i).first().click()
  const ask = page.getByRole('dialog', { name: 'Việc này cần hai người' })
  await ask.waitFor()
  await checkScreen(page, 'second-person-reason')
  await ask.getByLabel('Lý do').fill('Gửi Ban Tổ chức cấp trên theo Công văn 12')
  await ask.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByText(/^Đã gửi yêu cầu/).waitFor()

  await secretary.goTo('/')
  await secretary.page.getByText('1 việc đang chờ bạn phê duyệt').waitFor()
  await checkScreen(secretary.page, 'approval-waiting')
  await secretary.goTo('/approvals')
  await checkScreen(secretary.page, 'approvals-second-person')
  await secretary.page.getByRole('button', { name: /^Phê duyệt:/ }).click()
  await secretary.page.getByRole('dialog').getByRole('button', { name: 'Phê duyệt', exact: true }).click()
  await secretary.page.getByText('Đã phê duyệt.').waitFor()
  await secretary.close()

  await goTo('/approvals')
  await checkScreen(page, 'approvals')
  const file = await downloaded(() => button(/^Thực hiện:/).click())
  assert.equal(Buffer.from(file.subarray(0, 2)).toString(), 'PK')
  await page.getByText('Đã thực hiện', { exact: true }).first().waitFor()
  assert.equal(await button(/^Thực hiện:/).count(), 0)
})

step('nothing failed behind the screens', () => {
  assert.deepEqual(troubles, [])
  return Promise.resolve()
})
