import { canonicalText, type EntryContent, type Hex } from './canonical.ts'
import { leafHash } from './merkle-tree.ts'

/** A leaf of a published set with what makes its hash. */
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
