import http from 'node:http'
import { performance } from 'node:perf_hooks'
import { addDays, vietnameseDay } from '#kernel/calendar-date.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import { foldAsked, readAsked, readPhrase, tsqueryOf } from '#modules/newsroom/domain/archive/search-words.ts'
import { send } from './load.ts'
import { percentile, type Finding } from './measure.ts'
import { columns, documentOf, fillArchive, personOf } from './newsroom-archive.ts'
import { sentences } from './newsroom-scripts.ts'
import { asPerson, fillNewsroom } from './newsroom-world.ts'
import { serveBare, serveProgram } from './processes.ts'
import type { World } from './world.ts'

const fullSize = 100_000
const times = 15
const goal = 3
const goalMs = 300

/** One kind of question somebody asks of the archive. */
interface Question {
  readonly name: string
  readonly asked: Readonly<Record<string, string>>
}

/** (o) Searching so many stories by words, against one bare statement over the same index and rows. */
export async function benchSearch(world: World, runs: number, stories = fullSize): Promise<Finding[]> {
  const newsroom = await fillNewsroom(world)
  const from = performance.now()
  await fillArchive(world, newsroom, stories)
  const filled = (performance.now() - from) / 1000
  const program = await serveProgram(world.url, `${world.dataDir}/search`)
  const bare = await serveBare(world.cluster.connection, 'newsroom-bare-server.ts')
  const agent = new http.Agent({ keepAlive: true })
  const questions = questionsOf(stories)
  const { rows } = await world.client.query<{ size: string }>(`select pg_size_pretty(pg_total_relation_size('newsroom_story_search')) as size`)
  const notes = [`${stories.toLocaleString('en')} stories of about 150 words, put in within ${filled.toFixed(0)} s; their words for search take ${rows[0]?.size ?? '?'} with both indexes`]
  const ratios: number[] = []
  const slowest: number[] = []
  try {
    const ask = async (port: number, path: string, headers: () => Readonly<Record<string, string>>, count: number): Promise<{ waits: number[]; found: number }> => {
      const waits: number[] = []
      let found = 0
      for (let turn = 0; turn < count; turn++) {
        const began = performance.now()
        const { status, body } = await send(agent, port, { method: 'GET', path, headers: headers() })
        waits.push(performance.now() - began)
        if (status !== 200) throw new Error(`${path} answered ${status}: ${body}`)
        const answer = JSON.parse(body) as unknown[] | { items: unknown[] }
        found = Array.isArray(answer) ? answer.length : answer.items.length
      }
      return { waits, found }
    }
    for (let run = 0; run < runs; run++) {
      const lines: string[] = []
      let [ours, theirs, longest] = [0, 0, 0]
      for (const { name, asked } of questions) {
        const query = new URLSearchParams({ tenantId: world.tenantId, query: bareQuery(asked) })
        const path = `/api/newsroom/archive?${new URLSearchParams(asked)}`
        if (run === 0) await ask(program.port, path, () => asPerson(newsroom.reporter), 2)
        const limit = await ask(bare.port, `/find?${query}`, () => ({}), times)
        const { waits, found } = await ask(program.port, path, () => asPerson(newsroom.reporter), times)
        ours += percentile(waits, 0.5)
        theirs += percentile(limit.waits, 0.5)
        longest = Math.max(longest, percentile(waits, 0.95))
        lines.push(`${name} ${percentile(waits, 0.5).toFixed(0)} ms (p95 ${percentile(waits, 0.95).toFixed(0)}, bare ${percentile(limit.waits, 0.5).toFixed(0)}, ${found} found)`)
      }
      ratios.push(ours / theirs)
      slowest.push(longest)
      notes.push(`run ${run + 1}, p50: ${lines.join('; ')}`)
    }
  } finally {
    agent.destroy()
    await program.stop()
    await bare.stop()
  }
  return [
    { id: 'o1', what: `Searching ${stories.toLocaleString('en')} stories over HTTP, first page of ${questions.length} kinds of question (rights, exact words first, the words around each hit), sum of the p50 ÷ a bare Node handler with one statement over the same index`, goal: `≤ ${goal}`, runs: ratios, show: (value) => value.toFixed(1), met: (value) => value <= goal, notes },
    { id: 'o2', what: 'The slowest kind of question, p95', goal: `≤ ${goalMs} ms`, runs: slowest, show: (value) => `${value.toFixed(0)} ms`, met: (value) => value <= goalMs, notes: [] },
  ]
}

function questionsOf(stories: number): Question[] {
  const middle = Math.floor(stories / 2)
  const words = (sentences[20] ?? '').match(/\p{L}+/gu) ?? []
  const phrase = words.slice(1, 5).join(' ')
  const today = vietnameseDay(new Date())
  return [
    { name: 'words of many stories', asked: { text: 'xã thôn' } },
    { name: 'words of one story', asked: { text: documentOf(middle) } },
    { name: 'a phrase', asked: { text: `"${phrase}"` } },
    { name: 'typed without marks', asked: { text: foldVietnamese(phrase) } },
    { name: 'what nobody said', asked: { text: 'không hề có chữ xyzzy' } },
    { name: 'only what was said', asked: { text: phrase, where: 'said' } },
    { name: 'a person in a column', asked: { person: personOf(middle), column: columns[0] } },
    { name: 'words of a week a year ago', asked: { text: phrase, from: addDays(today, -367), to: addDays(today, -360), stage: 'aired' } },
  ]
}

function bareQuery({ text, person }: Question['asked']): string {
  return [...(text === undefined ? [] : [tsqueryOf(foldAsked(readAsked(text)))]), ...(person === undefined ? [] : [tsqueryOf(foldAsked(readPhrase(person)))])].join(' & ')
}
