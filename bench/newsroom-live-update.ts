import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { send, type LoadRequest } from './load.ts'
import { percentile, type Finding } from './measure.ts'
import { openStream, type EventStream } from './newsroom-event-stream.ts'
import { processorMs } from './newsroom-processor.ts'
import { addRundown, addStories, asPerson, fillNewsroom } from './newsroom-world.ts'
import { scriptOf } from './newsroom-scripts.ts'
import { serveBare, serveProgram, type Served } from './processes.ts'
import type { World } from './world.ts'

const fullSize = 30
const stories = 40
const wordsEach = 300
const changesHeard = 100
const changesRead = 20
const pauseMs = 20
const heardGoal = 3
const readGoal = 5

/** One side of the comparison: how a change is made, and how a screen reads the rundown. */
interface Side {
  readonly served: Served
  readonly agent: http.Agent
  readonly change: () => LoadRequest
  readonly reads: readonly LoadRequest[]
  readonly streams: readonly EventStream[]
}

/** (m) A change by one reaches so many open screens: until they have heard of it, and until they have read the rundown again. */
export async function benchLiveUpdate(world: World, runs: number, screens = fullSize): Promise<Finding[]> {
  const newsroom = await fillNewsroom(world, screens)
  const ids = await addStories(world, newsroom, Array.from({ length: stories }, (_, at) => scriptOf(at + 1, wordsEach)), 'approved')
  const { rundownId, itemIds } = await addRundown(world, newsroom, ids)
  // The bare side has a rundown of its own, so that neither tells the other's screens.
  const other = await addRundown(world, newsroom, ids)
  const program = await serveProgram(world.url, `${world.dataDir}/live`)
  const bare = await serveBare(world.cluster.connection, 'newsroom-bare-server.ts')
  const path = `/api/newsroom/rundowns/${rundownId}`
  const agent = () => new http.Agent({ keepAlive: true, maxSockets: screens + 1 })
  let turn = 0
  let revision = 1
  const ours: Side = {
    served: program,
    agent: agent(),
    change: () => ({ method: 'PATCH', path: `${path}/items/${itemIds[0] ?? ''}`, headers: asPerson(newsroom.producer), body: JSON.stringify({ revision: revision++, plannedMs: 60_000 + turn++ }) }),
    reads: newsroom.gallery.map((person) => ({ method: 'GET', path, headers: asPerson(person) })),
    streams: await Promise.all(newsroom.gallery.map((person) => openStream(program.port, `${path}/events`, asPerson(person)))),
  }
  const theirs: Side = {
    served: bare,
    agent: agent(),
    change: () => ({ method: 'POST', path: `/change?tenantId=${world.tenantId}&itemId=${other.itemIds[0] ?? ''}&plannedMs=${60_000 + turn++}`, headers: {} }),
    reads: newsroom.gallery.map(() => ({ method: 'GET', path: `/rundown?tenantId=${world.tenantId}&rundownId=${other.rundownId}`, headers: {} })),
    streams: await Promise.all(newsroom.gallery.map(() => openStream(bare.port, '/events', {}))),
  }
  try {
    await changes(ours, 10, true)
    await changes(theirs, 10, true)
    const heard = await compare(ours, theirs, runs, changesHeard, false)
    const read = await compare(ours, theirs, runs, changesRead, true)
    const show = (value: number): string => value.toFixed(1)
    return [
      { id: 'm1', what: `A change of a rundown reaches ${screens} open screens, from sending it to each having heard, p95 ÷ a bare Node handler that writes the same rows and says so by NOTIFY`, goal: `≤ ${heardGoal}`, ...heard, show, met: (value) => value <= heardGoal },
      { id: 'm2', what: `The same until each of the ${screens} has read the rundown of ${stories} stories again, p95 ÷ the bare handler and its rows`, goal: `≤ ${readGoal}`, ...read, show, met: (value) => value <= readGoal },
    ]
  } finally {
    for (const { streams, agent: each } of [ours, theirs]) {
      for (const stream of streams) stream.close()
      each.destroy()
    }
    await program.stop()
    await bare.stop()
  }
}

async function compare(ours: Side, theirs: Side, runs: number, times: number, reading: boolean): Promise<{ runs: number[]; notes: string[] }> {
  const ratios: number[] = []
  const notes: string[] = []
  for (let run = 0; run < runs; run++) {
    const limit = await changes(theirs, times, reading)
    const found = await changes(ours, times, reading)
    ratios.push(percentile(found.waits, 0.95) / percentile(limit.waits, 0.95))
    const said = ({ waits, processor }: Changed): string => `p50 ${percentile(waits, 0.5).toFixed(1)} ms, p95 ${percentile(waits, 0.95).toFixed(1)} ms, ${processor === null ? '?' : processor.toFixed(1)} ms of its processor a change`
    notes.push(`run ${run + 1}: ours ${said(found)}; bare handler ${said(limit)}`)
  }
  return { runs: ratios, notes }
}

interface Changed {
  readonly waits: readonly number[]
  readonly processor: number | null
}

/** Changes the rundown so many times, each once the one before has come everywhere. */
async function changes({ served, agent, change, reads, streams }: Side, times: number, reading: boolean): Promise<Changed> {
  const waits: number[] = []
  const before = processorMs(served)
  const ask = async (request: LoadRequest): Promise<void> => {
    const { status, body } = await send(agent, served.port, request)
    if (status !== 200) throw new Error(`${request.method} ${request.path} answered ${status}: ${body}`)
  }
  for (let turn = 0; turn < times; turn++) {
    const from = performance.now()
    const everywhere = streams.map(async (stream, at) => {
      await stream.next()
      const read = reads[at]
      if (reading && read !== undefined) await ask(read)
      waits.push(performance.now() - from)
    })
    await Promise.all([ask(change()), ...everywhere])
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  const after = processorMs(served)
  return { waits, processor: before === null || after === null ? null : (after - before) / times }
}
