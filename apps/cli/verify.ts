import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { fromBER } from 'asn1js'
import { Certificate } from 'pkijs'
import { readAnchors } from '#platform/audit/anchor-file.ts'
import { isHex, type Hex } from '#platform/audit/canonical.ts'
import type { ProofFile } from '#platform/audit/export-lines.ts'
import { NotAnExport, readExport } from '#platform/audit/read-export.ts'
import { checkTimestamp, type TimestampCheck } from '#platform/audit/timestamp.ts'
import { verifyExport, type ExportReport, type VerifyOptions } from '#platform/audit/verify-export.ts'
import { verifyProof } from '#platform/audit/verify-proof.ts'
import { CommandError, readInputFile, type Answer } from './command.ts'
import { verifyUsage } from './verify-usage.ts'
import { faultWords, proofWords } from './verify-words.ts'

/** What a check found: lines to print, and whether everything was right. */
interface Found {
  readonly lines: readonly string[]
  readonly right: boolean
}

/**
 * `thuocdo verify`: checks exports of the ledger, in order when there are several parts, and proofs of results; offline,
 * without the database. Status 1 when something is broken, and the first broken entry is named.
 */
export async function verifyCommand(args: readonly string[]): Promise<Answer> {
  const { values, positionals } = readArguments(args)
  if (positionals.length === 0 && values.proof.length === 0) throw new CommandError('argv', 'Chưa nói tệp nào', verifyUsage)
  const root = values.root === undefined ? null : readRoot(values.root)
  const isProof = await Promise.all(positionals.map(looksLikeProof))
  const exports = positionals.filter((_, at) => isProof[at] !== true)
  const proofs = [...values.proof, ...positionals.filter((_, at) => isProof[at] === true)]
  const found: Found[] = []
  const read: ProofFile[] = []
  for (const file of proofs) {
    const { proof, ...of } = await checkProof(file, root)
    found.push(of)
    if (proof !== null) read.push(proof)
  }
  if (exports.length > 0 && found.every((each) => each.right)) found.push(...(await checkExports(exports, { ...(await outsideOf(values)), proofs: read }, read)))
  const right = found.every((each) => each.right)
  return { output: null, errors: [], text: `${found.flatMap((each) => each.lines).join('\n')}\n`, status: right ? 0 : 1 }
}

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { anchors: { type: 'string', multiple: true }, proof: { type: 'string', multiple: true }, root: { type: 'string' }, 'tsa-ca': { type: 'string', multiple: true } },
    })
    return { values: { anchors: values.anchors ?? [], proof: values.proof ?? [], root: values.root, authorities: values['tsa-ca'] ?? [] }, positionals }
  } catch (error) {
    throw new CommandError('argv', error instanceof Error ? (error.message.split('. ')[0] ?? '') : '', verifyUsage)
  }
}

/** The root as printed on a form: spaces are for the eye. */
function readRoot(text: string): Hex {
  const root = text.replaceAll(/[\s-]/g, '').toLowerCase().replace(/^.*:/, '')
  if (!isHex(root)) throw new CommandError('--root', 'Dấu gốc không đúng dạng', '64 chữ số thập lục phân')
  return root
}

async function looksLikeProof(file: string): Promise<boolean> {
  return file.endsWith('.json') && (await readInputFile(file)).includes('"thuocdo-proof-1"')
}

async function outsideOf(values: { readonly anchors: readonly string[]; readonly authorities: readonly string[] }): Promise<VerifyOptions> {
  const anchors = []
  for (const file of values.anchors) {
    const lines = await readAnchors(file)
    if (lines.length === 0) throw new CommandError(file, 'Không có mốc ngày nào trong tệp', 'ledger-anchors.jsonl')
    anchors.push(...lines)
  }
  const trusted = await Promise.all(values.authorities.map(readCertificate))
  return { anchors, checkTimestamp: (token, text) => checkTimestamp(token, text, trusted) }
}

async function readCertificate(file: string): Promise<Certificate> {
  try {
    const pem = await readFile(file, 'latin1')
    const der = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64')
    return new Certificate({ schema: fromBER(new Uint8Array(der).buffer).result })
  } catch {
    throw new CommandError(file, 'Không đọc được chứng thư', 'một chứng thư PEM')
  }
}

async function checkProof(file: string, root: Hex | null): Promise<Found & { proof: ProofFile | null }> {
  const { proof, fault, expected, found } = verifyProof(await readInputFile(file), root)
  if (fault !== null || proof === null) {
    const words = proofWords[fault ?? 'not-readable']
    return { proof: null, right: false, lines: [`✘ ${file}: bằng chứng KHÔNG đúng · the proof is NOT right`, `  ${words.vi} · ${words.en}`, ...comparison(expected, found)] }
  }
  const where = proof.link === null ? 'chưa vào chuỗi khi tải · not sealed yet when taken' : `mục số ${proof.link.seq} của sổ · entry ${proof.link.seq} of the ledger`
  return {
    proof,
    right: true,
    lines: [`✔ ${file}: kết quả thuộc tập đã công bố · the result is in the published set`, `  Dấu gốc · root: ${proof.tree.root}`, `  Công bố tại · made known by: ${where}`],
  }
}

async function checkExports(files: readonly string[], options: VerifyOptions, proofs: readonly ProofFile[]): Promise<Found[]> {
  const found: Found[] = []
  let follows: VerifyOptions['follows']
  const seen: ExportReport[] = []
  for (const [at, file] of files.entries()) {
    const report = await reportOf(file, { ...options, continues: at < files.length - 1, ...(follows === undefined ? {} : { follows }) })
    seen.push(report)
    found.push({ right: report.broken === null, lines: report.broken === null ? intact(file, report) : broken(file, report) })
    if (report.broken !== null) return found
    follows = { tenant: report.tenant ?? '', last: report.last, head: report.head }
  }
  for (const proof of proofs) {
    const inside = seen.some((report) => report.tenant === proof.tenant && proof.link !== null && proof.link.seq >= report.first && proof.link.seq <= report.last)
    if (!inside) found.push({ right: false, lines: ['✘ Mục công bố của bằng chứng không nằm trong tệp đã cho · the entry of the proof is not in the given export'] })
  }
  return found
}

async function reportOf(file: string, options: VerifyOptions): Promise<ExportReport> {
  try {
    return await verifyExport(readExport(file), options)
  } catch (error) {
    if (error instanceof NotAnExport) throw new CommandError(file, `Không đọc được tệp (${error.message})`, 'tệp .zip hoặc ledger.jsonl do Thước Đo xuất')
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new CommandError(file, code === 'ENOENT' ? 'Không có tệp này' : `Không đọc được tệp (${code})`, 'tệp .zip hoặc ledger.jsonl do Thước Đo xuất')
  }
}

function intact(file: string, report: ExportReport): string[] {
  return [
    `✔ ${file}: sổ nhật ký nguyên vẹn · the ledger is intact`,
    `  Đơn vị · body: ${report.name}`,
    `  Mục ${report.first}–${report.last}: ${report.entries} mục đúng dấu và nối đúng mục trước · ${report.entries} entries match their hashes and follow one another`,
    `  Tập kết quả đã công bố · published sets: ${report.sets}`,
    `  Mốc ngày · daily anchors: ${report.anchors}`,
    ...report.timestamps.map(stampLine),
    `  Đầu chuỗi · head: ${report.head}`,
  ]
}

function stampLine({ at, signer, trusted }: TimestampCheck): string {
  const whose = trusted ? 'chứng thư gốc tin cậy · trusted authority' : 'chưa đối chiếu chứng thư gốc, dùng --tsa-ca · authority not checked, use --tsa-ca'
  return `  Dấu thời gian · timestamp: ${at?.toISOString() ?? ''} (${signer}; ${whose})`
}

function broken(file: string, report: ExportReport): string[] {
  const { broken: at } = report
  if (at === null) return []
  const words = faultWords[at.fault]
  const which = [at.seq === null ? '' : `số ${at.seq} · number ${at.seq}`, at.entry === null ? '' : `id ${at.entry}`, `dòng ${at.line} · line ${at.line}`].filter((part) => part !== '').join(', ')
  return [
    `✘ ${file}: sổ nhật ký KHÔNG nguyên vẹn · the ledger is NOT intact`,
    `  Chỗ hỏng đầu tiên · first broken entry: ${which}`,
    `  ${words.vi} · ${words.en}`,
    ...comparison(at.expected, at.found),
    `  Trước đó có ${report.entries} mục nguyên vẹn · ${report.entries} entries before it are intact`,
  ]
}

function comparison(expected: string, found: string): string[] {
  return [`  Phải là · expected: ${expected === '' ? '—' : expected}`, `  Thấy · found:       ${found === '' ? '—' : found}`]
}
