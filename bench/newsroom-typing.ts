import type { BrowserContext, Locator, Page } from 'playwright-core'
import { launchBrowser } from '#tests/setup/browser.ts'
import type { ScriptContent } from '#modules/newsroom/domain/approval/content.ts'
import { percentile, type Finding } from './measure.ts'
import { addStories, fillNewsroom } from './newsroom-world.ts'
import { countWords, scriptOf } from './newsroom-scripts.ts'
import { serveProgram } from './processes.ts'
import type { World } from './world.ts'

const fullSize = 5_000
const keys = 100
/** Twelve keys a second: fast. */
const betweenKeysMs = 80
const slowerProcessor = 4
const goal = 2
const goalMs = 100
const typed = 'nam nay thon co them '

/** (k) Typing in the middle of a long script: from a key to the picture that shows it, against a bare editable page of the same words. */
export async function benchTyping(world: World, runs: number, words = fullSize): Promise<Finding[]> {
  const newsroom = await fillNewsroom(world)
  const script = scriptOf(1, words)
  const written = script.blocks.flatMap((block) => ('text' in block ? [block.text] : block.kind === 'soundbite' ? [block.verbatim] : []))
  const oneBlock: ScriptContent = { ...script, blocks: [{ id: script.blocks[0]?.id ?? '', cuttable: false, kind: 'voice_over', text: written.join(' ') }] }
  // A story for each time: who closed a page still holds the block they wrote in for a while.
  const storyIds = await addStories(world, newsroom, Array.from({ length: runs * 2 + 1 }, () => script), 'draft')
  const [oneBlockId = ''] = await addStories(world, newsroom, [oneBlock], 'draft')
  const program = await serveProgram(world.url, `${world.dataDir}/typing`)
  const browser = await launchBrowser()
  const address = `http://127.0.0.1:${program.port}`
  try {
    const { context } = browser
    await context.addCookies([{ name: 'thuocdo.session_token', value: newsroom.reporter.token, url: address }])
    const ours = (slower: number, id = storyIds.pop() ?? '') => typeInto(context, slower, (page) => openScript(page, `${address}/newsroom/stories/${id}`, written.length))
    const bare = (slower: number) => typeInto(context, slower, (page) => openBare(page, address, written))
    await ours(1)
    const ratios: number[] = []
    const slow: number[] = []
    const notes = [`${countWords(written.join(' ')).toLocaleString('en')} words in ${script.blocks.length} blocks, ${keys} keys ${betweenKeysMs} ms apart in the middle; saved, timed and kept on the device meanwhile as always`]
    for (let run = 0; run < runs; run++) {
      const limit = await bare(1)
      const found = await ours(1)
      const slowed = await ours(slowerProcessor)
      ratios.push(percentile(found.waits, 0.95) / percentile(limit.waits, 0.95))
      slow.push(percentile(slowed.waits, 0.95))
      notes.push(`run ${run + 1}: ours ${said(found)}; bare ${said(limit)}; ours with processor ÷ ${slowerProcessor} ${said(slowed)}`)
    }
    notes.push(`once, with all words in one block: ${said(await ours(1, oneBlockId))}`)
    return [
      { id: 'k1', what: `Typing in a script of ${words.toLocaleString('en')} words in the browser, from the key to the picture with it, p95 ÷ a bare editable page of the same words`, goal: `≤ ${goal}`, runs: ratios, show: (value) => value.toFixed(2), met: (value) => value <= goal, notes },
      { id: 'k2', what: `The same p95 with processor ÷ ${slowerProcessor}`, goal: `≤ ${goalMs} ms`, runs: slow, show: (value) => `${value.toFixed(0)} ms`, met: (value) => value <= goalMs, notes: [] },
    ]
  } finally {
    await browser.close()
    await program.stop()
  }
}

interface Typed {
  readonly waits: readonly number[]
  /** What the page's own thread worked for each key, in milliseconds. */
  readonly busyMs: number
}

function said({ waits, busyMs }: Typed): string {
  return `p50 ${percentile(waits, 0.5).toFixed(0)} ms, p95 ${percentile(waits, 0.95).toFixed(0)} ms, ${busyMs.toFixed(1)} ms of work a key`
}

async function typeInto(context: BrowserContext, slower: number, open: (page: Page) => Promise<Locator>): Promise<Typed> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const line = await open(page)
  await line.click()
  await page.keyboard.press('End')
  const signs = ((await line.textContent()) ?? '').length
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await devtools.send('Performance.enable')
  await page.evaluate(() => {
    const waits: number[] = []
    Object.assign(window, { waits })
    addEventListener(
      'keydown',
      (event) => {
        // Drawn, not only there: what is posted in a frame comes after its picture was made.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => waits.push(performance.now() - event.timeStamp))
          port1.start()
          port2.postMessage(null)
        })
      },
      true,
    )
  })
  const worked = async (): Promise<number> => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  const before = await worked()
  for (let turn = 0; turn < keys; turn++) {
    const from = performance.now()
    await page.keyboard.press(typed.charAt(turn % typed.length) === ' ' ? 'Space' : typed.charAt(turn % typed.length))
    await page.waitForTimeout(Math.max(0, betweenKeysMs - (performance.now() - from)))
  }
  const busyMs = (((await worked()) - before) * 1000) / keys
  await page.waitForFunction((wanted) => (window as unknown as { waits: number[] }).waits.length >= wanted, keys)
  const waits = await page.evaluate(() => (window as unknown as { waits: number[] }).waits)
  const more = ((await line.textContent()) ?? '').length - signs
  if (more !== keys) throw new Error(`${more} of ${keys} signs were written`)
  await page.close()
  return { waits, busyMs }
}

async function openScript(page: Page, place: string, lines: number): Promise<Locator> {
  await page.goto(place)
  const script = page.getByRole('textbox', { name: 'Lời bình và kịch bản' })
  await script.locator('p').first().waitFor()
  await page.getByText(/^Khoảng \d+'\d\d"$/).waitFor()
  return script.locator('p').nth(Math.min((await script.locator('p').count()) - 1, Math.floor(lines / 2)))
}

async function openBare(page: Page, address: string, written: readonly string[]): Promise<Locator> {
  await page.goto(`${address}/manifest.webmanifest`)
  await page.evaluate((texts) => {
    const script = document.createElement('div')
    script.contentEditable = 'plaintext-only'
    script.style.cssText = 'width: 640px; white-space: pre-wrap; font: 16px/1.5 sans-serif'
    script.append(...texts.map((text) => Object.assign(document.createElement('p'), { textContent: text })))
    document.body.replaceChildren(script)
  }, written)
  return page.locator('p').nth(Math.floor(written.length / 2))
}
