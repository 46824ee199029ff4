import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { ScriptContent } from '#modules/newsroom/domain/approval/content.ts'
import { searchedParts, weightsOf } from '#modules/newsroom/domain/archive/searched-parts.ts'
import { defaultDictionary, dictionaryOf } from '#modules/newsroom/domain/speech/index.ts'
import { drawsFrom, sentences } from './newsroom-scripts.ts'
import type { BenchNewsroom } from './newsroom-world.ts'
import type { World } from './world.ts'

const noWords = dictionaryOf([], [])
const atOnce = 1_000
const hands = 2
const sentencesEach = 10
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hồ', 'Đinh', 'Đặng', 'Bùi']
const middles = ['Văn', 'Thị', 'Hữu', 'Minh', 'Ngọc', 'Xuân']
const givens = ['Mẫu', 'Thử', 'Đo', 'Lường', 'Kiểm', 'Nghiệm', 'Ví', 'Dụ', 'Giả', 'Định', 'Bài', 'Tập', 'Số', 'Một', 'Hai', 'Ba']
export const columns = ['Xây dựng Đảng', 'Nông thôn mới', 'Giảm nghèo', 'An ninh trật tự'] as const

/** Words for search as they are written, and without marks. */
interface Form {
  readonly exact: string
  readonly folded: string
}

const partNames = ['head', 'beside', 'said'] as const

/** A story of the archive (kho): its words, and those kept for search. */
interface Archived {
  readonly content: ScriptContent
  readonly parts: Readonly<Record<(typeof partNames)[number], Form>>
}

/** Name of a person of the archive; each is in some hundred stories of a hundred thousand. */
export function personOf(at: number): string {
  const one = (names: readonly string[], by: number): string => names[Math.floor(at / by) % names.length] ?? ''
  return `${one(families, 1)} ${one(middles, families.length)} ${one(givens, families.length * middles.length)}`
}

/** The document only one story speaks of. */
export function documentOf(at: number): string {
  return `số ${100_000 + at}`
}

/** Fills the archive with so many aired stories, one an hour back from now, and their words for search. */
export async function fillArchive(world: World, newsroom: BenchNewsroom, stories: number): Promise<void> {
  const dictionary = dictionaryOf(defaultDictionary, [])
  const bare = { title: '', column: null, category: null, people: [] }
  const saidOf = sentences.map((text) => searchedParts({ ...bare, blocks: [{ id: '', cuttable: false, kind: 'voice_over', text }] }, dictionary).said).map(formsOf)
  const { client } = world
  await client.query('drop index newsroom_story_search_exact_ix')
  await client.query('drop index newsroom_story_search_folded_ix')
  let next = 0
  await Promise.all(
    Array.from({ length: hands }, async () => {
      const hand = new pg.Client(world.cluster.connection)
      await hand.connect()
      // Rows that are right by making are not looked up one by one.
      await hand.query('set session_replication_role = replica')
      while (next < stories) {
        const from = next
        next += atOnce
        await addPart(hand, world.tenantId, newsroom, from, Array.from({ length: Math.min(atOnce, stories - from) }, (_, at) => archivedStory(from + at, saidOf)))
      }
      await hand.end()
    }),
  )
  await client.query(`set maintenance_work_mem = '512MB'`)
  await client.query('create index newsroom_story_search_exact_ix on newsroom_story_search using gin (exact)')
  await client.query('create index newsroom_story_search_folded_ix on newsroom_story_search using gin (folded)')
  await client.query('vacuum analyze newsroom_story_search, newsroom_story, newsroom_story_version')
}

function formsOf(exact: string): Form {
  return { exact, folded: foldVietnamese(exact) }
}

function archivedStory(at: number, saidOf: readonly Form[]): Archived {
  const draw = drawsFrom(at + 1)
  const chosen = Array.from({ length: sentencesEach }, () => draw(sentences.length))
  const person = personOf(at)
  const title = `${(sentences[chosen[0] ?? 0] ?? '').slice(0, 60).trim()} (${at})`
  const column = columns[draw(columns.length)] ?? null
  const more = `Quyết định ${documentOf(at)} đã được ban hành.`
  const content: ScriptContent = {
    title,
    column,
    category: 'Tin',
    people: [{ id: uuidv7(), name: person, titles: [{ title: 'Trưởng thôn', organisation: 'thôn Suối Đá', from: null, to: null }] }],
    blocks: [
      { id: uuidv7(), cuttable: false, kind: 'lead_in', text: chosen.slice(0, 2).map((each) => sentences[each]).join(' ') },
      { id: uuidv7(), cuttable: false, kind: 'voice_over', text: [...chosen.slice(2).map((each) => sentences[each]), more].join(' ') },
    ],
  }
  const { head, beside } = searchedParts({ ...content, blocks: [] }, noWords)
  const said = [...chosen.map((each) => saidOf[each]), formsOf(more.toLowerCase().replace('.', ''))].filter((each) => each !== undefined)
  const together = (form: keyof Form): string => said.map((each) => each[form]).join(' ')
  return { content, parts: { head: formsOf(head), beside: formsOf(beside), said: { exact: together('exact'), folded: together('folded') } } }
}

async function addPart(hand: pg.Client, tenantId: string, { unitId, reporter }: BenchNewsroom, from: number, stories: readonly Archived[]): Promise<void> {
  const ids = stories.map(() => uuidv7())
  const contents = stories.map(({ content }) => content)
  const ages = stories.map((_, at) => from + at)
  await hand.query('begin')
  await hand.query(
    `insert into newsroom_story (tenant_id, id, unit_id, author_id, state, air, aired_at, title, "column", category, created_at, changed_at)
     select $1, id, $2, $3, 'approved', 'aired', now() - age * interval '1 hour', title, "column", 'Tin', now(), now()
     from unnest($4::uuid[], $5::text[], $6::text[], $7::int[]) as s(id, title, "column", age)`,
    [tenantId, unitId, reporter.id, ids, contents.map((one) => one.title), contents.map((one) => one.column), ages],
  )
  await hand.query(
    `insert into newsroom_story_version (tenant_id, story_id, version, content, hash, saved_by, saved_at)
     select $1, id, 1, content::jsonb, sha256(convert_to(content, 'UTF8')), $2, now() from unnest($3::uuid[], $4::text[]) as v(id, content)`,
    [tenantId, reporter.id, ids, contents.map((one) => JSON.stringify(one))],
  )
  const vector = (parts: readonly string[]): string => parts.map((part, at) => `setweight(to_tsvector('simple', ${part}), '${weightsOf[partNames[at] ?? 'said']}')`).join(' || ')
  const texts = (form: keyof Form): string[][] => partNames.map((name) => stories.map(({ parts }) => parts[name][form]))
  await hand.query(
    `insert into newsroom_story_search (tenant_id, story_id, exact, folded)
     select $1, id, ${vector(['a', 'b', 'd'])}, ${vector(['fa', 'fb', 'fd'])}
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) as w(id, a, b, d, fa, fb, fd)`,
    [tenantId, ids, ...texts('exact'), ...texts('folded')],
  )
  await hand.query('commit')
}
