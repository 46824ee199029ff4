import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright, type BrowserContext } from 'playwright-core'
import { withLock } from '../../bin/lock.mjs'

/** A headless Chromium of this test's own; `close()` also removes its profile. */
export interface TestBrowser {
  readonly context: BrowserContext
  close(): Promise<void>
}

// No sandbox, because CI runs as root; the rest keeps Chromium from looking for the internet.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

const cache = path.join(import.meta.dirname, '../../node_modules/.cache')

/**
 * Unpacks the browser (200 MB) once. The package would put it in the shared temporary folder, where another user's,
 * an older version's or a half-written one would be taken for it.
 */
async function unpackedChromium(): Promise<string> {
  const folder = path.join(cache, 'chromium')
  const done = path.join(folder, 'unpacked')
  mkdirSync(cache, { recursive: true })
  return withLock(`${folder}.lock`, () => undefined, async () => {
    if (!existsSync(done)) rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const usual = process.env['TMPDIR']
    process.env['TMPDIR'] = folder
    try {
      const file = await chromium.executablePath()
      writeFileSync(done, '')
      return file
    } finally {
      if (usual === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = usual
    }
  })
}

/**
 * Starts the Chromium that npm brought, or the one CHROMIUM names. `width` and `height` are CSS pixels; 390 × 844 is
 * a phone. Only a browser that `keepsPage` lets the screens' service worker keep their files; the others load them anew.
 */
export async function launchBrowser(options: { width?: number; height?: number; keepsPage?: boolean } = {}): Promise<TestBrowser> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'thuocdo-chromium-'))
  const context = await playwright.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM'] || (await unpackedChromium()),
    headless: true,
    // Where no language is set a browser does not see files whose names have Vietnamese letters.
    env: { LANG: 'C.UTF-8', ...process.env },
    args: flags,
    viewport: { width: options.width ?? 1280, height: options.height ?? 860 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
    reducedMotion: 'reduce',
    serviceWorkers: options.keepsPage ? 'allow' : 'block',
  })
  return {
    context,
    async close() {
      await context.close()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
