import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { asId } from '#kernel/id.ts'
import { planningRoutes } from '#modules/newsroom/contract/planning-routes.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import { openNewsroom } from './steps/newsroom-staff.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const running = await startedForJourney(import.meta, '2026-11-23T01:44:00Z', 'sample')
const { clock } = running
const visitor = await visitorOf(running)
const { page, troubles } = visitor
const step = story()
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const dialog = page.getByRole('dialog')
const panel = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) })

const { people } = await openNewsroom(running, [['thuky', 'CL028', 'producer'], ['phongvien', 'CL046', 'reporter'], ['bientap', 'CL043', 'editor']])
const nameOf = (username: string) => people.get(username)?.name ?? assert.fail(username)
const idOf = (username: string) => people.get(username)?.id ?? assert.fail(username)
const topic = 'Chi bộ thôn Suối Đá đổi mới sinh hoạt'
let address = ''

step('the desk plans the week, and is warned where somebody or something is needed twice', async () => {
  const desk = await visitor.become('thuky')
  await visitor.goTo('/newsroom/planning')
  await checkScreen(page, 'planning-empty')
  const { plansFor } = await desk.call(planningRoutes.getWeek, { query: {} })
  const unitId = asId<'unit'>(plansFor[0]?.id ?? '')
  const body = { unitId, topic: 'Hội nghị tổng kết công tác dân vận', column: 'Thời sự', place: 'Hội trường Tỉnh ủy', onDate: '2026-11-24', startMinute: 480, endMinute: 660, writerId: idOf('bientap'), filmerId: null, camera: 'Máy 2', vehicle: '43A-123.45', dueAt: '2026-11-24T10:00:00Z', note: '' } as const
  await desk.call(planningRoutes.addAssignment, { body })
  await desk.call(planningRoutes.addAssignment, { body: { ...body, topic: 'Phóng sự chợ phiên', place: 'Chợ huyện', onDate: '2026-11-23', startMinute: null, endMinute: null, camera: '', vehicle: '', dueAt: '2026-11-23T01:00:00Z', note: 'Gặp ban quản lý chợ trước 7 giờ.' } })
  await page.reload()
  await page.getByText('Trễ hạn').waitFor()
  await page.keyboard.press('n')
  await dialog.getByRole('button', { name: 'Giao việc' }).click()
  await dialog.getByText('Chọn người viết.').waitFor()
  await dialog.getByLabel('Đề tài').fill(topic)
  await dialog.getByLabel('Chuyên mục').fill('Xây dựng Đảng')
  await dialog.getByLabel('Địa điểm').fill('Thôn Suối Đá')
  await dialog.getByLabel('Ngày', { exact: true }).fill('24/11/2026')
  await dialog.getByLabel('Từ giờ').fill('9:00')
  await dialog.getByLabel('Đến giờ').fill('11:30')
  await dialog.getByRole('combobox', { name: 'Người viết' }).fill(nameOf('phongvien'))
  await page.getByRole('option').first().click()
  await dialog.getByLabel('Xe', { exact: true }).selectOption('43A-123.45')
  await dialog.getByText('Trùng lịch').waitFor()
  await checkScreen(page, 'planning-dialog')
  await dialog.getByRole('button', { name: 'Giao việc' }).click()
  await page.getByText('Xe 43A-123.45 đã đi').first().waitFor()
  await checkScreen(page, 'planning')
})

step('the reporter is told of it, and begins the story from it', async () => {
  await visitor.become('phongvien')
  await visitor.goTo('/')
  await page.getByRole('link', { name: 'Nộp bài theo phân công' }).waitFor()
  await checkScreen(page, 'work-in-newsroom')
  await visitor.goTo('/newsroom/stories')
  await page.getByRole('link', { name: 'Thông báo (1)' }).click()
  await page.getByText('Việc mới giao').waitFor()
  await page.getByRole('link', { name: topic }).click()
  await button(`Viết bài: ${topic}`).click()
  await page.getByRole('textbox', { name: 'Lời bình và kịch bản' }).waitFor()
  address = new URL(page.url()).pathname
  await panel('Từ phân công').getByText('Thôn Suối Đá').waitFor()
})

step('the editor comments on a block and calls the reporter, who sees it beside the block', async () => {
  const reporter = await visitor.become('phongvien')
  const storyId = asId<'story'>(address.split('/').at(-1) ?? '')
  const { content, revision } = await reporter.call(storyRoutes.getStory, { params: { storyId } })
  const blocks = ['Kính chào quý vị và các bạn.', 'Năm 2018, chi bộ kết nạp 5 đảng viên.', 'Xin cảm ơn quý vị đã theo dõi.'].map((text) => ({ id: randomUUID(), kind: 'voice_over' as const, cuttable: false, text }))
  const saved = await reporter.call(storyRoutes.saveStory, { params: { storyId }, body: { revision, content: { ...content, blocks } } })
  clock.now = new Date(clock.now.getTime() + 50 * 60_000)
  await reporter.call(storyRoutes.actOnStory, { params: { storyId }, body: { revision: saved.revision, act: 'submit', note: '', blockId: null } })
  clock.now = new Date(clock.now.getTime() + 14 * 3_600_000)
  await visitor.become('bientap', { again: true })
  await visitor.goTo('/newsroom/notices')
  await page.getByText('Chờ bạn duyệt').waitFor()
  await checkScreen(page, 'notices')
  await page.getByRole('link', { name: topic }).click()
  await button('Góp ý cho đoạn này').nth(1).click()
  await page.keyboard.type(`@${nameOf('phongvien').split(' ').at(0)}`)
  await button(`@${nameOf('phongvien')}`).click()
  await page.keyboard.type('kiểm tra lại số đảng viên mới kết nạp.')
  await button('Gửi góp ý').click()
  await page.getByText('Đã gửi góp ý').waitFor()
  await button('1 góp ý chưa xử lý ở đoạn này').waitFor()
  await panel('Thời gian đi đâu?').getByText('Chờ phòng duyệt: 14 giờ').waitFor()
  await page.getByText('Từng chặng').click()
  await checkScreen(page, 'story-comments')
})

step('the desk sees how long stories wait, without a middle of too few', async () => {
  await visitor.goTo('/newsroom/waiting')
  await page.getByText('1 lượt, chưa đủ 5 để tính').first().waitFor()
  await checkScreen(page, 'waiting')
  await visitor.goTo('/newsroom/stories?show=all')
  await page.getByText('14 giờ').first().waitFor()
  await checkScreen(page, 'stories-waited')
})

step('the reporter settles the comment', async () => {
  await visitor.become('phongvien', { again: true })
  await visitor.goTo('/newsroom/notices')
  await page.getByText('Nhắc tên bạn').waitFor()
  await page.getByRole('link', { name: topic }).first().click()
  await page.getByRole('button', { name: /^Đánh dấu đã xử lý/ }).click()
  await page.getByText('Đã xử lý (1)').click()
  await page.getByText(/ đã xử lý lúc /).waitFor()
})

step('nothing failed behind the screens', () => {
  assert.deepEqual(troubles, [])
  return Promise.resolve()
})
