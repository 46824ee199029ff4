import { dayWords, momentWords } from '#kernel/own-record.ts'
import { checkEvidence, confidenceWords, isApproved, type AiredWords, type EvidenceFault, type EvidenceReport, type ToldFilm } from '#modules/newsroom/server/evidence/index.ts'
import { CommandError, readInputBytes, type Answer } from './command.ts'

const usage = 'newsroom evidence FILE.zip'

const faultWords: Readonly<Record<EvidenceFault['fault'], string>> = {
  unreadable: 'không đọc được: bị sửa, bị cắt hoặc không phải hồ sơ chứng minh · cannot be read: changed, cut off, or no evidence pack',
  'too-large': 'mở ra quá 200 MB · more than 200 MB unpacked',
  twice: 'một tên tệp có hai lần trong tệp zip · a name stands twice in the zip',
  missing: 'thiếu tệp này · this file is missing',
  unlisted: 'tệp này không có trong SHA256SUMS: thêm vào sau · not in SHA256SUMS: put in afterwards',
  checksum: 'không khớp mã trong SHA256SUMS: đã bị sửa · does not match SHA256SUMS: it was changed',
  'words-not-of-hash': 'lời bài không khớp mã lời bài của bản này: đã bị sửa · the words do not have the hash of this version: they were changed',
  'step-of-other-words': 'bước này mang mã lời bài khác mã của bản nó nói · this step carries another hash than the version it names',
  'frozen-of-other-words': 'lời đóng băng không phải lời của bản nó nói · the frozen words are not those of the version they name',
  'aired-other-words': 'lời đã phát không phải lời đã đóng băng · what aired is not what was frozen',
  'aired-not-approved': 'lời đã phát không phải lời đã duyệt, cũng không có lệnh phát trước, ký sau · the words that aired are neither approved nor let on air before signing',
  'entry-changed': 'mục sổ nhật ký không khớp dấu: đã bị sửa · the entry of the ledger does not match its hash: it was changed',
  'link-changed': 'dấu nối không khớp: mục bị chen vào, tráo đổi, hoặc dấu bị sửa · the link does not match: inserted, exchanged, or its hash was changed',
  'not-in-ledger': 'bước này không có trong sổ nhật ký của hồ sơ · this step is not in the ledger of the pack',
  'removal-not-in-ledger': 'việc gỡ phim này không như mục trong sổ nhật ký của hồ sơ · the removal of this film is not told as the ledger of the pack has it',
}
const levels = { department: 'phòng', leadership: 'lãnh đạo' } as const
const mostPlaces = 5

/** `thuocdo newsroom evidence FILE`: checks a pack of evidence (hồ sơ chứng minh) offline; status 1 when anything is wrong, and the first wrong thing is named. */
export async function evidenceCommand(args: readonly string[]): Promise<Answer> {
  if (args[0] === '--help') return { output: { usage: [`thuocdo ${usage}`], note: 'FILE.zip là hồ sơ chứng minh lấy ở trang của bài. Không cần mạng. Mã thoát 0 đúng, 1 sai (nói chỗ sai đầu tiên), 2 dùng sai' }, errors: [] }
  const option = args.find((arg) => arg.startsWith('--'))
  if (option !== undefined) throw new CommandError('argv', `Không có lựa chọn “${option}”`, usage)
  const [file, ...more] = args
  if (file === undefined) throw new CommandError('argv', 'Chưa nói tệp nào', usage)
  if (more.length > 0) throw new CommandError('argv', 'Chỉ nhận một tệp', usage)
  const report = checkEvidence(await readInputBytes(file, 'tệp .zip hồ sơ chứng minh do Thước Đo lập'))
  const [first, ...others] = report.faults
  const lines = first === undefined ? intact(file, report) : wrong(file, report, first, others.length)
  return { output: null, errors: [], text: `${lines.join('\n')}\n`, status: first === undefined ? 0 : 1 }
}

function intact(file: string, { told, aired, files, entries, unsealed, sums }: EvidenceReport): string[] {
  return [
    `✔ ${file}: hồ sơ nguyên vẹn · the pack is intact`,
    `  Bài · story: ${told?.story.title ?? ''} (${told?.station ?? ''}), lập lúc · made ${momentWords(told?.madeAt ?? null)}`,
    `  ${files} tệp đúng mã · files match; ${told?.versions.length ?? 0} bản · versions; ${told?.steps.length ?? 0} bước · steps; ${entries} mục sổ nhật ký · ledger entries${unsealed === 0 ? '' : `, ${unsealed} mục chưa vào chuỗi · not sealed yet`}`,
    ...aired.flatMap(airedLines),
    ...(told?.media ?? []).flatMap(removedLines),
    `  Mã của SHA256SUMS · hash of SHA256SUMS: ${sums ?? ''}`,
    '  Đối chiếu mã này với mục newsroom.evidence.made trong sổ nhật ký của đài · compare it with that entry of the station’s ledger',
  ]
}

function wrong(file: string, { aired }: EvidenceReport, { where, fault }: EvidenceFault, others: number): string[] {
  const unlike = fault === 'aired-not-approved' ? aired.filter((words) => words.file === where).flatMap(airedLines) : []
  return [
    `✘ ${file}: hồ sơ KHÔNG đúng · the pack is NOT right`,
    `  Chỗ sai đầu tiên · first fault: ${where}`,
    `  ${faultWords[fault]}`,
    ...unlike,
    ...(others === 0 ? [] : [`  Còn ${others} chỗ sai nữa · ${others} more`]),
  ]
}

function airedLines(words: AiredWords): string[] {
  const { airedAt, version, cutBlocks, approvals, airFirst } = words
  const cut = cutBlocks === 0 ? '' : `, đã cắt ${cutBlocks} đoạn · ${cutBlocks} blocks cut`
  return [
    `  Phát · aired ${airedAt.map((at) => momentWords(at)).join('; ')}: bản ${version}${cut}, ${isApproved(words) ? 'lời đã duyệt · approved words' : 'CHƯA đủ cấp duyệt khi phát · NOT approved when it aired'}`,
    ...approvals.map(({ level, version: approved, differs, covers }) =>
      differs.length === 0
        ? `    đúng từng chữ bản ${approved} mà ${levels[level]} duyệt · word for word what was approved`
        : `    khác bản ${approved} mà ${levels[level]} duyệt, ${covers ? 'duyệt còn hiệu lực' : 'duyệt đã hết hiệu lực'} · differs from what was approved: ${differs.slice(0, mostPlaces).join('; ')}${differs.length > mostPlaces ? `; và ${differs.length - mostPlaces} chỗ nữa` : ''}`,
    ),
    ...(airFirst === null ? [] : [`    PHÁT TRƯỚC, KÝ SAU theo lệnh của ${airFirst.orderedBy}, phải ký trước ${momentWords(airFirst.dueAt)}; ${airFirst.signedAt === null ? 'CHƯA KÝ · not signed' : `đã ký lúc ${momentWords(airFirst.signedAt)} · signed`}`]),
  ]
}

function removedLines({ name, sha256, removed }: ToldFilm): string[] {
  if (removed === null) return []
  const { by, at, why, kept } = removed
  return [
    `  Phim đã gỡ khỏi kho · film taken from the store: ${name}, SHA-256 ${sha256 ?? ''}`,
    `    ${by} gỡ lúc · removed ${momentWords(at)}. Lý do · reason: ${why}`,
    `    ${kept === null ? 'Không ghi quy định về thời hạn lưu · no rule of keeping was noted' : `Hết hạn lưu ngày · to be kept until ${dayWords(kept.until)}: ${kept.rule} (${confidenceWords[kept.confidence]})`}`,
  ]
}
