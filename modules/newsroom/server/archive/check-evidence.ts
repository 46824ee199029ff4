import { hash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'
import { entryHash, linkHash, type EntryContent } from '#platform/audit/canonical.ts'
import { packFiles } from './evidence-pack.ts'

/** What is wrong in a pack, and where. */
export interface EvidenceFault {
  readonly where: string
  readonly fault: 'unreadable' | 'missing' | 'unlisted' | 'checksum' | 'words-not-of-hash' | 'step-of-other-words' | 'frozen-of-other-words' | 'aired-other-words' | 'entry-changed' | 'link-changed' | 'not-in-ledger'
}

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const told = z.object({
  v: z.literal('thuocdo-evidence-1'),
  tenant: z.string(),
  versions: z.array(z.object({ version: z.number(), hash: hex, file: z.string() })),
  steps: z.array(z.object({ act: z.string(), version: z.number(), hash: hex })),
  frozen: z.array(z.object({ id: z.string(), version: z.number(), hash: hex, file: z.string() })),
  airings: z.array(z.object({ id: z.string(), frozen: z.string(), version: z.number(), hash: hex })),
})
const packedEntry = z.object({ entryHash: hex, link: z.object({ seq: z.number(), previous: hex, hash: hex }).nullable(), entry: z.looseObject({ tenant: z.string(), id: z.string(), action: z.string(), data: z.unknown() }) })
type Told = z.output<typeof told>

/** Checks a pack of evidence (hồ sơ chứng minh) by itself, and names everything that does not fit; empty when all does. */
export function checkEvidence(bytes: Uint8Array): EvidenceFault[] {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes)
  } catch {
    return [{ where: 'zip', fault: 'unreadable' }]
  }
  const evidence = readTold(files[packFiles.evidence])
  if (evidence === undefined) return [...faultsOfSums(files), { where: packFiles.evidence, fault: 'unreadable' }]
  return [...faultsOfSums(files), ...faultsOfWords(evidence, files), ...faultsOfLedger(evidence, files[packFiles.ledger])]
}

function readTold(file: Uint8Array | undefined): Told | undefined {
  try {
    return file && told.parse(JSON.parse(strFromU8(file)))
  } catch {
    return undefined
  }
}

function faultsOfSums(files: Readonly<Record<string, Uint8Array>>): EvidenceFault[] {
  const list = files[packFiles.sums]
  if (list === undefined) return [{ where: packFiles.sums, fault: 'missing' }]
  const sums = new Map(strFromU8(list).split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const])))
  const listed = [...sums].flatMap(([name, sum]): EvidenceFault[] => {
    const file = files[name]
    if (file === undefined) return [{ where: name, fault: 'missing' }]
    return hash('sha256', file) === sum ? [] : [{ where: name, fault: 'checksum' }]
  })
  const unlisted = Object.keys(files).filter((name) => name !== packFiles.sums && !sums.has(name))
  return [...listed, ...unlisted.map((where): EvidenceFault => ({ where, fault: 'unlisted' }))]
}

/** The words of each version and of what was frozen are those of its hash; steps and airings are of these words. */
function faultsOfWords({ versions, steps, frozen, airings }: Told, files: Readonly<Record<string, Uint8Array>>): EvidenceFault[] {
  const hashes = new Map(versions.map(({ version, hash: of }) => [version, of]))
  const frozenHashes = new Map(frozen.map(({ id, hash: of }) => [id, of]))
  const texts = [...versions, ...frozen].flatMap(({ file, hash: of }): EvidenceFault[] => {
    const bytes = files[file]
    if (bytes === undefined) return [{ where: file, fault: 'missing' }]
    return hash('sha256', bytes) === of ? [] : [{ where: file, fault: 'words-not-of-hash' }]
  })
  return [
    ...texts,
    ...steps.flatMap(({ act, version, hash: of }, index): EvidenceFault[] => (hashes.get(version) === of ? [] : [{ where: `${index + 1}. ${act}`, fault: 'step-of-other-words' }])),
    ...frozen.flatMap(({ id, version, hash: of }): EvidenceFault[] => (hashes.get(version) === of ? [] : [{ where: id, fault: 'frozen-of-other-words' }])),
    ...airings.flatMap(({ id, frozen: from, hash: of }): EvidenceFault[] => (frozenHashes.get(from) === of ? [] : [{ where: id, fault: 'aired-other-words' }])),
  ]
}

/** Every entry is that of its hash, every link that of its entry; submissions and approvals stand in the ledger with the hash they bind. */
function faultsOfLedger({ tenant, steps }: Told, file: Uint8Array | undefined): EvidenceFault[] {
  if (file === undefined) return [{ where: packFiles.ledger, fault: 'missing' }]
  const faults: EvidenceFault[] = []
  const bound = new Map<string, number>()
  for (const [index, line] of strFromU8(file).split('\n').filter((each) => each !== '').entries()) {
    const where = `${packFiles.ledger}:${index + 1}`
    const read = readEntry(line)
    if (read === undefined || read.entry.tenant !== tenant || entryHash(read.entry as unknown as EntryContent) !== read.entryHash) {
      faults.push({ where, fault: read === undefined ? 'unreadable' : 'entry-changed' })
      continue
    }
    const { link, entry } = read
    if (link !== null && linkHash({ tenant, seq: link.seq, entry: entry.id, entryHash: read.entryHash, previous: link.previous }) !== link.hash) faults.push({ where, fault: 'link-changed' })
    const data = z.object({ version: z.number(), hash: hex }).safeParse(entry.data)
    if (data.success) bound.set(keyOf(data.data), (bound.get(keyOf(data.data)) ?? 0) + 1)
  }
  return [...faults, ...steps.flatMap((step, index): EvidenceFault[] => (bound.has(keyOf(step)) ? [] : [{ where: `${index + 1}. ${step.act}`, fault: 'not-in-ledger' }]))]
}

function keyOf({ version, hash: of }: { readonly version: number; readonly hash: string }): string {
  return `${version} ${of}`
}

function readEntry(line: string): z.output<typeof packedEntry> | undefined {
  try {
    return packedEntry.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
