import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip as gzipCallback } from 'node:zlib'
import { withLock } from '../../bin/lock.mjs'
import { noSpace, StartProblem } from './start-problem.ts'

const stampName = '.sources'
const brotli = promisify(brotliCompress)
const gzip = promisify(gzipCallback)

/**
 * The folder of the built screens, built now when their sources or packages changed since the last time. Two
 * programs starting at once build it once.
 */
export async function buildWeb(root: string, say: (line: string) => void): Promise<string> {
  const folder = path.join(root, 'dist', 'web')
  const wanted = sourcesHash(root)
  if (builtFrom(folder) === wanted) return folder
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  await withLock(path.join(root, 'dist', '.web.lock'), () => undefined, async () => {
    if (builtFrom(folder) === wanted) return
    say('Đang dựng giao diện, chỉ cần khi chạy lần đầu hoặc khi đổi phiên bản…')
    const draft = path.join(root, 'dist', `web.new-${process.pid}`)
    try {
      await viteBuild(root, draft)
      await compress(draft)
      fs.writeFileSync(path.join(draft, stampName), wanted)
      fs.rmSync(folder, { recursive: true, force: true })
      fs.renameSync(draft, folder)
    } finally {
      fs.rmSync(draft, { recursive: true, force: true })
    }
  })
  return folder
}

function builtFrom(folder: string): string | undefined {
  try {
    return fs.readFileSync(path.join(folder, stampName), 'utf8')
  } catch {
    return undefined
  }
}

async function viteBuild(root: string, outDir: string): Promise<void> {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const output: string[] = []
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vite, 'build', path.join(root, 'apps', 'web'), '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
      { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const stop = () => child.kill()
    process.once('exit', stop)
    child.stdout.on('data', (part) => output.push(String(part)))
    child.stderr.on('data', (part) => output.push(String(part)))
    child.once('error', reject)
    child.once('close', (ended) => {
      process.off('exit', stop)
      resolve(ended)
    })
  })
  if (code === 0) return
  const said = output.join('')
  if (said.includes('ENOSPC')) throw noSpace()
  throw new StartProblem(`${said.trim()}\nKhông dựng được giao diện. (The screens could not be built.)`)
}

/** Compressed once here instead of at every request. */
async function compress(folder: string): Promise<void> {
  await Promise.all(
    filesOf(folder)
      .filter((file) => /\.(?:js|css|html|svg|json)$/.test(file) && fs.statSync(file).size > 1_000)
      .map(async (file) => {
        const bytes = fs.readFileSync(file)
        fs.writeFileSync(`${file}.br`, await brotli(bytes))
        fs.writeFileSync(`${file}.gz`, await gzip(bytes, { level: 9 }))
      }),
  )
}

/** One hash over everything the screens are built from; tests and other rooms do not count. */
function sourcesHash(root: string): string {
  const hash = createHash('sha256')
  for (const file of sourceFiles(root)) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function sourceFiles(root: string): string[] {
  const places = ['apps/web', 'ui', 'kernel', 'platform/web', 'platform/contract', 'package-lock.json', 'package.json']
  for (const module of fs.readdirSync(path.join(root, 'modules'))) {
    for (const room of ['web', 'contract', 'domain']) places.push(`modules/${module}/${room}`)
  }
  return places.flatMap((place) => filesOf(path.join(root, place))).toSorted()
}

function filesOf(place: string): string[] {
  const found = fs.statSync(place, { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return [place]
  return fs
    .readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
}
