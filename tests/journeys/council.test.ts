import assert from 'node:assert/strict'
import { loadSample } from '#apps/server/sample.ts'
import type { CampaignId, MeetingId, TenantId } from '#kernel/id.ts'
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

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z')
const { address, program, clock } = running
const { page, goTo, become, downloaded, troubles } = await visitorOf(running)

let campaignId: CampaignId
let meetingId: MeetingId
let officer: Caller

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string | RegExp) => dialog.getByRole('button', { name })
const handleOf = (name: string) => button(new RegExp(`^Đề nghị mức cho ${name}`))
const column = (level: string, name: string) => page.getByRole('list', { name: new RegExp(`: ${level}$`) }).filter({ hasText: name })
const read = () => officer.call(meetingRoutes.getMeeting, { params: { meetingId } })

/** Somebody of the board whose points make them good: the best of all, and the next of another group. */
async function goodOnes(): Promise<Answered<typeof meetingRoutes.meetingBoard>['rows']> {
  const { rows } = await officer.call(meetingRoutes.meetingBoard, { params: { meetingId } })
  return rows.filter((row) => row.provisionalLevel === 'good').toSorted((a, b) => Number(b.total) - Number(a.total))
}

step('November stands before the authority: those scored so far, the others left for later', async () => {
  await loadSample(program.services, clock.now)
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
  await page.getByRole('checkbox', { name: /có mặt$/ }).first().check()
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

step('a secret ballot: on the phone an attendee sees the ballot, not the wall; totals show once all are in', async () => {
  const [, next] = await goodOnes()
  assert.ok(next)
  const { questionId, entitled } = await officer.call(ballotRoutes.openQuestion, { params: { meetingId }, body: { subjectId: next.person.id, title: `Mức xếp loại của ${next.person.fullName}`, method: 'devices', choices: [] } })
  await become('chutich')
  await page.setViewportSize(phone)
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
  assert.equal(new TextDecoder().decode(pdf.slice(0, 5)), '%PDF-')
  const docx = await downloaded(() => button('Biên bản DOCX').click())
  assert.equal(new TextDecoder().decode(docx.slice(0, 2)), 'PK')
  assert.equal((await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })).status, 'deciding')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
