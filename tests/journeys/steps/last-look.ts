import type { BrowserContext } from 'playwright-core'

const windows = new Set<BrowserContext>()

/** Looks at this browser too when a step fails. */
export function lookAt(context: BrowserContext): void {
  windows.add(context)
  context.on('close', () => windows.delete(context))
}

/** Signs of what a page shows that are kept. */
const most = 1500

/** What every open window shows, for somebody who reads of a failure on another machine. */
export async function lastLook(): Promise<string> {
  const looks = [...windows].flatMap((context) => context.pages()).map(async (page) => {
    const shown = page.evaluate(() => ({
      width: window.innerWidth,
      focus: document.activeElement?.outerHTML.slice(0, 200) ?? '',
      text: (document.querySelector<HTMLElement>('[role=dialog]') ?? document.querySelector('main') ?? document.body).innerText,
      busy: document.querySelectorAll('[aria-busy="true"]').length,
    }))
    const silent = new Promise<undefined>((resolve) => setTimeout(resolve, 3000, undefined))
    const look = await Promise.race([shown.catch(() => undefined), silent])
    if (look === undefined) return `${page.url()} does not answer`
    return `${page.url()} at ${look.width} px, ${look.busy} busy, focus ${look.focus}\n${look.text.replaceAll(/\s*\n\s*/g, ' / ').slice(0, most)}`
  })
  return (await Promise.all(looks)).join('\n')
}
