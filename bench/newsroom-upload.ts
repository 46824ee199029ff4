import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { pipeline } from 'node:stream/promises'
import { smallAvi } from '#tests/setup/small-media.ts'
import { send } from './load.ts'
import type { Finding } from './measure.ts'
import { processorMs } from './newsroom-processor.ts'
import { addStories, asPerson, fillNewsroom, type BenchNewsroom } from './newsroom-world.ts'
import { scriptOf } from './newsroom-scripts.ts'
import { serveProgram, type Served } from './processes.ts'
import type { World } from './world.ts'

const fullSize = 256
const mebibyte = 2 ** 20
/** As the page sends them. */
const partBytes = 16 * mebibyte
const lookMs = 20
const patienceMs = 120_000
const goal = 0.5

/** (p) Sending a film over tus, against copying the file on the same disk and taking its print. */
export async function benchUpload(world: World, runs: number, megabytes = fullSize): Promise<Finding[]> {
  const newsroom = await fillNewsroom(world)
  const [storyId = ''] = await addStories(world, newsroom, [scriptOf(1, 300)], 'draft')
  const folder = `${world.dataDir}/upload`
  await mkdir(folder)
  const film = path.join(folder, 'film.avi')
  const bytes = await writeFilm(film, megabytes)
  const program = await serveProgram(world.url, `${folder}/data`)
  const sending: number[] = []
  const whole: number[] = []
  const notes: string[] = []
  try {
    await readOnce(film)
    for (let run = 0; run < runs; run++) {
      const copy = await copyFilm(film, path.join(folder, 'copy.avi'))
      const ours = await sendFilm(program, newsroom, storyId, film, bytes)
      sending.push(copy.copied / ours.sent)
      whole.push(copy.whole / ours.ready)
      const cost = (ms: number | null): string => (ms === null ? '?' : ((ms / bytes) * mebibyte).toFixed(2))
      const rate = (ms: number): string => `${(bytes / mebibyte / (ms / 1000)).toFixed(0)} MiB/s`
      notes.push(`run ${run + 1}: copy ${rate(copy.copied)}, with its print ${rate(copy.whole)}; sent ${rate(ours.sent)}, until ready ${rate(ours.ready)}; ${cost(ours.taking)} ms of the server's processor a MiB to take it, ${cost(ours.looking)} to look at it and put it away`)
    }
  } finally {
    await program.stop()
  }
  const common = { goal: `≥ ${goal}`, show: (value: number) => value.toFixed(2), met: (value: number) => value >= goal }
  return [
    { id: 'p1', what: `Sending a film of ${megabytes} MiB over tus in parts of 16 MiB, throughput until its last byte is taken ÷ a plain copy of the file on the same disk`, runs: sending, ...common, notes },
    { id: 'p2', what: 'The same until the film is ready (print, facts, put away for good) ÷ the copy, its SHA-256 and the disk having it', runs: whole, ...common, notes: ['the film is read from memory on both sides; no scanner and no light copy'] },
  ]
}

/** A film that says what it is, followed by bytes nobody can pack; answers how long it is. */
async function writeFilm(file: string, megabytes: number): Promise<number> {
  const { bavail, bsize } = await statfs(path.dirname(file))
  if (bavail * bsize < megabytes * mebibyte * 4) throw new Error('the disk has no room for the film and its copies')
  const head = smallAvi({ frames: 250, framesPerSecond: 25, width: 1920, height: 1080 })
  const handle = await open(file, 'w')
  await handle.write(head)
  for (let written = 0; written < megabytes; written++) await handle.write(randomBytes(mebibyte))
  await handle.sync()
  await handle.close()
  return head.byteLength + megabytes * mebibyte
}

async function readOnce(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file, { highWaterMark: mebibyte })) hash.update(part as Buffer)
  return hash.digest('hex')
}

async function copyFilm(file: string, copy: string): Promise<{ copied: number; whole: number }> {
  const from = performance.now()
  await pipeline(createReadStream(file), createWriteStream(copy))
  const copied = performance.now() - from
  await readOnce(copy)
  const handle = await open(copy, 'r+')
  await handle.sync()
  await handle.close()
  const whole = performance.now() - from
  await rm(copy)
  return { copied, whole }
}

async function sendFilm(program: Served, { reporter }: BenchNewsroom, storyId: string, film: string, bytes: number): Promise<{ sent: number; ready: number; taking: number | null; looking: number | null }> {
  const agent = new http.Agent({ keepAlive: true })
  const before = processorMs(program)
  const from = performance.now()
  const rights = { colour: 'green', owner: 'Đài', until: null, note: '' }
  const begun = await send(agent, program.port, { method: 'POST', path: '/api/newsroom/media', headers: asPerson(reporter), body: JSON.stringify({ storyId, name: 'Hồ chứa.avi', bytes, fingerprint: `do-${from}`, secrecy: 'none', rights }) })
  if (begun.status !== 200) throw new Error(`the upload was answered ${begun.status}: ${begun.body}`)
  const address = `/api/newsroom/media/${(JSON.parse(begun.body) as { id: string }).id}`
  for (let offset = 0; offset < bytes; offset += partBytes) await sendPart(agent, program.port, `${address}/upload`, asPerson(reporter), film, offset, Math.min(bytes, offset + partBytes))
  const sent = performance.now() - from
  const between = processorMs(program)
  for (;;) {
    const { body } = await send(agent, program.port, { method: 'GET', path: address, headers: asPerson(reporter) })
    const { state } = JSON.parse(body) as { state: string }
    if (state === 'ready') break
    if (state === 'refused' || performance.now() - from > patienceMs) throw new Error(`the film is ${state}`)
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
  const ready = performance.now() - from
  const after = processorMs(program)
  agent.destroy()
  const spent = (begin: number | null, end: number | null): number | null => (begin === null || end === null ? null : end - begin)
  return { sent, ready, taking: spent(before, between), looking: spent(between, after) }
}

function sendPart(agent: http.Agent, port: number, address: string, headers: Record<string, string>, film: string, start: number, end: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const tus = { 'tus-resumable': '1.0.0', 'upload-offset': String(start), 'content-type': 'application/offset+octet-stream', 'content-length': String(end - start) }
    const request = http.request({ agent, host: '127.0.0.1', port, method: 'PATCH', path: address, headers: { ...headers, ...tus } }, (response) => {
      response.resume().on('end', () => (response.statusCode === 204 ? resolve() : reject(new Error(`a part was answered ${response.statusCode}`))))
    })
    request.on('error', reject)
    createReadStream(film, { start, end: end - 1 }).on('error', reject).pipe(request)
  })
}
