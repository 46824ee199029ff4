import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { inclusionPath, leafHash, merkleRoot, rootOfPath } from './merkle-tree.ts'

// The reference inputs of Certificate Transparency, and the root over the first 0 to 8 of them.
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) => Buffer.from(hex, 'hex'))
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test('the roots are those of Certificate Transparency', () => {
  const leaves = inputs.map(leafHash)
  for (const [size, root] of roots.entries()) assert.equal(merkleRoot(leaves.slice(0, size)), root, `${size} leaves`)
})

test('the inclusion paths are those of Certificate Transparency', () => {
  const leaves = inputs.map(leafHash)
  assert.deepEqual(inclusionPath(leaves.slice(0, 1), 0), [])
  assert.deepEqual(inclusionPath(leaves, 0), [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ])
  assert.deepEqual(inclusionPath(leaves, 5), [
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ])
  assert.deepEqual(inclusionPath(leaves.slice(0, 3), 2), ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'])
})

/** The recursive definition of RFC 9162, as slow as it is obvious. */
function definedRoot(data: readonly Uint8Array[]): string {
  const hash = (...parts: Uint8Array[]): string => createHash('sha256').update(Buffer.concat(parts)).digest('hex')
  if (data.length === 0) return hash()
  const [only] = data
  if (data.length === 1 && only) return hash(Uint8Array.of(0), only)
  let split = 1
  while (split * 2 < data.length) split *= 2
  return hash(Uint8Array.of(1), Buffer.from(definedRoot(data.slice(0, split)), 'hex'), Buffer.from(definedRoot(data.slice(split)), 'hex'))
}

const trees = fc.array(fc.uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 70 })

test('any tree has the root the RFC defines, and every leaf’s path leads to it', () => {
  fc.assert(
    fc.property(trees, (data) => {
      const leaves = data.map(leafHash)
      const root = merkleRoot(leaves)
      assert.equal(root, definedRoot(data))
      for (const [at, leaf] of leaves.entries()) assert.equal(rootOfPath(leaf, at, leaves.length, inclusionPath(leaves, at)), root)
    }),
  )
})

test('no other leaf, place or size is proved by a path, and none by a changed, shorter or longer one', () => {
  fc.assert(
    fc.property(trees, fc.nat(), fc.nat({ max: 80 }), (data, pick, other) => {
      const leaves = data.map((bytes, at) => leafHash(Buffer.concat([bytes, Buffer.from([at])])))
      const at = pick % leaves.length
      const [leaf, path, root] = [leaves[at] ?? '', inclusionPath(leaves, at), merkleRoot(leaves)]
      assert.notEqual(rootOfPath(leafHash(Buffer.from('khác')), at, leaves.length, path), root)
      if (other !== at) assert.notEqual(rootOfPath(leaf, other, leaves.length, path), root)
      assert.notEqual(rootOfPath(leaf, at, leaves.length, [...path, root]), root)
      if (path.length > 0) {
        assert.notEqual(rootOfPath(leaf, at, leaves.length, path.slice(1)), root)
        assert.notEqual(rootOfPath(leaf, at, leaves.length, [root, ...path.slice(1)]), root)
      }
    }),
  )
})
