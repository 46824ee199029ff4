import assert from 'node:assert/strict'
import { extractText } from 'unpdf'
import type { CampaignId, TenantId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { sessionsOf, withoutLogin, type Participant } from './steps/everybody.ts'
import { openLogins } from './steps/office.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { seeSaved, sendOn } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-12-02T01:00:00Z', 'sample')
const { address, program } = running
const { page, goTo, become, downloaded, troubles } = await visitorOf(running)

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })

let officer: Caller
let campaignId: CampaignId
let everybody: readonly Participant[]

function participant(code: string): Participant {
  const found = everybody.find((one) => one.code === code)
  assert.ok(found, `${code} takes part`)
  return found
}

const sheetOf = (code: string) => `/evaluation/campaigns/${campaignId}/sheets/${participant(code).person.id}`

async function stateOf(code: string) {
  const { items } = await officer.call(resultRoutes.listResults, { params: { campaignId }, query: { limit: 200 } })
  const row = items.find((one) => one.person.id === participant(code).person.id)
  assert.ok(row)
  return row
}

/** Everybody's November and December but those entered on the screen. */
async function enterTheRest(): Promise<void> {
  for (const { person, code } of everybody) {
    const { months } = await officer.call(sheetRoutes.getSheet, { params: { campaignId, personId: person.id } })
    const missing = ['2026-11-01', '2026-12-01'].filter((month) => !months.some((one) => one.month === month))
    for (const month of code === 'CL047' ? [] : missing) await officer.call(sheetRoutes.enterMonthlyScore, { params: { personId: person.id, month: month as never }, body: { total: '88', note: 'Sổ theo dõi của phòng' } })
  }
}

/** Sends on what is still to be sent, with level and words. */
async function sendTheRest(): Promise<void> {
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })
  const session = sessionsOf(address, items)
  for (const { person, superior, status } of items) {
    for (const [rater, by] of [['self', person.id], ['superior', superior?.id ?? '']] as const) {
      if (status === 'scored' || (rater === 'self' && status !== 'self_scoring')) continue
      // Only the chair scores from outside the division.
      const caller = items.some((one) => one.person.id === by) ? await session(by) : await callerFor(address, 'chutich')
      const params = { campaignId, personId: person.id, rater }
      const content = { points: {}, judgements: {}, strengths: 'Bám sát kế hoạch.', weaknesses: 'Còn chậm báo cáo.', comment: 'Đồng ý.', proposedLevel: 'good' }
      const { version } = await caller.call(sheetRoutes.saveSheet, { params, body: { ...content, version: 0 } })
      await caller.call(sheetRoutes.submitSheet, { params, body: { version } })
    }
  }
}

step('the officer opens the yearly campaign of a division', async () => {
  officer = await become('tochuc')
  const { units } = await officer.call(organisationRoutes.getUnitTree, { query: {} })
  const unit = units.find((one) => one.name === 'Phòng Kinh tế')
  assert.ok(unit)
  const created = await officer.call(campaignRoutes.createCampaign, {
    body: {
      name: 'Xếp loại chất lượng năm 2026, Phòng Kinh tế',
      rulebookId: 'nd-335-2025',
      settings: {},
      period: { kind: 'year', year: 2026, number: 1 },
      scopeUnitId: unit.id,
      subjectStatuses: ['civil_servant'],
      due: { self: '2026-12-04' as never, superior: '2026-12-08' as never, decide: '2026-12-14' as never },
    },
  })
  campaignId = created.campaignId
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await checkScreen(page, 'year-draft')
  await button('Mở đợt').click()
  await inDialog('Mở đợt').click()
  await page.getByText('Đã mở đợt.').waitFor()
  everybody = (await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })).items
  const tenant = await program.db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  await openLogins(running, tenant.id as TenantId, withoutLogin(everybody).map((one) => one.person))
})

step('the officer records the level of the organisation, which bounds its head', async () => {
  await page.getByRole('tab', { name: 'Mức của tổ chức' }).click()
  await button('Ghi mức: Phòng Kinh tế').click()
  await inDialog('Ghi mức').click()
  await dialog.getByText('Chọn mức.').waitFor()
  await checkScreen(page, 'year-unit-level')
  await dialog.getByRole('combobox', { name: 'Mức xếp loại' }).selectOption({ label: 'Hoàn thành nhiệm vụ' })
  await dialog.getByLabel('Căn cứ').fill('Quyết định 45-QĐ/UBND ngày 01/12/2026')
  await inDialog('Ghi mức').click()
  await page.getByText('Đã ghi mức của tổ chức.').waitFor()
  await checkScreen(page, 'year-unit-levels')
})

step('a month without a score is entered with its ground, a wrong one refused at the field', async () => {
  await goTo(sheetOf('CL046'))
  await page.getByRole('table', { name: 'Điểm các tháng' }).waitFor()
  await checkScreen(page, 'year-months')
  await button('Nhập điểm tháng 11/2026').click()
  await dialog.getByLabel('Điểm', { exact: true }).fill('100,5')
  await dialog.getByText('Không được lớn hơn 100.').waitFor()
  await inDialog('Lưu điểm').click()
  await dialog.getByText('Ghi căn cứ của điểm.').waitFor()
  await checkScreen(page, 'year-month-wrong')
  await dialog.getByLabel('Điểm', { exact: true }).fill('88,5')
  await dialog.getByLabel('Căn cứ').fill('Thông báo số 15-TB/VP ngày 01/12/2026')
  await inDialog('Lưu điểm').click()
  await page.getByText('Đã lưu điểm tháng 11/2026: 88,50.').waitFor()
  await page.getByRole('row', { name: /Tháng 11\/2026/ }).getByText('88,50').waitFor()
  assert.equal(await button('Sửa tháng 10/2026').count(), 0, 'the score of a campaign is not changed here')
  await enterTheRest()
})

step('a cadre claims a level of the year over the twelve months', async () => {
  await become('congchuc1')
  await goTo('/')
  await checkScreen(page, 'year-my-work')
  await goTo(sheetOf('CL046'))
  await button('Gửi cấp trên chấm').first().click()
  await page.getByText('Phiếu còn thiếu, chưa gửi được.').first().waitFor()
  await checkScreen(page, 'year-sheet-missing')
  await page.getByRole('radio', { name: 'Hoàn thành tốt nhiệm vụ' }).check()
  await page.getByLabel('Ưu điểm').fill('Giải quyết hồ sơ đất đai đúng hạn cả năm.')
  await page.getByLabel('Hạn chế, khuyết điểm').fill('Tham mưu văn bản còn chậm.')
  await seeSaved(page)
  await checkScreen(page, 'year-sheet-self')
  await sendOn(page, 'Gửi cấp trên chấm')
  await checkScreen(page, 'year-sheet-sent')
})

step('the head comments and proposes a level; the officer sends that sheet back once', async () => {
  await become('truongphong')
  await goTo(sheetOf('CL046'))
  await page.getByRole('radio', { name: 'Hoàn thành tốt nhiệm vụ' }).check()
  await page.getByLabel('Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá').fill('Hoàn thành tốt nhiệm vụ trong năm.')
  await seeSaved(page)
  await checkScreen(page, 'year-sheet-superior')
  await sendOn(page, 'Hoàn thành chấm điểm')
  officer = await become('tochuc')
  await goTo(sheetOf('CL046'))
  await button('Trả lại để sửa').click()
  await dialog.getByLabel('Lý do trả lại').fill('Ghi rõ hạn chế theo biên bản họp.')
  await checkScreen(page, 'year-sheet-return')
  await inDialog('Trả lại').click()
  await page.getByText('Đã trả lại phiếu.').waitFor()
  await become('truongphong')
  await goTo(sheetOf('CL046'))
  await page.getByText('Ghi rõ hạn chế theo biên bản họp.').waitFor()
  await page.getByLabel('Hạn chế, khuyết điểm').fill('Tham mưu văn bản còn chậm, biên bản họp ngày 30/11.')
  await seeSaved(page)
  await sendOn(page, 'Hoàn thành chấm điểm')
})

step('the officer compiles: the mean of twelve months, a head not above the organisation, a month missing said', async () => {
  await sendTheRest()
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await button('Chốt chấm điểm, tổng hợp').click()
  await inDialog('Chốt chấm điểm, tổng hợp').click()
  await page.getByText('Đã chốt và tổng hợp.').waitFor()
  assert.equal((await stateOf('CL043')).provisionalLevel, 'completed')
  assert.equal((await stateOf('CL047')).provisionalLevel, 'insufficient_data')
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  await checkScreen(page, 'year-results-compiling')
})

step('the month still missing is entered while compiling, and the result follows at once', async () => {
  await goTo(sheetOf('CL047'))
  for (const month of ['11', '12']) {
    await button(`Nhập điểm tháng ${month}/2026`).click()
    await dialog.getByLabel('Điểm', { exact: true }).fill('91')
    await dialog.getByLabel('Căn cứ').fill('Sổ theo dõi của phòng')
    await inDialog('Lưu điểm').click()
    await page.getByText(`Đã lưu điểm tháng ${month}/2026: 91,00.`).waitFor()
  }
  assert.notEqual((await stateOf('CL047')).provisionalLevel, 'insufficient_data')
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await button('Trình quyết định').click()
  await inDialog('Trình quyết định').click()
  await page.getByText('Đã trình quyết định.').waitFor()
})

step('the chair decides the year and the officer publishes it', async () => {
  const chair = await become('chutich')
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  await button('Quyết định cho Lê Văn Tài').click()
  await checkScreen(page, 'year-decide')
  await inDialog('Quyết định').click()
  await page.getByText('Đã quyết định.').waitFor()
  const { items } = await chair.call(resultRoutes.listResults, { params: { campaignId }, query: { only: 'undecided', limit: 200 } })
  for (const { person, version, provisionalLevel } of items) {
    const level = provisionalLevel === 'insufficient_data' ? 'not_rated' : (provisionalLevel ?? '')
    await chair.call(resultRoutes.decide, { params: { campaignId, personId: person.id }, body: { version, level, reason: 'Căn cứ hồ sơ theo dõi trong năm.' } })
  }
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await checkScreen(page, 'year-deciding')
  await button('Công bố kết quả').click()
  const ground = dialog.getByLabel('Căn cứ cho phép vượt tỷ lệ')
  await inDialog('Công bố kết quả').waitFor()
  if (await ground.isVisible()) await ground.fill('Công văn số 12-CV/ĐU ngày 01/12/2026.')
  await inDialog('Công bố kết quả').click()
  await page.getByText('Đã công bố kết quả.').waitFor()
})

step('the year explains itself to the cadre, and form 02 is printed', async () => {
  await become('congchuc1')
  await goTo(`/evaluation/campaigns/${campaignId}/results/${participant('CL046').person.id}`)
  await page.getByRole('heading', { level: 1, name: /^Vì sao \d+,\d\d\?$/ }).waitFor()
  await checkScreen(page, 'year-result')
  const steps = page.getByRole('list', { name: 'Các bước tính' }).first()
  for (const name of [/Trung bình cộng/, /Cộng điểm các tháng/]) await steps.getByRole('button', { name }).and(steps.locator('[aria-expanded="false"]')).first().click()
  await steps.getByText('Tháng 11/2026').first().waitFor()
  await checkScreen(page, 'year-result-months')
  const pdf = await downloaded(() => button('In Mẫu số 02').click())
  const { text } = await extractText(pdf, { mergePages: true })
  const words = text.normalize('NFC').replace(/\s+/g, ' ')
  for (const part of ['Mẫu số 02', 'Lê Văn Tài', '88,50', 'Hoàn thành tốt nhiệm vụ']) assert.ok(words.includes(part), part)
  await goTo(sheetOf('CL046'))
  await checkScreen(page, 'year-sheet-published')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
