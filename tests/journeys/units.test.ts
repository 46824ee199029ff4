import assert from 'node:assert/strict'
import type { CampaignId, Id, UnitId } from '#kernel/id.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { unitRoutes } from '#modules/evaluation/contract/unit-routes.ts'
import { goodFacts, unitPoints } from '#tests/setup/unit-rounds.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { sendSheet, type Participant } from './steps/everybody.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { seeSaved } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { clock } = running
const { page, context, goTo, become, troubles } = await visitorOf(running)

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })
const roundName = 'Đánh giá, xếp loại tổ chức tháng 10 năm 2026'

let round: Id<'unit-campaign'>
let division: UnitId
let officer: Caller
let november: CampaignId
let everybody: readonly Participant[]

step('the officer drafts a round of organisations for October from the tree', async () => {
  officer = await become('tochuc')
  await goTo('/evaluation/units')
  await page.getByText('Chưa có đợt đánh giá tổ chức nào').waitFor()
  await page.getByRole('link', { name: 'Lập đợt đánh giá tổ chức' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Lập đợt đánh giá tổ chức' }).waitFor()
  await page.getByRole('combobox', { name: 'Loại kỳ' }).selectOption({ label: 'Tháng' })
  await page.getByRole('combobox', { name: 'Tháng', exact: true }).selectOption({ label: '10' })
  await page.getByRole('combobox', { name: 'Phạm vi' }).fill('uy ban nhan dan xa')
  await page.getByRole('option', { name: 'Ủy ban nhân dân xã Cam Lộ' }).click()
  await checkScreen(page, 'unit-round-new')
  await button('Lập dự thảo').click()
  await page.getByRole('heading', { level: 1, name: roundName }).waitFor()
  round = new URL(page.url()).pathname.split('/').at(-1) as Id<'unit-campaign'>
})

step('whoever the tree cannot settle is settled by hand before the round opens', async () => {
  const { units } = await officer.call(unitRoutes.getUnitCampaign, { params: { unitCampaignId: round } })
  division = units.find((node) => node.unit.name === 'Phòng Kinh tế')?.unit.id as UnitId
  const open = units.filter((node) => node.problems.length > 0).map((node) => node.unit.name)
  assert.ok(open.includes('Ủy ban nhân dân xã Cam Lộ'), open.join(', '))
  assert.equal(await button('Mở đợt').isDisabled(), true)
  for (const name of open) {
    await button(`Điều chỉnh ${name}`).click()
    await dialog.getByLabel('Không đánh giá tổ chức này trong đợt').check()
    await dialog.getByLabel('Lý do không đánh giá').fill('Do cấp trên công nhận')
    await inDialog('Lưu điều chỉnh').click()
    await dialog.waitFor({ state: 'detached' })
  }
  await button('Sửa tên, thời hạn, thiết lập').click()
  await dialog.getByLabel('Tên đợt').fill(`${roundName} (lần 1)`)
  await checkScreen(page, 'unit-round-edit')
  await inDialog('Lưu').click()
  await page.getByRole('heading', { level: 1, name: `${roundName} (lần 1)` }).waitFor()
  await button('Mở đợt').click()
  await inDialog('Mở đợt').click()
  await page.getByText('Đã mở đợt đánh giá tổ chức.').waitFor()
  await page.getByText('Chờ ').first().waitFor()
  await checkScreen(page, 'unit-round-tree')
})

step('the head fills in the division’s sheet with the figures its level rests on, and sends it', async () => {
  await become('truongphong')
  await goTo('/')
  await page.getByRole('link', { name: /Tự đánh giá tổ chức/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Phòng Kinh tế' }).waitFor()
  await fillSheet()
  await seeSaved(page)
  // Without a link in the village: kept on the device, sent by itself when it is back.
  await context.setOffline(true)
  await page.getByLabel('Giải trình của tổ chức').fill('Một nhiệm vụ chờ ý kiến tỉnh')
  await page.getByRole('status').filter({ hasText: 'Đã giữ trên máy, chờ kết nối' }).first().waitFor()
  await checkScreen(page, 'unit-sheet')
  await context.setOffline(false)
  await seeSaved(page)
  await button('Gửi cấp công nhận').click()
  await page.getByText('Đã gửi phiếu tự đánh giá.').waitFor()
})

step('the chair sends the sheet back with a reason, the head corrects it and sends it again', async () => {
  await become('chutich')
  await goTo(`/evaluation/units/${round}/${division}`)
  await page.getByText('Một nhiệm vụ chờ ý kiến tỉnh').waitFor()
  await button('Trả lại để sửa').click()
  await dialog.getByLabel('Lý do trả lại').fill('Bổ sung việc phát sinh tháng 10')
  await checkScreen(page, 'unit-return')
  await inDialog('Trả lại').click()
  await dialog.waitFor({ state: 'detached' })
  await become('truongphong')
  await goTo('/')
  await page.getByRole('link', { name: /Phiếu của tổ chức được trả lại/ }).click()
  await page.getByText('Bổ sung việc phát sinh tháng 10').waitFor()
  await page.getByLabel('Giải trình của tổ chức').fill('Một nhiệm vụ chờ ý kiến tỉnh; đã bổ sung việc phát sinh')
  await seeSaved(page)
  await checkScreen(page, 'unit-sheet-returned')
  await button('Gửi cấp công nhận').click()
  await page.getByText('Đã gửi phiếu tự đánh giá.').waitFor()
})

step('the chair scores the division from its figures and recognises a level beside the provisional one', async () => {
  const chair = await become('chutich')
  await goTo(`/evaluation/units/${round}/${division}`)
  await page.getByRole('heading', { level: 1, name: 'Phòng Kinh tế' }).waitFor()
  await fillPoints()
  await button('Chép số liệu tự khai').click()
  await page.getByText('Hoàn thành xuất sắc nhiệm vụ').first().waitFor()
  await seeSaved(page)
  await button('Xong phần chấm điểm').click()
  await page.getByText('Đã chấm xong.').waitFor()
  await button('Quyết định mức').click()
  await dialog.getByRole('radio', { name: /^Hoàn thành tốt/ }).check()
  await inDialog('Quyết định mức').click()
  await dialog.getByText('Nêu lý do, ít nhất 10 ký tự.').waitFor()
  await dialog.getByLabel('Lý do').fill('Một nhiệm vụ vượt mức chưa có minh chứng')
  await checkScreen(page, 'unit-decide')
  await inDialog('Quyết định mức').click()
  await page.getByText('Đã quyết định mức của tổ chức.').waitFor()
  const { records } = await chair.call(unitRoutes.getUnitFile, { params: { unitCampaignId: round, unitId: division } })
  assert.deepEqual(records.map((record) => [record.total, record.provisionalLevel, record.decidedLevel]), [['92.00', 'excellent', 'good']])
})

step('the level reaches the division’s head by itself, and the board shows what still waits', async () => {
  await page.getByRole('heading', { name: 'Mức này ảnh hưởng đến' }).waitFor()
  await page.getByText('người đứng đầu', { exact: false }).first().waitFor()
  await checkScreen(page, 'unit-decided')
  await page.getByRole('link', { name: 'Cây chờ của đợt' }).click()
  await page.getByRole('row', { name: /Phòng Kinh tế/ }).getByText('Hoàn thành tốt nhiệm vụ').waitFor()
})

step('d of the head is proposed from those under them, with the list, and not filled in by itself', async () => {
  const { items: campaigns } = await officer.call(campaignRoutes.listCampaigns, { query: { limit: 50 } })
  const found = campaigns.find((one) => one.status === 'scoring')
  assert.ok(found, 'the sample scores November')
  november = found.id
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId: november }, query: { limit: 200 } })
  everybody = items
  await goTo(`/evaluation/campaigns/${november}/sheets/${participant('CL043').person.id}`)
  await page.getByText('Đề xuất không tự ghi vào phiếu', { exact: false }).waitFor()
  await page.getByText(/^Điểm của \d+ người thuộc quyền$/).click()
  await checkScreen(page, 'led-proposal')
})

step('somebody whose points have come sees them and responds before the decision', async () => {
  const subject = participant('CL047')
  const own = await become('congchuc2')
  if (subject.status === 'self_scoring') await sendSheet(own, november, subject, 'self')
  if (subject.status !== 'scored') await sendSheet(await callerFor(running.address, 'truongphong'), november, subject, 'superior')
  await goTo('/')
  await page.getByRole('link', { name: /Xem điểm cấp trên chấm/ }).click()
  await page.getByRole('heading', { name: 'Ý kiến trước khi quyết định' }).waitFor()
  await button('Nêu ý kiến').click()
  await dialog.getByRole('textbox').fill('Đề nghị xem lại tiêu chí III.1: sáng kiến đã được áp dụng từ ngày 5/11.')
  await inDialog('Nêu ý kiến').click()
  await page.getByText('Đã gửi ý kiến đến cấp có thẩm quyền.').waitFor()
  await page.getByText('sáng kiến đã được áp dụng', { exact: false }).waitFor()
  await checkScreen(page, 'early-response')
})

step('a petition nobody answered in time stands out, and the authority is reminded', async () => {
  clock.now = new Date('2026-12-02T02:00:00Z')
  await become('tochuc', { again: true })
  await goTo('/evaluation/petitions?status=overdue')
  await button('Nhắc trả lời').first().click()
  await dialog.getByRole('textbox').fill('Kiến nghị đã quá hạn, đề nghị trả lời trong hôm nay.')
  await inDialog('Nhắc trả lời').click()
  await page.getByText('Đã gửi lời nhắc.').waitFor()
  await checkScreen(page, 'petitions-overdue')
  assert.deepEqual(troubles, [])
})

function participant(code: string): Participant {
  const found = everybody.find((one) => one.code === code)
  assert.ok(found, `${code} takes part`)
  return found
}

async function fillPoints(): Promise<void> {
  for (const [code, value] of Object.entries(unitPoints)) {
    const cell = page.getByRole('textbox', { name: new RegExp(`^${code.replace('.', '\\.')} `) })
    await cell.fill(value.replace('.', ','))
  }
}

async function fillSheet(): Promise<void> {
  await fillPoints()
  const figures: Readonly<Record<string, number>> = {
    'Số nhiệm vụ được giao': goodFacts.tasksAssigned,
    'Số nhiệm vụ hoàn thành': goodFacts.tasksCompleted,
    'Số nhiệm vụ đúng hạn, bảo đảm chất lượng, hiệu quả': goodFacts.tasksOnTimeToQuality,
    'Số nhiệm vụ hoàn thành vượt mức': goodFacts.tasksExceeded,
    'Số nhiệm vụ chưa bảo đảm tiến độ': goodFacts.tasksLate,
  }
  for (const [label, value] of Object.entries(figures)) await page.getByRole('textbox', { name: label, exact: true }).fill(String(value))
  await page.getByRole('combobox', { name: /Đã khắc phục toàn bộ hạn chế/ }).selectOption({ label: 'Có' })
}
