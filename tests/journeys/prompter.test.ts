import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { asId, type Id } from '#kernel/id.ts'
import { rundownRoutes } from '#modules/newsroom/contract/rundown-routes.ts'
import { storyRoutes } from '#modules/newsroom/contract/story-routes.ts'
import type { Caller } from './steps/caller.ts'
import { openNewsroom } from './steps/newsroom-staff.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, phone } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const running = await startedForJourney(import.meta, '2026-11-23T11:44:00Z', 'sample')
const visitor = await visitorOf(running)
const { page, troubles } = visitor
const step = story()
const button = (name: string, where = page) => where.getByRole('button', { name, exact: true })

const { people } = await openNewsroom(running, [['phongvien', 'CL046', 'reporter'], ['bientap', 'CL043', 'editor'], ['duyetphat', 'CL028', 'director'], ['thuky', 'CL044', 'producer'], ['phatsong', 'CL045', 'gallery']])
const leader = people.get('duyetphat')?.id ?? assert.fail('nobody approves to air')

const words = 'Chiều nay, tại thôn Suối Đá, chi bộ đã tổ chức lễ kết nạp 5 đảng viên mới và trao huy hiệu cho ba đồng chí. Từ năm 2018 đến nay, thu nhập của bà con tăng 20%, cả thôn không còn hộ đói. '
let rundownId = asId<'rundown'>('')
let editor: Caller
let approvedStory = asId<'story'>('')

/** The line at the mark and how far the text has moved. */
const reading = (where: Page) =>
  where.evaluate(() => {
    const layer = document.querySelector('[data-running]') as HTMLElement
    const mark = window.innerHeight * 0.3
    const line = [...document.querySelectorAll<HTMLElement>('[data-line]')].findLast((each) => each.getBoundingClientRect().top <= mark + 2)
    return { y: Number(/, (-?[\d.]+)px/.exec(layer.style.transform)?.[1] ?? 0), line: line?.innerText ?? '' }
  })
const until = async (done: () => Promise<boolean>, what: string) => {
  for (let waited = 0; waited < 8000; waited += 100) {
    if (await done()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(what)
}

step('a rundown has a story approved, one let on air before signing, and one that may not air', async () => {
  const reporter = await visitor.become('phongvien')
  editor = await visitor.become('bientap')
  const director = await visitor.become('duyetphat')
  const producer = await visitor.become('thuky')
  const act = async (who: Caller, storyId: Id<'story'>, name: 'submit' | 'approve' | 'air_first', orderedBy: Id<'person'> | null = null) =>
    who.call(storyRoutes.actOnStory, { params: { storyId }, body: { revision: (await who.call(storyRoutes.getStory, { params: { storyId } })).revision, act: name, note: name === 'air_first' ? 'Bão vào bờ' : '', blockId: null, orderedBy } })
  const write = async (title: string) => {
    const { id } = await reporter.call(storyRoutes.createStory, { body: { title, column: 'Xây dựng Đảng', category: null } })
    const { content, revision } = await reporter.call(storyRoutes.getStory, { params: { storyId: id } })
    const base = { cuttable: false }
    const blocks = [
      { ...base, id: randomUUID(), kind: 'lead_in' as const, text: words.repeat(3).trim() },
      { ...base, id: randomUUID(), kind: 'presenter_note' as const, text: 'Nhấn mạnh con số' },
      { ...base, id: randomUUID(), kind: 'film_start' as const, mediaId: null },
      { ...base, id: randomUUID(), kind: 'soundbite' as const, personId: null, inMs: 0, outMs: 15_000, inWords: 'Tôi bán được', outWords: 'gùi ngô', verbatim: 'Tôi bán được bốn gùi ngô.' },
      { ...base, id: randomUUID(), kind: 'closing' as const, text: 'Xin cảm ơn quý vị và các bạn đã theo dõi.' },
    ]
    await reporter.call(storyRoutes.saveStory, { params: { storyId: id }, body: { revision, content: { ...content, blocks } } })
    return id
  }
  approvedStory = await write('Chi bộ thôn đổi mới sinh hoạt')
  const storm = await write('Tin bão khẩn cấp')
  const draft = await write('Mùa ngô ở Suối Đá')
  for (const id of [approvedStory, storm]) await act(reporter, id, 'submit')
  await act(editor, approvedStory, 'approve')
  await act(director, approvedStory, 'approve')
  await act(editor, storm, 'air_first', leader)
  rundownId = (await producer.call(rundownRoutes.createRundown, { body: { name: 'Thời sự tối', date: '2026-11-23' as never, startMs: 71_100_000, outMs: 72_000_000 } })).id
  for (const storyId of [draft, storm, approvedStory]) await producer.call(rundownRoutes.addItem, { params: { rundownId }, body: { item: { kind: 'story', storyId }, plannedMs: 60_000, after: null } })
})

step('a presenter starts, speeds up, mirrors and jumps with the keys that a pedal sends; what may not air is not there', async () => {
  await visitor.goTo(`/newsroom/prompter/rundowns/${rundownId}?size=9&speed=200&marker=30`)
  await page.getByText('Từ năm 2018 đến nay,').first().waitFor()
  const before = await reading(page)
  await page.keyboard.press('Space')
  await button('Dừng').waitFor()
  await until(async () => (await reading(page)).y < before.y - 30, 'it runs')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('+')
  await page.getByText('220 chữ/phút').waitFor()
  await page.keyboard.press('Space')
  await button('Chạy').waitFor()
  await page.keyboard.press('s')
  await page.getByText(/năm hai nghìn không trăm mười tám đến nay/).first().waitFor()
  await page.keyboard.press('s')
  await page.keyboard.press('n')
  await page.getByText('Nhấn mạnh con số').first().waitFor()
  await page.keyboard.press('m')
  assert.equal(await page.locator('[data-running]').first().evaluate((layer) => (layer.parentElement as HTMLElement).style.transform), 'scale(-1, 1)')
  await page.keyboard.press('m')
  await page.keyboard.press('PageDown')
  await page.getByRole('alert').getByText(/PHÁT TRƯỚC, KÝ SAU/).waitFor()
  await checkScreen(page, 'prompter-air-first')
  await page.keyboard.press('PageDown')
  await page.getByRole('alert').getByText(/CHƯA ĐƯỢC DUYỆT PHÁT/).waitFor()
  assert.equal(await page.getByText('Từ năm 2018 đến nay,').count(), 6, 'of the third story nothing is on the page')
  await page.keyboard.press('o')
  await page.getByText('Soi gương ngang (kính phản chiếu)').waitFor()
  await checkScreen(page, 'prompter-settings')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Home')
  await until(async () => (await reading(page)).line.startsWith('1. '), 'it is at the start')
})

step('a phone moves it, and a second screen of another width stays at the same words', async () => {
  const other = await visitor.another()
  await other.become('phatsong')
  await other.page.setViewportSize(phone)
  await other.goTo(`/newsroom/prompter/remote/${rundownId}`)
  const storm = other.page.getByRole('button', { name: /Tin bão khẩn cấp/ })
  await storm.waitFor()
  await checkScreen(other.page, 'prompter-remote')
  const second = await other.context.newPage()
  await second.setViewportSize({ width: 800, height: 600 })
  await second.goto(`${running.address}/newsroom/prompter/rundowns/${rundownId}?marker=30`)
  await second.getByText('Từ năm 2018 đến nay,').first().waitFor()
  await button('Chạy', other.page).click()
  for (const screen of [page, second]) await button('Dừng', screen).waitFor()
  await button('Nhanh hơn', other.page).click()
  for (const screen of [page, second]) await screen.getByText('230 chữ/phút').waitFor()
  await storm.click()
  for (const screen of [page, second]) await screen.getByRole('alert').getByText(/PHÁT TRƯỚC/).waitFor()
  await new Promise((resolve) => setTimeout(resolve, 1200))
  await button('Dừng', other.page).click()
  for (const screen of [page, second]) await button('Chạy', screen).waitFor()
  await until(async () => (await reading(page)).line === (await reading(second)).line, 'both are at the same line')
  await page.keyboard.press('Home')
  await until(async () => (await reading(second)).line.startsWith('1. '), 'the second follows the first')
  await other.close()
})

step('words put in above do not move what is being read', async () => {
  await page.keyboard.press('PageDown')
  await page.getByRole('alert').getByText(/PHÁT TRƯỚC/).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await new Promise((resolve) => setTimeout(resolve, 800))
  const { line } = await reading(page)
  const { content, revision } = await editor.call(storyRoutes.getStory, { params: { storyId: approvedStory } })
  const blocks = content.blocks.map((block) => (block.kind === 'lead_in' ? { ...block, text: `Kính chào quý vị. ${block.text}` } : block))
  await editor.call(storyRoutes.saveStory, { params: { storyId: approvedStory }, body: { revision, content: { ...content, blocks } } })
  await page.getByText('Bài chờ phòng duyệt, hoặc đã sửa sau khi duyệt.').waitFor()
  assert.equal((await reading(page)).line, line)
})

step('nothing failed behind the screens', () => {
  assert.deepEqual(troubles, [])
  return Promise.resolve()
})
