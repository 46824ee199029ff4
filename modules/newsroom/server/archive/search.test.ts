import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readerOf } from '#platform/db/database.ts'
import { airedNewsroom, leadIn } from '#tests/setup/aired-newsroom.ts'
import { refused } from '#tests/setup/refused.ts'
import { wholeServer } from '#tests/setup/whole-server.ts'
import { archiveRoutes } from '../../contract/archive-routes.ts'
import type { Block } from '../../domain/story/block.ts'
import { findStories, type Search } from './find-stories.ts'

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

test('rare words are found by the index of words, common ones by the key, and neither reads every story', async () => {
  const { tenantId, people, units } = await airedNewsroom(server)
  const stories = 4000
  await server.inTenant(tenantId, async (tx) => {
    await sql`insert into newsroom_story (tenant_id, id, unit_id, author_id, state, title, created_at, changed_at) select ${tenantId}::uuid, ('0190' || lpad(to_hex(n), 4, '0') || '-0000-7000-8000-000000000000')::uuid, ${units.VP}::uuid, ${people.clerk}::uuid, 'draft', 'Tin ' || n, now(), now() from generate_series(1, ${stories}::int) n`.execute(tx)
    await sql`insert into newsroom_story_search (tenant_id, story_id, exact, folded) select tenant_id, id, to_tsvector('simple', 'tin thường ' || title), to_tsvector('simple', 'tin thuong ' || lower(title)) from newsroom_story where tenant_id = ${tenantId}::uuid and title like 'Tin %'`.execute(tx)
  })
  await server.asOwner('analyze newsroom_story, newsroom_story_search')
  const plan = async (search: Search, half: 'exact' | 'others') =>
    server.inTenant(tenantId, async (tx) => {
      const { sql: text, parameters } = findStories(readerOf(tx), { tenantId, units: null, beforeId: null, limit: 50 }, search, half).compile()
      const explained = await tx.executeQuery<{ 'QUERY PLAN': string }>({ sql: `explain ${text}`, parameters, query: { kind: 'RawNode', sqlFragments: [text], parameters: [] }, queryId: { queryId: 'plan' } } as never)
      return explained.rows.map((row) => row['QUERY PLAN']).join('\n')
    })
  assert.match(await plan({ text: '3977' }, 'exact'), /newsroom_story_search_exact_ix/)
  assert.match(await plan({ text: 'tin 3977' }, 'others'), /newsroom_story_search_folded_ix/)
  const common = await plan({ text: 'thường' }, 'exact')
  assert.match(common, /newsroom_story_search_pkey/)
  assert.doesNotMatch(common, /Sort/)
})
