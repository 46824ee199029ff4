import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '#tests/setup/browser.ts'
import type { Finding } from './measure.ts'
import { serveProgram } from './processes.ts'
import { fillCampaign, thirtyCriteria, type World } from './world.ts'

const web = path.join(import.meta.dirname, '../dist/web')

/** (e) Script that a browser fetches until the first screen (Việc của tôi) of somebody signed in stands. */
export async function benchFirstScreen(world: World): Promise<Finding> {
  const { people } = await fillCampaign(world, 1, thirtyCriteria())
  const program = await serveProgram(world.url, `${world.dataDir}/screen`)
  const browser = await launchBrowser()
  try {
    const { context } = browser
    await context.addCookies([{ name: 'thuocdo.session_token', value: `${people[0]?.token ?? ''}`, url: `http://127.0.0.1:${program.port}` }])
    const page = await context.newPage()
    const scripts = new Set<string>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith('.js')) scripts.add(pathname)
    })
    await page.goto(`http://127.0.0.1:${program.port}/`)
    await page.locator('h1').first().waitFor()
    const atHeading = [...scripts]
    const size = atHeading.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(web, name)), { level: 9 }).length, 0) / 1000
    return {
      id: 'e',
      what: 'Script fetched until the first screen (Việc của tôi) stands, gzip',
      goal: '≤ 200 kB',
      runs: [size],
      show: (value) => `${value.toFixed(0)} kB`,
      met: (value) => value <= 200,
      notes: [`${atHeading.length} files; one run, because the build is the same every time`],
    }
  } finally {
    await browser.close()
    await program.stop()
  }
}
