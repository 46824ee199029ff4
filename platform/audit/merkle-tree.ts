import { createHash } from 'node:crypto'
import type { Hex } from './canonical.ts'

// RFC 9162, section 2.1: leaves and nodes are hashed with different first bytes, so that none can pass for the other.
const leafByte = Uint8Array.of(0)
const nodeByte = Uint8Array.of(1)

/** The hash of a leaf's bytes. */
export function leafHash(data: Uint8Array): Hex {
  return createHash('sha256').update(leafByte).update(data).digest('hex')
}

function nodeHash(left: Hex, right: Hex): Hex {
  return createHash('sha256').update(nodeByte).update(left, 'hex').update(right, 'hex').digest('hex')
}

/** Levels of the tree from the leaves to the root. A last node without a neighbour goes up unchanged, which is the tree of RFC 9162. */
function levelsOf(leaves: readonly Hex[]): readonly (readonly Hex[])[] {
  const levels: (readonly Hex[])[] = [leaves]
  for (let level = leaves; level.length > 1; levels.push(level)) {
    const below = level
    level = Array.from({ length: Math.ceil(below.length / 2) }, (_, at) => {
      const [left, right] = [below[2 * at] ?? '', below[2 * at + 1]]
      return right === undefined ? left : nodeHash(left, right)
    })
  }
  return levels
}

/** The Merkle root over leaf hashes; of no leaves the hash of nothing. */
export function merkleRoot(leaves: readonly Hex[]): Hex {
  return levelsOf(leaves).at(-1)?.[0] ?? createHash('sha256').digest('hex')
}

/** What proves that a leaf is in the tree: the neighbours on the way to the root (RFC 9162, 2.1.3.1). */
export function inclusionPath(leaves: readonly Hex[], position: number): Hex[] {
  if (!Number.isInteger(position) || position < 0 || position >= leaves.length) throw new RangeError('no such leaf')
  return levelsOf(leaves).slice(0, -1).flatMap((level, height) => level[(position >> height) ^ 1] ?? [])
}

/** The root a leaf and its path lead to, or undefined when the path does not fit the place and size (RFC 9162, 2.1.3.2). */
export function rootOfPath(leaf: Hex, position: number, size: number, path: readonly Hex[]): Hex | undefined {
  if (!Number.isSafeInteger(position) || !Number.isSafeInteger(size) || position < 0 || position >= size || size > 2 ** 31) return undefined
  let [at, last, root] = [position, size - 1, leaf]
  for (const neighbour of path) {
    if (last === 0) return undefined
    if (at % 2 === 1 || at === last) {
      root = nodeHash(neighbour, root)
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1]
    } else root = nodeHash(root, neighbour)
    ;[at, last] = [at >> 1, last >> 1]
  }
  return last === 0 ? root : undefined
}
