import assert from 'node:assert/strict'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { organisationRoutes } from '#modules/organisation/contract/routes.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, desk, phone } from './steps/screen.ts'
import { sendOn } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

// Thanh Hóa: the points of six axes are proposed by each leader and approved before the sheet is sent on.

const step = story()

const running = await startedForJourney(import.meta, '2026-10-05T01:00:00Z', 'sample')
const { page, goTo, become, troubles } = await visitorOf(running)

const dialog = page.getByRole('dialog')
const axis = (number: number) => page.getByRole('textbox', { name: new RegExp(`^Trục ${number}: .*: Điểm tối đa$`) })
const badge = (words: string) => page.getByText(words, { exact: true })
const general: Readonly<Record<string, string>> = {
  '1.1': '1', '1.2': '1', '1.3': '1', '1.4': '1', '1.5': '1.5', '1.6': '1.5', '1.7': '1', '1.8': '1', '1.9': '1', '2.1': '4', '2.2': '2', '2.3': '2', '2.4': '2', '3.1': '4', '3.2': '2', '3.3': '2', '3.4': '2',
}
let params: { campaignId: CampaignId; personId: PersonId }
const sheet = () => `/evaluation/campaigns/${params.campaignId}/sheets/${params.personId}`

step('a deputy finds the plan of the quarter waiting, and proposes 70 points in all from a phone', async () => {
  const officer = await become('tochuc')
  const { units } = await officer.call(organisationRoutes.getUnitTree, { query: {} })
  const scopeUnitId = units.find((unit) => unit.name === 'Phòng Kinh tế')?.id ?? assert.fail('no such division')
  const { campaignId } = await officer.call(campaignRoutes.createCampaign, {
    body: {
      name: 'Quý III theo Hướng dẫn 03', rulebookId: 'thanh-hoa-hd-03', settings: {}, period: { kind: 'quarter', year: 2026, number: 3 }, scopeUnitId, subjectStatuses: ['civil_servant'],
      due: { self: '2026-10-12', superior: '2026-10-14', decide: '2026-10-20' },
    },
  })
  const { items } = await officer.call(campaignRoutes.listParticipants, { params: { campaignId }, query: { limit: 200 } })
  for (const one of items) {
    await officer.call(campaignRoutes.adjustParticipant, {
      params: { campaignId, personId: one.person.id },
      body: {
        version: one.version, group: one.group, peerGroup: one.peerGroup, variants: one.variants, superiorId: one.superior?.id ?? null, deciderId: one.decider?.id ?? null,
        excludedReason: one.code === 'CL044' ? '' : 'Không thuộc diện', facts: {}, factsNote: '',
      },
    })
  }
  params = { campaignId, personId: items.find((one) => one.code === 'CL044')?.person.id ?? assert.fail('the deputy is not there') }
  const { version } = await officer.call(campaignRoutes.getCampaign, { params: { campaignId } })
  await officer.call(campaignRoutes.actOnCampaign, { params: { campaignId }, body: { version, act: 'open', reason: '' } })

  await become('photruongphong')
  await page.setViewportSize(phone)
  await goTo('/')
  await page.getByText('Đề xuất điểm tối đa của các trục').first().click()
  await badge('Chưa đề xuất').waitFor()
  for (const [at, points] of ['15', '20', '10', '15', '5', '10'].entries()) await axis(at + 1).fill(points)
  await page.getByText('Tổng điểm tối đa của sáu trục phải bằng 70').waitFor()
  await axis(6).fill('5')
  await page.getByText('Tổng điểm tối đa của sáu trục phải bằng 70').waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: /^Trục 2: .*: Trục chính/ }).selectOption({ label: 'Có' })
  await checkScreen(page, 'plan-proposal')
  await page.getByRole('button', { name: 'Gửi đề xuất' }).click()
  await badge('Chờ phê duyệt').waitFor()
})

step('the head sends it back with the reason, the deputy changes it, and the head approves', async () => {
  await become('truongphong')
  await page.setViewportSize(desk)
  await goTo('/')
  await page.getByText('Phê duyệt điểm tối đa của các trục').first().click()
  await badge('Chờ phê duyệt').waitFor()
  await checkScreen(page, 'plan-approval')
  await page.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await dialog.getByText('Nhập lý do trả lại.').waitFor()
  await dialog.getByLabel('Lý do, nội dung cần sửa').fill('Trục 1 là trục chính, ít nhất 20 điểm')
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await badge('Bị trả lại').waitFor()

  await become('photruongphong')
  await goTo(sheet())
  await page.getByText('Trục 1 là trục chính, ít nhất 20 điểm').waitFor()
  assert.equal(await axis(1).inputValue(), '15', 'what was proposed is there to be changed')
  await axis(1).fill('20')
  await axis(2).fill('15')
  await page.getByRole('button', { name: 'Gửi đề xuất sửa' }).click()
  await badge('Chờ phê duyệt').waitFor()
})

step('a sheet waits for the approval, and goes on after it', async () => {
  const deputy = await become('photruongphong')
  const percents = { axes: Object.fromEntries([1, 2, 3, 4, 5, 6].map((key) => [String(key), { percent: '90' }])) }
  await deputy.call(sheetRoutes.saveSheet, { params: { ...params, rater: 'self' }, body: { version: 0, points: { ...general }, judgements: {}, lists: percents, strengths: 'Quyết liệt.', weaknesses: 'Chưa đều.', comment: '', proposedLevel: 'good' } })
  await goTo(sheet())
  await page.getByRole('button', { name: 'Gửi cấp trên chấm' }).first().click()
  await dialog.getByRole('button', { name: 'Gửi cấp trên chấm' }).click()
  await dialog.getByText('Điểm tối đa của các trục chưa được phê duyệt').first().waitFor()

  await become('truongphong')
  await goTo(sheet())
  await page.getByRole('button', { name: 'Phê duyệt', exact: true }).click()
  await dialog.getByRole('button', { name: 'Phê duyệt', exact: true }).click()
  await badge('Đã phê duyệt').first().waitFor()

  await become('photruongphong')
  await goTo(sheet())
  await page.getByText('93,00').first().waitFor()
  await sendOn(page, 'Gửi cấp trên chấm')
  assert.deepEqual(troubles, [])
})
