import { createHash, randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Rational } from '#kernel/rational.ts'
import { canonicalContent, captionsOfScript, proposeSlug, toNewsml, toNinjs, toWebVtt, type ExchangedStory } from '#modules/newsroom/domain/exchange/index.ts'
import { importRecord, scriptOf } from '#modules/newsroom/domain/record/index.ts'
import { defaultDictionary, dictionaryOf } from '#modules/newsroom/domain/speech/index.ts'
import { CommandError, readInputBytes, type Answer } from './command.ts'
import { pauses, textOf } from './newsroom-import.ts'
import { readRate } from './newsroom-time.ts'

const usage = 'newsroom export FILE --as ninjs|newsml|vtt [--provider TÊN] [--rate 233]'
const formats = ['ninjs', 'newsml', 'vtt'] as const
type Format = (typeof formats)[number]

interface Options {
  readonly file: string
  readonly format: Format
  readonly provider: string | null
  /** How fast the one who reads it reads; null is the usual rate. */
  readonly rate: Rational | null
}

function readOptions(args: readonly string[]): Options {
  const rest: string[] = []
  let format: Format | undefined
  let provider: string | null = null
  let rate: Rational | null = null
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    if (arg === '--as') {
      format = formats.find((one) => one === args[at + 1])
      if (format === undefined) throw new CommandError('--as', `Không có dạng “${args[at + 1] ?? ''}”`, formats.join(' | '))
      at += 1
    } else if (arg === '--provider') {
      provider = args[at + 1]?.trim() || null
      if (provider === null) throw new CommandError('--provider', 'Chưa nói tên nơi phát', usage)
      at += 1
    } else if (arg === '--rate') {
      rate = readRate(args[at + 1])
      at += 1
    } else if (arg.startsWith('--')) throw new CommandError('argv', `Không có lựa chọn “${arg}”`, usage)
    else rest.push(arg)
  }
  const [file, ...more] = rest
  if (file === undefined) throw new CommandError('argv', 'Chưa nói tệp nào', usage)
  if (more.length > 0) throw new CommandError('argv', 'Chỉ nhận một tệp', usage)
  if (format === undefined) throw new CommandError('argv', 'Chưa nói xuất ra dạng nào', `--as ${formats.join(' | ')}`)
  return { file, format, provider, rate }
}

/** The same file has the same id each time, so that whoever receives it twice knows it: a UUID (version 8) from its print. */
function idOf(bytes: Uint8Array): string {
  const print = createHash('sha256').update(bytes).digest()
  print.writeUInt8((print.readUInt8(6) & 0x0f) | 0x80, 6)
  print.writeUInt8((print.readUInt8(8) & 0x3f) | 0x80, 8)
  return print.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/**
 * `thuocdo newsroom export FILE --as FORMAT`: an old record or plain text as other systems read it, on standard output. Approval steps of
 * an old record bind no wording, so what leaves is withheld, and captions say so.
 */
export async function exportCommand(args: readonly string[], now: Date = new Date()): Promise<Answer> {
  const note = 'FILE như của “newsroom import”; - đọc từ đầu vào chuẩn. Các bước duyệt trong hồ sơ cũ không gắn với lời bài nên bài xuất ra là chưa được duyệt phát (withheld). --rate: âm tiết một phút của người đọc, cho phụ đề (vtt)'
  if (args[0] === '--help') return { output: { usage: [`thuocdo ${usage}`], note }, errors: [] }
  const { file, format, provider, rate } = readOptions(args)
  const bytes = await readInputBytes(file, 'đường dẫn tệp văn bản UTF-8, tệp .docx, hoặc -')
  const record = importRecord(textOf(file, bytes))
  const content = scriptOf(record, file === '-' ? 'Tin' : path.parse(file).name, randomUUID)
  const created = record.approvals.find(({ step }) => step === 'created')
  const story: ExchangedStory = {
    id: idOf(bytes),
    version: 1,
    firstCreated: created?.at ?? null,
    versionCreated: now.toISOString(),
    approvedToAir: false,
    provider,
    author: created?.person ?? null,
    slug: proposeSlug(content.title),
    hash: createHash('sha256').update(canonicalContent(content)).digest('hex'),
    content,
  }
  if (format === 'ninjs') return { output: toNinjs(story), errors: [] }
  if (format === 'newsml') return { output: null, text: toNewsml(story), errors: [] }
  const { cues, unmarked } = captionsOfScript(content, { dictionary: dictionaryOf(defaultDictionary), rates: rate === null ? {} : { voice_over: rate }, pauses })
  return {
    output: null,
    text: toWebVtt(cues, [`${content.title}. Lời bài chưa được duyệt phát.`]),
    errors: unmarked.map((block) => ({ file, path: `blocks[${block - 1}]`, message: 'Phát biểu chưa có điểm vào, ra trên băng nên không có giờ: không có trong phụ đề, và các đoạn sau tính như không có nó', expected: 'điểm vào, ra' })),
  }
}
