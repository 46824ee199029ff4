import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The two widths every screen must be good at. */
export const desk = { width: 1280, height: 860 }
export const phone = { width: 390, height: 844 }

const tallestPicture = 2200
const folder = path.join(import.meta.dirname, '../screenshots')

/**
 * Looks at the screen as it stands, at both widths: no serious or critical violation of accessibility, nothing wider
 * than the window. With SCREENSHOTS=1 also takes pictures. Leaves the window as wide as it was.
 */
export async function checkScreen(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? desk
  for (const size of [desk, phone]) {
    await page.setViewportSize(size)
    await settled(page)
    await assertNothingSticksOut(page, name, size.width)
    await assertAccessible(page, name, size.width)
    if (process.env['SCREENSHOTS'] === '1') {
      mkdirSync(folder, { recursive: true })
      await page.evaluate(() => window.scrollTo(0, 0))
      const whole = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`), fullPage: true, clip: { x: 0, y: 0, width: size.width, height: Math.min(whole, tallestPicture) } })
    }
  }
  await page.setViewportSize(before)
}

/** Only that nothing is wider than a phone: for pages opened so far that the full check would take half a minute. */
export async function fitsPhone(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? desk
  await page.setViewportSize(phone)
  await settled(page)
  await assertNothingSticksOut(page, name, phone.width)
  await page.setViewportSize(before)
}

/** Waits until nothing is being loaded and what moves has come to rest. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined)))
  })
}

async function assertNothingSticksOut(page: Page, name: string, width: number): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(over <= 0, `${name} at ${width} px is ${over} px wider than the window`)
}

async function assertAccessible(page: Page, name: string, width: number): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: present } = window as unknown as { axe: typeof axe }
    const { violations } = await present.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`) }))
  })
  const grave = found.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  assert.deepEqual(grave, [], `${name} at ${width} px`)
}
