const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const billion = 1_000_000_000n
const thousands = [[1_000_000, 'triệu'], [1000, 'nghìn'], [1, '']] as const
/** Nobody says a longer row of digits as one number. */
const longest = 21

function digit(value: number): string {
  return digits[value] ?? ''
}

function ones(value: number, tens: number): string {
  if (value === 1 && tens > 1) return 'mốt'
  if (value === 4 && tens > 1) return 'tư'
  if (value === 5 && tens > 0) return 'lăm'
  return digit(value)
}

/** 0–999; `inside` a larger number an empty hundred is said (không trăm) and an empty ten is linh. */
function group(value: number, inside: boolean): string[] {
  const hundreds = Math.trunc(value / 100)
  const tens = Math.trunc(value / 10) % 10
  const rest = value % 10
  const said: string[] = []
  if (hundreds > 0 || inside) said.push(digit(hundreds), 'trăm')
  if (tens === 1) said.push('mười')
  if (tens > 1) said.push(digit(tens), 'mươi')
  if (tens === 0 && rest > 0 && said.length > 0) said.push('linh')
  if (rest > 0) said.push(ones(rest, tens))
  return said
}

function below(value: number, inside: boolean): string[] {
  const said: string[] = []
  for (const [size, name] of thousands) {
    const part = Math.trunc(value / size) % 1000
    if (part === 0) continue
    said.push(...group(part, inside || said.length > 0))
    if (name !== '') said.push(name)
  }
  return said
}

function words(value: bigint): string[] {
  if (value < billion) return below(Number(value), false)
  return [...words(value / billion), 'tỷ', ...below(Number(value % billion), true)]
}

/** A whole number, not negative, as it is said: 2018 → "hai nghìn không trăm mười tám". Throws RangeError below zero. */
export function integerWords(value: bigint): string {
  if (value < 0n) throw new RangeError('a number below zero is said with its sign')
  return value === 0n ? 'không' : words(value).join(' ')
}

/** Digit after digit: "0905" → "không chín không năm". */
export function digitWords(text: string): string {
  return [...text].map((one) => digit(Number(one))).join(' ')
}

/** A row of digits without marks: with leading zeros, or longer than anybody says as a number, digit after digit. */
export function wholeWords(text: string): string {
  if (text.length > longest || (text.length > 1 && text.startsWith('0'))) return digitWords(text)
  return integerWords(BigInt(text))
}

/** What stands behind the comma: up to three digits as a number, with a leading zero or longer one by one. */
export function fractionWords(text: string): string {
  return text.length > 3 ? digitWords(text) : wholeWords(text)
}

/** A number as written in Vietnamese, points between thousands and a decimal comma: "2.784", "7,12". */
export function numeralWords(text: string): string {
  const comma = text.indexOf(',')
  const before = (comma < 0 ? text : text.slice(0, comma)).replaceAll('.', '')
  return comma < 0 ? wholeWords(before) : `${wholeWords(before)} phẩy ${fractionWords(text.slice(comma + 1))}`
}

/** The number of a month (tháng), and of the parts of a fraction: four is tư. */
export function monthWords(month: number): string {
  return month === 4 ? 'tư' : integerWords(BigInt(month))
}

/** The number of a day of the month: the first ten are mùng. */
export function dayWords(day: number): string {
  return day <= 10 ? `mùng ${integerWords(BigInt(day))}` : integerWords(BigInt(day))
}

/** The number after thứ: nhất, tư, else as counted. */
export function ordinalWords(value: number): string {
  return value === 1 ? 'nhất' : monthWords(value)
}
