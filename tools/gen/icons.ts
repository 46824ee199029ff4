import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { launchBrowser } from '#tests/setup/browser.ts'

/**
 * Draws the icons of the installed app from the product's mark: `node bin/run.mjs tools/gen/icons.ts`. Run by hand when
 * the mark changes; other versions of the browser draw other bytes of the same picture.
 */
const folder = path.join(import.meta.dirname, '../../apps/web/icons')

/** The mark on 26 × 26 units. A maskable icon fills its square and keeps the mark within the inner 80 %. */
function mark(size: number, maskable: boolean): string {
  const inner = maskable ? 'translate(4.5 4.5) scale(0.654)' : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 26 26">
    <rect width="26" height="26" rx="${maskable ? 0 : 5}" fill="#0b5a63"/>
    <path transform="${inner}" d="M6 20h14M8 20v-5M13 20v-9M18 20V6" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/>
  </svg>`
}

const browser = await launchBrowser()
try {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage())
  for (const [name, size, maskable] of [['icon-192', 192, false], ['icon-512', 512, false], ['icon-maskable-512', 512, true]] as const) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(`<body style="margin:0;background:transparent">${mark(size, maskable)}</body>`)
    writeFileSync(path.join(folder, `${name}.png`), await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } }))
  }
} finally {
  await browser.close()
}
