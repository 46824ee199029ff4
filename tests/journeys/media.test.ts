import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { keepMedia } from '#modules/newsroom/server/index.ts'
import { openNewsroom } from './steps/newsroom-staff.ts'
import { startedForJourney } from './steps/program.ts'
import { checkScreen } from './steps/screen.ts'
import { seeSaved } from './steps/sheet.ts'
import { story } from './steps/story.ts'
import { visitorOf } from './steps/visitor.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-film-'))
const running = await startedForJourney(import.meta, '2026-11-23T09:44:00Z', 'sample')
const { program } = running
const keeping = keepMedia(program.services, (error) => assert.fail(String(error)))
after(async () => {
  await keeping.stop()
  await rm(folder, { recursive: true, force: true })
})
const reporter = await visitorOf(running)
const { page, troubles } = reporter
const step = story()
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const dialog = page.getByRole('dialog')
const script = page.getByRole('textbox', { name: 'Lời bình và kịch bản' })

await openNewsroom(running, [['phongvien', 'CL046', 'reporter'], ['thuky', 'CL028', 'producer']])

/** A film that this browser itself records: four seconds of a moving square. */
async function recorded(): Promise<string> {
  const bytes = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 })
    const pen = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm;codecs=vp8' })
    const parts: Blob[] = []
    recorder.ondataavailable = (event) => parts.push(event.data)
    const stopped = new Promise((resolve) => (recorder.onstop = resolve))
    recorder.start()
    for (let at = 0; at < 50; at++) {
      if (pen !== null) {
        pen.fillStyle = '#0b5a63'
        pen.fillRect(0, 0, 320, 180)
        pen.fillStyle = '#fff'
        pen.fillRect(at * 5, 60, 60, 60)
      }
      await new Promise((resolve) => setTimeout(resolve, 40))
    }
    recorder.stop()
    await stopped
    return [...new Uint8Array(await new Blob(parts).arrayBuffer())]
  })
  const file = path.join(folder, 'Hồ chứa thôn Suối Đá.webm')
  await writeFile(file, Buffer.from(bytes))
  return file
}

step('a reporter sends a film on a bad line: it is paused, the page is closed, and it goes on', async () => {
  await reporter.become('phongvien')
  await reporter.goTo('/newsroom/stories')
  await button('Viết bài mới').click()
  await dialog.getByLabel('Tên bài').fill('Hồ chứa thôn Suối Đá')
  await button('Bắt đầu viết').click()
  await script.waitFor()
  await script.click()
  await page.keyboard.type('Phim: ')
  await seeSaved(page)
  const film = await recorded()
  await button('Gửi phim').click()
  await dialog.getByLabel('Không mang độ mật').check()
  await dialog.getByLabel('Chọn tệp').setInputFiles(film)
  // The chooser is opened again and left without another choice: nothing of what was entered goes.
  await dialog.getByLabel('Chọn tệp').evaluate((input) => input.dispatchEvent(new Event('cancel', { bubbles: true })))
  await dialog.getByLabel('Phát có điều kiện').check()
  await dialog.getByLabel('Chủ sở hữu').fill('Đài huyện')
  await checkScreen(page, 'media-send')
  await page.route('**/upload', (route) => (route.request().method() === 'PATCH' ? route.abort() : route.continue()))
  await button('Bắt đầu gửi').click()
  await button('Tạm dừng').click()
  await button('Gửi tiếp').waitFor()
  const address = new URL(page.url()).pathname
  await reporter.goTo('/newsroom/stories')
  await page.unroute('**/upload')
  await reporter.goTo(address)
  const again = button(/^Chọn lại tệp/)
  await again.waitFor()
  await page.getByLabel(/^Chọn lại tệp/).first().setInputFiles(film)
  await page.getByText('Dùng được').waitFor({ timeout: 15_000 })
  await page.getByText(/WebM VP8 320×180/).waitFor()
})

step('the film is played and marked by keys, and its picture and rights are seen', async () => {
  await page.locator('section img').first().waitFor({ timeout: 10_000 })
  await button(/^Xem Hồ chứa/).click()
  await dialog.locator('video').waitFor()
  await dialog.locator('video').evaluate((video: HTMLVideoElement) => (video.readyState > 0 ? undefined : new Promise((resolve) => video.addEventListener('loadedmetadata', resolve, { once: true }))))
  await page.keyboard.press('i')
  await dialog.getByText('Điểm vào (I): 00:00.00').waitFor()
  for (let at = 0; at < 3; at++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('o')
  assert.equal(await dialog.getByText('Điểm ra (O): chưa đặt').count(), 0)
  await checkScreen(page, 'media-player')
  await dialog.getByLabel('Đoạn phim').selectOption({ label: 'Đoạn 1: chưa có phim' })
  await dialog.getByRole('button', { name: 'Đưa vào bài' }).click()
  await page.keyboard.press('Escape')
  await page.getByText(/^Với phim: /).waitFor()
  await button('Lấy từ kho phim').click()
  await dialog.getByText('WebM VP8', { exact: false }).waitFor()
  await checkScreen(page, 'media-from-library')
  await page.keyboard.press('Escape')
  await page.getByText('Đang dùng trong bài').waitFor()
  await page.getByText('Bài dùng phim có vướng về bản quyền').waitFor()
  await seeSaved(page)
  await checkScreen(page, 'media-story')
})

step('the library shows it with the story that uses it, and the desk does not remove it from under the story', async () => {
  await reporter.goTo('/newsroom/library?name=ho+chua')
  await page.getByRole('link', { name: 'Hồ chứa thôn Suối Đá', exact: true }).waitFor()
  await page.getByText(/^Đã dùng /).waitFor()
  assert.equal(await button(/^Gỡ khỏi kho: /).count(), 0)
  await reporter.become('thuky')
  await reporter.goTo('/newsroom/library?name=ho+chua')
  await button(/^Gỡ khỏi kho: /).click()
  await dialog.getByLabel('Lý do gỡ').fill('Hết chỗ')
  await dialog.getByRole('button', { name: 'Gỡ khỏi kho', exact: true }).click()
  await dialog.getByText(/^Còn 1 bài chưa lưu trữ dùng phim này: Hồ chứa/).waitFor()
  await checkScreen(page, 'media-remove')
  await page.keyboard.press('Escape')
  await checkScreen(page, 'media-library')
  assert.deepEqual(troubles, [])
})
