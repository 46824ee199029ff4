import { hash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { entryHash, linkHash, type EntryContent, type Hex } from '#platform/audit/canonical.ts'
import { actActions } from '../../domain/approval/act-names.ts'
import { packFiles } from '../archive/evidence-pack.ts'
import { airedWords, isApproved, type AiredWords } from './aired-words.ts'
import { boundWords, letGo, letGoData, packedEntry, readJson, readTold, readWords, type ReadEntry, type Told } from './told.ts'

/** What can be wrong in a pack. */
export const evidenceFaults = ['unreadable', 'too-large', 'twice', 'missing', 'unlisted', 'checksum', 'words-not-of-hash', 'step-of-other-words', 'frozen-of-other-words', 'aired-other-words', 'aired-not-approved', 'entry-changed', 'link-changed', 'not-in-ledger', 'removal-not-in-ledger'] as const

/** What is wrong in a pack, and where. */
export interface EvidenceFault {
  readonly where: string
  readonly fault: (typeof evidenceFaults)[number]
}

/** What a pack of evidence proves: everything that does not fit, the first one first, and how what aired stands to what was approved. */
export interface EvidenceReport {
  readonly faults: readonly EvidenceFault[]
  readonly told: Told | null
  readonly aired: readonly AiredWords[]
  readonly files: number
  readonly entries: number
  /** Entries that were not in the chain yet when the pack was made. */
  readonly unsealed: number
  /** The hash of the list of checksums, which the ledger of the station keeps. */
  readonly sums: Hex | null
}

type Files = Readonly<Record<string, Uint8Array>>

/** Unpacked; packs hold text and a paper, and a zip can be made to swell without end. */
const largest = 200 * 1024 * 1024

/** Checks a pack of evidence (hồ sơ chứng minh) by itself, offline. */
export function checkEvidence(bytes: Uint8Array): EvidenceReport {
  const nothing: EvidenceReport = { faults: [], told: null, aired: [], files: 0, entries: 0, unsealed: 0, sums: null }
  const { files, fault } = unpack(bytes)
  if (files === null) return { ...nothing, faults: [{ where: 'zip', fault }] }
  const told = readTold(textOf(files, packFiles.evidence))
  const list = files[packFiles.sums]
  const counted = { ...nothing, files: Object.keys(files).length, sums: list === undefined ? null : hash('sha256', list) }
  if (told === undefined) return { ...counted, faults: [...faultsOfSums(files), { where: packFiles.evidence, fault: 'unreadable' }] }
  const read = new Map([...told.versions, ...told.frozen].map(({ file }) => [file, readWords(textOf(files, file))]))
  const aired = airedWords(told, (file) => read.get(file))
  const entries = textOf(files, packFiles.ledger).split('\n').filter((line) => line !== '').map((line) => readJson(packedEntry, line))
  const unapproved = aired.filter((words) => !isApproved(words) && words.airFirst === null).map(({ file }): EvidenceFault => ({ where: file, fault: 'aired-not-approved' }))
  const faults = [...faultsOfSums(files), ...faultsOfWords(told, files, (file) => read.get(file) !== undefined), ...unapproved, ...faultsOfLedger(told, files, entries), ...faultsOfFilms(told, entries)]
  return { ...counted, faults, told, aired, entries: entries.length, unsealed: entries.filter((entry) => entry?.link === null).length }
}

function unpack(bytes: Uint8Array): { readonly files: Files | null; readonly fault: EvidenceFault['fault'] } {
  const names = new Set<string>()
  let [size, twice] = [0, false]
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    twice ||= names.has(name)
    names.add(name)
    size += originalSize
    return size <= largest
  }
  try {
    const files = unzipSync(bytes, { filter })
    if (size > largest) return { files: null, fault: 'too-large' }
    return twice ? { files: null, fault: 'twice' } : { files, fault: 'unreadable' }
  } catch {
    return { files: null, fault: 'unreadable' }
  }
}

function textOf(files: Files, name: string): string {
  const file = files[name]
  return file === undefined ? '' : strFromU8(file)
}

function faultsOfSums(files: Files): EvidenceFault[] {
  if (files[packFiles.sums] === undefined) return [{ where: packFiles.sums, fault: 'missing' }]
  const sums = new Map(textOf(files, packFiles.sums).split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const])))
  const listed = [...sums].flatMap(([name, sum]): EvidenceFault[] => {
    const file = files[name]
    if (file === undefined) return [{ where: name, fault: 'missing' }]
    return hash('sha256', file) === sum ? [] : [{ where: name, fault: 'checksum' }]
  })
  const unlisted = Object.keys(files).filter((name) => name !== packFiles.sums && !sums.has(name))
  return [...listed, ...unlisted.map((where): EvidenceFault => ({ where, fault: 'unlisted' }))]
}

/** The words of each version and of what was frozen are those of its hash; steps and airings are of these words. */
function faultsOfWords({ versions, steps, frozen, airings }: Told, files: Files, areWords: (file: string) => boolean): EvidenceFault[] {
  const hashes = new Map(versions.map(({ version, hash: of }) => [version, of]))
  const frozenHashes = new Map(frozen.map(({ id, hash: of }) => [id, of]))
  const texts = [...versions, ...frozen].flatMap(({ file, hash: of }): EvidenceFault[] => {
    const bytes = files[file]
    if (bytes === undefined) return [{ where: file, fault: 'missing' }]
    return hash('sha256', bytes) === of && areWords(file) ? [] : [{ where: file, fault: 'words-not-of-hash' }]
  })
  return [
    ...texts,
    ...steps.flatMap(({ act, version, hash: of }, index): EvidenceFault[] => (hashes.get(version) === of ? [] : [{ where: `${index + 1}. ${act}`, fault: 'step-of-other-words' }])),
    ...frozen.flatMap(({ id, version, hash: of }): EvidenceFault[] => (hashes.get(version) === of ? [] : [{ where: id, fault: 'frozen-of-other-words' }])),
    ...airings.flatMap(({ id, frozen: from, hash: of }): EvidenceFault[] => (frozenHashes.get(from) === of ? [] : [{ where: id, fault: 'aired-other-words' }])),
  ]
}

/** Every entry is that of its hash, every link that of its entry and of the link before; steps stand in the ledger as what they are, at their moment, with the words they bind. */
function faultsOfLedger({ tenant, steps }: Told, files: Files, entries: readonly (ReadEntry | undefined)[]): EvidenceFault[] {
  if (files[packFiles.ledger] === undefined) return [{ where: packFiles.ledger, fault: 'missing' }]
  const links = new Map(entries.flatMap((entry) => (entry?.link == null ? [] : [[entry.link.seq, entry.link.hash] as const])))
  const bound = new Set<string>()
  const faults = entries.flatMap((read, index): EvidenceFault[] => {
    const where = `${packFiles.ledger}:${index + 1}`
    if (read === undefined) return [{ where, fault: 'unreadable' }]
    const { link, entry } = read
    if (entry.tenant !== tenant || entryHash(entry as unknown as EntryContent) !== read.entryHash) return [{ where, fault: 'entry-changed' }]
    const words = boundWords.safeParse(entry.data)
    if (words.success) bound.add(keyOf(entry.action, entry.at, words.data))
    if (link === null) return []
    const own = linkHash({ tenant, seq: link.seq, entry: entry.id, entryHash: read.entryHash, previous: link.previous }) === link.hash
    return own && (links.get(link.seq - 1) ?? link.previous) === link.previous ? [] : [{ where, fault: 'link-changed' }]
  })
  return [...faults, ...steps.flatMap((step, index): EvidenceFault[] => (bound.has(keyOf(actActions[step.act], step.at, step)) ? [] : [{ where: `${index + 1}. ${step.act}`, fault: 'not-in-ledger' }]))]
}

/** A film is told to be taken from the store when, and only when, the ledger says so, of the same bytes at the same moment by the same rule. */
function faultsOfFilms({ media }: Told, entries: readonly (ReadEntry | undefined)[]): EvidenceFault[] {
  const removals = new Map(entries.flatMap((read) => (read?.entry.action === letGo ? [[read.entry.subject.id, read.entry] as const] : [])))
  return media.flatMap(({ id, name, bytes, sha256, removed }): EvidenceFault[] => {
    const entry = removals.get(id)
    const bound = letGoData.safeParse(entry?.data).data
    const said = removed === null ? '' : JSON.stringify([sha256, bytes, new Date(removed.at).getTime(), removed.kept])
    const kept = entry === undefined ? '' : JSON.stringify([bound?.sha256, bound?.bytes, new Date(entry.at).getTime(), bound?.kept])
    return said === kept ? [] : [{ where: name, fault: 'removal-not-in-ledger' }]
  })
}

function keyOf(action: string, at: string, { version, hash: of, level }: { readonly version: number; readonly hash: string; readonly level: string | null }): string {
  return `${action} ${new Date(at).getTime()} ${level ?? ''} ${version} ${of}`
}
