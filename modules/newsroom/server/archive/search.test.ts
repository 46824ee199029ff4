import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { readerOf } from '#platform/db/database.ts'
import { airedNewsroom, leadIn } from '#tests/setup/aired-newsroom.ts'
import { refused } from '#tests/setup/refused.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import type { Block } from '../../domain/story/block.ts'
import { findStories } from './find-stories.ts'

const server = await wholeServer(import.meta)

const soundbite = (verbatim: string): Block => ({ id: randomUUID(), kind: 'soundbite', cuttable: false, personId: null, inMs: 0, outMs: 1000, inWords: '', outWords: '', verbatim })
const name = (said: string): Block => ({ id: randomUUID(), kind: 'super', cuttable: false, personId: null, name: said, title: 'Bí thư', organisation: 'xã Suối Đá' })

test('stories are found marks aside, those with exactly the words typed first, page by page, with the words around', async () => {
  const { as, write } = await airedNewsroom(server)
  const find = (query: object) => as.reporter.call(archiveRoutes.searchStories, { query })
  const titles = async (query: object) => (await find(query)).items.map((item) => item.title)
  await write('Đồng lúa', [leadIn('Bà con thôn Đông gặt lúa.')])
  await write('Họp dân', [leadIn('Sáng nay, đồng chí Bí thư nói về cánh dong riềng.')], 'Nông thôn mới')
  await write('Chống dông', [leadIn('Mưa giông, dông lốc ở xã Suối Đá làm hỏng 15 nhà.'), soundbite('Chúng tôi rất lo cho bà con.'), name('Hồ Thị Mẫu')])
  assert.deepEqual(await titles({ text: 'dông' }), ['Chống dông', 'Họp dân', 'Đồng lúa'], 'exactly this word first, then the latest begun')
  assert.deepEqual((await find({ text: 'dông' })).items.map((item) => item.exact), [true, false, false])
  assert.deepEqual(await titles({ text: 'ho thi mau' }), ['Chống dông'])
  assert.deepEqual(await titles({ text: '"bà con" lúa' }), ['Đồng lúa'])
  assert.deepEqual(await titles({ text: 'con bà "con bà"' }), [])
  assert.deepEqual(await titles({ text: 'ho thi mau', where: 'said' }), [], 'a super is not said')
  assert.deepEqual(await titles({ text: 'rat lo', where: 'said' }), ['Chống dông'], 'a soundbite is')
  assert.deepEqual(await titles({ text: 'mười lăm nhà', where: 'said' }), ['Chống dông'], 'and a number as it is said')
  assert.deepEqual(await titles({ person: 'Thị Mẫu' }), ['Chống dông'])
  assert.deepEqual(await titles({ place: 'thôn Đông' }), ['Đồng lúa'])
  assert.deepEqual(await titles({ text: 'dông', column: 'Nông thôn mới' }), ['Họp dân'])
  assert.deepEqual(await titles({ text: 'dông', stage: 'aired' }), [])
  const hit = (await find({ text: 'rất lo' })).items[0]?.snippet.filter((part) => part.hit).map((part) => part.text)
  assert.deepEqual(hit, ['rất lo'])
  const first = await find({ text: 'dông', limit: 2 })
  assert.equal(first.items.length, 2)
  const second = await find({ text: 'dông', limit: 2, after: first.next ?? '' })
  assert.deepEqual([second.items.map((item) => item.title), second.next], [['Đồng lúa'], null])
  assert.deepEqual((await find({})).items.length, 3)
  await assert.rejects(as.stranger.call(archiveRoutes.searchStories, { query: { text: 'dong' } }), refused('platform.not-found'))
})

test('what is saved anew is found by its new words, and what aired by the days it aired', async () => {
  const { as, aired, write, save } = await airedNewsroom(server)
  const find = async (query: object) => (await as.producer.call(archiveRoutes.searchStories, { query })).items.map((item) => [item.title, item.stage])
  await aired('Chi bộ thôn')
  const id = await write('Mùa màng', [leadIn('Lúa chín.')])
  await save(id, [leadIn('Ngô chín.')])
  assert.deepEqual([await find({ text: 'lúa' }), await find({ text: 'ngô' })], [[], [['Mùa màng', 'draft']]])
  assert.deepEqual(await find({ from: '2026-11-20', to: '2026-11-20' }), [['Chi bộ thôn', 'aired']])
  assert.deepEqual(await find({ from: '2026-11-21' }), [])
})

test('words are looked up in their index, as whoever owns the table: row-level security would let no index answer them', async () => {
  const { tenantId, people, units } = await airedNewsroom(server)
  await server.inTenant(tenantId, async (tx) => {
    await sql`insert into newsroom_story (tenant_id, id, unit_id, author_id, state, title, created_at, changed_at) select ${tenantId}::uuid, ('0190' || lpad(to_hex(n), 4, '0') || '-0000-7000-8000-000000000000')::uuid, ${units.VP}::uuid, ${people.clerk}::uuid, 'draft', 'Tin ' || n, now(), now() from generate_series(1, 4000) n`.execute(tx)
    await sql`insert into newsroom_story_search (tenant_id, story_id, exact, folded) select tenant_id, id, to_tsvector('simple', 'tin ' || title), to_tsvector('simple', 'tin ' || lower(title)) from newsroom_story where tenant_id = ${tenantId}::uuid and title like 'Tin %'`.execute(tx)
  })
  const owner = new pg.Client({ connectionString: server.database.ownerUrl })
  await owner.connect()
  await owner.query('analyze newsroom_story, newsroom_story_search')
  await owner.query('set enable_seqscan = off')
  const functions = await owner.query<{ name: string; body: string; definer: boolean }>("select proname as name, prosrc as body, prosecdef as definer from pg_proc where proname in ('newsroom_found_exactly', 'newsroom_found_folded') order by proname")
  const plans = await Promise.all(functions.rows.map(async ({ body }) => (await owner.query<{ 'QUERY PLAN': string }>(`explain ${body.replace("nullif(current_setting('app.tenant_id', true), '')", `'${tenantId}'`).replace('@@ asked', "@@ '3977'::tsquery").replace('limit most', 'limit 20001')}`)).rows.map((row) => row['QUERY PLAN']).join('\n')))
  await owner.end()
  assert.ok(functions.rows.every(({ definer }) => definer))
  assert.match(plans[0] ?? '', /newsroom_story_search_exact_ix/)
  assert.match(plans[1] ?? '', /newsroom_story_search_folded_ix/)
  assert.equal(functions.rows.length, 2)
  const find = (tenant: typeof tenantId, text: string) => server.inTenant(tenant, (tx) => findStories(readerOf(tx), { tenantId: tenant, units: null, beforeId: null, limit: 50 }, { text }, 'exact'))
  assert.deepEqual((await find(tenantId, '3977')).map((row) => row.title), ['Tin 3977'])
  assert.deepEqual(await find((await airedNewsroom(server)).tenantId, '3977'), [], 'of the tenant that asks alone')
})
