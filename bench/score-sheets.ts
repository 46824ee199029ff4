import { performance } from 'node:perf_hooks'
import { v7 as uuidv7 } from 'uuid'
import { compileRulebook, scoreSubject, shippedRulebookSource, type ScoreInput } from '#modules/evaluation/server/rulebook/index.ts'
import type { Finding } from './measure.ts'
import type { World } from './world.ts'

const sheets = 100_000
const batch = 5_000

/** (b) Scoring 100,000 stored sheets with derivations off, against reading the same rows and adding up their numbers. */
export async function benchScoreSheets(world: World, runs: number): Promise<Finding> {
  await world.client.query('create table bench_sheet (id uuid primary key, input jsonb not null)')
  for (let start = 0; start < sheets; start += batch) {
    const rows = Array.from({ length: batch }, (_, offset) => inputOf(start + offset))
    await world.client.query('insert into bench_sheet select * from unnest($1::uuid[], $2::jsonb[])', [rows.map(() => uuidv7()), rows.map((row) => JSON.stringify(row))])
  }
  await world.client.query('vacuum analyze bench_sheet')
  const source = shippedRulebookSource('nd-335-2025')
  if (source === null) throw new Error('the rulebook is missing')
  const rulebook = compileRulebook(source)
  const score = (input: ScoreInput): number => Number(scoreSubject(rulebook, input, { derivation: false }).total)
  const ratios: number[] = []
  const lines: string[] = []
  await pass(world, add)
  await pass(world, score)
  for (let run = 0; run < runs; run++) {
    const reading = await pass(world, add)
    const scoring = await pass(world, score)
    ratios.push(scoring.seconds / reading.seconds)
    lines.push(`run ${run + 1}: read and add ${reading.seconds.toFixed(2)} s, read and score ${scoring.seconds.toFixed(2)} s (${((scoring.seconds - reading.seconds) / sheets * 1e6).toFixed(1)} µs more a sheet)`)
  }
  return {
    id: 'b',
    what: '100,000 sheets (10 criteria, 6 tasks each): reading and scoring exactly, derivations off, ÷ reading the same rows and adding up their numbers',
    goal: '≤ 2',
    runs: ratios,
    show: (value) => value.toFixed(2),
    met: (value) => value <= 2,
    notes: lines,
  }
}

const codes = ['I.1', 'I.2', 'II.1', 'II.2', 'II.3', 'II.4', 'III.1', 'III.2', 'III.3', 'III.4']

function inputOf(turn: number): ScoreInput {
  const criteria = Object.fromEntries(codes.map((code, index) => [code, ((index < 2 ? 4 : 2) + ((turn + index) % 5) / 10).toFixed(1)]))
  const tasks = Array.from({ length: 6 }, (_, index) => ({
    coefficient: ['1/1', '3/2', '18/1', '38/1', '5/1', '1/2'][index] ?? '1/1',
    assigned: 4 + index,
    completed: 4 + index - ((turn + index) % 7 === 0 ? 1 : 0),
    qualityFaults: (turn + index) % 11 === 0 ? 1 : 0,
    lateEvents: (turn + index) % 13 === 0 ? 1 : 0,
    origin: 'assigned',
  }))
  return { group: 'staff', criteria, tasks, facts: {} }
}

function add(input: ScoreInput): number {
  let sum = 0
  for (const points of Object.values(input.criteria ?? {})) sum += Number(points)
  for (const task of input.tasks ?? []) sum += Number(task['assigned']) + Number(task['completed'])
  return sum
}

async function pass({ client }: World, work: (input: ScoreInput) => number): Promise<{ seconds: number; sum: number }> {
  const from = performance.now()
  let sum = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await client.query<{ id: string; input: ScoreInput }>({ name: 'sheets', text: 'select id, input from bench_sheet where id > $1 order by id limit $2', values: [after, batch] })
    for (const row of found.rows) sum += work(row.input)
    const last = found.rows.at(-1)
    if (last === undefined) break
    after = last.id
  }
  if (!Number.isFinite(sum)) throw new Error('a sheet could not be scored')
  return { seconds: (performance.now() - from) / 1000, sum }
}
