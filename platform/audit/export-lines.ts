import { z } from 'zod'

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.uuid()
const seq = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** An entry as it is hashed; a field more or less is another entry. */
export const entryContent = z.strictObject({
  v: z.literal('thuocdo-entry-1'),
  tenant: id,
  id,
  at: z.string().regex(/^\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
  account: id.nullable(),
  person: id.nullable(),
  action: z.string(),
  subject: z.strictObject({ kind: z.string(), id: z.string() }),
  about: z.array(id),
  data: z.json(),
  answer: hex.nullable(),
})

/** The first line of an export: which part of which ledger it is. `previous` is the hash of the link before `first`. */
export const headerLine = z.strictObject({
  kind: z.literal('ledger'),
  v: z.literal('thuocdo-ledger-1'),
  tenant: id,
  name: z.string(),
  exportedAt: z.iso.datetime(),
  first: seq,
  last: z.number().int().min(0),
  previous: hex,
  head: hex,
})

/** The head of the chain on a day, and what timestamp authorities said to it. */
export const anchorLine = z.strictObject({
  kind: z.literal('anchor'),
  tenant: id,
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  seq,
  hash: hex,
  timestamps: z.array(z.strictObject({ authority: z.string(), token: z.base64() })),
})

/** A published set of results: the hashes of its leaves, salted, in order. */
export const treeLine = z.strictObject({ kind: z.literal('tree'), id, size: z.number().int().min(1), root: hex, leaves: z.array(hex) })

/** One entry with its place in the chain. */
export const entryLine = z.strictObject({ kind: z.literal('entry'), seq, entryHash: hex, hash: hex, entry: entryContent })

/** Every line of an export: the header, then anchors, sets, and entries in order. */
export const exportLine = z.discriminatedUnion('kind', [headerLine, anchorLine, treeLine, entryLine])

/** The set an entry says it made known, when it is an act of publishing. */
export const publishedMention = z.object({ published: z.strictObject({ tree: id, size: z.number().int(), root: hex }) })

/** A proof file as a person downloads it. */
export const proofFile = z.strictObject({
  v: z.literal('thuocdo-proof-1'),
  tenant: id,
  tree: z.strictObject({ id, size: z.number().int().min(1), root: hex }),
  leaf: z.strictObject({ position: z.number().int().min(0), salt: hex, content: z.json() }),
  path: z.array(hex).max(64),
  entry: entryContent.nullable(),
  link: z.strictObject({ seq, previous: hex, hash: hex }).nullable(),
})

export type HeaderLine = z.infer<typeof headerLine>
export type AnchorLine = z.infer<typeof anchorLine>
export type TreeLine = z.infer<typeof treeLine>
export type EntryLine = z.infer<typeof entryLine>
export type ProofFile = z.infer<typeof proofFile>
