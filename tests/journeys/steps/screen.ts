import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import { patience, within } from './within.ts'

/** The two widths every screen must be good at. */
export const desk = { width: 1280, height: 860 }
export const phone = { width: 390, height: 844 }

const wcag: axe.RunOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }
/** The short form: every page gets it anew. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tallestPicture = 2200
const folder = path.join(import.meta.dirname, '../screenshots')

/**
 * Looks at the screen as it stands, at both widths: no serious or critical violation of WCAG 2.1 A and AA, nothing wider
 * than the window. Where the phone has the very elements of the desk, only what their places decide is looked at twice;
 * of a long table the first twelve rows.
 * With SCREENSHOTS=1 also takes pictures. Leaves the window as wide as it was.
 */
export async function checkScreen(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? desk
  let looked: string | undefined
  for (const size of [desk, phone]) {
    await resize(page, name, size)
    await settled(page, name)
    await assertNothingSticksOut(page, name, size.width)
    const elements = await within(`the elements of ${name}`, page.evaluate(() => document.body.innerHTML))
    await assertAccessible(page, name, size.width, elements === looked || (size === phone && !lookedAtWhole(name)) ? { type: 'rule', values: ['scrollable-region-focusable'] } : wcag)
    looked = elements
    if (process.env['SCREENSHOTS'] === '1') {
      mkdirSync(folder, { recursive: true })
      const whole = await within(`the height of ${name}`, page.evaluate(() => (window.scrollTo(0, 0), document.documentElement.scrollHeight)))
      await page.screenshot({ path: path.join(folder, `${name}-${size.width}.png`), fullPage: true, clip: { x: 0, y: 0, width: size.width, height: Math.min(whole, tallestPicture) } })
    }
  }
  await resize(page, name, before)
}

/** The rules for all elements are a third of a journey's work: on the phone they look at every third screen, with AXE=all at each. */
function lookedAtWhole(name: string): boolean {
  return process.env['AXE'] === 'all' || [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 3 === 0
}

/** Only that nothing is wider than a phone: for pages opened so far that the full check would take half a minute. */
export async function fitsPhone(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? desk
  await resize(page, name, phone)
  await settled(page, name)
  await assertNothingSticksOut(page, name, phone.width)
  await resize(page, name, before)
}

function resize(page: Page, name: string, size: { width: number; height: number }): Promise<void> {
  return within(`${name} at ${size.width} px`, page.setViewportSize(size))
}

/** Milliseconds a window may draw nothing before it is taken as it stands. */
const stillness = 2000

/**
 * Waits until nothing is being loaded and what moves has come to rest. Should the window draw no frames, no animation
 * would ever end by itself: it is brought to its end instead.
 */
export async function settled(page: Page, name = page.url()): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, { polling: 50 })
  const atRest = page.evaluate(async (limit) => {
    const orLater = (waited: Promise<unknown>) => Promise.race([waited, new Promise((resolve) => setTimeout(resolve, limit))])
    await orLater(new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
    await orLater(Promise.all(moving.map((one) => one.finished.catch(() => undefined))))
    for (const one of moving) if (one.playState === 'running') one.finish()
  }, stillness)
  await within(`${name} to come to rest`, atRest)
}

async function assertNothingSticksOut(page: Page, name: string, width: number): Promise<void> {
  const over = await within(`the width of ${name}`, page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
  assert.ok(over <= 0, `${name} at ${width} px is ${over} px wider than the window`)
}

async function assertAccessible(page: Page, name: string, width: number, rules: axe.RunOnly): Promise<void> {
  if (!(await within(`axe on ${name}`, page.evaluate(() => 'axe' in window)))) await within(`axe to start on ${name}`, page.evaluate(axeSource))
  // Colours are the same at both widths, and looking at them is most of the work.
  const looked = page.evaluate(async ({ withColours, runOnly, laterRows }) => {
    const { axe: present } = window as unknown as { axe: typeof axe }
    const options: axe.RunOptions = { resultTypes: ['violations'], runOnly, ...(runOnly.type === 'tag' ? { rules: { 'color-contrast': { enabled: withColours } } } : {}) }
    const { violations } = await present.run(laterRows === undefined ? document : { include: ['html'], exclude: [laterRows] }, options)
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, nodes: nodes.slice(0, 4).map((node) => `${node.target.join(' ')} ${node.failureSummary ?? ''}`) }))
  }, { withColours: width === desk.width, runOnly: rules, laterRows: process.env['AXE'] === 'all' ? undefined : 'tbody tr:nth-child(n + 13)' })
  const found = await within(`axe to look at ${name} at ${width} px`, looked, 2 * patience)
  const grave = found.filter((one) => one.impact === 'serious' || one.impact === 'critical')
  assert.deepEqual(grave, [], `${name} at ${width} px`)
}
