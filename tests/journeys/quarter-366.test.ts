import assert from 'node:assert/strict'
import { extractText } from 'unpdf'
import type { CampaignId, MeetingId, PersonId, TenantId } from '#kernel/id.ts'
import { ballotRoutes } from '#modules/evaluation/contract/ballot-routes.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { meetingRoutes } from '#modules/evaluation/contract/meeting-routes.ts'
import { raterRoutes } from '#modules/evaluation/contract/rater-routes.ts'
import { resultRoutes } from '#modules/evaluation/contract/result-routes.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import type { Participant } from './steps/everybody.ts'
import { openLogins } from './steps/office.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, desk, phone } from './steps/screen.ts'
import { cell, seeSaved, sendOn } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const step = story()

const running = await startedForJourney(import.meta, '2026-10-05T01:00:00Z', 'sample')
const { address, clock, program } = running
const { page, goTo, become, downloaded, troubles } = await visitorOf(running)
const campaignName = 'Quý III theo Quy định 366'

/** The seventeen general items at their maximum. */
const general: Readonly<Record<string, string>> = {
  '1.1': '1', '1.2': '1', '1.3': '1', '1.4': '1', '1.5': '1.5', '1.6': '1.5', '1.7': '1', '1.8': '1', '1.9': '1', '2.1': '4', '2.2': '2', '2.3': '2', '2.4': '2', '3.1': '4', '3.2': '2', '3.3': '2', '3.4': '2',
}
const axisPoints = ['20', '15', '10', '15', '5', '5']
const texts = { judgements: {}, strengths: 'Quyết liệt.', weaknesses: 'Chưa đều.', comment: 'Đồng ý.', proposedLevel: 'good' }

let campaignId: CampaignId
let meetingId: MeetingId
let officer: Caller
let leaders: readonly Participant[]
let sessionOf: (personId: string) => Promise<Caller>

const dialog = page.getByRole('dialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })
const axis = (number: number, field: 'Điểm tối đa của trục' | 'Tỷ lệ hoàn thành (%)') => page.getByRole('textbox', { name: new RegExp(`^Trục ${number}: .*: ${field.replace(/[()]/g, '\\$&')}`) })

function leader(code: string): Participant {
  const found = leaders.find((one) => one.code === code)
  assert.ok(found, `${code} is scored`)
  return found
}

/** Sessions by person: the sample's own logins, and new ones for these people where they have none. */
async function sessionsOfEverybody(people: readonly { readonly id: PersonId; readonly fullName: string }[]): Promise<(personId: string) => Promise<Caller>> {
  const { db } = program
  const { id } = await db.selectFrom('tenant').select('id').executeTakeFirstOrThrow()
  const known = await db.selectFrom('accounts_user').select(['person_id', 'username']).execute()
  const logins = new Map(known.map((row) => [row.person_id, row.username]))
  await openLogins(running, id as TenantId, people.filter((one) => !logins.has(one.id)))
  const sessions = new Map<string, Promise<Caller>>()
  return (personId) => {
    const session = sessions.get(personId) ?? callerFor(address, logins.get(personId) ?? personId)
    sessions.set(personId, session)
    return session
  }
}

const fileOf = (code: string) => ({ campaignId, personId: leader(code).person.id })

step('the officer drafts the third quarter under 366-QĐ/TW for a division, and leaves out who holds no leading post', async () => {
  officer = await become('tochuc')
  await goTo('/evaluation/campaigns/new')
  await page.getByRole('combobox', { name: 'Loại kỳ' }).selectOption({ label: 'Quý' })
  await page.getByRole('combobox', { name: 'Quý', exact: true }).selectOption({ label: 'III' })
  await page.getByRole('radio', { name: 'Đánh giá, xếp loại cá nhân theo Quy định 366-QĐ/TW: quý và năm' }).check()
  await page.getByRole('combobox', { name: 'Phạm vi' }).fill('phong kinh te')
  await page.getByRole('option', { name: /^Phòng Kinh tế/ }).first().click()
  await page.getByLabel('Tên đợt').fill(campaignName)
  await button(/^Lập dự thảo/).click()
  await page.getByRole('heading', { level: 1, name: campaignName }).waitFor()
  campaignId = new URL(page.url()).pathname.split('/').at(-1) as CampaignId
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })
  for (const one of items.filter((each) => each.group !== 'leader')) {
    await officer.call(campaignRoutes.adjustParticipant, {
      params: { campaignId, personId: one.person.id },
      body: {
        version: one.version, group: one.group, peerGroup: one.peerGroup, variants: one.variants, superiorId: one.superior?.id ?? null, deciderId: one.decider?.id ?? null,
        excludedReason: 'Không giữ chức vụ lãnh đạo', facts: {}, factsNote: '',
      },
    })
  }
  await page.reload()
  await button('Mở đợt').click()
  await inDialog('Mở đợt').click()
  await page.getByText('Đã mở đợt.').waitFor()
  leaders = items.filter((each) => each.group === 'leader')
  assert.ok(leaders.length >= 2)
  const raters = (await officer.call(raterRoutes.listRaters, { params: { campaignId }, query: {} })).items.flatMap((item) => item.raters.map((each) => each.rater))
  const named = [...new Map(raters.map((one) => [one.id, one])).values()]
  const others = leaders.flatMap((one) => [one.person, ...[one.superior, one.decider].flatMap((each) => each ?? [])])
  sessionOf = await sessionsOfEverybody([...new Map([...named, ...others].map((one) => [one.id, one])).values()])
  assert.ok(named.length > 0, 'the Standing Committee was found from the posts')
})

step('a head of division scores himself on a phone, proposing the points of each axis', async () => {
  await become('truongphong')
  await page.setViewportSize(phone)
  await goTo(`/evaluation/campaigns/${campaignId}/sheets/${leader('CL043').person.id}`)
  await cell(page, '1.1').waitFor()
  for (const [code, points] of Object.entries(general)) await cell(page, code).fill(points.replace('.', ','))
  for (const [at, points] of axisPoints.entries()) {
    await axis(at + 1, 'Điểm tối đa của trục').fill(at === 0 ? '25' : points)
    await axis(at + 1, 'Tỷ lệ hoàn thành (%)').fill('95,5')
  }
  await page.getByText('Tổng điểm tối đa của sáu trục phải bằng 70').first().waitFor()
  await axis(1, 'Điểm tối đa của trục').fill('20')
  await page.getByText('Tổng điểm tối đa của sáu trục phải bằng 70').first().waitFor({ state: 'detached' })
  await page.getByLabel('Ưu điểm', { exact: true }).fill('Chỉ đạo sát sao.')
  await page.getByLabel('Hạn chế, khuyết điểm', { exact: true }).fill('Giải ngân còn chậm.')
  await seeSaved(page)
  await page.reload()
  await axis(2, 'Tỷ lệ hoàn thành (%)').waitFor()
  assert.equal(await axis(2, 'Tỷ lệ hoàn thành (%)').inputValue(), '95,5')
  await page.getByRole('radio', { name: 'Hoàn thành tốt nhiệm vụ' }).check()
  await seeSaved(page)
  await checkScreen(page, 'q366-axes')
  await page.getByRole('button', { name: 'Gửi cấp trên chấm' }).last().click()
  await dialog.getByRole('button', { name: 'Gửi cấp trên chấm' }).click()
  await page.getByText('Đã gửi phiếu.').waitFor()
  await page.setViewportSize(desk)
})

step('the superior takes over what was proposed, axes too, lowers one result and sends the sheet on', async () => {
  const chair = await become('chutich')
  await goTo(`/evaluation/campaigns/${campaignId}/sheets/${leader('CL043').person.id}`)
  await button('Xác nhận theo điểm tự chấm').click()
  await inDialog(`Ghi ${Object.keys(general).length + 2 * axisPoints.length} điểm`).click()
  await axis(1, 'Tỷ lệ hoàn thành (%)').fill('90')
  await page.getByLabel('Ý kiến nhận xét của cấp có thẩm quyền theo dõi, đánh giá').fill('Hoàn thành mục tiêu quý.')
  await page.getByLabel('Ưu điểm', { exact: true }).fill('Sâu sát.')
  await page.getByLabel('Hạn chế, khuyết điểm', { exact: true }).fill('Tiến độ đầu tư công.')
  await seeSaved(page)
  await checkScreen(page, 'q366-superior')
  const { sheets } = await chair.call(sheetRoutes.getSheet, { params: fileOf('CL043') })
  assert.deepEqual(sheets.map((sheet) => sheet.lists['axes']?.['1']), [{ max: '20', percent: '95.5' }, { max: '20', percent: '90' }])
  await sendOn(page, 'Hoàn thành chấm điểm')
  const subject = await sessionOf(leader('CL043').person.id)
  await subject.call(sheetRoutes.respondEarly, { params: fileOf('CL043'), body: { text: 'Trục 1 đạt 95,5%: quyết toán giao đã được xác nhận ngày 29/9.' } })
})

step('the others are scored, the Standing Committee gives its points, and the campaign is compiled', async () => {
  const lists = { axes: Object.fromEntries(axisPoints.map((max, at) => [String(at + 1), { max, percent: '85' }])) }
  for (const one of leaders.filter((each) => each.code !== 'CL043')) {
    for (const [rater, by] of [['self', one.person.id], ['superior', one.superior?.id ?? '']] as const) {
      const params = { campaignId, personId: one.person.id, rater }
      const session = await sessionOf(by)
      const { version } = await session.call(sheetRoutes.saveSheet, { params, body: { ...texts, version: 0, points: { ...general }, lists } })
      await session.call(sheetRoutes.submitSheet, { params, body: { version } })
    }
  }
  const { items } = await officer.call(raterRoutes.listRaters, { params: { campaignId }, query: {} })
  const kind = 'collective'
  for (const raterId of new Set(items.flatMap((item) => item.raters.map((each) => each.rater.id)))) {
    const by = await sessionOf(raterId)
    const { subjects } = await by.call(raterRoutes.getRatings, { params: { campaignId, kind } })
    for (const { person } of subjects) await by.call(raterRoutes.saveRating, { params: { campaignId, kind, personId: person.id }, body: { version: 0, points: { ...general }, comment: '' } })
    await by.call(raterRoutes.submitRatings, { params: { campaignId, kind }, body: { sheets: subjects.map(({ person }) => ({ personId: person.id, version: 1 })) } })
  }
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}`)
  await button('Chốt chấm điểm, tổng hợp').click()
  await inDialog('Chốt chấm điểm, tổng hợp').click()
  await page.getByText('Đã chốt và tổng hợp.').waitFor()
})

step('the officer sees what the program counted and corrects one number with its ground', async () => {
  const before = (await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })).items.find((one) => one.code === 'CL043')
  const counted = before?.proposed?.['tasksAssigned']
  assert.ok(counted && counted.source === 'own_tasks')
  await button(/^Điều chỉnh /).first().waitFor()
  await button(`Điều chỉnh ${leader('CL043').person.fullName}`).click()
  await dialog.getByText(`Hệ thống ghi nhận: ${String(counted.value)} (nhiệm vụ của người này trong kỳ)`, { exact: false }).first().waitFor()
  const enter = (label: string, value: unknown) => dialog.getByLabel(label, { exact: true }).fill(String(value))
  await enter('Số nhiệm vụ hoàn thành', counted.value)
  await enter('Số nhiệm vụ đúng hạn, bảo đảm chất lượng', counted.value)
  await enter('Số nhiệm vụ hoàn thành vượt mức', 0)
  await enter('Số nhiệm vụ hoàn thành chậm', 0)
  const unit = before.proposed?.['unitTasksAssigned']?.value
  await enter('Số nhiệm vụ đơn vị, lĩnh vực phụ trách hoàn thành', unit)
  await enter('Số nhiệm vụ của đơn vị, lĩnh vực đúng hạn, bảo đảm chất lượng', unit)
  await enter('Số nhiệm vụ của đơn vị, lĩnh vực vượt mức', 0)
  await enter('Số nhiệm vụ của đơn vị, lĩnh vực hoàn thành chậm', 0)
  await inDialog('Lưu điều chỉnh').click()
  await dialog.getByText('Số liệu khác với số hệ thống ghi nhận thì phải ghi căn cứ.').waitFor()
  await dialog.getByLabel('Căn cứ (số, ngày văn bản)').fill('Báo cáo số 45-BC/ĐU ngày 02/10/2026')
  await inDialog('Lưu điều chỉnh').click()
  await dialog.waitFor({ state: 'detached' })
})

step('a leader below 100 % of the quarter’s tasks is proposed as not completed, and the summary says the rule and nothing else', async () => {
  const deputy = leader('CL044')
  const { row } = await officer.call(resultRoutes.getResult, { params: fileOf('CL044') })
  assert.equal(row.provisionalLevel, 'not_completed')
  await goTo(`/evaluation/campaigns/${campaignId}/results/${deputy.person.id}`)
  const summary = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Tóm tắt' }) })
  await summary.getByText('Mức dự kiến là Không hoàn thành nhiệm vụ, vì:').waitFor()
  await summary.getByText('Hoàn thành dưới 100% nhiệm vụ của quý, không có nguyên nhân khách quan được xác nhận').waitFor()
  const text = (await summary.textContent()) ?? ''
  assert.ok(!/Dưới 50 điểm|khớp|Chưa được/.test(text), text)
  await checkScreen(page, 'q366-failing')
  const { version } = await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
  await officer.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version, act: 'submit', reason: '' } })
})

step('the Standing Committee is called under the Party’s paper and meets', async () => {
  const suggested = await officer.call(meetingRoutes.meetingCandidates, { params: { campaignId } })
  assert.deepEqual([suggested.heading, suggested.superiorBody], ['party', 'Đảng ủy xã Cam Lộ'])
  const called = suggested.candidates.flatMap((one) => (one.suggested === null ? [] : [{ personId: one.person.id, role: one.suggested, votes: one.suggested !== 'secretary', teller: false }]))
  assert.ok(called.filter((one) => one.votes).length >= 3, 'enough of them to vote in secret')
  const planned = await officer.call(meetingRoutes.planMeeting, { params: { campaignId }, body: { heldOn: '2026-10-05', place: 'Phòng họp Đảng ủy', heading: suggested.heading, superiorBody: suggested.superiorBody, bodyName: suggested.bodyName, quorum: 'two_thirds', attendees: called } })
  meetingId = planned.meetingId
  for (const { personId } of called) await officer.call(meetingRoutes.markAttendance, { params: { meetingId, personId }, body: { version: 1, present: true, absenceReason: '' } })
  await officer.call(meetingRoutes.actOnMeeting, { params: { meetingId }, body: { version: planned.version, act: 'open', conclusion: '' } })
})

step('on the wall screen each card says only why, the quota is simulated, and a level is proposed for the deputy', async () => {
  const deputy = leader('CL044').person.fullName
  await become('tochuc')
  await goTo(`/evaluation/meetings/${meetingId}?tab=wall`)
  const card = page.getByRole('listitem').filter({ hasText: deputy }).first()
  await card.getByText('Hoàn thành dưới 100% nhiệm vụ của quý').waitFor()
  await page.getByRole('listitem').filter({ hasText: leader('CL043').person.fullName }).getByText('Chưa được Hoàn thành xuất sắc nhiệm vụ, còn thiếu: Ít nhất 30% nhiệm vụ vượt mức').waitFor()
  await page.getByRole('listitem').filter({ hasText: leader('CL043').person.fullName }).getByText('Có ý kiến của người được đánh giá').waitFor()
  await page.getByText('Kết quả quý là căn cứ, không phải quyết định xếp loại chính thức').waitFor()
  for (const base of ['Theo số loại tốt', 'Theo số loại tốt trở lên', 'Theo tổng số người']) await page.getByRole('columnheader', { name: base }).first().waitFor()
  await button(new RegExp(`^Đề nghị mức cho ${deputy}`)).click()
  await dialog.getByRole('radio', { name: 'Hoàn thành nhiệm vụ', exact: true }).check()
  await dialog.getByLabel('Lý do').fill('Vướng mặt bằng đã được Ủy ban nhân dân xã xác nhận')
  await inDialog('Ghi đề nghị').click()
  await page.getByText('Đã ghi đề nghị. Đây chưa phải quyết định.').waitFor()
  await checkScreen(page, 'q366-wall')
})

step('members vote in secret on their own devices; the result opens with the last ballot', async () => {
  const deputy = leader('CL044').person
  const { questionId, entitled } = await officer.call(ballotRoutes.openQuestion, { params: { meetingId }, body: { subjectId: deputy.id, title: `Mức xếp loại của ${deputy.fullName}`, method: 'devices', choices: [] } })
  const waiting = (await officer.call(meetingRoutes.getMeeting, { params: { meetingId } })).questions.find((one) => one.id === questionId)?.waitingFor ?? []
  assert.equal(waiting.length, entitled)
  const secretary = leader('CL043').decider?.id
  for (const { id } of waiting.filter((one) => one.id !== secretary)) await (await sessionOf(id)).call(ballotRoutes.castBallot, { params: { questionId }, body: { choice: 'completed' } })
  await become('bithu')
  await page.setViewportSize(phone)
  await goTo(`/evaluation/meetings/${meetingId}`)
  await page.getByText(`Đã bỏ ${entitled - 1}/${entitled} phiếu`).waitFor()
  await page.getByRole('radio', { name: 'Hoàn thành nhiệm vụ', exact: true }).check()
  await button('Bỏ phiếu: Hoàn thành nhiệm vụ').click()
  await page.getByText('Đã có kết quả').waitFor()
  await page.getByText(`${entitled} phiếu`).first().waitFor()
  await checkScreen(page, 'q366-ballot')
  await page.setViewportSize(desk)
})

step('the secretary decides as the meeting concluded and closes it; the minutes are a paper of the Party', async () => {
  await goTo(`/evaluation/meetings/${meetingId}?tab=wall`)
  await button('Quyết định theo đề nghị').click()
  await inDialog(`Quyết định ${leaders.length} người`).click()
  await page.getByText(`Đã quyết định ${leaders.length} người. Chưa công bố.`).waitFor()
  await button('Bế mạc').click()
  await dialog.getByLabel('Kết luận của hội nghị').fill('Thống nhất mức xếp loại như đề nghị.')
  await inDialog('Bế mạc').click()
  await page.getByText('Hội nghị đã bế mạc. Kết quả chưa công bố.').waitFor()
  await page.getByRole('tab', { name: 'Kết luận, biên bản' }).click()
  const pdf = await downloaded(() => button('Biên bản PDF').click())
  const printed = (await extractText(pdf, { mergePages: true })).text.normalize('NFC').replace(/\s+/g, ' ')
  for (const words of ['ĐẢNG CỘNG SẢN VIỆT NAM', 'ĐẢNG ỦY XÃ CAM LỘ', 'Cam Lộ, ngày 05 tháng 10 năm 2026', 'I- Thời gian, địa điểm', 'Vướng mặt bằng đã được Ủy ban nhân dân xã xác nhận', 'Thống nhất mức xếp loại như đề nghị.']) assert.ok(printed.includes(words), `${words} in ${printed.slice(0, 400)}`)
  assert.ok(!printed.includes('CỘNG HÒA XÃ HỘI'))
})

step('the officer publishes after the meeting', async () => {
  await become('tochuc')
  await goTo(`/evaluation/campaigns/${campaignId}/results`)
  await button('Công bố kết quả').click()
  await inDialog('Công bố kết quả').click()
  await page.getByText('Đã công bố kết quả.').waitFor()
})

step('the head of division walks from the total down to one axis', async () => {
  await become('truongphong')
  await goTo(`/evaluation/campaigns/${campaignId}/results/${leader('CL043').person.id}`)
  // 30 from the Standing Committee; 20 × 90 % and 50 × 95.5 % from the axes the superior confirmed.
  await page.getByRole('heading', { level: 1, name: 'Vì sao 95,75?' }).waitFor()
  const steps = page.getByRole('list', { name: 'Các bước tính' }).first()
  for (const name of [/Điểm kết quả thực hiện nhiệm vụ/, /Trục 1: .*Điểm đạt được/]) await steps.getByRole('button', { name }).and(steps.locator('[aria-expanded="false"]')).first().click()
  await steps.getByText(/Trục 1: .*Tỷ lệ hoàn thành \(%\)/).first().waitFor()
  await checkScreen(page, 'q366-derivation')
})

step('he reads why he is good and what kept him from excellent, and petitions', async () => {
  const summary = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Tóm tắt' }) })
  await summary.getByText('Chưa được Hoàn thành xuất sắc nhiệm vụ, vì chưa đạt:').waitFor()
  await summary.getByText('Ít nhất 30% nhiệm vụ vượt mức', { exact: false }).first().waitFor()
  const text = (await summary.textContent()) ?? ''
  assert.ok(text.includes('Cấp có thẩm quyền quyết định đúng mức dự kiến: Hoàn thành tốt nhiệm vụ') && !/Dưới 50 điểm|khớp/.test(text), text)
  await page.getByText('Trục 1 đạt 95,5%: quyết toán giao đã được xác nhận ngày 29/9.').waitFor()
  await button('Gửi kiến nghị').click()
  await dialog.getByLabel('Nội dung').fill('Hai nhiệm vụ vượt mức 35% đã được nghiệm thu sau ngày chốt số liệu. Đề nghị xem lại.')
  await inDialog('Gửi kiến nghị').click()
  // Seven working days from Monday 5 October.
  await page.getByText('Đã gửi kiến nghị. Hạn trả lời: 14/10/2026').waitFor()
})

step('the secretary answers within the term by a replacing decision, and both are kept', async () => {
  clock.now = new Date('2026-10-08T01:00:00Z')
  await become('bithu', { again: true })
  await goTo('/evaluation/petitions')
  await page.getByText('14/10/2026').first().waitFor()
  await button(`Trả lời kiến nghị của ${leader('CL043').person.fullName}`).click()
  await dialog.getByRole('radio', { name: 'Thay kết quả bằng quyết định mới' }).check()
  await dialog.getByRole('combobox', { name: 'Mức xếp loại mới' }).selectOption({ label: 'Hoàn thành xuất sắc nhiệm vụ' })
  await dialog.getByLabel('Nội dung trả lời').fill('Chấp nhận kiến nghị: biên bản nghiệm thu xác nhận vượt mức.')
  await inDialog('Gửi trả lời').click()
  await page.getByText('Đã trả lời và thay kết quả.').waitFor()
  await become('truongphong', { again: true })
  await goTo(`/evaluation/campaigns/${campaignId}/results/${leader('CL043').person.id}`)
  const records = page.getByRole('list', { name: 'Các quyết định về kết quả này' })
  await records.getByText('đã bị thay thế').waitFor()
  // The names of levels come with the rulebook, after the decisions.
  await records.getByText('Hoàn thành xuất sắc nhiệm vụ').first().waitFor()
  const lines = await records.getByRole('listitem').allTextContents()
  assert.deepEqual(lines.map((line) => /Hoàn thành (xuất sắc|tốt) nhiệm vụ/.exec(line)?.[1]), ['xuất sắc', 'tốt'])
  assert.match(lines[0] ?? '', /đang có hiệu lực/)
  await checkScreen(page, 'q366-replaced')
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
