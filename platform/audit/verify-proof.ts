import { entryHash, linkHash, type Hex } from './canonical.ts'
import { proofFile, publishedMention, type ProofFile } from './export-lines.ts'
import { hashOfLeaf } from './leaf.ts'
import { rootOfPath } from './merkle-tree.ts'

/** What can be wrong with a proof by itself. */
export const proofFaults = ['not-readable', 'other-root', 'root-not-printed', 'entry-names-other', 'link-wrong'] as const
export type ProofFault = (typeof proofFaults)[number]

/** What a proof shows by itself, or why not. */
export interface ProofReport {
  readonly proof: ProofFile | null
  readonly fault: ProofFault | null
  readonly expected: string
  readonly found: string
}

/** Checks a proof file: the leaf leads to the root, the entry names the root, the link is over the entry; and the root is the one on paper, when given. */
export function verifyProof(text: string, printed: Hex | null): ProofReport {
  const proof = readProof(text)
  if (proof === null) return { proof, fault: 'not-readable', expected: 'thuocdo-proof-1', found: text.slice(0, 60) }
  const wrong = (fault: ProofFault, expected: string, found: string): ProofReport => ({ proof, fault, expected, found })
  const { tenant, tree, leaf, path, entry, link } = proof
  const root = rootOfPath(hashOfLeaf(tenant, tree.id, leaf), leaf.position, tree.size, path)
  if (root !== tree.root) return wrong('other-root', tree.root, root ?? '')
  if (printed !== null && root !== printed) return wrong('root-not-printed', printed, root)
  if (entry !== null) {
    const named = publishedMention.safeParse(entry.data)
    const same = named.success && named.data.published.root === root && named.data.published.tree === tree.id && named.data.published.size === tree.size && entry.tenant === tenant
    if (!same) return wrong('entry-names-other', root, named.success ? named.data.published.root : '')
  }
  if (link !== null && entry !== null) {
    const hash = linkHash({ tenant, seq: link.seq, entry: entry.id, entryHash: entryHash(entry), previous: link.previous })
    if (hash !== link.hash) return wrong('link-wrong', link.hash, hash)
  }
  if (link !== null && entry === null) return wrong('link-wrong', link.hash, '')
  return { proof, fault: null, expected: root, found: root }
}

function readProof(text: string): ProofFile | null {
  try {
    return proofFile.parse(JSON.parse(text))
  } catch {
    return null
  }
}
