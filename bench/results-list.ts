import { compileRulebook, shippedRulebookSource } from '#modules/evaluation/server/rulebook/index.ts'
import { load, type LoadSeries } from './load.ts'
import type { Finding } from './measure.ts'
import { serveBare, serveProgram } from './processes.ts'
import { fillCampaign, type World } from './world.ts'

const people = 10_000
const connections = 16
const seconds = 6
const pageSize = 50

/** (c) Page 200 against page 1 of a results list of 10,000, and page 1 against a bare handler with key paging. */
export async function benchResultsList(world: World, runs: number): Promise<Finding[]> {
  const source = shippedRulebookSource('nd-335-2025')
  if (source === null) throw new Error('the rulebook is missing')
  const campaign = await fillCampaign(world, people, { source, hash: compileRulebook(source).hash })
  await publish(world, campaign.campaignId)
  const program = await serveProgram(world.url, `${world.dataDir}/list`)
  const bare = await serveBare(world.cluster.connection)
  const cookie = { cookie: `thuocdo.session_token=${campaign.officer.token}` }
  const path = (after: string | null): string => `/api/evaluation/campaigns/${campaign.campaignId}/results?limit=${pageSize}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`
  const far: number[] = []
  const first: number[] = []
  const notes: string[] = []
  try {
    const after = await keyOfPage(program.port, path, cookie, 200)
    const same = (url: string, headers: Record<string, string>): LoadSeries[] =>
      Array.from({ length: connections }, () => ({
        next: () => ({ method: 'GET' as const, path: url, headers }),
        answered: (status) => {
          if (status !== 200) throw new Error(`${url} answered ${status}`)
        },
      }))
    const bareUrl = `/page?tenantId=${world.tenantId}&campaignId=${campaign.campaignId}`
    await load(program.port, same(path(null), cookie), 2)
    await load(bare.port, same(bareUrl, {}), 2)
    for (let run = 0; run < runs; run++) {
      const one = await load(program.port, same(path(null), cookie), seconds)
      const twoHundred = await load(program.port, same(path(after), cookie), seconds)
      const limit = await load(bare.port, same(bareUrl, {}), seconds)
      far.push(one.perSecond / twoHundred.perSecond)
      first.push(one.perSecond / limit.perSecond)
      notes.push(`run ${run + 1}: page 1 ${one.perSecond.toFixed(0)}/s, page 200 ${twoHundred.perSecond.toFixed(0)}/s, bare handler ${limit.perSecond.toFixed(0)}/s`)
    }
  } finally {
    await program.stop()
    await bare.stop()
  }
  return [
    { id: 'c1', what: 'Results list of 10,000: time of page 200 ÷ page 1', goal: '≤ 1.2', runs: far, show: (value) => value.toFixed(2), met: (value) => value <= 1.2, notes },
    { id: 'c2', what: 'Results list, page 1 over HTTP ÷ a bare Node handler with key paging', goal: '≥ 0.6', runs: first, show: (value) => value.toFixed(2), met: (value) => value >= 0.6, notes: [] },
  ]
}

async function publish({ client, tenantId }: World, campaignId: string): Promise<void> {
  await client.query(
    `insert into evaluation_result (tenant_id, id, campaign_id, person_id, exact_total, total, general_points, task_points, provisional_level, decided_level, decided_by, decided_at, input, derivation, reasons, computed_at, published_at)
     select tenant_id, gen_random_uuid(), campaign_id, person_id, '175/2', 87.5, 27.5, 60, 'good', 'good', person_id, now(), '{}', '{"total":null,"level":null,"terms":{},"parts":[]}', '[]', now(), now()
     from evaluation_participant where tenant_id = $1 and campaign_id = $2`,
    [tenantId, campaignId],
  )
  await client.query(`update evaluation_participant set status = 'published' where tenant_id = $1 and campaign_id = $2`, [tenantId, campaignId])
  await client.query(`update evaluation_campaign set status = 'published', published_at = now() where tenant_id = $1 and id = $2`, [tenantId, campaignId])
  await client.query('vacuum analyze')
}

async function keyOfPage(port: number, path: (after: string | null) => string, headers: Record<string, string>, page: number): Promise<string> {
  let after: string | null = null
  for (let turn = 1; turn < page; turn++) {
    const reply: Response = await fetch(`http://127.0.0.1:${port}${path(after)}`, { headers })
    if (!reply.ok) throw new Error(`page ${turn} answered ${reply.status}: ${await reply.text()}`)
    after = ((await reply.json()) as { next: string | null }).next
    if (after === null) throw new Error(`the list ended at page ${turn}`)
  }
  if (after === null) throw new Error('no such page')
  return after
}
