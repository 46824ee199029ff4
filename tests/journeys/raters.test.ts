import assert from 'node:assert/strict'
import type { CampaignId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { raterRoutes } from '#modules/evaluation/contract/rater-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, phone } from './steps/screen.ts'
import { seeSaved } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()

const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { address } = running
const { page, context, goTo, become, troubles } = await visitorOf(running)
const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const campaignName = 'Đánh giá tháng 10 theo mô hình nhiều người chấm'

let officer: Caller
let campaignId: CampaignId

step('the officer drafts a month in one division under rules with four kinds of rater', async () => {
  officer = await callerFor(address, 'tochuc')
  const { units } = await officer.call(organisationRoutes.search, { query: { text: 'phong kinh te' } })
  const unit = units.find((each) => each.name === 'Phòng Kinh tế')
  assert.ok(unit)
  const created = await officer.call(campaignRoutes.createCampaign, {
    body: {
      name: campaignName,
      rulebookId: 'da-nang-2014',
      settings: {},
      period: { kind: 'month', year: 2026, number: 10 },
      scopeUnitId: unit.id,
      subjectStatuses: ['civil_servant'],
      due: { self: '2026-11-25', superior: '2026-11-27', decide: '2026-11-30' },
    },
  })
  campaignId = created.campaignId
})

step('before opening the officer sees who rates whom and who has too few, and leaves somebody out with a reason', async () => {
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}?tab=raters`)
  await button(/^Điều chỉnh: /).first().waitFor()
  await checkScreen(page, 'raters-draft')
  const { items } = await officer.call(raterRoutes.listRaters, { params: { campaignId }, query: { limit: 100 } })
  const subject = items.find((item) => item.raters.filter((each) => each.kind === 'colleagues').length > 6)
  const colleague = subject?.raters.find((each) => each.kind === 'colleagues')
  assert.ok(subject && colleague)
  await button(`Điều chỉnh: ${subject.person.fullName}`).click()
  await dialog.getByRole('button', { name: `Cho thôi chấm: ${colleague.rater.fullName}` }).click()
  const line = dialog.getByRole('listitem').filter({ hasText: colleague.rater.fullName })
  await line.getByLabel('Lý do').fill('Biệt phái từ tháng trước')
  await line.getByRole('button', { name: 'Cho thôi chấm', exact: true }).click()
  await line.getByText('Biệt phái từ tháng trước').waitFor()
  await checkScreen(page, 'raters-dialog')
  await dialog.getByRole('button', { name: 'Đóng' }).click()
})

step('whoever lacks a rater the rules need is named beside the act, and the campaign opens once that is settled', async () => {
  await page.getByText(/trường hợp chưa có đủ người chấm bắt buộc/).waitFor()
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 100 } })
  const { items: short } = await officer.call(raterRoutes.listRaters, { params: { campaignId }, query: { limit: 100, only: 'short' } })
  for (const row of items.filter((one) => one.problems.length > 0 || short.some((each) => each.person.id === one.person.id && each.short.includes('superior')))) {
    await officer.call(campaignRoutes.adjustParticipant, {
      params: { campaignId, personId: row.person.id },
      body: { version: row.version, group: row.group, peerGroup: row.peerGroup, variants: row.variants, superiorId: row.superior?.id ?? null, deciderId: row.decider?.id ?? null, excludedReason: 'Do cấp trên đánh giá', facts: {}, factsNote: '' },
    })
  }
  const { version } = await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
  await officer.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version, act: 'open', reason: '' } })
})

step('the officer reminds who has not sent: named raters one by one, unnamed ones only together', async () => {
  await goTo(`/evaluation/campaigns/${campaignId}?tab=raters`)
  await page.getByRole('heading', { name: 'Người chưa gửi' }).waitFor()
  const waiting = page.getByRole('table', { name: 'Người chưa gửi' })
  assert.equal(await waiting.getByText('Đồng nghiệp').count(), 0)
  await waiting.getByRole('button', { name: /^Nhắc: / }).first().waitFor()
  await checkScreen(page, 'raters-waiting')
  await button('Nhắc người chưa gửi').click()
  await checkScreen(page, 'raters-remind')
  await dialog.getByRole('button', { name: 'Gửi lời nhắc' }).click()
  await page.getByText(/^Đã nhắc \d+ lượt người chấm\.$/).waitFor()
  const colleague = await callerFor(address, 'congchuc1')
  const { items } = await colleague.call(sheetRoutes.myWork, {})
  assert.notEqual(items.find((item) => item.raterKind?.id === 'colleagues')?.remindedAt ?? null, null)
})

step('a colleague rates everybody in one table with the keyboard and sends it once, unnamed', async () => {
  await become('congchuc1')
  await goTo('/')
  await page.getByRole('listitem').filter({ hasText: campaignName }).getByRole('link', { name: /Chấm điểm – Đồng nghiệp/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Chấm điểm – Đồng nghiệp' }).waitFor()
  await page.getByText(/Hệ thống không lưu ai cho bao nhiêu điểm/).waitFor()
  await checkScreen(page, 'ratings-unnamed')
  const rows = page.getByRole('table').getByRole('row')
  await rows.nth(5).waitFor()
  const people = (await rows.count()) - 1
  for (const [column, points] of ['27,5', '28', '14', '13,5', '9'].entries()) {
    await rows.nth(1).getByRole('textbox').nth(column).focus()
    for (let row = 0; row < people; row++) {
      await page.keyboard.type(points)
      await page.keyboard.press('Enter')
    }
  }
  assert.equal(await rows.nth(people).getByRole('cell').last().innerText(), '92')
  await page.getByText('Điểm được giữ trên thiết bị này').waitFor()
  // Another day, on the same device: what was typed is still there, and nowhere else.
  await goTo('/')
  await page.getByRole('listitem').filter({ hasText: campaignName }).getByRole('link', { name: /Chấm điểm – Đồng nghiệp/ }).click()
  await page.getByText('Nội dung nhập dở lần trước').or(page.getByText('giữ trên thiết bị này')).first().waitFor()
  assert.equal(await rows.nth(people).getByRole('cell').last().innerText(), '92')
  await button('Gửi phiếu kín').click()
  await checkScreen(page, 'ratings-send')
  // In the village, without a link: sent once when it is back.
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Gửi phiếu kín' }).click()
  await page.getByText('Bạn đã bấm gửi.').waitFor()
  await checkScreen(page, 'ratings-handed')
  await context.setOffline(false)
  await page.getByText('Bạn đã gửi phiếu kín.').first().waitFor({ timeout: 30_000 })
  const again = await callerFor(address, 'congchuc1')
  const { subjects } = await again.call(raterRoutes.getRatings, { params: { campaignId, kind: 'colleagues' } })
  assert.ok(subjects.every((each) => each.status === 'submitted' && Object.keys(each.points).length === 0), 'nothing of it can be read back')
})

step('the chair rates by name on a phone, one person after the other, and what is typed is stored', async () => {
  const chair = await become('chutich')
  await page.setViewportSize(phone)
  await goTo(`/evaluation/campaigns/${campaignId}/ratings/superior`)
  const cells = page.getByRole('textbox', { name: /tối đa|Điểm|điểm/ })
  await cells.first().focus()
  for (const points of ['26', '27', '13', '14', '8']) {
    await page.keyboard.type(points)
    await page.keyboard.press('Enter')
  }
  await seeSaved(page)
  await page.getByRole('status').filter({ hasText: /^Người 2\// }).waitFor()
  const { subjects } = await chair.call(raterRoutes.getRatings, { params: { campaignId, kind: 'superior' } })
  assert.deepEqual(subjects[0]?.points, { '1': '26', '2': '27', '3': '13', '4': '14', '5': '8' })
  await checkScreen(page, 'ratings-named')
  await button('Gửi 1 phiếu').click()
  await dialog.getByRole('button', { name: 'Gửi 1 phiếu' }).click()
  await page.getByText('Đã gửi 1 phiếu.').waitFor()
})

step('the officer sees how far each kind has come, of unnamed raters only counts', async () => {
  await become('tochuc')
  await page.setViewportSize({ width: 1280, height: 860 })
  await goTo(`/evaluation/campaigns/${campaignId}?tab=raters`)
  await page.getByText(/phiếu đã gửi – Đồng nghiệp/).waitFor()
  await checkScreen(page, 'raters-progress')
  const { kinds } = await officer.call(raterRoutes.raterProgress, { params: { campaignId } })
  assert.equal(kinds.find((kind) => kind.id === 'superior')?.submitted, 1)
  assert.deepEqual(troubles, [])
})
