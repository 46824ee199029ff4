import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { CampaignId, PersonId, TenantId } from '#kernel/id.ts'
import { accountsRoutes } from '#modules/accounts/contract/routes.ts'
import { campaignRoutes, sheetRoutes } from '#modules/evaluation/contract/campaign-routes.ts'
import { taskRoutes } from '#modules/evaluation/contract/task-routes.ts'
import { inTenant } from '#platform/db/database.ts'
import { callerFor, type Caller } from './steps/caller.ts'
import { goodPoints } from './steps/everybody.ts'
import { password } from './steps/office.ts'
import { pickProduct } from './steps/pick-product.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { cell, seeSaved } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { seeded } from '#tests/setup/weak-link.ts'
import { visitorOf } from './steps/visitor.ts'
import { within } from './steps/within.ts'

const step = story()
const running = await startedForJourney(import.meta, '2026-11-23T01:00:00Z', 'sample')
const { address, clock, program } = running
const visitor = await visitorOf(running, { keepsPage: true })
const { context, troubles } = visitor
let { page } = visitor

let tai: Caller
let tenantId: TenantId
let personId: PersonId
let november: CampaignId
let now: Awaited<ReturnType<typeof ownSheet>>
const sheetPlace = () => `/evaluation/campaigns/${november}/sheets/${personId}`
const button = (name: string | RegExp) => page.getByRole('button', { name })
const bar = () => page.getByRole('status').filter({ hasText: /chưa gửi|Không có kết nối/ }).first()
const keptState = () => page.getByRole('status').filter({ hasText: 'Đã giữ trên máy, chờ kết nối' }).first()

/** Cuts the link of every page, or brings it back. */
const cut = (offline: boolean) => within(offline ? 'the link to go' : 'the link to come back', context.setOffline(offline))

async function fillSignIn(username: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await button('Đăng nhập').click()
}

async function open(place: string): Promise<void> {
  await page.goto(`${address}${place}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** How many keys and records the device holds, as its disk shows them. */
function onDevice(of: Page = page): Promise<{ keys: number; records: string[] }> {
  return of.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('thuocdo-device')
        opening.onerror = () => reject(new Error('no device store'))
        opening.onsuccess = () => {
          const change = opening.result.transaction(['keys', 'sealed'])
          const keys = change.objectStore('keys').getAllKeys()
          const records = change.objectStore('sealed').getAllKeys()
          change.oncomplete = () => {
            opening.result.close()
            resolve({ keys: keys.result.length, records: records.result.map(String) })
          }
        }
      }),
  )
}

async function until(what: string, holds: () => Promise<boolean>, look?: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    await look?.()
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`waited in vain for ${what}`)
}

async function ownSheet() {
  const { sheets } = await tai.call(sheetRoutes.getSheet, { params: { campaignId: november, personId } })
  const own = sheets.find((sheet) => sheet.rater === 'self')
  assert.ok(own)
  return own
}

/** How often the ledger says that something was done. */
const times = (action: string) =>
  inTenant(program.db, tenantId, 'read', async (tx) => {
    const rows = await tx.selectFrom('ledger_entry').where('tenant_id', '=', tenantId).where('action', '=', action).where('person_id', '=', personId).select('id').execute()
    return rows.length
  })

step('one visit keeps the page, open sheets, tasks and products on the device, and nothing of them in a cache', async () => {
  tai = await callerFor(address, 'congchuc1')
  const session = await tai.call(accountsRoutes.session, {})
  assert.ok(session.signedIn && session.actor.personId !== null)
  ;({ tenantId, personId } = session.actor)
  const { items } = await tai.call(campaignRoutes.listCampaigns, { query: { limit: 50 } })
  november = items.find((one) => one.period.kind === 'month' && one.period.from === '2026-11-01')?.id as CampaignId
  await page.goto(address)
  await fillSignIn('congchuc1')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await within('the page to be kept', page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined)))
  // Session, own work, the sheet, its rulebook, tasks, products.
  await until('six kept answers', async () => (await onDevice()).records.length >= 6)
  const cached = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map((request) => new URL(request.url).pathname)))).flat())
  assert.ok(cached.includes('/index.html') && cached.length > 50)
  assert.deepEqual(cached.filter((path) => path.startsWith('/api')), [])
})

step('the page can be installed on a home screen', async () => {
  const devtools = await context.newCDPSession(page)
  const { url, errors } = await devtools.send('Page.getAppManifest')
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  await devtools.detach()
  assert.deepEqual([url, errors, installabilityErrors.map((one) => one.errorId)], [`${address}/manifest.webmanifest`, [], []])
})

step('without a link the page opens, a sheet is scored, a result reported and ad hoc work written down', async () => {
  await cut(true)
  await open('/')
  await bar().waitFor()
  await page.getByText('Tự chấm điểm').first().waitFor()
  await page.getByText(/^Nội dung của \d/).waitFor()
  await open(sheetPlace())
  await cell(page, 'I.1').fill('4,5')
  await keptState().waitFor()
  await checkScreen(page, 'offline-sheet')
  await open('/tasks')
  await button('Ghi kết quả').first().click()
  await page.getByRole('dialog').getByLabel('Ghi chú kết quả').fill('Làm tại thôn, chưa có sóng')
  await button('Lưu kết quả').click()
  await page.getByText('Đã giữ trên máy này; có kết nối sẽ tự gửi.').first().waitFor()
  await button('Ghi việc đột xuất').click()
  await pickProduct(page.getByRole('dialog'), 'bao cao', /báo cáo/i)
  await button('Ghi').and(page.getByRole('dialog').locator('[type=submit]')).click()
  await page.getByText('Việc đột xuất chưa gửi').waitFor()
  await page.getByText('Chưa gửi', { exact: true }).waitFor()
  await checkScreen(page, 'offline-tasks')
})

step('the page closed and opened again without a link still holds every change, in a queue one can see', async () => {
  const next = await context.newPage()
  await page.close()
  page = next
  await open('/unsent')
  await page.getByText('3 thay đổi chưa gửi').waitFor()
  for (const what of ['Phiếu tự chấm điểm', 'Kết quả nhiệm vụ', 'Việc đột xuất']) await page.getByText(what, { exact: true }).waitFor()
  await checkScreen(page, 'unsent')
})

step('when the link is back everything is sent by itself, each exactly once', async () => {
  const before = { sheet: await ownSheet(), saved: await times('evaluation.sheet.saved'), reported: await times('evaluation.task.reported'), adHoc: await times('evaluation.task.ad-hoc-recorded') }
  await cut(false)
  await page.getByText('Mọi thay đổi đã được gửi').waitFor()
  const after = await ownSheet()
  assert.deepEqual([after.points['I.1'], after.version - before.sheet.version], ['4.5', 1])
  assert.deepEqual(
    [await times('evaluation.sheet.saved'), await times('evaluation.task.reported'), await times('evaluation.task.ad-hoc-recorded')],
    [before.saved + 1, before.reported + 1, before.adHoc + 1],
  )
  const { items } = await tai.call(taskRoutes.listTasks, { query: { who: 'me', month: '2026-11-01', limit: 100 } })
  assert.equal(items.filter((task) => task.resultNote === 'Làm tại thôn, chưa có sóng').length, 1)
})

step('a save whose answer is cut off on a weak link is done once and known as done', async () => {
  await open(sheetPlace())
  await cell(page, 'I.2').waitFor()
  const before = { version: (await ownSheet()).version, saved: await times('evaluation.sheet.saved') }
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 2000, downloadThroughput: 50_000, uploadThroughput: 50_000 })
  // The server does it; its answer never arrives.
  let arrived = 0
  await page.route(/\/sheets\/.*\/self$/, async (route) => {
    arrived += 1
    const answer = await route.fetch()
    return arrived === 1 ? route.abort('internetdisconnected') : route.fulfill({ response: answer })
  })
  await cell(page, 'I.2').fill('3')
  await keptState().waitFor()
  assert.equal(await times('evaluation.sheet.saved'), before.saved + 1)
  await seeSaved(page)
  assert.equal(arrived, 2)
  await page.unroute(/\/sheets\/.*\/self$/)
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  await devtools.detach()
  assert.deepEqual([(await ownSheet()).points['I.2'], (await ownSheet()).version, await times('evaluation.sheet.saved')], ['3', before.version + 1, before.saved + 1])
})

step('over a link that loses requests and answers at random, with the page reloaded in between, every entry is stored once', async () => {
  const random = seeded(2026)
  const before = { version: (await ownSheet()).version, saved: await times('evaluation.sheet.saved') }
  const fates: string[] = []
  await page.route(/\/sheets\/.*\/self$/, async (route) => {
    const draw = random()
    fates.push(draw < 0.35 ? 'lost' : draw < 0.7 ? 'answer lost' : 'arrived')
    if (draw < 0.35) return route.abort('internetdisconnected')
    const answer = await route.fetch()
    return draw < 0.7 ? route.abort('internetdisconnected') : route.fulfill({ response: answer })
  })
  const written: Record<string, string> = {}
  for (const [round, code] of ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4'].entries()) {
    await cell(page, code).waitFor()
    written[code] = String(1 + (round % 2) / 2)
    await cell(page, code).fill(written[code].replace('.', ','))
    await page.waitForTimeout(200 + random() * 1_200)
    if (round % 3 === 2) await page.reload()
  }
  await page.unroute(/\/sheets\/.*\/self$/)
  await cell(page, 'I.1').waitFor()
  await until('every entry to be stored', () => Promise.resolve(Object.entries(written).every(([code, value]) => now.points[code] === value)), async () => (now = await ownSheet()))
  assert.ok(fates.includes('lost') && fates.includes('answer lost'), fates.join(', '))
  assert.equal((await times('evaluation.sheet.saved')) - before.saved, now.version - before.version)
})

step('a sheet saved elsewhere meanwhile is put side by side, and nothing is lost', async () => {
  await cut(true)
  await cell(page, 'II.1').fill('2')
  await keptState().waitFor()
  const { version, points, judgements, strengths, weaknesses, comment, proposedLevel } = await ownSheet()
  await tai.call(sheetRoutes.saveSheet, { params: { campaignId: november, personId, rater: 'self' }, body: { version, points: { ...points, 'II.2': '0.5' }, judgements, strengths, weaknesses, comment, proposedLevel } })
  await open('/unsent')
  await cut(false)
  await page.getByText('có thay đổi cần xem lại').waitFor()
  await checkScreen(page, 'unsent-refused')
  await page.getByRole('link', { name: 'Mở để so sánh' }).click()
  await button('So sánh và chọn').first().click()
  await button('Giữ các mục đã chọn').click()
  await seeSaved(page)
  const { points: merged } = await ownSheet()
  assert.deepEqual([merged['II.1'], merged['II.2']], ['2', '0.5'])
})

step('a task changed elsewhere meanwhile shows both results, and the chosen one is sent', async () => {
  await open('/tasks')
  await cut(true)
  await button('Ghi kết quả').first().click()
  await page.getByRole('dialog').getByLabel('Ghi chú kết quả').fill('Bản của tôi')
  await button('Lưu kết quả').click()
  await page.getByText('Chưa gửi', { exact: true }).waitFor()
  const title = (await page.locator('tr, li').filter({ hasText: 'Chưa gửi' }).getByRole('button').first().textContent()) ?? ''
  const { items } = await tai.call(taskRoutes.listTasks, { query: { who: 'me', month: '2026-11-01', limit: 100 } })
  const task = items.find((one) => one.title === title)
  assert.ok(task, title)
  await tai.call(taskRoutes.reportTask, { params: { taskId: task.id }, body: { version: task.version, completed: 1, completedOn: '2026-11-20', note: 'Bản ghi nơi khác' } })
  await cut(false)
  await page.getByText('có thay đổi cần xem lại').waitFor()
  await page.goto(`${address}/tasks?task=${task.id}`)
  await page.getByRole('alert').getByText('Bản ghi nơi khác').waitFor()
  await checkScreen(page, 'task-conflict')
  await button('Gửi bản của tôi').click()
  await page.getByText('Nhiệm vụ đã được sửa ở nơi khác').waitFor({ state: 'detached' })
  await until('mine to be stored', async () => (await tai.call(taskRoutes.getTask, { params: { taskId: task.id } })).resultNote === 'Bản của tôi')
})

step('when the login ended meanwhile, the work waits for the same person; another neither sees nor sends it', async () => {
  await open(sheetPlace())
  await cell(page, 'III.1').waitFor()
  await cut(true)
  await cell(page, 'III.1').fill('1')
  await keptState().waitFor()
  clock.now = new Date('2026-11-23T14:00:00Z')
  tai = await callerFor(address, 'congchuc1')
  const before = await times('evaluation.sheet.saved')
  await cut(false)
  await page.getByRole('dialog').getByText('Phiên đăng nhập đã hết').waitFor()
  await button('Thoát, không tiếp tục').click()
  await page.getByLabel('Tên đăng nhập').waitFor()
  await fillSignIn('congchuc2')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await open('/unsent')
  await page.getByText('Mọi thay đổi đã được gửi').waitFor()
  assert.equal(await times('evaluation.sheet.saved'), before)
  await button(/Hoàng Thị Thùy Linh/).click()
  await button('Đăng xuất').click()
  await page.getByLabel('Tên đăng nhập').waitFor()
  await fillSignIn('congchuc1')
  await until('the work to be sent', async () => (await ownSheet()).points['III.1'] === '1')
  assert.equal(await times('evaluation.sheet.saved'), before + 1)
})

step('logging out without a link destroys the key and everything kept, and ends the session once there is one', async () => {
  await open(sheetPlace())
  await cell(page, 'III.2').waitFor()
  const { points: before } = await ownSheet()
  await cut(true)
  await cell(page, 'III.2').fill('0,5')
  await keptState().waitFor()
  await button(/Lê Văn Tài/).click()
  await button('Đăng xuất').click()
  await page.getByText('Trên máy này còn 1 thay đổi chưa gửi').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByText('Mất kết nối với máy chủ').waitFor()
  assert.deepEqual(await onDevice(), { keys: 0, records: [] })
  await cut(false)
  await button('Thử lại').click()
  await page.getByLabel('Tên đăng nhập').waitFor()
  assert.deepEqual((await ownSheet()).points, before)
})

step('entries for a sheet that was sent on meanwhile are shown beside what is stored', async () => {
  await fillSignIn('congchuc1')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  await open(sheetPlace())
  await cell(page, 'III.2').waitFor()
  await cut(true)
  await cell(page, 'III.2').fill('0,5')
  await keptState().waitFor()
  const { version, judgements, lists } = await ownSheet()
  const params = { campaignId: november, personId, rater: 'self' as const }
  const saved = await tai.call(sheetRoutes.saveSheet, { params, body: { version, points: goodPoints, judgements, lists, strengths: 'Chủ động.', weaknesses: 'Còn chậm.', comment: '', proposedLevel: null } })
  await tai.call(sheetRoutes.submitSheet, { params, body: { version: saved.version } })
  await cut(false)
  await page.getByText('có thay đổi cần xem lại').waitFor()
  await open(sheetPlace())
  await page.getByText('Nội dung chưa gửi không lưu được nữa').first().waitFor()
  await checkScreen(page, 'sheet-unsent')
  await button('Bỏ nội dung chưa gửi').click()
  await page.getByText('có thay đổi cần xem lại').waitFor({ state: 'detached' })
})

step('nothing failed behind the screens', async () => {
  assert.deepEqual(troubles, [])
})
