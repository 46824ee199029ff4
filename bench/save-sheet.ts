import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { compose } from '#apps/server/compose.ts'
import { saveStatement } from './bare-statements.ts'
import { load, type LoadSeries } from './load.ts'
import type { Finding } from './measure.ts'
import { serveBare, serveProgram } from './processes.ts'
import { fillCampaign, thirtyCriteria, type BenchPerson, type World } from './world.ts'

const connections = 16
const seconds = 8

/** (a) Saving one full sheet of 30 criteria over HTTP with 16 connections, against a bare handler and pgbench. */
export async function benchSaveSheet(world: World, runs: number): Promise<Finding> {
  const rulebook = thirtyCriteria()
  const campaign = await fillCampaign(world, 64, rulebook)
  const people = campaign.people.slice(0, connections)
  const spare = campaign.people.slice(connections, connections * 2)
  const program = await serveProgram(world.url, `${world.dataDir}/program`)
  const bare = await serveBare(world.cluster.connection)
  const ratios: number[] = []
  const lines: string[] = []
  try {
    const points = (turn: number): Record<string, string> => Object.fromEntries(rulebook.codes.map((code, index) => [code, (((turn + index) % 20) / 20 + 0.05).toFixed(2)]))
    const ours = people.map((person) => ourSeries(campaign.campaignId, person, points))
    const [countedSeries] = ours
    if (countedSeries === undefined) throw new Error('nobody saves')
    const theirs = spare.map((person) => bareSeries(world.tenantId, campaign.campaignId, person, points))
    await load(program.port, ours, 2)
    await load(bare.port, theirs, 2)
    const counted = await statementsOf(world, countedSeries)
    for (let run = 0; run < runs; run++) {
      const limit = await load(bare.port, theirs, seconds)
      const found = await load(program.port, ours, seconds)
      if (found.failures > 0 || limit.failures > 0) throw new Error(`requests failed: ours ${found.failures}, bare ${limit.failures}`)
      ratios.push(found.perSecond / limit.perSecond)
      lines.push(`run ${run + 1}: ours ${found.perSecond.toFixed(0)}/s (p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms), bare handler ${limit.perSecond.toFixed(0)}/s`)
    }
    lines.push(pgbench(world, campaign.campaignId, spare, points(3)))
    lines.push(`a saved sheet costs ${counted.statements.toFixed(1)} statements and ${counted.commits.toFixed(1)} commit, \`begin\` and \`commit\` included`)
  } finally {
    await program.stop()
    await bare.stop()
  }
  return {
    id: 'a',
    what: 'Saving a full sheet (30 criteria; session, rights, validation, ledger) over HTTP, 16 connections, ÷ a bare Node handler writing the same rows in one statement',
    goal: '≥ 0.6',
    runs: ratios,
    show: (value) => value.toFixed(2),
    met: (value) => value >= 0.6,
    notes: lines,
  }
}

type Points = (turn: number) => Record<string, string>

function ourSeries(campaignId: string, person: BenchPerson, points: Points): LoadSeries {
  let version = 0
  let turn = 0
  return {
    next: () => ({
      method: 'PUT',
      path: `/api/evaluation/campaigns/${campaignId}/sheets/${person.id}/self`,
      headers: { cookie: `thuocdo.session_token=${person.token}`, 'x-request-id': uuidv7() },
      body: JSON.stringify({ version, points: points(turn++), judgements: {}, lists: {}, strengths: 'Chủ động, đúng hạn.', weaknesses: 'Còn chậm khâu tổng hợp.', comment: '', proposedLevel: null }),
    }),
    answered(status, body) {
      if (status === 200) version = (JSON.parse(body) as { version: number }).version
      else if (status !== 409) throw new Error(`save answered ${status}: ${body}`)
    },
  }
}

function bareSeries(tenantId: string, campaignId: string, person: BenchPerson, points: Points): LoadSeries {
  let turn = 0
  return {
    next: () => ({
      method: 'POST',
      path: '/save',
      headers: {},
      body: JSON.stringify({ tenantId, campaignId, personId: person.id, points: points(turn++), strengths: 'Chủ động, đúng hạn.', weaknesses: 'Còn chậm khâu tổng hợp.' }),
    }),
    answered: () => undefined,
  }
}

/** Statements and commits of a save once everything is warm, counted at the program's own connections. */
async function statementsOf(world: World, series: LoadSeries): Promise<{ statements: number; commits: number }> {
  const program = await compose({ database: world.cluster.connection, dataDir: `${world.dataDir}/counted`, secret: 'x'.repeat(32), log: false, webDir: null })
  const seen: string[] = []
  const counted = new WeakSet<object>()
  program.pool.on('acquire', (client) => {
    if (counted.has(client)) return
    counted.add(client)
    const run = client.query.bind(client) as (...parts: unknown[]) => unknown
    const counting = (first: unknown, ...rest: unknown[]): unknown => {
      seen.push(typeof first === 'string' ? first : String((first as { text?: unknown }).text))
      return run(first, ...rest)
    }
    client.query = counting as typeof client.query
  })
  const save = async (): Promise<void> => {
    const { method, path: url, headers, body } = series.next()
    const reply = await program.app.inject({ method, url, headers: { ...headers, 'content-type': 'application/json' }, payload: body ?? '' })
    series.answered(reply.statusCode, reply.body)
  }
  for (let turn = 0; turn < 5; turn++) await save()
  seen.length = 0
  const times = 10
  for (let turn = 0; turn < times; turn++) await save()
  await program.close()
  const count = (test: (text: string) => boolean): number => seen.filter(test).length / times
  return { statements: count(() => true), commits: count((text) => /^commit/i.test(text)) }
}

/** The same statement sent by pgbench, where it is installed. */
function pgbench(world: World, campaignId: string, people: readonly BenchPerson[], points: Record<string, string>): string {
  const script = path.join(os.tmpdir(), `thuocdo-pgbench-${process.pid}.sql`)
  const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
  const person = people.length
  const text = saveStatement
    .replaceAll('$1', literal(world.tenantId))
    .replaceAll('$2', literal(campaignId))
    .replaceAll('$4', literal(JSON.stringify(points)))
    .replaceAll('$5', literal('Chủ động, đúng hạn.'))
    .replaceAll('$6', literal('Còn chậm khâu tổng hợp.'))
    .replaceAll('$7', 'now()')
    .replaceAll('$3', `(array[${people.map((one) => `${literal(one.id)}::uuid`).join(',')}])[:who]`)
  writeFileSync(script, `\\set who 1 + (:client_id % ${person})\n${text.replaceAll('\n', ' ')};\n`)
  const { host, port, user, password, database } = world.cluster.connection
  const ran = spawnSync('pgbench', ['-n', '-c', String(connections), '-j', '2', '-T', String(seconds), '-M', 'prepared', '-f', script, '-h', host, '-p', String(port), '-U', user, database ?? 'thuocdo'], {
    encoding: 'utf8',
    env: { ...process.env, PGPASSWORD: password },
  })
  if (ran.error !== undefined) return 'pgbench is not installed here: not reported'
  const found = /tps = ([\d.]+)/.exec(ran.stdout)
  return found === null ? `pgbench failed: ${ran.stderr.trim().split('\n').at(-1) ?? ''}` : `pgbench, the same statement, 16 clients: ${Number(found[1]).toFixed(0)}/s`
}
