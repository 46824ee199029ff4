import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate } from 'fflate'
import { sql } from 'kysely'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { genesis, type EntryContent, type Hex } from './canonical.ts'
import { contentOf, selectEntries } from './entry-rows.ts'
import type { AnchorLine, HeaderLine } from './export-lines.ts'
import { loadHead } from './seal.ts'

const pageSize = 2_000

/** Entries of one export at most; a longer ledger is exported in parts, which are checked one after the other. */
export const largestExport = 200_000

/** Which part of the ledger, by place in the chain. */
export interface ExportRange {
  readonly first: number
  readonly last: number
}

/** An export as a zip, and what it holds. */
export interface LedgerExport extends ExportRange {
  readonly bytes: Uint8Array
  readonly head: Hex
}

const readme = `Sổ nhật ký Thước Đo: mỗi dòng của ledger.jsonl là một mục JSON. Kiểm tra trên máy khác, không cần mạng, không cần cơ sở dữ liệu:
  npx thuocdo verify TỆP.zip
The ledger of Thước Đo: each line of ledger.jsonl is JSON. Check it on any machine, offline, without the database, as above. The format is in docs/ledger.md.
`

/**
 * Exports a part of the sealed ledger: the header, daily anchors, published sets and every entry with its link
 * (`docs/ledger.md`). Replies are not in it, only their digests. Answers
 * undefined when nothing is sealed from there on; the part ends after {@link largestExport} entries.
 */
export async function exportLedger(read: Reader, tenantId: TenantId, from: number, now: Date): Promise<LedgerExport | undefined> {
  const head = await loadHead(read, tenantId)
  if (from > head.seq) return undefined
  const range = { first: from, last: Math.min(head.seq, from + largestExport - 1) }
  const zip = openZip()
  const header: HeaderLine = {
    kind: 'ledger',
    v: 'thuocdo-ledger-1',
    tenant: tenantId,
    name: (await read.selectFrom('tenant').where('id', '=', tenantId).select('name').executeTakeFirstOrThrow()).name,
    exportedAt: now.toISOString(),
    ...range,
    previous: await hashAt(read, tenantId, range.first - 1),
    head: await hashAt(read, tenantId, range.last),
  }
  zip.write([header])
  zip.write(await loadAnchors(read, tenantId, range))
  for (const tree of await treesIn(read, tenantId, range)) zip.write([await loadTree(read, tenantId, tree)])
  for (let seq = range.first; seq <= range.last; seq += pageSize) {
    zip.write(await loadLinks(read, tenantId, seq, Math.min(range.last, seq + pageSize - 1)))
    await setImmediate()
  }
  return { ...range, head: header.head, bytes: zip.end() }
}

async function hashAt(read: Reader, tenantId: TenantId, seq: number): Promise<Hex> {
  if (seq === 0) return genesis
  const row = await read.selectFrom('ledger_link').where('tenant_id', '=', tenantId).where('seq', '=', seq).select('hash').executeTakeFirstOrThrow()
  return row.hash.toString('hex')
}

/** The days' heads within a part of the chain, with their timestamps. */
export async function loadAnchors(read: Reader, tenantId: TenantId, range: ExportRange): Promise<AnchorLine[]> {
  const anchors = await read.selectFrom('ledger_anchor').where('tenant_id', '=', tenantId).where('seq', '>=', range.first).where('seq', '<=', range.last).select(['day', 'seq', 'hash']).orderBy('day').execute()
  const stamps = await read.selectFrom('ledger_timestamp').where('tenant_id', '=', tenantId).select(['day', 'authority', 'token']).orderBy('authority').execute()
  const byDay = Map.groupBy(stamps, (stamp) => stamp.day)
  return anchors.map(({ day, seq, hash }) => ({
    kind: 'anchor',
    tenant: tenantId,
    day,
    seq: Number(seq),
    hash: hash.toString('hex'),
    timestamps: (byDay.get(day) ?? []).map(({ authority, token }) => ({ authority, token: token.toString('base64') })),
  }))
}

async function treesIn(read: Reader, tenantId: TenantId, range: ExportRange): Promise<string[]> {
  const rows = await read
    .selectFrom('ledger_link as k')
    .innerJoin('ledger_entry as e', (join) => join.on('e.tenant_id', '=', tenantId).onRef('e.id', '=', 'k.entry_id'))
    .where('k.tenant_id', '=', tenantId)
    .where('k.seq', '>=', range.first)
    .where('k.seq', '<=', range.last)
    .where(sql<boolean>`e.data ? 'published'`)
    .select(sql<string>`e.data -> 'published' ->> 'tree'`.as('tree'))
    .orderBy('k.seq')
    .execute()
  return rows.map((row) => row.tree)
}

async function loadTree(read: Reader, tenantId: TenantId, id: string) {
  const tree = await read.selectFrom('ledger_tree').where('tenant_id', '=', tenantId).where('id', '=', id).select(['size', 'root']).executeTakeFirstOrThrow()
  const leaves = await read.selectFrom('ledger_leaf').where('tenant_id', '=', tenantId).where('tree_id', '=', id).select('hash').orderBy('position').execute()
  return { kind: 'tree', id, size: tree.size, root: tree.root.toString('hex'), leaves: leaves.map((leaf) => leaf.hash.toString('hex')) } as const
}

async function loadLinks(read: Reader, tenantId: TenantId, first: number, last: number): Promise<{ kind: 'entry'; seq: number; entryHash: Hex; hash: Hex; entry: EntryContent }[]> {
  const rows = await selectEntries(read, tenantId)
    .innerJoin('ledger_link as k', (join) => join.on('k.tenant_id', '=', tenantId).onRef('k.entry_id', '=', 'e.id'))
    .where('k.seq', '>=', first)
    .where('k.seq', '<=', last)
    .select(['k.seq', 'k.entry_hash', 'k.hash as link'])
    .orderBy('k.seq')
    .execute()
  return rows.map((row) => ({ kind: 'entry', seq: Number(row.seq), entryHash: row.entry_hash.toString('hex'), hash: row.link.toString('hex'), entry: contentOf(tenantId, row) }))
}

interface OpenZip {
  write(lines: readonly object[]): void
  end(): Uint8Array
}

/** A zip that is written line by line, so that never more than one page of entries lies around uncompressed. */
function openZip(): OpenZip {
  const parts: Uint8Array[] = []
  const zip = new Zip((error, part) => {
    if (error !== null) throw error
    parts.push(part)
  })
  const about = new ZipDeflate('README.txt')
  zip.add(about)
  about.push(new TextEncoder().encode(readme), true)
  const file = new ZipDeflate('ledger.jsonl', { level: 6 })
  zip.add(file)
  const encoder = new TextEncoder()
  return {
    write(lines) {
      if (lines.length > 0) file.push(encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
    },
    end() {
      file.push(new Uint8Array(), true)
      zip.end()
      return Buffer.concat(parts)
    },
  }
}
