import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { asId } from '#kernel/id.ts'
import { createDatabase, inTenant, readerOf } from '#platform/db/database.ts'
import { applicationRole } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { exportLines } from '#tests/setup/export-lines.ts'
import { testDatabase } from '#tests/setup/test-database.ts'
import { timestampAuthority } from '#tests/setup/timestamp-authority.ts'
import { anchorFile, readAnchors } from './anchor-file.ts'
import { askTimestamp } from './ask-timestamp.ts'
import { entryHash, linkHash, type EntryContent } from './canonical.ts'
import type { EntryLine } from './export-lines.ts'
import { anchorTenant } from './keep-anchoring.ts'
import { writeLedger } from './ledger.ts'
import { inclusionProof, keepPublishedSet, type PublishedRecord } from './published-set.ts'
import { sealTenant } from './seal.ts'
import { checkTimestamp } from './timestamp.ts'
import { verifyExport, type VerifyOptions } from './verify-export.ts'
import { verifyProof } from './verify-proof.ts'
import { exportLedger } from './write-export.ts'

const database = await testDatabase(import.meta)
const pool = createPool({ url: database.ownerUrl }, { max: 4, role: applicationRole })
const db = createDatabase(pool)
const owner = new pg.Client({ connectionString: database.ownerUrl })
await owner.connect()
const authority = await timestampAuthority()
const folder = await mkdtemp(path.join(tmpdir(), 'thuocdo-ledger-'))
after(async () => {
  await pool.end()
  await owner.end()
  await authority.close()
  await rm(folder, { recursive: true })
})

const tenantId = asId<'tenant'>(randomUUID())
const day = (date: string, time = '02:00:00') => new Date(`2026-11-${date}T${time}Z`)
const records: PublishedRecord[] = Array.from({ length: 5 }, (_, at) => ({ id: uuidv7(), content: { person: randomUUID(), total: `8${at}.50`, decidedLevel: 'good' } }))
const zip = path.join(folder, 'so-nhat-ky.zip')
const problems: unknown[] = []
const anchorage = { dataDir: folder, timestamp: { url: authority.url, inOwnNetwork: false }, problem: (error: unknown) => problems.push(error) }
const ask: typeof askTimestamp = (address, text) => askTimestamp(address, text, () => undefined)
let lines: readonly string[] = []

async function write(at: Date, data: Record<string, unknown> = {}): Promise<void> {
  const context = { tenantId, actor: null, now: at, entryId: uuidv7(), request: { id: randomUUID(), print: 'a'.repeat(64) } }
  await inTenant(db, tenantId, 'write', async (tx) => {
    const published = data['publish'] === true ? await keepPublishedSet(tx, tenantId, { kind: 'campaign', id: 'c' }, records, at) : undefined
    await writeLedger(tx, context, { action: 'test.done', subject: { kind: 'campaign', id: 'c' }, data: { ...data, published } }, { answer: 'bí mật' })
  })
}

async function exported(file: string, from = 1): Promise<string[]> {
  const result = await inTenant(db, tenantId, 'read', (tx) => exportLedger(readerOf(tx), tenantId, from, day('23')))
  await writeFile(file, result?.bytes ?? '')
  return exportLines(file)
}

before(async () => {
  await owner.query(`insert into tenant (id, name, created_at) values ($1, 'Xã Thử', now())`, [tenantId])
  for (let i = 0; i < 8; i++) await write(day('20'), { i, nested: { list: [1, 'hai', null] } })
  await write(day('20'), { publish: true })
  await sealTenant(db, tenantId, null, day('20'))
  await anchorTenant(db, tenantId, anchorage, day('21'), ask)
  for (let i = 0; i < 8; i++) await write(day('21'), { i })
  await sealTenant(db, tenantId, null, day('21'))
  lines = await exported(zip)
})

const verify = (given: readonly string[], options: VerifyOptions = {}) => verifyExport(given, options)
const entriesFrom = () => lines.findIndex((line) => line.startsWith('{"kind":"entry"'))
const entryAt = (at: number) => JSON.parse(lines[entriesFrom() + at] ?? '') as EntryLine

test('a good export is whole: chain, root, anchor and timestamp', async () => {
  const report = await verify(lines, { checkTimestamp: (token, text) => checkTimestamp(token, text, [authority.root]), anchors: await readAnchors(anchorFile(folder)) })
  assert.deepEqual(problems, [])
  assert.deepEqual([report.broken, report.entries, report.first, report.last, report.sets, report.anchors, report.name], [null, 17, 1, 17, 1, 1, 'Xã Thử'])
  assert.deepEqual(report.timestamps.map(({ at, trusted }) => [at?.toISOString(), trusted]), [['2026-11-23T05:00:00.000Z', true]])
})

test('replies and requests are not in it', () => {
  assert.ok(lines.every((line) => !line.includes('bí mật') && !line.includes('a'.repeat(64))))
})

test('the lines taken out of the zip are as good as the zip; a broken, cut or foreign file is no export', async () => {
  const plain = path.join(folder, 'ledger.jsonl')
  await writeFile(plain, `${lines.join('\n')}\n`)
  assert.deepEqual(await exportLines(plain), lines)
  const bytes = await readFile(zip)
  for (const [name, wrong] of [['cut.zip', bytes.subarray(0, bytes.length / 2)], ['broken.zip', Buffer.concat([bytes.subarray(0, 300), Buffer.alloc(80, 7), bytes.subarray(380)])]] as const) {
    await writeFile(path.join(folder, name), wrong)
    const found = await exportLines(path.join(folder, name)).then((read) => verify(read), () => 'refused' as const)
    assert.ok(found === 'refused' || found.broken !== null, name)
  }
  assert.equal((await verify(['<html>'])).broken?.fault, 'no-header')
  assert.equal((await verify([])).broken?.fault, 'no-header')
})

/** Every way to change one value somewhere inside a JSON value. */
function* changesOf(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) for (const changed of changesOf(part)) yield value.with(at, changed)
    yield [...(value as unknown[]), null]
    if (value.length > 0) yield value.slice(1)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      for (const changed of changesOf(part)) yield { ...value, [key]: changed }
      const { [key]: _, ...rest } = value as Record<string, unknown>
      yield rest
    }
    yield { ...value, extra: 1 }
  } else if (typeof value === 'string') {
    yield `${value}x`
    yield null
    if (value !== '') yield value.slice(0, -1) + (value.endsWith('0') ? '1' : '0')
  } else {
    yield typeof value === 'number' ? value + 1 : 1
    yield 'x'
  }
}

test('any change of any value of any entry is found, and that entry is the one named', async () => {
  let tried = 0
  for (let at = 0; at < 17; at++) {
    const line = entryAt(at)
    for (const changed of changesOf(line)) {
      if (JSON.stringify(changed) === JSON.stringify(line)) continue
      const { broken } = await verify(lines.with(entriesFrom() + at, JSON.stringify(changed)))
      assert.equal(broken?.seq, at + 1, JSON.stringify(changed))
      tried++
    }
  }
  assert.ok(tried > 900, String(tried))
})

test('removing, repeating, inserting or moving any entries is found, and the first place where that shows is named', async () => {
  const first = entriesFrom()
  const place = fc.nat({ max: 16 })
  await fc.assert(
    fc.asyncProperty(place, place, fc.constantFrom('remove', 'repeat', 'insert', 'move', 'swap'), async (a, b, how) => {
      const entries = lines.slice(first)
      const foreign = JSON.stringify({ ...entryAt(a), entry: { ...entryAt(a).entry, id: uuidv7() } })
      const other = b === a ? (a + 1) % 17 : b
      const changed = {
        remove: entries.toSpliced(a, 1),
        repeat: entries.toSpliced(a + 1, 0, entries[a] ?? ''),
        insert: entries.toSpliced(a, 0, foreign),
        move: entries.toSpliced(a, 1).toSpliced(other, 0, entries[a] ?? ''),
        swap: entries.with(a, entries[other] ?? '').with(other, entries[a] ?? ''),
      }[how]
      const named = { remove: a + 1, repeat: a + 2, insert: a + 1, move: Math.min(a, other) + 1, swap: Math.min(a, other) + 1 }[how]
      const { broken } = await verify([...lines.slice(0, first), ...changed])
      assert.equal(broken?.seq, named, `${how} ${a} ${b}: ${broken?.fault}`)
    }),
    { numRuns: 300 },
  )
})

/** The export as somebody would forge it who makes every hash again from some place on. */
function forgedFrom(at: number, change: (entry: EntryContent) => EntryContent): string[] {
  const first = entriesFrom()
  let previous = at === 0 ? '0'.repeat(64) : entryAt(at - 1).hash
  const forged = lines.slice(first + at).map((text, offset) => {
    const line = JSON.parse(text) as EntryLine
    const entry = offset === 0 ? change(line.entry as EntryContent) : (line.entry as EntryContent)
    previous = linkHash({ tenant: tenantId, seq: line.seq, entry: entry.id, entryHash: entryHash(entry), previous })
    return JSON.stringify({ ...line, entry, entryHash: entryHash(entry), hash: previous })
  })
  const header = { ...(JSON.parse(lines[0] ?? '') as object), head: previous }
  return [JSON.stringify(header), ...lines.slice(1, first + at), ...forged]
}

test('who makes every hash again is found by the anchor kept outside, though the file’s own anchors were taken out', async () => {
  const forged = forgedFrom(3, (entry) => ({ ...entry, data: { i: 99 } })).filter((line) => !line.startsWith('{"kind":"anchor"'))
  assert.equal((await verify(forged)).broken, null)
  const { broken } = await verify(forged, { anchors: await readAnchors(anchorFile(folder)) })
  assert.deepEqual([broken?.fault, broken?.seq, broken?.entry], ['anchor-changed', 9, entryAt(8).entry.id])
})

test('a ledger cut short is found by its header, and with a new header by the anchor', async () => {
  assert.deepEqual((({ fault, seq }) => [fault, seq])((await verify(lines.slice(0, -1))).broken!), ['ends-early', 17])
  const header = { ...(JSON.parse(lines[0] ?? '') as object), last: 5, head: entryAt(4).hash }
  const short = [JSON.stringify(header), ...lines.slice(entriesFrom(), entriesFrom() + 5)]
  assert.equal((await verify(short)).broken, null)
  assert.equal((await verify(short, { anchors: await readAnchors(anchorFile(folder)) })).broken?.fault, 'anchor-missing')
})

test('a published set with another leaf, another root or none at all is found at the entry that made it known', async () => {
  const at = lines.findIndex((line) => line.startsWith('{"kind":"tree"'))
  const tree = JSON.parse(lines[at] ?? '') as { leaves: string[]; size: number }
  const trees = [{ ...tree, leaves: tree.leaves.toReversed() }, { ...tree, leaves: tree.leaves.slice(1), size: 4 }, { ...tree, root: '0'.repeat(64) }, { ...tree, size: 6 }]
  for (const changed of trees) assert.deepEqual((({ fault, seq }) => [fault, seq])((await verify(lines.with(at, JSON.stringify(changed)))).broken!), ['set-changed', 9])
  assert.equal((await verify(lines.toSpliced(at, 1))).broken?.fault, 'set-missing')
  assert.equal((await verify(lines.toSpliced(at, 0, JSON.stringify({ ...tree, id: randomUUID() })))).broken?.fault, 'set-unknown')
})

test('a changed anchor or timestamp is found', async () => {
  const at = lines.findIndex((line) => line.startsWith('{"kind":"anchor"'))
  const anchor = JSON.parse(lines[at] ?? '') as { hash: string; timestamps: { token: string }[] }
  assert.equal((await verify(lines.with(at, JSON.stringify({ ...anchor, hash: 'b'.repeat(64) })))).broken?.fault, 'anchor-changed')
  const token = Buffer.from(anchor.timestamps[0]?.token ?? '', 'base64')
  token[token.length - 5] = (token[token.length - 5] ?? 0) ^ 1
  const stamped = { ...anchor, timestamps: [{ ...anchor.timestamps[0], token: token.toString('base64') }] }
  assert.equal((await verify(lines.with(at, JSON.stringify(stamped)), { checkTimestamp })).broken?.fault, 'timestamp-wrong')
})

test('a ledger in two parts is whole when the second follows the first, and not otherwise', async () => {
  const second = await exported(path.join(folder, 'part.zip'), 10)
  const alone = await verify(second)
  assert.deepEqual([alone.broken, alone.first, alone.entries], [null, 10, 8])
  const follows = { tenant: tenantId, last: 9, head: entryAt(8).hash }
  assert.equal((await verify(second, { follows })).broken, null)
  assert.equal((await verify(second, { follows: { ...follows, last: 8 } })).broken?.fault, 'missing')
  assert.equal((await verify(second, { follows: { ...follows, head: entryAt(7).hash } })).broken?.fault, 'chain-broken')
  assert.equal((await verify(second, { follows: { ...follows, tenant: randomUUID() } })).broken?.fault, 'other-ledger')
})

test('everybody’s proof stands by itself and in the export; any change of it, and another printed root, are found', async () => {
  for (const record of records) {
    const proof = JSON.stringify(await inTenant(db, tenantId, 'read', (tx) => inclusionProof(readerOf(tx), tenantId, record)))
    const { proof: read, fault } = verifyProof(proof, null)
    assert.ok(fault === null && read !== null)
    assert.equal(verifyProof(proof, read.tree.root).fault, null)
    assert.equal(verifyProof(proof, 'c'.repeat(64)).fault, 'root-not-printed')
    assert.equal((await verify(lines, { proofs: [read] })).broken, null)
    for (const changed of changesOf(read)) {
      if (JSON.stringify(changed) === JSON.stringify(read)) continue
      const found = verifyProof(JSON.stringify(changed), null)
      const inExport = found.fault === null && found.proof !== null ? (await verify(lines, { proofs: [found.proof] })).broken : 'by itself'
      assert.ok(inExport !== null || (changed as { link: unknown }).link === null, JSON.stringify(changed))
    }
  }
})

test('the anchor is in the file once, however often it is written; a half-written line does not spoil it', async () => {
  const file = anchorFile(folder)
  await anchorTenant(db, tenantId, anchorage, day('21', '03:00:00'), ask)
  assert.equal((await readAnchors(file)).length, 1)
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, -20))
  await anchorTenant(db, tenantId, anchorage, day('22'), ask)
  const anchors = await readAnchors(file)
  assert.deepEqual(anchors.map((anchor) => [anchor.day, anchor.seq, anchor.timestamps.length]), [['2026-11-20', 9, 1], ['2026-11-21', 17, 1]])
})

test('without an address no authority is asked, and one that does not answer holds nothing up', async () => {
  await write(day('22'))
  await sealTenant(db, tenantId, null, day('22'))
  const asked = authority.asked
  await anchorTenant(db, tenantId, { ...anchorage, timestamp: null }, day('23'), ask)
  assert.equal(authority.asked, asked)
  authority.mode = 'refuse'
  await anchorTenant(db, tenantId, anchorage, day('23'), ask)
  assert.equal(problems.length, 1)
  authority.mode = 'right'
  await anchorTenant(db, tenantId, anchorage, day('23'), ask)
  assert.deepEqual((await readAnchors(anchorFile(folder))).map((anchor) => [anchor.day, anchor.timestamps.length]), [['2026-11-20', 1], ['2026-11-21', 1], ['2026-11-22', 0], ['2026-11-22', 1]])
})
