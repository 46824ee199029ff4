import { readFile } from 'node:fs/promises'
import { after } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '#tests/setup/browser.ts'
import { callerFor, type Caller } from './caller.ts'
import { lookAt } from './last-look.ts'
import { password } from './office.ts'
import type { RunningProgram } from './program.ts'
import { patience, within } from './within.ts'

/** One browser and the window a journey looks at; people take turns in it. */
export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of scripts and of the console since the last look, without refusals the server meant. */
  readonly troubles: string[]
  /** Signs in by the form. */
  signIn(username: string, secret?: string): Promise<void>
  /** Takes on somebody's session without the form; `again` when the clock has moved past the earlier one. */
  become(username: string, options?: { again: boolean }): Promise<Caller>
  goTo(place: string): Promise<void>
  /** The bytes of what a click downloads. */
  downloaded(click: () => Promise<void>): Promise<Uint8Array>
}

/** The window a journey looks at first; `another` opens one more browser, as on another machine. */
export interface FirstVisitor extends Visitor {
  another(): Promise<Visitor & { close(): Promise<void> }>
}

/** Opens a browser of the file's own, closed after it; one that `keepsPage` opens the screens without a link too. */
export async function visitorOf({ address }: RunningProgram, options: { keepsPage?: boolean } = {}): Promise<FirstVisitor> {
  const { context, close } = await launchBrowser(options)
  after(close)
  const first = await visitorIn(address, context)
  const another = async () => {
    const other = await launchBrowser()
    let closed = false
    const closeOnce = async () => {
      if (!closed) await other.close()
      closed = true
    }
    // A step that fails leaves it open, and a server does not end while somebody listens.
    after(closeOnce)
    return { ...(await visitorIn(address, other.context)), close: closeOnce }
  }
  return { ...first, another }
}

async function visitorIn(address: string, context: BrowserContext): Promise<Visitor> {
  context.setDefaultTimeout(patience)
  lookAt(context)
  const page = context.pages()[0] ?? (await context.newPage())
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('console', (message) => {
    // A refused request (409, 422 …) is written to the console by the browser itself.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(message.text())
  })
  const callers = new Map<string, Caller>()
  const leave = async () => {
    await page.goto('about:blank')
    await within('the cookies to go', context.clearCookies())
    // As on another device: what the one before kept is theirs.
    const devtools = await within('the browser’s own door', context.newCDPSession(page))
    await within('what is kept to go', devtools.send('Storage.clearDataForOrigin', { origin: address, storageTypes: 'indexeddb' }))
    await devtools.detach()
  }
  return {
    page,
    context,
    troubles,
    async signIn(username, secret = password) {
      await leave()
      await page.goto(address)
      await page.getByLabel('Tên đăng nhập').fill(username)
      await page.getByLabel('Mật khẩu', { exact: true }).fill(secret)
      await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
      await page.getByRole('navigation', { name: 'Điều hướng chính' }).waitFor()
    },
    async become(username, { again } = { again: false }) {
      const known = again ? undefined : callers.get(username)
      const caller = known ?? (await callerFor(address, username))
      callers.set(username, caller)
      await leave()
      const cookies = caller.cookie.split('; ').map((pair) => ({ name: pair.slice(0, pair.indexOf('=')), value: pair.slice(pair.indexOf('=') + 1), url: address }))
      await within(`the session of ${username}`, context.addCookies(cookies))
      return caller
    },
    async goTo(place) {
      await page.goto(`${address}${place}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    async downloaded(click) {
      const [download] = await Promise.all([page.waitForEvent('download'), click()])
      return new Uint8Array(await readFile(await within(`the download of ${download.suggestedFilename()}`, download.path())))
    },
  }
}
