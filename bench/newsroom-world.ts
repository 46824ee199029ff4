import { v7 as uuidv7 } from 'uuid'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import type { ScriptContent } from '#modules/newsroom/domain/approval/content.ts'
import { keysFor } from '#modules/newsroom/domain/rundown/order-key.ts'
import { hashOf } from '#modules/newsroom/server/stories/story-row.ts'
import { signIn, type BenchPerson, type World } from './world.ts'

const atOnce = 500

/** A newsroom with people who can sign in. */
export interface BenchNewsroom {
  readonly unitId: string
  readonly reporter: BenchPerson
  readonly producer: BenchPerson
  /** Everybody who has the rundown open. */
  readonly gallery: readonly BenchPerson[]
}

/** Founds it: one unit, one reporter, one producer, and so many of the gallery. */
export async function fillNewsroom(world: World, gallery = 1): Promise<BenchNewsroom> {
  const { client, tenantId } = world
  const unitId = uuidv7()
  const ids = Array.from({ length: gallery + 2 }, () => uuidv7())
  const names = ids.map((_, index) => `Nguyễn Văn Thử ${String(index).padStart(3, '0')}`)
  await client.query('insert into organisation_unit (tenant_id, id, code) values ($1, $2, $3)', [tenantId, unitId, `DV${unitId.slice(-8)}`])
  await client.query(
    `insert into organisation_unit_span (tenant_id, id, unit_id, parent_id, name, folded_name, short_name, kind, level, valid_from)
     values ($1, $2, $3, null, 'Đài Phát thanh và Truyền hình', 'dai phat thanh va truyen hinh', 'Đài', 'peoples_committee', 'commune', '2025-07-01')`,
    [tenantId, uuidv7(), unitId],
  )
  await client.query(
    `insert into organisation_person (tenant_id, id, code, full_name, sort_name, folded_name, sex)
     select $1, id, 'P' || right(id::text, 12), name, 'Thử ' || name, lower(name), 'female' from unnest($2::uuid[], $3::text[]) as p(id, name)`,
    [tenantId, ids, names],
  )
  const [reporter, producer, ...rest] = ids
  if (reporter === undefined || producer === undefined) throw new Error('nobody works here')
  const watching: BenchPerson[] = []
  for (const id of rest) watching.push(await signIn(world, id, 'gallery'))
  return { unitId, reporter: await signIn(world, reporter, 'reporter'), producer: await signIn(world, producer, 'producer'), gallery: watching }
}

/** Stories of the reporter with one version each; answers their ids in the same order. */
export async function addStories({ client, tenantId }: World, { unitId, reporter }: BenchNewsroom, contents: readonly ScriptContent[], state: 'draft' | 'approved'): Promise<string[]> {
  const ids = contents.map(() => uuidv7())
  for (let from = 0; from < contents.length; from += atOnce) {
    const part = contents.slice(from, from + atOnce)
    const these = ids.slice(from, from + atOnce)
    await client.query(
      `insert into newsroom_story (tenant_id, id, unit_id, author_id, state, title, "column", category, created_at, changed_at)
       select $1, id, $2, $3, $4, title, "column", category, now(), now() from unnest($5::uuid[], $6::text[], $7::text[], $8::text[]) as s(id, title, "column", category)`,
      [tenantId, unitId, reporter.id, state, these, part.map((one) => one.title), part.map((one) => one.column), part.map((one) => one.category)],
    )
    await client.query(
      `insert into newsroom_story_version (tenant_id, story_id, version, content, hash, saved_by, saved_at)
       select $1, id, 1, content::jsonb, decode(hash, 'hex'), $2, now() from unnest($3::uuid[], $4::text[], $5::text[]) as v(id, content, hash)`,
      [tenantId, reporter.id, these, part.map((one) => JSON.stringify(one)), part.map((one) => hashOf(one).toString('hex'))],
    )
  }
  return ids
}

/** Today's rundown with these stories in their order. */
export async function addRundown({ client, tenantId }: World, { unitId, producer }: BenchNewsroom, stories: readonly string[]): Promise<{ rundownId: string; itemIds: string[] }> {
  const rundownId = uuidv7()
  const itemIds = stories.map(() => uuidv7())
  await client.query(
    `insert into newsroom_rundown (tenant_id, id, unit_id, name, on_date, start_ms, created_by, created_at, changed_at) values ($1, $2, $3, 'Thời sự', $4, 0, $5, now(), now())`,
    [tenantId, rundownId, unitId, vietnameseDay(new Date()), producer.id],
  )
  await client.query(
    `insert into newsroom_rundown_item (tenant_id, id, rundown_id, order_key, kind, story_id, title, planned_ms, reader_id, added_by, changed_by, changed_at)
     select $1, i.id, $2, i.order_key, 'story', i.story_id, s.title, 90000, $3, $3, $3, now()
     from unnest($4::uuid[], $5::text[], $6::uuid[]) as i(id, order_key, story_id) join newsroom_story s on s.tenant_id = $1 and s.id = i.story_id`,
    [tenantId, rundownId, producer.id, itemIds, keysFor(stories.length), stories],
  )
  await client.query(`update newsroom_story set air = 'placed' where tenant_id = $1 and id = any($2::uuid[])`, [tenantId, stories])
  await client.query('vacuum analyze')
  return { rundownId, itemIds }
}

/** What a request of somebody signed in carries. */
export function asPerson({ token }: BenchPerson): Record<string, string> {
  return { cookie: `thuocdo.session_token=${token}`, 'x-request-id': uuidv7() }
}
