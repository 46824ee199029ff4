import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator } from 'playwright-core'
import { extractText } from 'unpdf'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { Refused } from '#tests/setup/test-server.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { goodPoints, scoreTheRest, sendSheet, withoutLogin, type Participant } from './steps/everybody.ts'
import { openLogins } from './steps/office.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, desk, fitsPhone, phone } from './steps/screen.ts'
import { cell, scoreByKeyboard, seeSaved, sendOn } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()

const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z')
const { address, clock } = running
const { page, goTo, signIn, become, downloaded, troubles } = await visitorOf(running)
const campaignName = 'Theo dõi, đánh giá công chức quý III/2026'

let campaignId: CampaignId
let officer: Caller
let everybody: readonly Participant[]

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })

function participant(code: string): Participant {
  const found = everybody.find((one) => one.code === code)
  assert.ok(found, `${code} takes part`)
  return found
}

async function resultOf(by: Caller, code: string) {
  const detail = await by.call(resultRoutes.getResult, { params: { campaignId, personId: participant(code).person.id } })
  return detail.row
}

/** The text of each page of a PDF. */
async function textOf(pdf: Uint8Array): Promise<string[]> {
  assert.equal(new TextDecoder().decode(pdf.slice(0, 5)), '%PDF-')
  const { text } = await extractText(pdf, { mergePages: false })
  return text.map((one) => one.normalize('NFC').replace(/\s+/g, ' '))
}

/** Opens one closed step of the derivation after the other, each by its words. */
async function walkDown(steps: Locator, words: readonly RegExp[]): Promise<void> {
  for (const name of words) {
    const line = steps.getByRole('button', { name }).and(steps.locator('[aria-expanded="false"]')).first()
    await line.click()
  }
}

/** Opens somebody's sheet the way a notice would. */
async function openSheet(personId: PersonId): Promise<void> {
  await goTo(`/evaluation/campaigns/${campaignId}/sheets/${personId}`)
  await cell(page, 'I.1').waitFor()
}

step('the sample commune is loaded from the page, with one account per role', async () => {
  await goTo('/')
  await button('Nạp dữ liệu mẫu').click()
  await page.getByRole('heading', { level: 1, name: 'Dữ liệu mẫu đã sẵn sàng' }).waitFor({ timeout: 120_000 })
  await checkScreen(page, 'sample-accounts')
  assert.ok((await page.getByRole('row').count()) > 8)
})

step('the officer signs in and drafts the quarter', async () => {
  await signIn('tochuc')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await checkScreen(page, 'my-work-officer')
  await page.getByRole('link', { name: 'Đánh giá', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Đợt đánh giá' }).waitFor()
  await checkScreen(page, 'campaigns')
  await page.getByRole('link', { name: 'Lập đợt đánh giá' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Lập đợt đánh giá' }).waitFor()
  await page.getByRole('combobox', { name: 'Loại kỳ' }).selectOption({ label: 'Quý' })
  await page.getByRole('combobox', { name: 'Quý', exact: true }).selectOption({ label: 'III' })
  await page.getByRole('radio', { name: 'Theo dõi, đánh giá, xếp loại chất lượng công chức', exact: true }).check()
  await page.getByRole('combobox', { name: 'Phạm vi' }).fill('uy ban nhan dan xa')
  await page.getByRole('option', { name: 'Ủy ban nhân dân xã Cam Lộ' }).click()
  await checkScreen(page, 'campaign-new')
  await page.getByLabel('Tên đợt').fill(campaignName)
  await button(/^Lập dự thảo/).click()
  await page.getByRole('heading', { level: 1, name: campaignName }).waitFor()
  campaignId = new URL(page.url()).pathname.split('/').at(-1) as CampaignId
})

step('whom the posts could not resolve is shown, and the campaign does not open before that is settled', async () => {
  await checkScreen(page, 'campaign-draft')
  await button(/^Chưa xác định đủ/).click()
  const row = page.getByRole('row', { name: /Phan Thị Thu Hiền/ })
  await row.getByText('Chưa có cấp quyết định').waitFor()
  assert.equal(await button('Mở đợt').isDisabled(), true)
  await button('Điều chỉnh Phan Thị Thu Hiền').click()
  await dialog.getByLabel('Không đánh giá người này trong đợt').check()
  await dialog.getByLabel('Lý do không đánh giá').fill('Do cấp có thẩm quyền quản lý đánh giá')
  await checkScreen(page, 'campaign-adjust')
  await inDialog('Lưu điều chỉnh').click()
  await page.getByText('Mọi người đã xác định đủ').waitFor()
})

step('the officer opens the campaign', async () => {
  await button('Mở đợt').click()
  await checkScreen(page, 'campaign-open-dialog')
  await inDialog('Mở đợt').click()
  await page.getByText('Đã mở đợt.').waitFor()
  officer = await callerFor(address, 'tochuc')
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })
  everybody = items
  const session = await running.program.db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  await openLogins(running, session.id as never, withoutLogin(items).map((one) => one.person))
})

step('a cadre self-scores with nothing but the keyboard, and every key is stored by itself', async () => {
  const own = participant('CL046').person.id
  const tai = await become('congchuc1')
  await goTo('/')
  await checkScreen(page, 'my-work-cadre')
  await page.getByRole('listitem').filter({ hasText: campaignName }).getByRole('link', { name: /Tự chấm điểm/ }).click()
  await cell(page, 'I.1').waitFor()
  await checkScreen(page, 'sheet-empty')
  await scoreByKeyboard(page, ['5', '4,5', '2,5', '2,5', '2,5', '2,5', '2', '2', '2', '2'], 'Giải quyết hồ sơ đất đai đúng hạn.', 'Chưa chủ động tham mưu.')
  await seeSaved(page)
  const [stored] = (await tai.call(sheetRoutes.getSheet, { params: { campaignId, personId: own } })).sheets
  assert.deepEqual(stored?.points, { ...goodPoints, 'I.2': '4.5' })
  assert.equal(stored?.weaknesses, 'Chưa chủ động tham mưu.')
  await page.reload()
  await cell(page, 'I.1').waitFor()
  assert.equal(await cell(page, 'I.2').inputValue(), '4,5')
  await checkScreen(page, 'sheet-self')
  await sendOn(page, 'Gửi cấp trên chấm')
  await checkScreen(page, 'sheet-sent')
})

step('another self-scores on a phone, is told a wrong value and what is missing', async () => {
  await page.setViewportSize(phone)
  await become('congchuc2')
  await openSheet(participant('CL047').person.id)
  await cell(page, 'I.1').fill('9')
  await page.getByText('Tối đa 5 điểm.').first().waitFor()
  await button('Gửi cấp trên chấm').last().click()
  await page.getByText('Phiếu còn thiếu, chưa gửi được.').first().waitFor()
  await checkScreen(page, 'sheet-phone-missing')
  await cell(page, 'I.1').fill('')
  await scoreByKeyboard(page, Object.values(goodPoints).map((value) => value.replace('.', ',')), 'Đúng hạn.', 'Còn ít sáng kiến.')
  await seeSaved(page)
  await sendOn(page, 'Gửi cấp trên chấm')
  await page.setViewportSize(desk)
})

step('the head scores: takes over the points shown, changes one, comments; sends another sheet back with a reason', async () => {
  await become('truongphong')
  await goTo('/')
  await checkScreen(page, 'my-work-head')
  await openSheet(participant('CL046').person.id)
  await button('Xác nhận theo điểm tự chấm').click()
  await checkScreen(page, 'sheet-copy')
  await inDialog('Ghi 10 điểm').click()
  await cell(page, 'I.1').fill('4,5')
  await page.getByLabel('Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá').fill('Hoàn thành tốt nhiệm vụ được giao.')
  await page.getByLabel('Ưu điểm').fill('Nắm chắc địa bàn.')
  await page.getByLabel('Hạn chế, khuyết điểm').fill('Cần chủ động hơn.')
  await seeSaved(page)
  await checkScreen(page, 'sheet-superior')
  await sendOn(page, 'Hoàn thành chấm điểm')
  await openSheet(participant('CL047').person.id)
  await button('Trả lại để sửa').click()
  await dialog.getByLabel('Lý do trả lại').fill('Bổ sung hạn chế cụ thể.')
  await inDialog('Trả lại').click()
  await page.getByText('Đã trả lại phiếu.').waitFor()
  const linh = await become('congchuc2')
  await goTo(`/evaluation/campaigns/${campaignId}/sheets/${participant('CL047').person.id}`)
  await page.getByText('Bổ sung hạn chế cụ thể.').waitFor()
  await sendSheet(linh, campaignId, participant('CL047'), 'self')
})

step('the chair scores a head, with the choices d, đ, e', async () => {
  await sendSheet(await callerFor(address, 'truongphong'), campaignId, participant('CL043'), 'self')
  await become('chutich')
  await openSheet(participant('CL043').person.id)
  await button('Xác nhận theo điểm tự chấm').click()
  await inDialog('Ghi 10 điểm').click()
  for (const id of ['d', 'đ', 'e']) await page.getByRole('group', { name: new RegExp(`^${id}\\. `) }).getByRole('radio').first().check()
  await page.getByLabel('Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá').fill('Điều hành phòng có nền nếp.')
  await page.getByLabel('Ưu điểm').fill('Quyết đoán.')
  await page.getByLabel('Hạn chế, khuyết điểm').fill('Chưa có.')
  await seeSaved(page)
  await checkScreen(page, 'sheet-leader')
  await sendOn(page, 'Hoàn thành chấm điểm')
})

step('the officer sees who has not scored and reminds them', async () => {
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await checkScreen(page, 'campaign-board')
  await button('Nhắc việc').click()
  await checkScreen(page, 'campaign-remind')
  await dialog.getByLabel('Mọi trường hợp chưa xong').check()
  await inDialog('Gửi lời nhắc').click()
  await page.getByText(/^Đã nhắc về \d+ phiếu/).waitFor()
})

step('the officer compiles and submits when everybody has scored', async () => {
  await scoreTheRest(address, campaignId, officer)
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await button('Chốt chấm điểm, tổng hợp').click()
  await inDialog('Chốt chấm điểm, tổng hợp').click()
  await page.getByText('Đã chốt và tổng hợp.').waitFor()
  for (const [tab, name] of [['Mức của tổ chức', 'campaign-units'], ['Văn bản', 'campaign-papers'], ['Quy định và thiết lập', 'campaign-rules']] as const) {
    await page.getByRole('tab', { name: tab }).click()
    await checkScreen(page, name)
  }
  await button('Trình quyết định').click()
  await inDialog('Trình quyết định').click()
  await page.getByText('Đã trình quyết định.').waitFor()
})

step('the chair is refused another level without a reason, and decides it with one', async () => {
  const chair = await become('chutich')
  await goTo('/')
  await checkScreen(page, 'my-work-chair')
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  await checkScreen(page, 'results-deciding')
  await page.getByLabel('Tìm theo tên').fill('le van tai')
  await page.getByRole('row', { name: /Lê Văn Tài/ }).waitFor()
  await page.waitForURL(/q=le/)
  await button('Quyết định cho Lê Văn Tài').click()
  await dialog.getByText('Mức dự kiến', { exact: true }).waitFor()
  await dialog.getByRole('radio', { name: 'Hoàn thành nhiệm vụ', exact: true }).check()
  await inDialog('Quyết định').click()
  await dialog.getByText(/Nhập lý do, ít nhất/).waitFor()
  await checkScreen(page, 'decide-needs-reason')
  const before = await resultOf(chair, 'CL046')
  const refused = chair.call(resultRoutes.decide, { params: { campaignId, personId: before.person.id }, body: { version: before.version, level: 'completed', reason: '' } })
  await assert.rejects(refused, (error) => error instanceof Refused && error.code === 'evaluation.result.reason-needed')
  await dialog.getByLabel('Lý do khác mức dự kiến').fill('Còn hồ sơ đất đai bị trả lại nhiều lần trong quý.')
  await inDialog('Quyết định').click()
  await page.getByText('Đã quyết định.').waitFor()
  const after = await resultOf(chair, 'CL046')
  assert.deepEqual([after.decidedLevel, after.differs], ['completed', true])
  assert.notEqual(after.provisionalLevel, 'completed')
})

step('the chair decides the others at their provisional levels in one act, and those without data one by one', async () => {
  const chair = await callerFor(address, 'chutich')
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  await button('Chọn mọi người chưa quyết định trên trang').click()
  await button(/^Quyết định theo mức dự kiến/).click()
  await inDialog('Quyết định').click()
  await page.getByText(/^Đã quyết định cho \d+ người/).waitFor()
  const { items } = await chair.call(resultRoutes.listResults, { params: { campaignId }, query: { only: 'undecided', limit: 200 } })
  for (const row of items.filter((one) => one.can.includes('decide'))) {
    await chair.call(resultRoutes.decide, { params: { campaignId, personId: row.person.id }, body: { version: row.version, level: 'not_rated', reason: 'Chưa đủ dữ liệu để xếp mức trong quý.' } })
  }
})

step('the filters of the list live in the address', async () => {
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  await page.getByRole('combobox', { name: 'Chỉ xem' }).selectOption({ label: 'Khác mức dự kiến' })
  await page.waitForURL(/only=differs/)
  await page.getByRole('row', { name: /Lê Văn Tài/ }).waitFor()
  await page.reload()
  await page.getByRole('row', { name: /Lê Văn Tài/ }).waitFor()
  assert.equal(await page.getByRole('row', { name: /Bùi Quang Vinh/ }).count(), 0)
  await checkScreen(page, 'results-differs')
})

step('the officer publishes, over the quota only with its ground', async () => {
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  await checkScreen(page, 'results-officer')
  await button('Công bố kết quả').click()
  await dialog.getByRole('button', { name: 'Công bố kết quả' }).waitFor()
  const ground = dialog.getByLabel('Căn cứ cho phép vượt tỷ lệ')
  if (await ground.isVisible()) await ground.fill('Công văn số 12-CV/ĐU ngày 20/11/2026 cho phép tỷ lệ 25%.')
  await inDialog('Công bố kết quả').click()
  await page.getByText('Đã công bố kết quả.').waitFor()
})

step('the cadre opens “Vì sao …?”, walks the derivation down to a task and an article, and petitions', async () => {
  await become('congchuc1')
  await goTo('/')
  await checkScreen(page, 'my-work-result')
  await page.getByRole('listitem').filter({ hasText: campaignName }).getByRole('link', { name: /Xem kết quả đã công bố/ }).click()
  await page.getByRole('heading', { level: 1, name: /^Vì sao \d+,\d\d\?$/ }).waitFor()
  await page.getByText('Còn hồ sơ đất đai bị trả lại nhiều lần trong quý.').first().waitFor()
  await checkScreen(page, 'result-why')
  const steps = page.getByRole('list', { name: 'Các bước tính' }).first()
  await walkDown(steps, [/Điểm kết quả thực hiện nhiệm vụ/, /Điểm tiêu chí kết quả/, /số lượng/i])
  await steps.getByText(/Điều \d+/).first().waitFor()
  await checkScreen(page, 'result-why-open')
  await button('Mở tất cả').first().click()
  const { items } = await officer.call(taskRoutes.listTasks, { query: { personId: participant('CL046').person.id, month: '2026-09-01' } })
  const [task] = items
  assert.ok(task, 'the cadre had tasks in the quarter')
  await steps.getByText(task.title).first().waitFor()
  await fitsPhone(page, 'result-why-all-open')
  await button('Thu gọn tất cả').first().click()
  await button('Gửi kiến nghị').click()
  await dialog.getByLabel('Nội dung').fill('Các hồ sơ bị trả lại do thay đổi quy hoạch, không phải lỗi của tôi. Đề nghị xem xét lại mức xếp loại.')
  await checkScreen(page, 'petition-dialog')
  await inDialog('Gửi kiến nghị').click()
  await page.getByText(/Đã gửi kiến nghị. Hạn trả lời: 02\/12\/2026/).waitFor()
})

step('the chair answers the petition the next day by a replacing decision', async () => {
  clock.now = new Date('2026-11-24T01:00:00Z')
  await become('chutich', { again: true })
  await goTo('/evaluation/petitions')
  await checkScreen(page, 'petitions')
  await button('Trả lời kiến nghị của Lê Văn Tài').click()
  await dialog.getByRole('radio', { name: 'Thay kết quả bằng quyết định mới' }).check()
  await dialog.getByRole('combobox', { name: 'Mức xếp loại mới' }).selectOption({ label: 'Hoàn thành tốt nhiệm vụ' })
  await dialog.getByLabel('Nội dung trả lời').fill('Chấp nhận kiến nghị: hồ sơ bị trả lại do nguyên nhân khách quan.')
  await checkScreen(page, 'petition-answer')
  await inDialog('Gửi trả lời').click()
  await page.getByText('Đã trả lời và thay kết quả.').waitFor()
})

step('both decisions are shown, the old one marked as replaced', async () => {
  await become('congchuc1', { again: true })
  await goTo(`/evaluation/campaigns/${campaignId}/results/${participant('CL046').person.id}`)
  const records = page.getByRole('list', { name: 'Các quyết định về kết quả này' })
  await records.getByText('đang có hiệu lực').waitFor()
  await records.getByText('đã bị thay thế').waitFor()
  await records.getByText('Hoàn thành tốt nhiệm vụ').waitFor()
  const lines = await records.getByRole('listitem').allTextContents()
  assert.match(lines[0] ?? '', /Hoàn thành tốt nhiệm vụ/)
  assert.match(lines[1] ?? '', /Hoàn thành nhiệm vụ/)
  await checkScreen(page, 'result-replaced')
  await goTo(`/evaluation/people/${participant('CL046').person.id}/history`)
  await checkScreen(page, 'history')
})

step('form 01 of one person and of everybody is a PDF with the right words, the list a workbook', async () => {
  await goTo(`/evaluation/campaigns/${campaignId}/results/${participant('CL046').person.id}`)
  const own = await downloaded(() => button('In Mẫu số 01').click())
  const text = (await textOf(own)).join(' ')
  for (const words of ['Mẫu số 01', 'Lê Văn Tài', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Hoàn thành tốt nhiệm vụ']) assert.ok(text.includes(words), words)
  await become('tochuc', { again: true })
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  const all = await textOf(await downloaded(() => button('In Mẫu số 01 cả đợt').click()))
  assert.ok(all.length >= everybody.length - 1)
  for (const { person } of everybody.filter((one) => one.excludedReason === '')) assert.ok(all.some((one) => one.includes(person.fullName)), person.fullName)
  const workbook = await downloaded(() => button('Danh sách XLSX').click())
  const strings = Object.entries(unzipSync(workbook)).filter(([name]) => /sharedStrings|sheet1/.test(name)).map(([, bytes]) => strFromU8(bytes)).join('')
  assert.ok(strings.includes('Lê Văn Tài') && strings.includes('Bùi Quang Vinh'))
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
