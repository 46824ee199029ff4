import { randomBytes } from 'node:crypto'
import { sql, type QueryExecutorProvider } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { genesis, type EntryContent, type Hex } from './canonical.ts'
import { contentOf, selectEntries } from './entry-rows.ts'
import { hashOfLeaf, type InclusionProof } from './leaf.ts'
import { inclusionPath, merkleRoot } from './merkle-tree.ts'

/** One result of a set made known: its record, and what of it is proved. Decimals as text, moments as ISO text. */
export interface PublishedRecord {
  readonly id: string
  readonly content: Readonly<Record<string, string | null>>
}

/** The root of a set made known, as the ledger entry of the act names it under `published`. */
export interface PublishedRoot {
  readonly tree: string
  readonly size: number
  readonly root: Hex
}

/**
 * Keeps a set of results made known by one act, with its Merkle root (RFC 9162). The act's ledger entry must name what
 * this answers as `data.published`. Answers undefined for an empty set, which has nothing to prove.
 */
export async function keepPublishedSet(tx: QueryExecutorProvider, tenantId: TenantId, subject: { readonly kind: string; readonly id: string }, records: readonly PublishedRecord[], now: Date): Promise<PublishedRoot | undefined> {
  if (records.length === 0) return undefined
  const tree = uuidv7()
  const leaves = records.map(({ id, content }, position) => {
    const leaf = { position, salt: randomBytes(32).toString('hex'), content }
    return { id, ...leaf, hash: hashOfLeaf(tenantId, tree, leaf) }
  })
  const root = merkleRoot(leaves.map((leaf) => leaf.hash))
  await sql`insert into ledger_tree (tenant_id, id, subject_kind, subject_id, size, root, made_at)
    values (${tenantId}, ${tree}, ${subject.kind}, ${subject.id}, ${leaves.length}, decode(${root}, 'hex'), ${now})`.execute(tx)
  await sql`insert into ledger_leaf (tenant_id, tree_id, position, subject_id, salt, hash)
    select ${tenantId}::uuid, ${tree}::uuid, n.place - 1, n.id, decode(n.salt, 'hex'), decode(n.hash, 'hex')
    from unnest(${leaves.map((leaf) => leaf.id)}::uuid[],
      ${leaves.map((leaf) => leaf.salt)}::text[], ${leaves.map((leaf) => leaf.hash)}::text[]) with ordinality as n (id, salt, hash, place)`.execute(tx)
  return { tree, size: leaves.length, root }
}

/** The sets these records were made known in, by record: what is printed beside them. */
export async function publishedRoots(read: Reader, tenantId: TenantId, records: readonly string[]): Promise<Map<string, PublishedRoot>> {
  if (records.length === 0) return new Map()
  const rows = await read
    .selectFrom('ledger_leaf as l')
    .innerJoin('ledger_tree as t', (join) => join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'l.tree_id'))
    .where('l.tenant_id', '=', tenantId)
    .where('l.subject_id', 'in', [...records])
    .select(['l.subject_id as record', 't.id as tree', 't.size', 't.root'])
    .orderBy('t.id')
    .execute()
  return new Map(rows.map(({ record, tree, size, root }) => [record, { tree, size, root: root.toString('hex') }]))
}

/**
 * The proof of one record as it stands now; undefined for one that was published before sets had roots, or never; and
 * `altered` when what stands there is not what was made known.
 */
export async function inclusionProof(read: Reader, tenantId: TenantId, { id: record, content }: PublishedRecord): Promise<InclusionProof | 'altered' | undefined> {
  const root = (await publishedRoots(read, tenantId, [record])).get(record)
  if (root === undefined) return undefined
  const leaves = await read.selectFrom('ledger_leaf').where('tenant_id', '=', tenantId).where('tree_id', '=', root.tree).select(['subject_id', 'salt', 'hash']).orderBy('position').execute()
  const position = leaves.findIndex((leaf) => leaf.subject_id === record)
  const own = leaves[position]
  if (own === undefined) throw new Error('a root without the leaf that led to it')
  const leaf = { position, salt: own.salt.toString('hex'), content }
  if (hashOfLeaf(tenantId, root.tree, leaf) !== own.hash.toString('hex')) return 'altered'
  const entry = await entryOfTree(read, tenantId, root.tree)
  return {
    v: 'thuocdo-proof-1',
    tenant: tenantId,
    tree: { id: root.tree, size: root.size, root: root.root },
    leaf,
    path: inclusionPath(leaves.map((each) => each.hash.toString('hex')), position),
    entry: entry?.content ?? null,
    link: entry?.link ?? null,
  }
}

/** The entry of the act that made a tree known: it is on the tree's subject and names the tree. */
async function entryOfTree(read: Reader, tenantId: TenantId, tree: string): Promise<{ content: EntryContent; link: InclusionProof['link'] } | undefined> {
  const row = await selectEntries(read, tenantId)
    .innerJoin('ledger_tree as t', (join) => join.on('t.tenant_id', '=', tenantId).onRef('t.subject_kind', '=', 'e.subject_kind').onRef('t.subject_id', '=', 'e.subject_id'))
    .leftJoin('ledger_link as k', (join) => join.on('k.tenant_id', '=', tenantId).onRef('k.entry_id', '=', 'e.id'))
    .leftJoin('ledger_link as p', (join) => join.on('p.tenant_id', '=', tenantId).on('p.seq', '=', sql<number>`k.seq - 1`))
    .where('t.id', '=', tree)
    .where(sql<string>`e.data -> 'published' ->> 'tree'`, '=', tree)
    .select(['k.seq', 'k.hash as link', 'p.hash as previous'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { seq, link, previous } = row
  return { content: contentOf(tenantId, row), link: seq === null || link === null ? null : { seq: Number(seq), previous: previous?.toString('hex') ?? genesis, hash: link.toString('hex') } }
}
