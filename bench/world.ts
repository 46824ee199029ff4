import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { parse, stringify } from 'yaml'
import { compileRulebook } from '#modules/evaluation/server/rulebook/index.ts'
import { migrate } from '#platform/db/migrate.ts'
import { connectionUrl } from '#platform/postgres/connection-url.ts'
import { startCluster, type Cluster } from '#platform/postgres/start-cluster.ts'

/** A fresh, durable cluster with one committee, for one run of the bench. */
export interface World {
  readonly cluster: Cluster
  readonly url: string
  readonly client: pg.Client
  readonly tenantId: string
  readonly dataDir: string
  close(): Promise<void>
}

/** One person who can sign in: the token stands in the session cookie. */
export interface BenchPerson {
  readonly id: string
  readonly token: string
}

/** Starts a production cluster (fsync on) in a temporary folder and migrates it. */
export async function openWorld(): Promise<World> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'thuocdo-bench-'))
  const cluster = await startCluster({ dataDir, purpose: 'production' })
  const { connection } = cluster
  await migrate(connection)
  const client = new pg.Client(connection)
  await client.connect()
  const tenantId = uuidv7()
  await client.query('insert into tenant (id, name, created_at) values ($1, $2, now())', [tenantId, 'Đảng ủy xã đo tốc độ'])
  await client.query('insert into organisation_structure (tenant_id) values ($1)', [tenantId])
  return {
    cluster,
    url: connectionUrl(connection, connection.database ?? 'thuocdo'),
    client,
    tenantId,
    dataDir,
    async close() {
      await client.end()
      await cluster.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A rulebook of 30 criteria of one point each, otherwise the decree's. */
export function thirtyCriteria(): { source: string; hash: string; codes: string[] } {
  const file = path.join(import.meta.dirname, '../modules/evaluation/rulebooks/nd-335-2025.yaml')
  const book = parse(readFileSync(file, 'utf8')) as { id: string; criteria: { children: unknown[] }[]; examples: unknown[] }
  const codes = Array.from({ length: 30 }, (_, index) => `T.${index + 1}`)
  const general = book.criteria[0]
  if (general === undefined) throw new Error('the rulebook has no criteria')
  general.children = codes.map((code) => ({
    code,
    name: { vi: `Tiêu chí ${code}`, en: `Criterion ${code}` },
    max: 1,
    scoring: { kind: 'points', stepSetting: 'criteria.step' },
    article: 'Phụ lục I',
  }))
  book.id = 'bench-thirty'
  book.examples = book.examples.slice(0, 1)
  const source = stringify(book)
  return { source, hash: compileRulebook(source).hash, codes }
}

/** Units, posts, people with accounts and sessions, and a campaign in scoring with all of them. */
export async function fillCampaign(world: World, people: number, rulebook: { source: string; hash: string }): Promise<{ campaignId: string; unitId: string; people: BenchPerson[]; officer: BenchPerson }> {
  const { client, tenantId } = world
  const unitId = uuidv7()
  const campaignId = uuidv7()
  const ids = Array.from({ length: people }, () => uuidv7())
  const names = ids.map((_, index) => `Nguyễn Văn Thử ${String(index).padStart(5, '0')}`)
  const posts = ids.map(() => uuidv7())
  const q = (text: string, values: unknown[]): Promise<unknown> => client.query(text, values)
  await q('insert into organisation_unit (tenant_id, id, code) values ($1, $2, $3)', [tenantId, unitId, `DV${unitId.slice(-8)}`])
  await q(
    `insert into organisation_unit_span (tenant_id, id, unit_id, parent_id, name, folded_name, short_name, kind, level, valid_from)
     values ($1, $2, $3, null, 'Ủy ban nhân dân xã', 'uy ban nhan dan xa', 'UBND xã', 'peoples_committee', 'commune', '2025-07-01')`,
    [tenantId, uuidv7(), unitId],
  )
  await q(
    `insert into organisation_person (tenant_id, id, code, full_name, sort_name, folded_name, sex)
     select $1, id, 'P' || right(id::text, 12), name, 'Thử ' || name, lower(name), 'female' from unnest($2::uuid[], $3::text[]) as p(id, name)`,
    [tenantId, ids, names],
  )
  await q(
    `insert into organisation_post (tenant_id, id, code, unit_id, title, role, is_leader, public_contact, peer_group, places, valid_from)
     select $1, id, 'V' || right(id::text, 12), $3, 'Chuyên viên', 'staff', false, true, 'Chuyên viên', 1, '2025-07-01' from unnest($2::uuid[]) as p(id)`,
    [tenantId, posts, unitId],
  )
  await q(
    `insert into organisation_holding (tenant_id, id, person_id, post_id, status, is_primary, valid_from)
     select $1, gen_random_uuid(), person, post, 'civil_servant', true, '2025-07-01' from unnest($2::uuid[], $3::uuid[]) as h(person, post)`,
    [tenantId, ids, posts],
  )
  await q(`insert into evaluation_rulebook (tenant_id, id, version, hash, source, pinned_at) values ($1, 'bench-thirty', '1', $2, $3, now()) on conflict do nothing`, [tenantId, rulebook.hash, rulebook.source])
  await q(
    `insert into evaluation_campaign (tenant_id, id, name, rulebook_id, rulebook_version, settings, period_kind, period_from, period_to, scope_unit_id, subject_status, status, self_due, superior_due, decide_due, opened_at)
     values ($1, $2, 'Tháng 10/2026', 'bench-thirty', '1', '{}', 'month', '2026-10-01', '2026-10-31', $3, '{civil_servant}', 'scoring', '2026-12-05', '2026-12-10', '2026-12-15', now())`,
    [tenantId, campaignId, unitId],
  )
  await q(
    `insert into evaluation_participant (tenant_id, campaign_id, person_id, unit_id, post_id, title, subject_group, peer_group, is_head, status, sort_name)
     select $1, $2, person, $3, post, 'Chuyên viên', 'staff', 'Chuyên viên', false, 'self_scoring', 'Thử ' || name
     from unnest($4::uuid[], $5::uuid[], $6::text[]) as p(person, post, name)`,
    [tenantId, campaignId, unitId, ids, posts, names],
  )
  const officer = await signIn(world, null, 'officer')
  const signed: BenchPerson[] = []
  for (const id of ids.slice(0, 64)) signed.push(await signIn(world, id, null))
  return { campaignId, unitId, people: signed, officer }
}

/** An account with a session, of a person or with a role everywhere, or both. */
export async function signIn({ client, tenantId }: World, personId: string | null, role: string | null): Promise<BenchPerson> {
  const user = uuidv7()
  const token = uuidv7().replaceAll('-', '')
  await client.query('insert into accounts_user (id, tenant_id, person_id, name, username) values ($1, $2, $3, $4, $5)', [user, tenantId, personId, 'Đo', user])
  await client.query(`insert into accounts_session (id, user_id, token_hash, expires_at, second_factor_at) values ($1, $2, encode(sha256($3::bytea), 'hex'), now() + interval '1 day', now())`, [uuidv7(), user, token])
  if (role !== null) {
    await client.query(`insert into accounts_grant (tenant_id, id, account_id, role, valid_from) values ($1, $2, $3, $4, '2025-01-01')`, [tenantId, uuidv7(), user, role])
  }
  return { id: personId ?? user, token }
}
