import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { v7 as uuidv7 } from 'uuid'
import { fillManyRaters, ratersEach, type RatedCampaign } from './many-raters.ts'
import type { Finding } from './measure.ts'
import { serveProgram, type Served } from './processes.ts'
import type { World } from './world.ts'

const batch = 500
const probeMs = 100
const first = '00000000-0000-0000-0000-000000000000'

/**
 * (i) Closing the scoring of a campaign of many raters over HTTP, and (j) scoring it again under a changed rulebook, each
 * against reading the rows it is computed from and adding up their points.
 */
export async function benchCloseCampaign(world: World, runs: number, subjects = 10_000): Promise<Finding[]> {
  const campaign = await fillManyRaters(world, subjects)
  const program = await serveProgram(world.url, `${world.dataDir}/close`)
  try {
    const closing = await closeScoring(world, program, campaign, runs, subjects)
    const [submit, publish] = await makeKnown(world, program, campaign)
    closing.notes.push(`once after the last run: handing on to the authority ${submit.toFixed(1)} s (computes everything once more), publishing ${publish.toFixed(1)} s`)
    const again = await scoreAgain(world, program, campaign, runs, subjects)
    const size = `${subjects.toLocaleString('en')} subjects × ${ratersEach} raters`
    const common = { show: (value: number) => value.toFixed(1) }
    return [
      { id: 'i', what: `Closing the scoring of ${size} (self, superior, 5 unnamed peers, 3 named members) over HTTP: checks, every score, results stored ÷ reading the same rows and adding up their points`, goal: '≤ 10', ...closing, ...common, met: (value) => value <= 10 },
      { id: 'j', what: `Scoring the published results of ${size} again under a changed rulebook over HTTP, with everybody who moves and why ÷ reading the same inputs and adding up their points`, goal: '≤ 10', ...again, ...common, met: (value) => value <= 10 },
    ]
  } finally {
    await program.stop()
  }
}

interface Measured {
  readonly runs: number[]
  readonly notes: string[]
}

async function closeScoring(world: World, program: Served, campaign: RatedCampaign, runs: number, subjects: number): Promise<Measured> {
  const ratios: number[] = []
  const notes: string[] = []
  await addSheets(world, campaign.campaignId)
  notes.push(await readPageWhileOneWaits(world, program, campaign))
  for (let run = 0; run < runs; run++) {
    if (run > 0) await reopen(world, campaign.campaignId)
    const from = performance.now()
    const added = await addSheets(world, campaign.campaignId)
    const reading = (performance.now() - from) / 1000
    if (!(added > 0)) throw new Error('there is nothing to add up')
    const ours = await whileOthersAsk(program, campaign, () => act(program, campaign, 'compile', ''))
    const { rows } = await world.client.query<{ scored: number }>('select count(*)::int as scored from evaluation_result where tenant_id = $1 and campaign_id = $2 and exact_total is not null', [world.tenantId, campaign.campaignId])
    if (rows[0]?.scored !== subjects) throw new Error(`${rows[0]?.scored} of ${subjects} have a score`)
    ratios.push(ours.seconds / reading)
    notes.push(`run ${run + 1}: read and add ${reading.toFixed(2)} s, close ${ours.seconds.toFixed(2)} s; meanwhile another request waited at most ${ours.longestMs.toFixed(0)} ms`)
  }
  notes.push(`the server's memory stood at no more than ${peakMb(program)} MB`)
  return { runs: ratios, notes }
}

async function scoreAgain(world: World, program: Served, campaign: RatedCampaign, runs: number, subjects: number): Promise<Measured> {
  const ratios: number[] = []
  const notes: string[] = []
  const ask = () => request(program, campaign, 'GET', `/api/evaluation/rulebook-editions/${campaign.editionId}/simulation?campaignId=${campaign.campaignId}`)
  await addInputs(world, campaign.campaignId)
  await ask()
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    const added = await addInputs(world, campaign.campaignId)
    const reading = (performance.now() - from) / 1000
    if (!(added > 0)) throw new Error('there is nothing to add up')
    const ours = await whileOthersAsk(program, campaign, ask)
    const { people, levelChanges, scoreChanges, refusedCount } = ours.reply as { people: number; levelChanges: number; scoreChanges: number; refusedCount: number }
    if (people !== subjects || refusedCount > 0) throw new Error(`${people} of ${subjects} were scored again, ${refusedCount} refused`)
    ratios.push(ours.seconds / reading)
    notes.push(`run ${run + 1}: read and add ${reading.toFixed(2)} s, score again ${ours.seconds.toFixed(2)} s (${levelChanges} other levels, ${scoreChanges} other scores); meanwhile another request waited at most ${ours.longestMs.toFixed(0)} ms`)
  }
  notes.push(`the server's memory stood at no more than ${peakMb(program)} MB`)
  return { runs: ratios, notes }
}

/** Reads the campaign's page while a single rater has not sent: the median of nine after two to warm up. */
async function readPageWhileOneWaits({ client, tenantId }: World, program: Served, campaign: RatedCampaign): Promise<string> {
  const where = [tenantId, campaign.campaignId]
  const one = `(select person_id, kind, rater_person_id from evaluation_rater where tenant_id = $1 and campaign_id = $2 and kind = 'collective' order by person_id, rater_person_id limit 1)`
  const turn = (set: string) => client.query(`update evaluation_rater set ${set} where tenant_id = $1 and campaign_id = $2 and (person_id, kind, rater_person_id) in ${one}`, where)
  await turn(`status = 'waiting', submitted_on = null`)
  const times: number[] = []
  for (let turn = 0; turn < 11; turn++) {
    const from = performance.now()
    await request(program, campaign, 'GET', `/api/evaluation/campaigns/${campaign.campaignId}`)
    if (turn >= 2) times.push(performance.now() - from)
  }
  await turn(`status = 'submitted', submitted_on = '2026-12-01'`)
  const sorted = times.toSorted((a, b) => a - b)
  return `the campaign's page while one rater has not sent: ${(sorted[4] ?? Number.NaN).toFixed(0)} ms (median of 9)`
}

/** Hands the results on, has everybody decided as proposed, and publishes. Seconds of the two acts. */
async function makeKnown(world: World, program: Served, campaign: RatedCampaign): Promise<[number, number]> {
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now()
    await work()
    return (performance.now() - from) / 1000
  }
  const submit = await timed(() => act(program, campaign, 'submit', ''))
  const where = [world.tenantId, campaign.campaignId]
  await world.client.query('update evaluation_result r set decided_level = provisional_level, decided_by = p.decider_id, decided_at = now() from evaluation_participant p where p.tenant_id = r.tenant_id and p.campaign_id = r.campaign_id and p.person_id = r.person_id and r.tenant_id = $1 and r.campaign_id = $2', where)
  await world.client.query(`update evaluation_participant set status = 'decided' where tenant_id = $1 and campaign_id = $2`, where)
  const publish = await timed(() => act(program, campaign, 'publish', 'Đo tốc độ, vượt tỷ lệ có lý do'))
  await world.client.query('vacuum analyze')
  return [submit, publish]
}

async function act(program: Served, campaign: RatedCampaign, name: string, reason: string): Promise<unknown> {
  const path = `/api/evaluation/campaigns/${campaign.campaignId}`
  const { version } = (await request(program, campaign, 'GET', path)) as { version: number }
  return request(program, campaign, 'POST', `${path}/acts`, { version, act: name, reason })
}

async function request(program: Served, { officer }: RatedCampaign, method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
  const headers = { cookie: `thuocdo.session_token=${officer.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json', 'x-request-id': uuidv7() }) }
  const reply = await fetch(`http://127.0.0.1:${program.port}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`)
  return reply.json()
}

/** Does the work while somebody asks who is signed in ten times a second; says how long the unluckiest of them waited. */
async function whileOthersAsk(program: Served, campaign: RatedCampaign, work: () => Promise<unknown>): Promise<{ seconds: number; longestMs: number; reply: unknown }> {
  let done = false
  let longestMs = 0
  const others = (async () => {
    while (!done) {
      const from = performance.now()
      await request(program, campaign, 'GET', '/api/accounts/session')
      longestMs = Math.max(longestMs, performance.now() - from)
      await new Promise((resolve) => setTimeout(resolve, probeMs))
    }
  })()
  const from = performance.now()
  try {
    const reply = await work()
    return { seconds: (performance.now() - from) / 1000, longestMs, reply }
  } finally {
    done = true
    await others
  }
}

/** Everything back to the moment before closing. */
async function reopen({ client, tenantId }: World, campaignId: string): Promise<void> {
  for (const text of [
    'delete from evaluation_result where tenant_id = $1 and campaign_id = $2',
    `update evaluation_participant set status = 'scored' where tenant_id = $1 and campaign_id = $2`,
    'update evaluation_tally set closed = false where tenant_id = $1 and campaign_id = $2',
    `update evaluation_campaign set status = 'scoring' where tenant_id = $1 and id = $2`,
  ]) await client.query(text, [tenantId, campaignId])
  await client.query('vacuum analyze')
}

type Points = Readonly<Record<string, string>>

/** Reads files, sheets, ratings with their raters, and tallies, and adds up every point. */
async function addSheets({ client, tenantId }: World, campaignId: string): Promise<number> {
  const texts = [
    'select points from evaluation_sheet where tenant_id = $1 and campaign_id = $2 and person_id = any($3::uuid[])',
    `select g.points from evaluation_rating g join evaluation_rater r using (tenant_id, campaign_id, person_id, kind, rater_person_id)
     where g.tenant_id = $1 and g.campaign_id = $2 and g.person_id = any($3::uuid[]) and r.status = 'submitted'`,
    'select sums as points from evaluation_tally where tenant_id = $1 and campaign_id = $2 and person_id = any($3::uuid[])',
  ]
  let sum = 0
  for (let after = first; ; ) {
    const people = await client.query<{ person_id: string }>(`select * from evaluation_participant where tenant_id = $1 and campaign_id = $2 and person_id > $3 order by person_id limit ${batch}`, [tenantId, campaignId, after])
    const ids = people.rows.map((row) => row.person_id)
    for (const text of texts) for (const row of (await client.query<{ points: Points }>(text, [tenantId, campaignId, ids])).rows) sum += sumOf(row.points)
    const last = ids.at(-1)
    if (last === undefined) return sum
    after = last
  }
}

/** Reads the kept inputs of the results and adds up every point in them. */
async function addInputs({ client, tenantId }: World, campaignId: string): Promise<number> {
  let sum = 0
  for (let after = first; ; ) {
    const { rows } = await client.query<{ person_id: string; input: { engine: { input: { scores: Readonly<Record<string, unknown>> } } } }>(
      `select person_id, input from evaluation_result where tenant_id = $1 and campaign_id = $2 and replaced_by is null and person_id > $3 order by person_id limit ${batch}`,
      [tenantId, campaignId, after],
    )
    for (const row of rows) sum += sumOf(row.input.engine.input.scores)
    const last = rows.at(-1)
    if (last === undefined) return sum
    after = last.person_id
  }
}

function sumOf(value: unknown): number {
  if (typeof value === 'object' && value !== null) return Object.values(value).reduce((sum: number, each) => sum + sumOf(each), 0)
  const [above, below = '1'] = String(value).split('/')
  return Number(above) / Number(below)
}

/** Most memory the process ever held, in megabytes; Linux only. */
function peakMb({ child }: Served): string {
  try {
    const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? '?' : (Number(kb) / 1024).toFixed(0)
  } catch {
    return '?'
  }
}
