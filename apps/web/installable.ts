import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'

const root = import.meta.dirname
const icons = [192, 512] as const

const manifest = {
  id: '/',
  name: 'Thước Đo',
  short_name: 'Thước Đo',
  description: 'Chấm điểm, đánh giá cán bộ, công chức theo kết quả công việc',
  lang: 'vi',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f4f6f7',
  theme_color: '#0b5a63',
  icons: [
    ...icons.map((size) => ({ src: `/icons/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' })),
    { src: '/icons/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}

/** Makes the built screens an installable web app: manifest, icons, and a service worker that keeps these files. */
export function installable(): Plugin {
  let outDir = ''
  return {
    name: 'installable',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifest) })
      for (const name of [...icons.map((size) => `icon-${size}.png`), 'icon-maskable-512.png']) {
        this.emitFile({ type: 'asset', fileName: `icons/${name}`, source: await readFile(join(root, 'icons', name)) })
      }
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icons/icon-192.png' }, injectTo: 'head' },
    ],
    async writeBundle() {
      await buildWorker(outDir, await ownFiles(outDir))
    },
  }
}

/** Every file of the screens; one whose name tells its content needs no print of it. */
async function ownFiles(folder: string): Promise<{ url: string; revision: string | null }[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(js|css|html|woff2|svg|png|webmanifest)$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const url = `/${name.replaceAll('\\', '/')}`
      const hashed = url.startsWith('/assets/')
      return { url, revision: hashed ? null : createHash('sha256').update(await readFile(join(folder, name))).digest('hex').slice(0, 16) }
    }),
  )
}

async function buildWorker(outDir: string, files: readonly { url: string; revision: string | null }[]): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root,
    publicDir: false,
    define: { __OWN_FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome109', 'firefox115', 'safari16'],
      lib: { entry: join(root, 'service-worker.ts'), formats: ['iife'], name: 'worker', fileName: () => 'service-worker.js' },
    },
  })
}
