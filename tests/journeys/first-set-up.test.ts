import assert from 'node:assert/strict'
import { codeAt } from '#tests/setup/accounts-program.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { setUpTotp } from './steps/second-factor.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'
import { officeWorkbook } from './steps/workbooks.ts'

const step = story()

const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z')
const { clock } = running
const { page, goTo, troubles } = await visitorOf(running)

let secret = ''

/** Chooses a workbook in the file field of the page. */
async function sendWorkbook(mistakes: boolean): Promise<void> {
  const buffer = Buffer.from(await officeWorkbook(mistakes))
  await page.locator('input[type="file"]').setInputFiles({ name: 'to-chuc.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
}

step('an empty system asks for the committee and its first officer, and says what is missing', async () => {
  await goTo('/')
  await page.getByRole('heading', { level: 1, name: 'Thiết lập lần đầu' }).waitFor()
  await checkScreen(page, 'set-up')
  await page.getByLabel('Tên cấp ủy, cơ quan sử dụng').fill('Đảng ủy xã Thử Nghiệm')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn')
  await page.getByRole('button', { name: 'Tạo và đăng nhập' }).click()
  await page.getByText('Mật khẩu cần ít nhất 10 ký tự.').waitFor()
  await page.getByText('Nhập họ và tên.').waitFor()
  await checkScreen(page, 'set-up-problems')
})

step('the officer is signed in at once and sees the committee’s name', async () => {
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Khởi')
  await page.getByLabel('Tên đăng nhập').fill('khoi.nguyen')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('bắt đầu từ đây')
  await page.getByLabel('Nhập lại mật khẩu').fill('bắt đầu từ đây')
  await page.getByRole('button', { name: 'Tạo và đăng nhập' }).click()
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await page.getByText('Đảng ủy xã Thử Nghiệm').first().waitFor()
  await checkScreen(page, 'my-work-empty')
})

step('until a second factor is set up the officer may do nothing that needs one, and is led to it', async () => {
  assert.equal(await page.getByRole('link', { name: 'Nhập từ Excel' }).count(), 0)
  await page.getByRole('link', { name: 'Thiết lập xác thực hai lớp' }).click()
  await page.getByText('Cần xác thực hai lớp').waitFor()
  await checkScreen(page, 'account-second-factor-needed')
  secret = await setUpTotp(page, clock.now)
  await checkScreen(page, 'recovery-codes')
  await page.getByRole('button', { name: 'Đã cất giữ, đóng' }).click()
  await page.getByText(/^Đang dùng từ/).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Thiết lập xác thực hai lớp' }).count(), 0)
})

step('the empty lists say what to do first', async () => {
  for (const [place, name] of [['/evaluation', 'campaigns-empty'], ['/tasks', 'tasks-empty'], ['/catalogue', 'catalogue-empty'], ['/account', 'account']] as const) {
    await goTo(place)
    await checkScreen(page, name)
  }
})

step('the office is imported from a workbook: mistakes are marked cell by cell and nothing is stored', async () => {
  await goTo('/organisation')
  await page.getByRole('link', { name: 'Nhập từ Excel' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Nhập từ Excel' }).waitFor()
  await checkScreen(page, 'import')
  await sendWorkbook(true)
  await page.getByText('Tệp còn chỗ sai nên chưa lưu được').waitFor()
  await checkScreen(page, 'import-mistakes')
  for (const [sheet, cell, found] of [['Đơn vị', 'F2', 'KHONG-CO'], ['Nhân sự', 'D2', '31/02/1985']] as const) {
    await page.getByRole('group', { name: 'Trang' }).getByRole('button', { name: new RegExp(`^${sheet}`) }).click()
    await page.getByText(new RegExp(`Ô ${cell}`)).first().waitFor()
    await page.getByText(new RegExp(`đang là “${found}”`)).first().waitFor()
  }
  await goTo('/organisation/people')
  await page.getByText('Nguyễn Thị Khởi').last().waitFor()
  assert.equal(await page.getByText('Đào Thị Mạnh').count(), 0)
})

step('the corrected workbook is shown first and stored when confirmed, and changes nothing the second time', async () => {
  await goTo('/organisation/import')
  await sendWorkbook(false)
  await page.getByText('Tệp hợp lệ, chờ xác nhận').waitFor()
  await checkScreen(page, 'import-ready')
  await page.getByRole('button', { name: /^Lưu \d+ thay đổi$/ }).click()
  await page.getByText(/^Đã thêm 7 dòng/).waitFor()
  await checkScreen(page, 'import-done')
  await goTo('/organisation/people')
  await page.getByText('Đào Thị Mạnh').first().waitFor()
  await goTo('/organisation/import')
  await sendWorkbook(false)
  await page.getByText('Mọi dòng đều giống dữ liệu đang có').waitFor()
})

step('the set-up is offered once: afterwards there is only the sign-in, which tells a wrong password', async () => {
  await page.context().clearCookies()
  await goTo('/')
  await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
  await checkScreen(page, 'sign-in')
  await page.getByLabel('Tên đăng nhập').fill('khoi.nguyen')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải đâu')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor()
  await checkScreen(page, 'sign-in-wrong')
  clock.now = new Date(clock.now.getTime() + 60_000)
  await page.getByLabel('Mật khẩu', { exact: true }).fill('bắt đầu từ đây')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByText(/^Mật khẩu đúng/).waitFor()
  await checkScreen(page, 'sign-in-code')
  await page.getByLabel('Mã', { exact: true }).fill(codeAt(secret, clock.now))
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor()
})

step('an address that does not exist says so', async () => {
  await goTo('/khong-co')
  await page.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor()
  await checkScreen(page, 'not-found')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
