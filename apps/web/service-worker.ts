import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** The program's own files with what they contain; written in by the build. */
declare const __OWN_FILES__: PrecacheEntry[]

/** How long a page may take before the kept one is shown. */
const patienceMs = 400

// Files only: nothing under /api is ever answered or kept here. What people read and write is kept encrypted elsewhere.
precacheAndRoute(__OWN_FILES__)
cleanupOutdatedCaches()

const keptPage = createHandlerBoundToURL('/index.html')
const page = new NavigationRoute(
  async (options) => {
    const asked = fetch(options.request)
    const slow = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs))
    // From the server when it is near, so that a new version is there at once.
    const response = await Promise.race([asked.catch(() => undefined), slow])
    return response?.ok ? response : keptPage(options)
  },
  { denylist: [/^\/api\//, /^\/assets\//] },
)
registerRoute(page)

// A newer worker takes over at once: its files are complete by then, and the page asks the server first anyway.
addEventListener('install', () => void (globalThis as unknown as { skipWaiting(): Promise<void> }).skipWaiting())
