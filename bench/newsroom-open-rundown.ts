import http from 'node:http'
import { performance } from 'node:perf_hooks'
import type { BrowserContext } from 'playwright-core'
import { launchBrowser } from '#tests/setup/browser.ts'
import { load, send, type LoadSeries } from './load.ts'
import type { Finding } from './measure.ts'
import { addRundown, addStories, asPerson, fillNewsroom, type BenchNewsroom } from './newsroom-world.ts'
import { scriptOf } from './newsroom-scripts.ts'
import { serveBare, serveProgram, type Served } from './processes.ts'
import type { World } from './world.ts'

const fullSize = 200
const wordsEach = 300
const seconds = 3
const slowerProcessor = 4
const goal = 5
const goalSeconds = 2

/** (l) Opening a rundown of so many stories: the server against reading the same rows, and the page until its table stands. */
export async function benchOpenRundown(world: World, runs: number, stories = fullSize): Promise<Finding[]> {
  const newsroom = await fillNewsroom(world)
  const ids = await addStories(world, newsroom, Array.from({ length: stories }, (_, at) => scriptOf(at + 1, wordsEach)), 'approved')
  const { rundownId } = await addRundown(world, newsroom, ids)
  const empty = await addRundown(world, newsroom, [])
  const program = await serveProgram(world.url, `${world.dataDir}/rundown`)
  const bare = await serveBare(world.cluster.connection, 'newsroom-bare-server.ts')
  try {
    const path = `/api/newsroom/rundowns/${rundownId}`
    const headers = asPerson(newsroom.producer)
    // What a server does once for its very first requests is not the rundown's.
    for (let turn = 0; turn < 3; turn++) await once(program, `/api/newsroom/rundowns/${empty.rundownId}`, headers)
    const first = await once(program, path, headers)
    if (first.items !== stories) throw new Error(`the rundown has ${first.items} of ${stories} items`)
    const ours = same(path, headers)
    const theirs = same(`/rundown?tenantId=${world.tenantId}&rundownId=${rundownId}`, {})
    await load(program.port, [ours], 1)
    await load(bare.port, [theirs], 1)
    const ratios: number[] = []
    const notes = [`the first opening, when the words of all ${stories} stories are read and spoken: ${first.ms.toFixed(0)} ms; afterwards only stories that changed are spoken again`]
    for (let run = 0; run < runs; run++) {
      const limit = await load(bare.port, [theirs], seconds)
      const found = await load(program.port, [ours], seconds)
      ratios.push(found.p50 / limit.p50)
      notes.push(`run ${run + 1}: ours p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms; bare handler p50 ${limit.p50.toFixed(1)} ms`)
    }
    const shown = await openPages(program, newsroom, rundownId, stories, runs)
    return [
      { id: 'l1', what: `Opening a rundown of ${stories} stories over HTTP (rights, durations, approvals), one connection, p50 ÷ a bare Node handler reading the same rows in one statement`, goal: `≤ ${goal}`, runs: ratios, show: (value) => value.toFixed(1), met: (value) => value <= goal, notes },
      {
        id: 'l2',
        what: `The same in the browser after one visit, from the address to the drawn table of ${stories} rows: processor ÷ ${slowerProcessor}`,
        goal: `≤ ${goalSeconds} s`,
        runs: shown,
        show: (value) => `${value.toFixed(2)} s`,
        met: (value) => value <= goalSeconds,
        notes: ['the page itself, its script and the session are read anew each time; nothing is kept by a service worker'],
      },
    ]
  } finally {
    await program.stop()
    await bare.stop()
  }
}

function same(path: string, headers: Readonly<Record<string, string>>): LoadSeries {
  return {
    next: () => ({ method: 'GET', path, headers }),
    answered(status) {
      if (status !== 200) throw new Error(`${path} answered ${status}`)
    },
  }
}

async function once(program: Served, path: string, headers: Readonly<Record<string, string>>): Promise<{ ms: number; items: number }> {
  const agent = new http.Agent()
  const from = performance.now()
  const { status, body } = await send(agent, program.port, { method: 'GET', path, headers })
  const ms = performance.now() - from
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`)
  return { ms, items: (JSON.parse(body) as { items: unknown[] }).items.length }
}

async function openPages(program: Served, { producer }: BenchNewsroom, rundownId: string, rows: number, runs: number): Promise<number[]> {
  const browser = await launchBrowser()
  const address = `http://127.0.0.1:${program.port}`
  try {
    await browser.context.addCookies([{ name: 'thuocdo.session_token', value: producer.token, url: address }])
    const place = `${address}/newsroom/rundowns/${rundownId}`
    await openOnce(browser.context, place, rows)
    const found: number[] = []
    for (let run = 0; run < runs; run++) found.push(await openOnce(browser.context, place, rows))
    return found
  } finally {
    await browser.close()
  }
}

async function openOnce(context: BrowserContext, place: string, rows: number): Promise<number> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
  await page.addInitScript((wanted) => {
    const seen = new MutationObserver(() => {
      if (document.querySelectorAll('tr[data-item]').length < wanted) return
      seen.disconnect()
      // Drawn, not only there.
      requestAnimationFrame(() => setTimeout(() => Object.assign(window, { usefulAt: performance.now() })))
    })
    seen.observe(document, { childList: true, subtree: true })
  }, rows)
  await page.goto(place, { waitUntil: 'commit', timeout: 60_000 })
  const at = await page.waitForFunction(() => (window as unknown as { usefulAt?: number }).usefulAt, undefined, { timeout: 60_000, polling: 100 })
  const seconds = Number(await at.jsonValue()) / 1000
  await page.close()
  return seconds
}
