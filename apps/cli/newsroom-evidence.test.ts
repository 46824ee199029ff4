import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { entryHash, genesis, linkHash, type EntryContent } from '#platform/audit/canonical.ts'
import { packEvidence, type Evidence, type PackedEntry } from '#modules/newsroom/server/archive/evidence-pack.ts'
import { actActions } from '#modules/newsroom/domain/approval/act-names.ts'
import { canonicalContent } from '#modules/newsroom/domain/approval/content.ts'
import type { StoryAct } from '#modules/newsroom/domain/approval/state.ts'
import { CommandError } from './command.ts'
import { evidenceCommand } from './newsroom-evidence.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-evidence-'))
after(() => rm(folder, { recursive: true }))
const tenant = '0195a2b4-0000-7000-8000-000000000001'

const filmHash = hash('sha256', 'phim')
const kept = { until: '2027-05-20', rule: 'tạm giữ 6 tháng kể từ lần phát sau cùng', confidence: 'unverified' } as const

/** A pack of a story whose versions are these lead-ins: submitted and approved in the first, aired in the last; `alter` touches what stands in it. */
async function pack(texts: readonly string[], more: { readonly airFirst?: boolean; readonly signed?: boolean; readonly film?: Evidence['media'][number] } = {}, alter: { readonly text?: (file: string, text: string) => string; readonly entries?: (entries: PackedEntry[]) => PackedEntry[] } = {}): Promise<string> {
  const contents = texts.map((text) => canonicalContent({ title: 'Tin bão', column: null, category: null, people: [], blocks: [{ id: 'a', kind: 'lead_in', cuttable: false, text }] }))
  const hashes = contents.map((text) => hash('sha256', text))
  const last = texts.length
  const hour = (at: number) => `2026-11-20T${String(at).padStart(2, '0')}:00:00.000Z`
  const step = (act: StoryAct, level: string | null, version: number, at: number): Evidence['steps'][number] => {
    const order = act === 'air_first' ? { orderedBy: 'Trần Văn Chủ', dueAt: '2026-11-21T10:00:00.000Z' } : { orderedBy: null, dueAt: null }
    return { act, level, version, hash: hashes[version - 1] ?? '', person: 'Lê Thị Hạnh', actingFor: null, document: null, proved: false, at: hour(at), note: '', ...order }
  }
  const steps = [step('submit', null, 1, 1), step('approve', 'department', 1, 2), step('approve', 'leadership', 1, 3), ...(more.airFirst === true ? [step('air_first', null, last, 10)] : []), ...(more.signed === true ? [step('approve', 'department', last, 14), step('approve', 'leadership', last, 15)] : [])]
  const evidence: Evidence = {
    v: 'thuocdo-evidence-1',
    tenant,
    station: 'Đài Mẫu',
    madeAt: hour(20),
    story: { id: 's', title: 'Tin bão', column: null, category: null, unit: 'Phòng Thời sự', author: 'Nguyễn Thị Ánh' },
    versions: hashes.map((of, at) => ({ version: at + 1, hash: of, savedAt: hour(at), file: `ban/${at + 1}.txt` })),
    steps,
    lapses: [],
    frozen: [{ id: 'f', version: last, hash: hashes[last - 1] ?? '', cutBlocks: [], at: hour(11), file: 'dong-bang/f.txt' }],
    airings: [{ id: 'g', frozen: 'f', version: last, hash: hashes[last - 1] ?? '', programme: 'Thời sự', column: null, startedAt: hour(12), endedAt: hour(13), replaces: null, reason: '' }],
    media: more.film === undefined ? [] : [more.film],
  }
  let previous = genesis
  const recorded = [
    ...steps.map(({ act, level, version, hash: of, at }) => ({ at, action: actActions[act as StoryAct], subject: { kind: 'story', id: 's' }, data: { level, version, hash: of } })),
    ...(more.film === undefined ? [] : [{ at: '2027-05-21T02:00:00.000Z', action: 'newsroom.media.let-go', subject: { kind: 'media', id: 'm' }, data: { sha256: filmHash, bytes: 4, proposed: false, kept } }]),
  ]
  const entries = recorded.map(({ at, ...what }, index): PackedEntry => {
    const entry: EntryContent = { v: 'thuocdo-entry-1', tenant, id: `e${index}`, at: at.replace('Z', '000Z'), account: null, person: null, about: [], answer: null, ...what }
    const link = { seq: index + 1, previous, hash: linkHash({ tenant, seq: index + 1, entry: entry.id, entryHash: entryHash(entry), previous }) }
    previous = link.hash
    return { entryHash: entryHash(entry), link, entry }
  })
  const files = [...contents.map((text, at) => [`ban/${at + 1}.txt`, text] as const), ['dong-bang/f.txt', contents[last - 1] ?? ''] as const]
  const { bytes } = packEvidence(evidence, new Map(files.map(([name, text]) => [name, alter.text?.(name, text) ?? text])), alter.entries?.(entries) ?? entries, new Uint8Array())
  const file = path.join(folder, `${hash('sha256', bytes).slice(0, 12)}.zip`)
  await writeFile(file, bytes)
  return file
}

async function said(file: string): Promise<{ readonly status: number | undefined; readonly text: string }> {
  const { status, text } = await evidenceCommand([file])
  return { status, text: text ?? '' }
}

test('a good pack is intact, and what aired is word for word what each level approved', async () => {
  const { status, text } = await said(await pack(['Bão số 6 vào bờ.']))
  assert.equal(status, 0)
  for (const part of ['hồ sơ nguyên vẹn · the pack is intact', 'Tin bão (Đài Mẫu)', '7 tệp đúng mã', '3 mục sổ nhật ký', '20/11/2026 19:00: bản 1, lời đã duyệt', 'đúng từng chữ bản 1 mà lãnh đạo duyệt']) assert.ok(text.includes(part), `${part} in:\n${text}`)
})

test('what aired before it was signed is right, and is said loudly with its order, its term and where it differs', async () => {
  const texts = ['Bão số 6 vào bờ.', 'Bão số 7 vào bờ.']
  const open = await said(await pack(texts, { airFirst: true }))
  assert.equal(open.status, 0)
  assert.match(open.text, /CHƯA đủ cấp duyệt khi phát/)
  assert.match(open.text, /khác bản 1 mà lãnh đạo duyệt, duyệt đã hết hiệu lực[^\n]*đoạn 1: “6” → “7”/)
  assert.match(open.text, /PHÁT TRƯỚC, KÝ SAU theo lệnh của Trần Văn Chủ, phải ký trước 21\/11\/2026 17:00; CHƯA KÝ/)
  assert.match((await said(await pack(texts, { airFirst: true, signed: true }))).text, /đã ký lúc 20\/11\/2026 22:00/)
})

test('a changed word, words aired that nobody approved, and an entry of the ledger exchanged are each named first: status 1', async () => {
  const word = await said(await pack(['Bão số 6 vào bờ.'], {}, { text: (name, text) => (name === 'ban/1.txt' ? text.replace('6', '9') : text) }))
  assert.deepEqual([word.status, /first fault: (.*)/.exec(word.text)?.[1]], [1, 'ban/1.txt'])
  assert.match(word.text, /lời bài không khớp mã lời bài/)
  const unapproved = await said(await pack(['Bão số 6 vào bờ.', 'Bão số 7 vào bờ.']))
  assert.deepEqual([unapproved.status, /first fault: (.*)/.exec(unapproved.text)?.[1]], [1, 'dong-bang/f.txt'])
  assert.match(unapproved.text, /đoạn 1: “6” → “7”/)
  const exchanged = await said(await pack(['Bão số 6 vào bờ.'], {}, { entries: ([one, two, ...rest]) => [one, { ...two, entry: { ...two?.entry, action: 'newsroom.story.returned' } }, ...rest] as PackedEntry[] }))
  assert.deepEqual([exchanged.status, /first fault: (.*)/.exec(exchanged.text)?.[1]], [1, 'so-nhat-ky.jsonl:2'])
  await writeFile(path.join(folder, 'text.zip'), 'không phải zip')
  assert.equal((await said(path.join(folder, 'text.zip'))).status, 1)
})

test('a film taken from the store is named with its checksum, who did, when, why and by which rule, as the ledger has it', async () => {
  const removed = { by: 'Phạm Văn Ân', at: '2027-05-21T02:00:00.000Z', why: 'Hết chỗ', kept }
  const film = { id: 'm', name: 'Hồ chứa.avi', bytes: 4, sha256: filmHash, removed }
  const { status, text } = await said(await pack(['Bão.'], { film }))
  assert.equal(status, 0, text)
  for (const part of [`Phim đã gỡ khỏi kho · film taken from the store: Hồ chứa.avi, SHA-256 ${filmHash}`, 'Phạm Văn Ân gỡ lúc · removed 21/05/2027 09:00. Lý do · reason: Hết chỗ', '20/05/2027: tạm giữ 6 tháng kể từ lần phát sau cùng (chưa xác minh']) assert.ok(text.includes(part), `${part} in:\n${text}`)
  const untrue = [{ ...film, removed: null }, { ...film, sha256: hash('sha256', 'khác') }, { ...film, removed: { ...removed, at: '2027-05-22T02:00:00.000Z' } }, { ...film, removed: { ...removed, kept: { ...kept, until: '2026-05-20' } } }]
  for (const other of untrue) assert.match((await said(await pack(['Bão.'], { film: other }))).text, /first fault: Hồ chứa\.avi\n.*việc gỡ phim này không như mục/)
})

test('a wrong use says what is wanted, and --help says how', async () => {
  for (const args of [[], [path.join(folder, 'none.zip')], ['a.zip', 'b.zip'], ['--x']]) await assert.rejects(evidenceCommand(args), CommandError, args.join(' '))
  assert.deepEqual(((await evidenceCommand(['--help'])).output as { usage: string[] }).usage, ['thuocdo newsroom evidence FILE.zip'])
})
