import { randomBytes } from 'node:crypto'
import { sql, type QueryExecutorProvider } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { canonicalText, genesis, type EntryContent, type Hex } from './canonical.ts'
import { contentOf, entryColumns, type EntryRow } from './entry-rows.ts'
import { inclusionPath, leafHash, merkleRoot } from './merkle-tree.ts'

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

/** A leaf with what makes its hash. */
export interface Leaf {
  readonly position: number
  readonly salt: Hex
  readonly content: unknown
}

/** Proves that one result is in a published set (bằng chứng kết quả của mình): `docs/ledger.md` says every field. */
export interface InclusionProof {
  readonly v: 'thuocdo-proof-1'
  readonly tenant: string
  readonly tree: { readonly id: string; readonly size: number; readonly root: Hex }
  readonly leaf: Leaf
  readonly path: readonly Hex[]
  /** The ledger entry of the act that published, and its place in the chain once sealed. */
  readonly entry: EntryContent | null
  readonly link: { readonly seq: number; readonly previous: Hex; readonly hash: Hex } | null
}

/** The hash of a leaf: over its content and a salt of its own, so that no neighbour's content can be guessed from the path. */
export function hashOfLeaf(tenant: string, tree: string, { position, salt, content }: Leaf): Hex {
  return leafHash(new TextEncoder().encode(canonicalText({ v: 'thuocdo-leaf-1', tenant, tree, position, salt, content })))
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
  await sql`insert into ledger_leaf (tenant_id, tree_id, position, subject_id, content, salt, hash)
    select ${tenantId}::uuid, ${tree}::uuid, n.place - 1, n.id, n.content::jsonb, decode(n.salt, 'hex'), decode(n.hash, 'hex')
    from unnest(${leaves.map((leaf) => leaf.id)}::uuid[], ${leaves.map((leaf) => JSON.stringify(leaf.content))}::text[],
      ${leaves.map((leaf) => leaf.salt)}::text[], ${leaves.map((leaf) => leaf.hash)}::text[]) with ordinality as n (id, content, salt, hash, place)`.execute(tx)
  return { tree, size: leaves.length, root }
}

/** The sets these records were made known in, by record: what is printed beside them. */
export async function publishedRoots(read: Reader, tenantId: TenantId, records: readonly string[]): Promise<Map<string, PublishedRoot>> {
  if (records.length === 0) return new Map()
  const { rows } = await sql<{ record: string } & PublishedRoot>`select l.subject_id as record, t.id as tree, t.size, encode(t.root, 'hex') as root
    from ledger_leaf l join ledger_tree t on t.tenant_id = ${tenantId} and t.id = l.tree_id
    where l.tenant_id = ${tenantId} and l.subject_id = any(${[...records]}::uuid[]) order by t.id`.execute(read)
  return new Map(rows.map(({ record, ...root }) => [record, root]))
}

/** The proof of one record, or undefined for one that was published before sets had roots, or never. */
export async function inclusionProof(read: Reader, tenantId: TenantId, record: string): Promise<InclusionProof | undefined> {
  const root = (await publishedRoots(read, tenantId, [record])).get(record)
  if (root === undefined) return undefined
  const { rows } = await sql<{ mine: boolean; position: number; salt: Hex; content: unknown; hash: Hex }>`
    select subject_id = ${record}::uuid as mine, position, encode(salt, 'hex') as salt, case when subject_id = ${record}::uuid then content end as content, encode(hash, 'hex') as hash
    from ledger_leaf where tenant_id = ${tenantId} and tree_id = ${root.tree} order by position`.execute(read)
  const own = rows.find((row) => row.mine)
  if (own === undefined) throw new Error('a tree without the leaf that led to it')
  const { position, salt, content } = own
  const entry = await entryOfTree(read, tenantId, root.tree)
  return {
    v: 'thuocdo-proof-1',
    tenant: tenantId,
    tree: { id: root.tree, size: root.size, root: root.root },
    leaf: { position, salt, content },
    path: inclusionPath(rows.map((row) => row.hash), position),
    entry: entry?.content ?? null,
    link: entry?.link ?? null,
  }
}

async function entryOfTree(read: Reader, tenantId: TenantId, tree: string): Promise<{ content: EntryContent; link: InclusionProof['link'] } | undefined> {
  const { rows } = await sql<EntryRow & { seq: number | null; link: Hex; previous: Hex | null }>`
    select ${entryColumns}, k.seq, encode(k.hash, 'hex') as link, encode(p.hash, 'hex') as previous
    from ledger_tree t
    join ledger_entry e on e.tenant_id = ${tenantId} and e.subject_kind = t.subject_kind and e.subject_id = t.subject_id and e.data -> 'published' ->> 'tree' = t.id::text
    left join ledger_link k on k.tenant_id = ${tenantId} and k.entry_id = e.id
    left join ledger_link p on p.tenant_id = ${tenantId} and p.seq = k.seq - 1
    where t.tenant_id = ${tenantId} and t.id = ${tree}`.execute(read)
  const [row] = rows
  if (row === undefined) return undefined
  return { content: contentOf(tenantId, row), link: row.seq === null ? null : { seq: row.seq, previous: row.previous ?? genesis, hash: row.link } }
}
