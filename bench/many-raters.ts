import { v7 as uuidv7 } from 'uuid'
import { compileRulebook, shippedRulebookSource } from '#modules/evaluation/server/rulebook/index.ts'
import { fillCampaign, type BenchPerson, type World } from './world.ts'

/** Raters of each subject: self, superior, five peers who stay unnamed, three named members of the committee. */
export const ratersEach = 10
const peers = 5
const members = 3
const codes = { 'I.1': 5, 'I.2': 5, 'I.3': 5, 'I.4': 5, 'II.1': 10, 'II.2': 10, 'III.1': 40, 'III.2': 20 }

/** A campaign of a year in which everybody has sent everything. */
export interface RatedCampaign {
  readonly campaignId: string
  readonly officer: BenchPerson
  /** A draft of the rulebook with other weights and another threshold. */
  readonly editionId: string
}

/** Fills a campaign under the six groups of 2018 with sheets, ratings and tallies that are ready to be compiled. */
export async function fillManyRaters(world: World, subjects: number): Promise<RatedCampaign> {
  const source = shippedRulebookSource('six-groups-2018')
  if (source === null) throw new Error('the rulebook is missing')
  const { campaignId, officer } = await fillCampaign(world, subjects, { source, hash: compileRulebook(source).hash })
  const { client, tenantId } = world
  const q = (text: string, more: unknown[] = []): Promise<unknown> => client.query(text, [tenantId, campaignId, ...more])
  await q(`update evaluation_campaign set period_kind = 'year', period_from = '2026-01-01', period_to = '2026-12-31' where tenant_id = $1 and id = $2`)
  const facts = { conduct: 'truly_exemplary', initiativeApplied: true, tasksAssigned: 20, tasksCompleted: 20, tasksShort: 0, unitTargets: 10, unitTargetsDone: 10, unitTargetsExceeded: 5, unitTargetsOnTime: 10, subUnits: 0 }
  await q(`create temporary table bench_subject as select person_id, row_number() over (order by person_id) - 1 as place
     from evaluation_participant where tenant_id = $1 and campaign_id = $2`)
  await client.query('create index on bench_subject (place)')
  await q(
    `update evaluation_participant p set subject_group = 'office_deputies', status = 'scored', facts = $3, superior_id = o.person_id, decider_id = o.person_id
     from bench_subject s join bench_subject o on o.place = (s.place + 1) % $4 where p.tenant_id = $1 and p.campaign_id = $2 and p.person_id = s.person_id`,
    [JSON.stringify(facts), subjects],
  )
  const points = (seed: string): string => `jsonb_build_object(${Object.entries(codes).map(([code, max], at) => `'${code}', (${max} - ((${seed} + ${at}) % 9) / 2.0)::float8::text`).join(', ')})`
  await q(
    `insert into evaluation_sheet (tenant_id, campaign_id, person_id, rater, rater_person_id, points, submitted_at, saved_at)
     select $1, $2, s.person_id, k.rater, case when k.rater = 'self' then s.person_id else o.person_id end, ${points('s.place + k.turn')}, now(), now()
     from bench_subject s join bench_subject o on o.place = (s.place + 1) % $3 cross join (values ('self', 0), ('superior', 3)) as k(rater, turn)`,
    [subjects],
  )
  await q(
    `insert into evaluation_rater (tenant_id, campaign_id, person_id, kind, rater_person_id, status, submitted_on)
     select $1, $2, s.person_id, case when n <= ${peers} then 'peers' else 'collective' end, o.person_id, 'submitted', '2026-12-01'
     from bench_subject s cross join generate_series(1, ${peers + members}) as n join bench_subject o on o.place = (s.place + 1 + n) % $3`,
    [subjects],
  )
  await q(
    `insert into evaluation_rating (tenant_id, campaign_id, person_id, kind, rater_person_id, points, submitted_at, saved_at)
     select $1, $2, r.person_id, r.kind, r.rater_person_id, ${points('s.place + o.place')}, now(), now()
     from evaluation_rater r join bench_subject s using (person_id) join bench_subject o on o.person_id = r.rater_person_id
     where r.tenant_id = $1 and r.campaign_id = $2 and r.kind = 'collective'`,
  )
  const sums = Object.entries(codes).map(([code, max], at) => `'${code}', (${max * peers * 2} - (s.place + ${at}) % 9 * 2)::text || '/2'`)
  await q(`insert into evaluation_tally (tenant_id, campaign_id, person_id, kind, count, sums) select $1, $2, s.person_id, 'peers', ${peers}, jsonb_build_object(${sums.join(', ')}) from bench_subject s`)
  const editionId = uuidv7()
  const changed = reweighted(source)
  await client.query(
    `insert into evaluation_rulebook_edition (tenant_id, id, rulebook_id, number, name, status, source, hash, basis_id, basis_version, created_at, changed_at)
     values ($1, $2, 'bench-thirty', 2, '{"vi":"Bản đo","en":"Measured"}', 'draft', $3, $4, 'bench-thirty', '1', now(), now())`,
    [tenantId, editionId, changed, compileRulebook(changed).hash],
  )
  await client.query('drop table bench_subject')
  await client.query('vacuum analyze')
  return { campaignId, officer, editionId }
}

/** The direct superior counts for more, the committee for less, so that nearly every score moves. */
function reweighted(source: string): string {
  const changed = source.replace('superior: "0.3", collective: "0.5"', 'superior: "0.4", collective: "0.4"').replace('superior: "0.4", collective: "0.6"', 'superior: "0.5", collective: "0.5"')
  if (changed === source) throw new Error('the weights of the rulebook are written otherwise')
  return changed
}
