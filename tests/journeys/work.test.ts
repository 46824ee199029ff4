import assert from 'node:assert/strict'
import { accountsRoutes } from '#modules/accounts/contract/routes.ts'
import { catalogueRoutes, taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { productColumns, type ProductColumnKey } from '#modules/evaluation/domain/catalogue-columns.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import type { Answered } from './steps/answered.ts'
import type { Caller } from './steps/caller.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { page, goTo, become, troubles, signIn } = await visitorOf(running)

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })

type Task = Answered<typeof taskRoutes.listTasks>['items'][number]
type Group = NonNullable<Answered<typeof catalogueRoutes.getCatalogue>['catalogue']>['groups'][number]

const proposedName = 'Số hóa sổ hộ tịch lưu trữ'
let group: Group

/** The workbook of one product with these points. */
async function sendProduct(points: string): Promise<void> {
  const cells: Partial<Record<ProductColumnKey, string>> = {
    code: 'MOI.01', name: 'Kiểm kê tài sản công', part: 'B.I', field: 'Tài chính', unitOfCount: 'cuộc', group: group.code, points, decisionNumber: '88/QĐ-UBND',
  }
  const sheet = { name: 'Danh mục', columns: productColumns.map(({ header }) => ({ header, width: 16, kind: 'text' as const })), rows: [productColumns.map(({ key }) => cells[key] ?? null)] }
  const buffer = Buffer.from(await writeWorkbook({ title: 'Danh mục', sheets: [sheet] }))
  await page.locator('input[type=file]').setInputFiles({ name: 'danh-muc.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer })
}

step('a head proposes a product, told what is missing first', async () => {
  const head = await become('truongphong')
  const { catalogue } = await head.call(catalogueRoutes.getCatalogue, { query: {} })
  assert.ok(catalogue?.groups[0])
  group = catalogue.groups[0]
  await goTo('/catalogue')
  await button('Đề xuất sản phẩm').click()
  await inDialog('Gửi đề xuất').click()
  await dialog.getByText('Không được để trống.').first().waitFor()
  await checkScreen(page, 'product-missing')
  await dialog.getByLabel('Tên sản phẩm/công việc').fill(proposedName)
  await dialog.getByLabel('Mã', { exact: true }).fill('DX.01')
  await dialog.getByLabel('Đơn vị tính').fill('sổ')
  await dialog.getByLabel('Lĩnh vực').fill('Tư pháp – hộ tịch')
  await dialog.getByRole('combobox', { name: 'Nhóm' }).selectOption({ value: group.code })
  await dialog.getByLabel('Điểm', { exact: true }).fill(group.maxPoints.replace('.', ','))
  await checkScreen(page, 'product-propose')
  await inDialog('Gửi đề xuất').click()
  await page.getByText('Đã gửi đề xuất.').waitFor()
})

step('the officer approves it by its decision, and retires it', async () => {
  await become('tochuc')
  await goTo('/catalogue?status=proposed')
  await button(`Phê duyệt ${proposedName}`).click()
  await inDialog('Phê duyệt').click()
  await dialog.getByText('Không được để trống.').waitFor()
  await checkScreen(page, 'product-approve')
  await dialog.getByLabel('Số quyết định bổ sung').fill('90/QĐ-UBND')
  await inDialog('Phê duyệt').click()
  await page.getByText('Đã phê duyệt.').waitFor()
  await goTo('/catalogue?q=so%20hoa%20so%20ho%20tich')
  await button(`Ngừng dùng ${proposedName}`).click()
  await checkScreen(page, 'product-retire')
  await inDialog('Ngừng dùng').click()
  await page.getByText('Đã ngừng dùng.').waitFor()
  await page.getByRole('row', { name: new RegExp(proposedName) }).getByText('Ngừng dùng', { exact: true }).first().waitFor()
})

step('a workbook with one bad cell is shown and not stored; mended, it is stored when confirmed', async () => {
  await goTo('/catalogue/import')
  await sendProduct('mười')
  await page.getByText('Có 1 ô sai.', { exact: false }).waitFor()
  await page.getByText('mười').first().waitFor()
  assert.equal(await button(/^Lưu \d+ sản phẩm/).count(), 0)
  await checkScreen(page, 'catalogue-import-faulty')
  await sendProduct(group.maxPoints)
  await button('Lưu 1 sản phẩm').waitFor()
  await checkScreen(page, 'catalogue-import-ready')
  await button('Lưu 1 sản phẩm').click()
  await page.getByText('Đã lưu 1 sản phẩm, giữ nguyên 0.').waitFor()
  await checkScreen(page, 'catalogue-import-done')
  await sendProduct(group.maxPoints)
  await page.getByText('Tệp giống hệt danh mục hiện có, không có gì để lưu.').waitFor()
})

/** Open tasks of the running month whose subject may report them. */
async function openTasks(by: Caller): Promise<Task[]> {
  const { items } = await by.call(taskRoutes.listTasks, { query: { month: '2026-11-01' as never, status: 'open', limit: 50 } })
  return items.filter((task) => task.can.includes('hand_back'))
}

let handedBack: Task
let reported: Task

step('a cadre hands one task back with its reason and records the result of another', async () => {
  const cadre = await become('congchuc2')
  const [first, second] = await openTasks(cadre)
  assert.ok(first && second, 'the sample leaves two tasks open')
  handedBack = first
  reported = second
  await goTo(`/tasks?task=${handedBack.id}`)
  await checkScreen(page, 'task-open')
  await inDialog('Báo không làm được').click()
  await inDialog('Báo cấp trên').click()
  await dialog.getByText(/lý do/i).first().waitFor()
  await dialog.getByLabel('Lý do').fill('Trùng thời gian tập huấn do tỉnh triệu tập.')
  await checkScreen(page, 'task-hand-back')
  await inDialog('Báo cấp trên').click()
  await page.getByText('Đã báo cấp trên.').waitFor()
  await goTo(`/tasks?task=${reported.id}`)
  await inDialog('Ghi kết quả').click()
  await dialog.getByLabel('Ghi chú kết quả').fill('Đã nộp đủ hồ sơ, một hồ sơ phải bổ sung.')
  await checkScreen(page, 'task-report')
  await inDialog('Lưu kết quả').click()
  await page.getByText('Đã lưu kết quả.').waitFor()
})

step('the head gives the task to somebody else and confirms a result with a quality fault', async () => {
  const head = await become('truongphong')
  await goTo(`/tasks?who=mine&task=${handedBack.id}`)
  await inDialog('Giao người khác').click()
  await dialog.getByText('Trùng thời gian tập huấn do tỉnh triệu tập.').waitFor()
  await dialog.getByRole('combobox', { name: 'Người nhận' }).fill('le van tai')
  await page.getByRole('option', { name: /Lê Văn Tài/ }).click()
  await checkScreen(page, 'task-reassign')
  await inDialog('Giao').click()
  await page.getByText('Đã giao cho người khác.').waitFor()
  await goTo(`/tasks?who=mine&task=${reported.id}`)
  await inDialog('Xác nhận').click()
  await dialog.getByText('Đã nộp đủ hồ sơ, một hồ sơ phải bổ sung.').waitFor()
  await dialog.getByLabel('Số lần không đạt chất lượng').fill('1')
  await dialog.getByLabel('Sai sót chất lượng do nguyên nhân khách quan').check()
  await inDialog('Xác nhận kết quả').click()
  await dialog.getByLabel('Nguyên nhân khách quan', { exact: true }).waitFor()
  await checkScreen(page, 'task-judge')
  await dialog.getByLabel('Sai sót chất lượng do nguyên nhân khách quan').uncheck()
  await inDialog('Xác nhận kết quả').click()
  await page.getByText('Đã xác nhận kết quả.').waitFor()
  const judged = await head.call(taskRoutes.getTask, { params: { taskId: reported.id } })
  assert.deepEqual([judged.status, judged.qualityFaults, judged.qualityExcused], ['confirmed', 1, false])
  const given = await head.call(taskRoutes.getTask, { params: { taskId: handedBack.id } })
  assert.equal(given.handedTo?.fullName, 'Lê Văn Tài')
  await goTo(`/tasks?who=mine&task=${handedBack.id}`)
  await checkScreen(page, 'task-given-on')
})

step('the administrator opens logins for several people, has the slips to print, and gives one a new password', async () => {
  const administrator = await become('quantri')
  await goTo('/accounts/logins?only=without')
  await page.getByRole('table').waitFor()
  await checkScreen(page, 'logins')
  const boxes = page.getByRole('row').getByRole('checkbox')
  for (const at of [0, 1, 2]) await boxes.nth(at).check()
  await button('Mở tài khoản cho 3 người').click()
  await page.getByRole('heading', { level: 1, name: 'Phiếu tài khoản (3)' }).waitFor()
  await checkScreen(page, 'login-slips')
  await page.emulateMedia({ media: 'print' })
  await page.getByText('Mật khẩu lần đầu').first().waitFor()
  assert.equal(await button('In phiếu').isVisible(), false)
  await page.emulateMedia({ media: null })
  await button('Đã in hoặc chép xong, đóng').click()
  const { items } = await administrator.call(accountsRoutes.listLogins, { query: { search: 'le van tai', only: 'with', limit: 20 } })
  const [tai] = items
  assert.equal(tai?.username, 'congchuc1')
  await goTo('/accounts/logins?q=le%20van%20tai')
  await button('Cấp lại mật khẩu cho Lê Văn Tài').click()
  await checkScreen(page, 'login-reset')
  await inDialog('Cấp lại mật khẩu').click()
  await page.getByRole('heading', { level: 1, name: 'Phiếu tài khoản (1)' }).waitFor()
  await checkScreen(page, 'login-slip-reset')
  const facts = await page.getByRole('listitem').filter({ hasText: 'Lê Văn Tài' }).getByRole('definition').allInnerTexts()
  const secret = facts.at(-1)?.trim() ?? ''
  await button('Đã in hoặc chép xong, đóng').click()
  await signIn('congchuc1', secret)
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
