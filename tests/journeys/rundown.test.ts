import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { asId } from '#kernel/id.ts'
import { rundownRoutes } from '#modules/newsroom/contract/rundown-routes.ts'
import { inTenant } from '#platform/db/database.ts'
import { callerFor } from './steps/caller.ts'
import { openNewsroom } from './steps/newsroom-staff.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen, desk, phone } from './steps/screen.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const running = await startedForJourney(import.meta, '2026-11-23T12:40:00Z', 'sample')
const { program, clock } = running
const visitor = await visitorOf(running)
const { page, troubles } = visitor
const step = story()
const button = (name: string) => page.getByRole('button', { name, exact: true })
const dialog = page.getByRole('dialog')

const { tenantId, people } = await openNewsroom(running, [['thuky', 'CL046', 'producer'], ['phatsong', 'CL043', 'gallery']])
const author = people.get('phatsong')?.id ?? assert.fail('nobody airs')
const words = 'Sáng nay, tại nhà văn hóa thôn, chi bộ tổ chức sinh hoạt chuyên đề về chuyển đổi số trong công tác Đảng, với sự tham gia của toàn thể đảng viên.'
await inTenant(program.db, tenantId, 'write', async (tx) => {
  const { unit_id: unitId } = await tx.selectFrom('organisation_holding as h').innerJoin('organisation_post as p', (join) => join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'h.post_id')).where('h.tenant_id', '=', tenantId).where('h.person_id', '=', author).select('p.unit_id').executeTakeFirstOrThrow()
  await tx.insertInto('newsroom_reader').values({ tenant_id: tenantId, person_id: author, unit_id: unitId, first_day: '2026-01-01' }).execute()
  for (const [title, state] of [['Chi bộ thôn Suối Đá đổi mới sinh hoạt', 'approved'], ['Mùa cam bội thu ở xã vùng cao', 'approved'], ['Thông tuyến đường liên xã trước Tết', 'department']] as const) {
    const id = randomUUID()
    const content = {
      title,
      column: 'Xây dựng Đảng',
      category: null,
      people: [],
      blocks: [
        { id: randomUUID(), kind: 'lead_in', cuttable: false, text: words },
        { id: randomUUID(), kind: 'voice_over', cuttable: false, text: `${words} ${words}` },
        { id: randomUUID(), kind: 'closing', cuttable: true, text: words },
      ],
    }
    await tx.insertInto('newsroom_story').values({ tenant_id: tenantId, id, unit_id: unitId, author_id: author, state, title, column: 'Xây dựng Đảng', created_at: clock.now, changed_at: clock.now }).execute()
    await tx.insertInto('newsroom_story_version').values({ tenant_id: tenantId, story_id: id, version: 1, content: JSON.stringify(content), hash: createHash('sha256').update(title).digest(), saved_by: author, saved_at: clock.now }).execute()
  }
})

let place = ''
const titles = () => page.locator('[data-item] [data-title]').allInnerTexts()

step('a producer makes a rundown and fills it; over the hard out it says what to cut', async () => {
  await visitor.become('thuky')
  await visitor.goTo('/newsroom/rundowns')
  await button('Lập khung').click()
  await dialog.getByLabel('Tên chương trình').fill('Thời sự tối')
  await dialog.getByLabel('Bắt đầu').fill('19:45')
  await dialog.getByLabel('Phải dứt').fill('19:46:40')
  await button('Lưu').click()
  await button('Thêm mục').click()
  place = new URL(page.url()).pathname
  await dialog.getByText('Mục khác').click()
  await dialog.getByLabel('Dự kiến').fill('0:20')
  await dialog.getByLabel('Tên mục').fill('Hình hiệu Thời sự')
  await dialog.getByRole('button', { name: 'Đưa vào' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await button('Thêm mục').click()
  for (const title of ['Chi bộ thôn', 'Mùa cam', 'Thông tuyến']) {
    await dialog.getByRole('listitem').filter({ hasText: title }).getByRole('button', { name: 'Đưa vào' }).click()
    await page.locator('[data-item]').filter({ hasText: title }).waitFor()
  }
  await checkScreen(page, 'rundown-add')
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: 'Cắt gì để đúng giờ' }).waitFor()
  await page.locator('[data-item]').first().waitFor()
  await checkScreen(page, 'rundown-planned')
})

step('keys choose, move and float; a mouse drags', async () => {
  const before = await titles()
  assert.equal(before[0], 'Hình hiệu Thời sự')
  // The dialog gives the focus back to its button a moment after it closed; a key before that would be lost.
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Thêm mục') === true)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  // The row is focused with the next picture.
  await page.waitForFunction(() => document.activeElement?.matches('[data-title]') === true)
  const moved = await page.evaluate(() => document.activeElement?.textContent ?? '')
  const at = before.indexOf(moved)
  assert.ok(at > 0, moved)
  await page.keyboard.press('Alt+ArrowUp')
  await page.waitForFunction(([title, place]) => [...document.querySelectorAll('[data-item] [data-title]')].findIndex((each) => each.textContent === title) === place, [moved, at - 1] as const)
  const grip = page.locator('[data-item]').last().locator('span[title^="Kéo"]')
  const first = await page.locator('[data-item]').first().boundingBox()
  const from = await grip.boundingBox()
  if (first === null || from === null) assert.fail('nothing to drag')
  const last = (await titles()).at(-1)
  await page.mouse.move(from.x + 5, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 5, first.y + 10, { steps: 4 })
  await page.mouse.move(from.x + 5, first.y + 2)
  await page.mouse.up()
  await page.waitForFunction((title) => document.querySelector('[data-item] [data-title]')?.textContent === title, last)
})

step('a story that is not approved keeps it open; floated, the rundown is locked', async () => {
  await button('Chốt khung').click()
  await page.getByText(/Chưa được duyệt phát: Thông tuyến/).waitFor()
  await page.locator('[data-item]').filter({ hasText: 'Thông tuyến' }).getByRole('button', { name: 'Để ngoài' }).click()
  await page.locator('[data-item][data-floated]').waitFor()
  await page.locator('[data-item]').filter({ hasText: 'Mùa cam' }).locator('[data-title]').click()
  await dialog.getByLabel('Có thể cắt cả mục').click()
  await checkScreen(page, 'rundown-item')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await button('Chốt khung').click()
  await page.getByText('Đã chốt', { exact: true }).first().waitFor()
})

step('the gallery takes items on air while the producer’s change appears by itself', async () => {
  await visitor.become('phatsong')
  await visitor.goTo(place)
  await page.locator('[data-item]').filter({ hasText: 'Hình hiệu' }).getByRole('button', { name: 'Sắp phát' }).click()
  await page.locator('[data-stage="next"][data-item]').waitFor()
  clock.now = new Date('2026-11-23T12:45:01Z')
  await button('Lên sóng').click()
  await page.locator('[data-stage="on_air"][data-item]').waitFor()
  const producer = await callerFor(running.address, 'thuky')
  await producer.call(rundownRoutes.addItem, { params: { rundownId: asId<'rundown'>(place.split('/').at(-1) ?? '') }, body: { item: { kind: 'spare', title: 'Phóng sự dự phòng' }, plannedMs: 60_000, after: null } }).then(
    () => assert.fail('nothing stands before what is on air'),
    () => undefined,
  )
  const { items } = await producer.call(rundownRoutes.getRundown, { params: { rundownId: asId<'rundown'>(place.split('/').at(-1) ?? '') } })
  await producer.call(rundownRoutes.addItem, { params: { rundownId: asId<'rundown'>(place.split('/').at(-1) ?? '') }, body: { item: { kind: 'spare', title: 'Phóng sự dự phòng' }, plannedMs: 60_000, after: items.at(-1)?.id ?? null } })
  await page.locator('[data-item]').filter({ hasText: 'Phóng sự dự phòng' }).waitFor()
  await checkScreen(page, 'rundown-on-air')
  await page.setViewportSize(phone)
  clock.now = new Date('2026-11-23T12:45:40Z')
  await button('Lên sóng').click()
  await page.locator('[data-stage="aired"][data-item]').waitFor()
  await page.setViewportSize(desk)
  await page.getByRole('link', { name: 'Nhật ký phát sóng' }).first().click()
  await page.getByText('Hình hiệu Thời sự').waitFor()
  await checkScreen(page, 'as-run')
  await visitor.goTo('/newsroom/rundowns')
  await page.getByText('Thời sự tối').waitFor()
  await checkScreen(page, 'rundowns')
  assert.deepEqual(troubles, [])
})
