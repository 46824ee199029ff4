import assert from 'node:assert/strict'
import { strFromU8, unzipSync } from 'fflate'
import { extractText } from 'unpdf'
import type { CampaignId, MeetingId, PersonId, TenantId } from '#kernel/id.ts'
import { ballotRoutes } from '#modules/evaluation/contract/ballot-routes.ts'
import { campaignRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { meetingRoutes } from '#modules/evaluation/contract/meeting-routes.ts'
import { inTenant } from '#platform/db/database.ts'
import type { Answered } from './steps/answered.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { openLogins } from './steps/office.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, desk, phone } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'
import { within } from './steps/within.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { address, program } = running
const { page, context, goTo, become, downloaded, troubles } = await visitorOf(running)

let campaignId: CampaignId
let meetingId: MeetingId
let officer: Caller
/** Who stated a conflict of interest. */
let recused: { readonly id: PersonId; readonly fullName: string }

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string | RegExp) => dialog.getByRole('button', { name })
const handleOf = (name: string) => button(new RegExp(`^Đề nghị mức cho ${name}`))
const column = (level: string, name: string) => page.getByRole('list', { name: new RegExp(`: ${level}$`) }).filter({ hasText: name })
const board = () => officer.call(meetingRoutes.meetingBoard, { params: { meetingId } })
const read = () => officer.call(meetingRoutes.getMeeting, { params: { meetingId } })

/** Somebody of the board whose points make them good: the best of all, and the next of another group. */
async function goodOnes(): Promise<Answered<typeof meetingRoutes.meetingBoard>['rows']> {
  const { rows } = await board()
  return rows.filter((row) => row.provisionalLevel === 'good').toSorted((a, b) => Number(b.total) - Number(a.total))
}

/** Takes on the session of somebody with or without a login of the sample. */
async function becomePerson(personId: PersonId): Promise<void> {
  const account = await program.db.selectFrom('accounts_user').select('username').where('person_id', '=', personId).executeTakeFirstOrThrow()
  await become(account.username)
}

/** Draws a finger over the glass from one point to another; `before` it is lifted. */
async function drawFinger(start: { readonly x: number; readonly y: number }, end: { readonly x: number; readonly y: number }, before: () => Promise<void>): Promise<void> {
  const devtools = await context.newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { readonly x: number; readonly y: number }[]) => within(type, devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] }))
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await touch('touchStart', [start])
  for (const part of [0.1, 0.3, 0.6, 0.9, 1]) await touch('touchMove', [{ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }])
  await before()
  await touch('touchEnd', [])
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await devtools.detach()
}

step('November stands before the authority: those scored so far, the others left for later', async () => {
  officer = await callerFor(address, 'tochuc')
  const tenant = await program.db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  const { items } = await officer.call(campaignRoutes.listCampaigns, { query: {} })
  const campaign = items.find((one) => one.status === 'scoring')
  assert.ok(campaign)
  campaignId = campaign.id
  await inTenant(program.db, tenant.id as TenantId, 'write', (tx) =>
    tx.updateTable('evaluation_participant').set({ excluded_reason: 'Chấm sau' }).where('tenant_id', '=', tenant.id).where('campaign_id', '=', campaignId).where('status', '<>', 'scored').execute(),
  )
  for (const act of ['compile', 'submit'] as const) {
    const { version } = await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
    await officer.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version, act, reason: '' } })
  }
})

step('the officer calls a meeting of those who score and decide', async () => {
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await page.getByRole('link', { name: 'Hội nghị', exact: true }).click()
  await page.getByRole('link', { name: 'Triệu tập hội nghị' }).click()
  await page.getByLabel('Địa điểm').fill('Phòng họp số 1')
  assert.equal(await page.getByLabel('Cơ quan, tổ chức họp', { exact: true }).inputValue(), 'Ủy ban nhân dân xã Cam Lộ')
  const tellers = page.getByRole('checkbox', { name: /kiểm phiếu$/ })
  await tellers.nth(0).check()
  await tellers.nth(1).check()
  await checkScreen(page, 'meeting-plan')
  await button('Triệu tập hội nghị').click()
  await page.getByText('Đã triệu tập hội nghị.').waitFor()
  await page.getByRole('tab', { name: 'Thành phần' }).waitFor()
  meetingId = new URL(page.url()).pathname.split('/').at(-1) as MeetingId
})

step('it opens once enough are there', async () => {
  assert.equal(await button('Khai mạc').isDisabled(), true)
  // Six are enough for the story: the chair, the secretary, four members of whom two count.
  const called = await read()
  const kept = [...called.attendees.filter((one) => one.role !== 'member'), ...called.attendees.filter((one) => one.role === 'member').toSorted((a, b) => Number(b.teller) - Number(a.teller)).slice(0, 4)]
  await officer.call(meetingRoutes.changeMeeting, {
    params: { meetingId },
    body: { version: called.version, heldOn: called.heldOn, place: called.place, heading: called.heading, superiorBody: called.superiorBody, bodyName: called.bodyName, quorum: called.quorum, attendees: kept.map(({ person, role, votes, teller }) => ({ personId: person.id, role, votes, teller })) },
  })
  await goTo(`/evaluation/meetings/${meetingId}`)
  const { attendees } = await read()
  const tenant = await program.db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  assert.equal(attendees.length, 6)
  // The page saves it by itself; what is read before that would be marked twice.
  const marked = page.waitForResponse((answer) => answer.request().method() !== 'GET' && answer.url().includes(`/meetings/${meetingId}/`) && answer.ok())
  await page.getByRole('checkbox', { name: /có mặt$/ }).first().check()
  await marked
  await page.getByText(/Có mặt [01]\/\d+ thành viên/).waitFor()
  for (const one of (await read()).attendees.filter((each) => !each.present)) {
    await officer.call(meetingRoutes.markAttendance, { params: { meetingId, personId: one.person.id }, body: { version: one.version, present: true, absenceReason: '' } })
  }
  const accounts = await program.db.selectFrom('accounts_user').select('person_id').execute()
  const known = new Set<string | null>(accounts.map((account) => account.person_id))
  await openLogins(running, tenant.id as TenantId, attendees.map((one) => one.person).filter((person) => !known.has(person.id)))
  await page.getByText(/đủ số lượng/).waitFor()
  await button('Khai mạc').click()
  await page.getByText('Hội nghị đã khai mạc.').waitFor()
})

step('on the wall equal posts stand side by side, each score one click from its derivation', async () => {
  await page.getByRole('tab', { name: 'Bảng xếp loại' }).click()
  const [best] = await goodOnes()
  assert.ok(best)
  await handleOf(best.person.fullName).waitFor()
  await page.getByText('Tỷ lệ theo ba cách tính').waitFor()
  for (const base of ['Theo số loại tốt', 'Theo số loại tốt trở lên', 'Theo tổng số người']) await page.getByRole('columnheader', { name: base }).first().waitFor()
  await checkScreen(page, 'meeting-wall')
  await page.setViewportSize({ width: 1920, height: 1080 })
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
  await button(new RegExp(`vì sao: ${best.person.fullName}$`)).click()
  await dialog.getByRole('list', { name: 'Các bước tính' }).first().waitFor()
  await page.keyboard.press('Escape')
  await page.setViewportSize(desk)
})

step('a level is proposed with the keyboard, another with the mouse, and none of it is decided', async () => {
  const [best, next] = await goodOnes()
  assert.ok(best && next)
  await handleOf(best.person.fullName).focus()
  await page.keyboard.press('ArrowLeft')
  await page.getByText(`${best.person.fullName}: Hoàn thành xuất sắc nhiệm vụ. Enter để đề nghị`).waitFor()
  await page.keyboard.press('Enter')
  await dialog.getByLabel('Lý do').fill('Hội nghị ghi nhận sáng kiến đã được công nhận')
  await inDialog('Ghi đề nghị').click()
  await column('Hoàn thành xuất sắc nhiệm vụ', best.person.fullName).waitFor()

  const from = await handleOf(next.person.fullName).boundingBox()
  const lane = page.getByRole('region', { name: next.peerGroup }).or(page.locator(`section[aria-label="${next.peerGroup}"]`)).first()
  const to = await lane.locator('[data-column="completed"]').boundingBox()
  assert.ok(from && to)
  await page.mouse.move(from.x + 8, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, from.y + 20, { steps: 6 })
  await page.mouse.up()
  await dialog.getByRole('radio', { name: 'Hoàn thành nhiệm vụ', exact: true }).waitFor()
  assert.equal(await dialog.getByRole('radio', { name: 'Hoàn thành nhiệm vụ', exact: true }).isChecked(), true)
  await dialog.getByLabel('Lý do').fill('Còn hồ sơ trễ hạn chưa khắc phục')
  await inDialog('Ghi đề nghị').click()
  await column('Hoàn thành nhiệm vụ', next.person.fullName).waitFor()
  const { rows } = await officer.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  assert.deepEqual(rows.filter((row) => row.proposal !== null).map((row) => [row.proposal?.level, row.decidedLevel]).toSorted(), [['completed', null], ['excellent', null]])
})

step('with a finger a card is carried on the wall as with a mouse; over the quota an order is suggested, and nobody is dropped', async () => {
  const { rows } = await board()
  const carried = (await goodOnes()).find((row) => row.proposal === null)
  assert.ok(carried)
  await page.setViewportSize({ width: 1920, height: 1080 })
  const handle = handleOf(carried.person.fullName)
  await handle.scrollIntoViewIfNeeded()
  const from = await handle.boundingBox()
  const to = await page.locator(`section[aria-label="${carried.peerGroup}"] [data-column="excellent"]`).boundingBox()
  assert.ok(from && to)
  const start = { x: from.x + 8, y: from.y + 12 }
  const end = { x: to.x + to.width / 2, y: start.y + 10 }
  await drawFinger(start, end, async () => {
    await page.locator('[data-column="excellent"][data-over]').waitFor()
  })
  await dialog.getByRole('radio', { name: 'Hoàn thành xuất sắc nhiệm vụ' }).waitFor()
  assert.equal(await dialog.getByRole('radio', { name: 'Hoàn thành xuất sắc nhiệm vụ' }).isChecked(), true)
  await dialog.getByLabel('Lý do').fill('Hoàn thành vượt tiến độ việc đột xuất')
  await inDialog('Ghi đề nghị').click()
  await column('Hoàn thành xuất sắc nhiệm vụ', carried.person.fullName).waitFor()
  await page.setViewportSize(desk)
  await page.getByRole('heading', { name: 'Gợi ý thứ tự khi vượt tỷ lệ' }).waitFor()
  for (const { person, proposalVersion } of (await goodOnes()).filter((row) => row.proposal === null).slice(0, 2)) {
    await officer.call(meetingRoutes.proposeLevel, { params: { meetingId, personId: person.id }, body: { version: proposalVersion, level: 'excellent', reason: 'Tập thể đề nghị ghi nhận' } })
  }
  await page.getByText(/kém người trên về tổng điểm/).first().waitFor()
  await page.getByText('ngoài số được phép', { exact: false }).first().waitFor()
  await checkScreen(page, 'meeting-ties')
  const now = await board()
  assert.ok(now.tieBreaks.some((each) => each.order.length > each.allowed && each.order.some((one) => one.person.id === carried.person.id)))
  assert.equal(now.rows.length, rows.length)
})

step('while the meeting is open nothing can be published', async () => {
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await page.getByText('Hội nghị xếp loại của đợt chưa bế mạc.').waitFor()
  assert.equal(await button('Công bố kết quả').isDisabled(), true)
  await checkScreen(page, 'meeting-blocks-publishing')
  await page.getByRole('link', { name: 'Mở hội nghị' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hội nghị đánh giá, xếp loại' }).waitFor()
})

step('a member states an own conflict of interest on the phone and takes no part in that item', async () => {
  const [, next] = await goodOnes()
  const member = (await read()).attendees.find((one) => one.role === 'member' && !one.teller && one.person.id !== next?.person.id)
  assert.ok(next && member)
  await becomePerson(member.person.id)
  await page.setViewportSize(phone)
  await goTo(`/evaluation/meetings/${meetingId}?tab=people`)
  await button('Tôi có xung đột lợi ích').click()
  await dialog.getByRole('combobox', { name: 'Về người được xem xét' }).fill(next.person.fullName)
  await page.getByRole('option', { name: next.person.fullName }).first().click()
  await inDialog('Ghi nhận').click()
  await dialog.getByText('Nhập mục này.').waitFor()
  await dialog.getByLabel('Lý do').fill('Anh em họ')
  await checkScreen(page, 'meeting-own-conflict')
  await inDialog('Ghi nhận').click()
  await page.getByText(`${member.person.fullName} không tham gia nội dung về ${next.person.fullName}: Anh em họ`).waitFor()
  await checkScreen(page, 'meeting-conflict-stated')
  await page.setViewportSize(desk)
  recused = member.person
})

step('a secret ballot: on the phone an attendee sees the ballot, not the wall; totals show once all are in', async () => {
  const [, next] = await goodOnes()
  assert.ok(next)
  const { questionId, entitled } = await officer.call(ballotRoutes.openQuestion, { params: { meetingId }, body: { subjectId: next.person.id, title: `Mức xếp loại của ${next.person.fullName}`, method: 'devices', choices: [] } })
  await becomePerson(recused.id)
  await page.setViewportSize(phone)
  await goTo(`/evaluation/meetings/${meetingId}`)
  await page.getByText('Bạn ra khỏi phần này vì đã khai báo, không bỏ phiếu.').waitFor()
  assert.equal(await page.getByRole('radio').count(), 0)
  await become('chutich')
  await goTo(`/evaluation/meetings/${meetingId}`)
  await page.getByRole('radio', { name: 'Hoàn thành nhiệm vụ', exact: true }).check()
  await checkScreen(page, 'meeting-ballot')
  await button('Bỏ phiếu: Hoàn thành nhiệm vụ').click()
  await page.getByText('Đã ghi nhận phiếu của bạn.').waitFor()
  await page.getByText(`Đã bỏ 1/${entitled} phiếu`).waitFor()
  const { questions } = await read()
  const waiting = questions.find((question) => question.id === questionId)?.waitingFor ?? []
  assert.equal(waiting.length, entitled - 1)
  const accounts = await program.db.selectFrom('accounts_user').select(['person_id', 'username']).execute()
  for (const person of waiting) {
    const voter = await callerFor(address, accounts.find((account) => account.person_id === person.id)?.username ?? person.id)
    await voter.call(ballotRoutes.castBallot, { params: { questionId }, body: { choice: 'completed' } })
  }
  await page.getByText('Đã có kết quả').waitFor()
  await page.getByText(`${entitled} phiếu`).first().waitFor()
  await page.setViewportSize(desk)
})

step('on paper two tellers count apart from each other: they learn that they differ, count again and agree', async () => {
  const [best] = await goodOnes()
  assert.ok(best)
  await become('tochuc')
  await goTo(`/evaluation/meetings/${meetingId}?tab=ballot`)
  await button('Mở lượt bỏ phiếu kín').click()
  await dialog.getByRole('combobox', { name: 'Bỏ phiếu về' }).fill(best.person.fullName)
  await page.getByRole('option', { name: `Mức xếp loại của ${best.person.fullName}` }).first().click()
  await dialog.getByRole('radio', { name: 'Phiếu giấy, hai người kiểm phiếu nhập độc lập' }).check()
  await checkScreen(page, 'meeting-ask')
  await inDialog('Mở bỏ phiếu').click()
  await page.getByText('Đã mở lượt bỏ phiếu.').waitFor()
  const { attendees, questions } = await read()
  const entitled = questions.find((question) => question.status === 'open')?.entitled ?? 0
  assert.ok(entitled >= 3)
  const [first, second] = attendees.filter((one) => one.teller).map((one) => one.person.id)
  assert.ok(first && second)
  const count = async (excellent: number) => {
    const figures: Readonly<Record<string, number>> = {
      'Số phiếu phát ra': entitled, 'Số phiếu thu về': entitled, 'Số phiếu không hợp lệ': 0,
      'Hoàn thành xuất sắc nhiệm vụ': excellent, 'Hoàn thành tốt nhiệm vụ': entitled - excellent, 'Hoàn thành nhiệm vụ': 0, 'Không hoàn thành nhiệm vụ': 0, 'Phiếu trắng': 0,
    }
    for (const [label, value] of Object.entries(figures)) await page.getByLabel(label, { exact: true }).fill(String(value))
    await button('Ghi kết quả kiểm phiếu').click()
  }
  const differs = page.getByRole('alert').filter({ hasText: 'Hai kết quả kiểm phiếu không khớp. Cả hai đếm lại rồi nhập lại.' })
  await becomePerson(first)
  await page.setViewportSize(phone)
  await goTo(`/evaluation/meetings/${meetingId}?tab=ballot`)
  await button('Ghi kết quả kiểm phiếu').click()
  await page.getByText('Nhập mục này.').first().waitFor()
  await checkScreen(page, 'meeting-count')
  await count(entitled)
  await page.getByText('Đã ghi. Chờ người kiểm phiếu kia.').first().waitFor()
  await becomePerson(second)
  await goTo(`/evaluation/meetings/${meetingId}?tab=ballot`)
  await count(entitled - 1)
  await differs.waitFor()
  await checkScreen(page, 'meeting-differs')
  await becomePerson(first)
  await goTo(`/evaluation/meetings/${meetingId}?tab=ballot`)
  await differs.waitFor()
  assert.equal(await page.getByLabel('Hoàn thành tốt nhiệm vụ', { exact: true }).inputValue(), '0', 'one’s own figures, never the other’s')
  await count(entitled - 1)
  await page.getByText('Hai kết quả khớp nhau. Kết quả đã chốt.').waitFor()
  await page.getByText(`${entitled - 1} phiếu`).first().waitFor()
  await checkScreen(page, 'meeting-agreed')
  await page.setViewportSize(desk)
  await become('chutich')
})

step('the authority decides as the meeting concluded; the minutes are ready; nothing is published', async () => {
  await goTo(`/evaluation/meetings/${meetingId}?tab=wall`)
  await button('Quyết định theo đề nghị').click()
  await inDialog(/^Quyết định \d+ người$/).click()
  await page.getByText(/^Đã quyết định \d+ người. Chưa công bố.$/).waitFor()
  await button('Bế mạc').click()
  await dialog.getByLabel('Kết luận của hội nghị').fill('Thống nhất như đề nghị.')
  await inDialog('Bế mạc').click()
  await page.getByText('Hội nghị đã bế mạc. Kết quả chưa công bố.').waitFor()
  await page.getByRole('tab', { name: 'Kết luận, biên bản' }).click()
  await page.getByText('Thống nhất như đề nghị.').waitFor()
  await checkScreen(page, 'meeting-minutes')
  const pdf = await downloaded(() => button('Biên bản PDF').click())
  const docx = await downloaded(() => button('Biên bản DOCX').click())
  const printed = (await extractText(new Uint8Array(pdf), { mergePages: true })).text.normalize('NFC').replace(/\s+/g, ' ')
  const edited = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  for (const text of [printed, edited]) {
    for (const words of ['ỦY BAN NHÂN DÂN XÃ CAM LỘ', 'BIÊN BẢN', 'Địa điểm: Phòng họp số 1.', `${recused.fullName}, nội dung về`, '(Anh em họ)', 'phiếu giấy, hai người kiểm phiếu độc lập', 'phiếu kín trên thiết bị', 'Hoàn thành vượt tiến độ việc đột xuất', 'Thống nhất như đề nghị.', 'Hội nghị kết thúc vào']) assert.ok(text.includes(words), words)
  }
  assert.equal((await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })).status, 'deciding')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
