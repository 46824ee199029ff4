import type { z } from 'zod'
import { vietnameseDay } from '#kernel/calendar-date.ts'
import { entryHash, genesis, linkHash, linkText, type Hex, type Link } from './canonical.ts'
import { exportLine, publishedMention, type AnchorLine, type EntryLine, type HeaderLine, type ProofFile, type TreeLine } from './export-lines.ts'
import { merkleRoot } from './merkle-tree.ts'
import type { TimestampCheck } from './timestamp.ts'

/** What can be wrong with an export; the words are the command line's. */
export const faults = [
  'no-header',
  'not-readable',
  'out-of-place',
  'other-ledger',
  'missing',
  'out-of-order',
  'entry-changed',
  'link-changed',
  'chain-broken',
  'ends-early',
  'set-missing',
  'set-changed',
  'set-unknown',
  'anchor-changed',
  'anchor-missing',
  'timestamp-wrong',
  'proof-elsewhere',
] as const

export type Fault = (typeof faults)[number]

/** The first thing that is wrong: which entry, and what stood there instead of what. */
export interface Break {
  readonly fault: Fault
  readonly seq: number | null
  readonly entry: string | null
  /** Line of the file, from 1. */
  readonly line: number
  readonly expected: string
  readonly found: string
}

/** What was checked, and the first break if there is one. */
export interface ExportReport {
  readonly tenant: string | null
  readonly name: string
  readonly first: number
  readonly last: number
  readonly head: Hex
  readonly entries: number
  readonly sets: number
  readonly anchors: number
  readonly timestamps: readonly TimestampCheck[]
  readonly broken: Break | null
}

/** What else the export is held against. */
export interface VerifyOptions {
  /** Daily heads kept outside the database: the chain must lead through each of them. */
  readonly anchors?: readonly AnchorLine[]
  /** Proofs whose entries must stand in the chain where they say. */
  readonly proofs?: readonly ProofFile[]
  /** Where the export before this one ended. */
  readonly follows?: { readonly tenant: string; readonly last: number; readonly head: Hex }
  /** Another part follows: anchors beyond the end are for that one. */
  readonly continues?: boolean
  /** Checks a timestamp over the text of a link (RFC 3161). */
  readonly checkTimestamp?: (token: Uint8Array, text: string) => Promise<TimestampCheck>
}

class Broken extends Error {
  readonly at: Break
  constructor(at: Break) {
    super(at.fault)
    this.at = at
  }
}

/**
 * Checks an export line by line without the database: every entry against its hash, every hash against the one before,
 * every published root against its leaves, every anchor and timestamp. Stops at the first break.
 */
export async function verifyExport(lines: AsyncIterable<string> | Iterable<string>, options: VerifyOptions = {}): Promise<ExportReport> {
  const check = new ExportCheck(options)
  let broken: Break | null = null
  try {
    for await (const line of lines) await check.read(line)
    check.end()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    broken = error.at
  }
  return check.report(broken)
}

class ExportCheck {
  readonly #options: VerifyOptions
  readonly #trees = new Map<string, TreeLine>()
  readonly #anchors = new Map<number, AnchorLine[]>()
  readonly #proofs: Map<number, ProofFile[]>
  readonly #timestamps: TimestampCheck[] = []
  #header: HeaderLine | undefined
  #line = 0
  #entries = 0
  #sets = 0
  #anchored = 0
  #seq = 0
  #previous: Hex = genesis

  constructor(options: VerifyOptions) {
    this.#options = options
    this.#proofs = Map.groupBy((options.proofs ?? []).filter((proof) => proof.link !== null), (proof) => proof.link?.seq ?? 0)
  }

  #fail(fault: Fault, expected: unknown, found: unknown, at: { seq?: number; entry?: string } = {}): never {
    throw new Broken({ fault, seq: at.seq ?? null, entry: at.entry ?? null, line: this.#line, expected: String(expected), found: String(found) })
  }

  async read(text: string): Promise<void> {
    this.#line++
    const line = this.#parse(text)
    if (line.kind === 'ledger') this.#begin(line)
    else if (this.#header === undefined) this.#fail('no-header', 'ledger', line.kind)
    else if (line.kind === 'entry') await this.#entry(line, this.#header)
    else if (this.#entries > 0) this.#fail('out-of-place', 'entry', line.kind, { seq: this.#seq + 1 })
    else if (line.kind === 'anchor') this.#anchor(line, this.#header)
    else this.#tree(line)
  }

  #parse(text: string): z.infer<typeof exportLine> {
    const next = this.#header === undefined ? {} : { seq: this.#seq + 1 }
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      this.#fail(this.#header === undefined ? 'no-header' : 'not-readable', 'JSON', text.slice(0, 60), next)
    }
    const read = exportLine.safeParse(value)
    if (read.success) return read.data
    const [issue] = read.error.issues
    this.#fail(this.#header === undefined ? 'no-header' : 'not-readable', issue?.message ?? '', issue?.path.join('.') ?? '', next)
  }

  #begin(header: HeaderLine): void {
    if (this.#header !== undefined) this.#fail('out-of-place', 'entry', 'ledger', { seq: this.#seq + 1 })
    const { follows } = this.#options
    if (follows !== undefined && header.tenant !== follows.tenant) this.#fail('other-ledger', follows.tenant, header.tenant)
    if (follows !== undefined && header.first !== follows.last + 1) this.#fail('missing', follows.last + 1, header.first, { seq: follows.last + 1 })
    if (follows !== undefined && header.previous !== follows.head) this.#fail('chain-broken', follows.head, header.previous, { seq: header.first })
    if (header.first === 1 && header.previous !== genesis) this.#fail('chain-broken', genesis, header.previous, { seq: 1 })
    this.#header = header
    this.#seq = header.first - 1
    this.#previous = header.previous
    for (const anchor of this.#options.anchors ?? []) this.#anchor(anchor, header)
    this.#anchorsAt(this.#seq)
  }

  #anchor(anchor: AnchorLine, header: HeaderLine): void {
    // Anchors of other ledgers share the file; those of other parts of this one are for the exports of those parts.
    if (anchor.tenant !== header.tenant || anchor.seq < header.first - 1) return
    const known = this.#anchors.get(anchor.seq) ?? []
    const same = known.find((each) => each.hash === anchor.hash)
    // The file outside says a day again when its timestamp came.
    if (same !== undefined && same.timestamps.length >= anchor.timestamps.length) return
    this.#anchors.set(anchor.seq, [...known.filter((each) => each !== same), anchor])
  }

  #tree(tree: TreeLine): void {
    if (this.#trees.has(tree.id)) this.#fail('out-of-place', 'entry', `tree ${tree.id}`)
    this.#trees.set(tree.id, tree)
  }

  async #entry(line: EntryLine, header: HeaderLine): Promise<void> {
    const { seq, entry } = line
    const at = { seq, entry: entry.id }
    const next = this.#seq + 1
    if (seq > next) this.#fail('missing', next, seq, { ...at, seq: next })
    if (seq < next) this.#fail('out-of-order', next, seq, { ...at, seq: next })
    if (entry.tenant !== header.tenant) this.#fail('other-ledger', header.tenant, entry.tenant, at)
    const content = entryHash(entry)
    if (content !== line.entryHash) this.#fail('entry-changed', line.entryHash, content, at)
    const link = { tenant: header.tenant, seq, entry: entry.id, entryHash: content, previous: this.#previous }
    const hash = linkHash(link)
    if (hash !== line.hash) this.#fail('link-changed', hash, line.hash, at)
    if (seq > header.last) this.#fail('out-of-place', header.last, seq, at)
    this.#published(line)
    this.#seq = seq
    this.#previous = hash
    this.#entries++
    this.#proofsAt(line)
    for (const anchor of this.#anchorsAt(seq, entry.id)) await this.#stamps(anchor, link)
  }

  #published({ seq, entry }: EntryLine): void {
    const mention = publishedMention.safeParse(entry.data)
    if (!mention.success) return
    const { tree, size, root } = mention.data.published
    const at = { seq, entry: entry.id }
    const known = this.#trees.get(tree)
    if (known === undefined) this.#fail('set-missing', root, tree, at)
    const found = merkleRoot(known.leaves)
    if (found !== root || known.root !== root) this.#fail('set-changed', root, known.root === root ? found : known.root, at)
    if (known.size !== size || known.leaves.length !== size) this.#fail('set-changed', size, known.leaves.length, at)
    this.#trees.delete(tree)
    this.#sets++
  }

  #proofsAt({ seq, hash, entry }: EntryLine): void {
    for (const proof of this.#proofs.get(seq) ?? []) {
      if (proof.tenant !== entry.tenant || proof.link?.hash !== hash) this.#fail('proof-elsewhere', hash, proof.link?.hash, { seq, entry: entry.id })
    }
  }

  #anchorsAt(seq: number, entry?: string): AnchorLine[] {
    const anchors = this.#anchors.get(seq) ?? []
    this.#anchors.delete(seq)
    for (const anchor of anchors) {
      if (anchor.hash !== this.#previous) this.#fail('anchor-changed', anchor.hash, this.#previous, { seq, ...(entry === undefined ? {} : { entry }) })
      this.#anchored++
    }
    return anchors
  }

  async #stamps({ timestamps, hash }: AnchorLine, link: Link): Promise<void> {
    const { checkTimestamp } = this.#options
    if (checkTimestamp === undefined) return
    for (const { token } of timestamps) {
      const stamp = await checkTimestamp(Buffer.from(token, 'base64'), linkText(link))
      if (stamp.problem !== null) this.#fail('timestamp-wrong', hash, stamp.problem, { seq: link.seq, entry: link.entry })
      this.#timestamps.push(stamp)
    }
  }

  end(): void {
    const header = this.#header
    this.#line++
    if (header === undefined) this.#fail('no-header', 'ledger', '')
    if (this.#seq !== header.last) this.#fail('ends-early', header.last, this.#seq, { seq: this.#seq + 1 })
    if (this.#previous !== header.head) this.#fail('chain-broken', header.head, this.#previous, { seq: this.#seq })
    const [unknown] = this.#trees.keys()
    if (unknown !== undefined) this.#fail('set-unknown', 'published', unknown)
    const [beyond] = this.#options.continues === true ? [] : this.#anchoredBefore(header.exportedAt)
    if (beyond !== undefined) this.#fail('anchor-missing', beyond, header.last, { seq: header.last + 1 })
  }

  /** Places beyond the end that were anchored before the day of the export: the ledger was longer than it says. */
  #anchoredBefore(exportedAt: string): number[] {
    const day = vietnameseDay(new Date(exportedAt))
    return [...this.#anchors].filter(([, anchors]) => anchors.some((anchor) => anchor.day < day)).map(([seq]) => seq).toSorted((a, b) => a - b)
  }

  report(broken: Break | null): ExportReport {
    const header = this.#header
    return {
      tenant: header?.tenant ?? null,
      name: header?.name ?? '',
      first: header?.first ?? 0,
      last: this.#seq,
      head: this.#previous,
      entries: this.#entries,
      sets: this.#sets,
      anchors: this.#anchored,
      timestamps: this.#timestamps,
      broken,
    }
  }
}
