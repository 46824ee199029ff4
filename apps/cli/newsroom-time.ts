import { parse } from 'yaml'
import { calendarDate } from '#kernel/calendar-date.ts'
import { compare, parseRational, toDecimal, toFraction, toShortest, whole, zero, type Rational } from '#kernel/rational.ts'
import { defaultDictionary, defaultPauses, dictionaryOf, pausesOn, readingTime, speak, spokenText, usualRate, type DictionaryEntry } from '#modules/newsroom/domain/speech/index.ts'
import { CommandError, readInputFile, type Answer } from './command.ts'

const usage = 'newsroom time FILE [--rate 233] [--dictionary FILE] [--pieces]'
const fastest = whole(1000)

interface Options {
  readonly file: string
  readonly rate: Rational
  readonly own: readonly DictionaryEntry[]
  readonly pieces: boolean
}

/** A rate as it is typed: syllables a minute. */
export function readRate(text: string | undefined): Rational {
  const rate = text === undefined ? null : parseRational(text.replace(',', '.'))
  if (rate === null || compare(rate, zero) <= 0 || compare(rate, fastest) > 0) throw new CommandError('--rate', 'Tốc độ đọc phải là số âm tiết một phút', 'số lớn hơn 0, không quá 1000')
  return rate
}

async function readDictionary(file: string | undefined): Promise<DictionaryEntry[]> {
  if (file === undefined) throw new CommandError('argv', '--dictionary cần một tệp', '--dictionary FILE')
  const expected = 'JSON hoặc YAML, mỗi mục “chữ viết: lời đọc”'
  let content: unknown
  try {
    content = parse(await readInputFile(file, expected), { maxAliasCount: 0 })
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw new CommandError(file, 'Không đọc được từ điển chữ viết tắt', expected)
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw new CommandError(file, 'Từ điển không phải danh sách chữ viết và lời đọc', expected)
  return Object.entries(content).map(([written, spoken]) => {
    if (typeof spoken !== 'string' || spoken.trim() === '') throw new CommandError(`${file}: ${written}`, 'Lời đọc phải là chữ', expected)
    return { written, spoken }
  })
}

async function readOptions(args: readonly string[]): Promise<Options> {
  let file: string | null = null
  let rate = usualRate
  let own: DictionaryEntry[] = []
  let pieces = false
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--rate') rate = readRate(args[++i])
    else if (arg === '--dictionary') own = await readDictionary(args[++i])
    else if (arg === '--pieces') pieces = true
    else if (arg.startsWith('--')) throw new CommandError('argv', `Không có lựa chọn “${arg}”`, usage)
    else if (file !== null) throw new CommandError('argv', 'Chỉ nhận một tệp', usage)
    else file = arg
  }
  if (file === null) throw new CommandError('argv', 'Chưa nói tệp nào', usage)
  return { file, rate, own, pieces }
}

/** `thuocdo newsroom time FILE`: how long a plain text takes to read aloud, and how it is said. Seconds to two places, and exact as a fraction. */
export async function timeCommand(args: readonly string[]): Promise<Answer> {
  if (args[0] === '--help') return { output: { usage: [`thuocdo ${usage}`], note: 'FILE là văn bản thường UTF-8; - đọc từ đầu vào chuẩn. --rate: âm tiết một phút. --dictionary: chữ viết tắt riêng. --pieces: từng phần của văn bản' }, errors: [] }
  const { file, rate, own, pieces } = await readOptions(args)
  const text = await readInputFile(file, 'đường dẫn tệp văn bản UTF-8, hoặc -', 'văn bản thường, UTF-8')
  const said = speak(text, dictionaryOf(defaultDictionary, own))
  // Pauses of plain text are those of today's table: there is one, from the beginning.
  const time = readingTime(said, rate, pausesOn(defaultPauses, calendarDate('2999-12-31')))
  const seconds = (value: Rational): number => Number(toDecimal(value, 2))
  return {
    output: {
      seconds: seconds(time.seconds),
      exact: toFraction(time.seconds),
      speechSeconds: seconds(time.speech),
      pauseSeconds: seconds(time.pauses),
      syllables: time.syllables,
      rate: Number(toShortest(rate)),
      spoken: spokenText(said),
      ...(pieces ? { pieces: said } : {}),
    },
    errors: [],
  }
}
