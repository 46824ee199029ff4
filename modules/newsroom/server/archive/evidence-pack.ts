import { strToU8, zipSync } from 'fflate'
import { hash } from 'node:crypto'
import type { EntryContent, Hex } from '#platform/audit/canonical.ts'
import type { RuleConfidence } from '../../domain/archive/legal-source.ts'

/** An entry of the ledger about a story, with its link in the chain (mục sổ nhật ký); not sealed yet, it has none. */
export interface PackedEntry {
  readonly entryHash: Hex
  readonly link: { readonly seq: number; readonly previous: Hex; readonly hash: Hex } | null
  readonly entry: EntryContent
}

/** A step as the pack tells it. */
export interface PackedStep {
  readonly act: string
  readonly level: string | null
  readonly version: number
  readonly hash: Hex
  readonly person: string
  readonly actingFor: string | null
  /** The document under which somebody signed for another (văn bản ủy quyền). */
  readonly document: string | null
  readonly proved: boolean
  readonly orderedBy: string | null
  readonly at: string
  readonly dueAt: string | null
  readonly note: string
}

/** A film of aired words; of one that was taken from the store (phim đã gỡ khỏi kho) only this is left. */
export interface PackedFilm {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly sha256: Hex | null
  readonly removed: {
    readonly by: string
    readonly at: string
    readonly why: string
    /** Until when it had to be kept, by the rule of that day. */
    readonly kept: { readonly until: string; readonly rule: string; readonly confidence: RuleConfidence } | null
  } | null
}

/** What is proved of an aired story (hồ sơ chứng minh): what was submitted, each approval, what was frozen and what aired. */
export interface Evidence {
  readonly v: 'thuocdo-evidence-1'
  readonly tenant: string
  readonly station: string
  readonly madeAt: string
  readonly story: { readonly id: string; readonly title: string; readonly column: string | null; readonly category: string | null; readonly unit: string; readonly author: string }
  readonly versions: readonly { readonly version: number; readonly hash: Hex; readonly savedAt: string; readonly file: string }[]
  readonly steps: readonly PackedStep[]
  /** Approvals a later change ended: at which version. */
  readonly lapses: readonly { readonly level: string; readonly version: number; readonly endedBy: number; readonly at: string }[]
  readonly frozen: readonly { readonly id: string; readonly version: number; readonly hash: Hex; readonly cutBlocks: readonly string[]; readonly at: string; readonly file: string }[]
  readonly airings: readonly { readonly id: string; readonly frozen: string; readonly version: number; readonly hash: Hex; readonly programme: string; readonly column: string | null; readonly startedAt: string; readonly endedAt: string; readonly replaces: string | null; readonly reason: string }[]
  readonly media: readonly PackedFilm[]
}

/** The names of the files in a pack. */
export const packFiles = { evidence: 'ho-so.json', ledger: 'so-nhat-ky.jsonl', sums: 'SHA256SUMS', paper: 'ho-so.pdf', about: 'README.txt' } as const

const about = `Hồ sơ chứng minh tin, bài đã phát, lập từ chương trình Thước Đo.

ho-so.json       những gì đã trình, đã duyệt, đã đóng băng, đã phát; mã SHA-256 của phim, cả phim đã gỡ khỏi kho: ai gỡ, khi nào, vì sao
ho-so.pdf        cùng nội dung đó, để in
ban/, dong-bang/ lời bài từng bản; SHA-256 của mỗi tệp chính là mã lời bài mà từng bước duyệt mang
so-nhat-ky.jsonl các mục sổ nhật ký về bài này và về phim đã gỡ, với dấu nối trong chuỗi (docs/ledger.md)
SHA256SUMS       mã SHA-256 của mọi tệp; mã của chính tệp này nằm trong sổ nhật ký

Kiểm tra: npx thuocdo newsroom evidence TỆP.zip; hoặc tính SHA-256 từng tệp, so với SHA256SUMS và với mã lời bài trong ho-so.json; mỗi mục sổ nhật ký kiểm theo docs/ledger.md.
`

/** The pack as a zip, and the SHA-256 of its list of checksums, which the ledger keeps. */
export function packEvidence(evidence: Evidence, texts: ReadonlyMap<string, string>, entries: readonly PackedEntry[], paper: Uint8Array): { readonly bytes: Uint8Array; readonly sums: Hex } {
  const files: Record<string, Uint8Array> = {
    [packFiles.about]: strToU8(about),
    [packFiles.evidence]: strToU8(`${JSON.stringify(evidence, null, 2)}\n`),
    [packFiles.ledger]: strToU8(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')),
    [packFiles.paper]: paper,
  }
  for (const [name, text] of texts) files[name] = strToU8(text)
  const sums = Object.entries(files)
    .map(([name, bytes]) => `${hash('sha256', bytes)}  ${name}\n`)
    .join('')
  // The day of a zip's entries is of no meaning here and would make two packs of the same content differ.
  const made = zipSync({ ...files, [packFiles.sums]: strToU8(sums) }, { level: 6, mtime: new Date('2000-01-01T00:00:00') })
  return { bytes: made, sums: hash('sha256', sums) }
}
