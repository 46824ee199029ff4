/** Stands for signs of an entity beyond its first, so that places in the text stay what they were. */
const filler = '\u0001'
const tag = /<\/?[a-z][^<>]{0,400}>/gi
const entity = /&(?:#(\d{1,6})|([a-z])(acute|grave|circ|tilde)|(nbsp|amp|lt|gt|quot|apos|hellip|ndash|mdash));/gi
const named: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", hellip: '…', ndash: '–', mdash: '—' }
const accents: Readonly<Record<string, string>> = { acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303' }

function decoded(code: string | undefined, letter: string | undefined, accent: string | undefined, name: string | undefined): string {
  if (code !== undefined) return Number(code) < 0x20 || Number(code) > 0xff_ff ? ' ' : String.fromCharCode(Number(code))
  if (letter !== undefined) return `${letter}${accents[accent?.toLowerCase() ?? ''] ?? ''}`.normalize('NFC')
  return named[name?.toLowerCase() ?? ''] ?? ' '
}

/** What a line says where tags and entities of a web page were left in it, every sign at its old place. */
export function readThroughMarkup(line: string): string {
  if (!line.includes('<') && !line.includes('&')) return line
  return line
    .replace(tag, (found) => ' '.repeat(found.length))
    .replace(entity, (found, code?: string, letter?: string, accent?: string, name?: string) => decoded(code, letter, accent, name).padEnd(found.length, filler).slice(0, found.length))
}

/** One spelling of words read through markup: NFC, single blanks, without control signs and byte order marks. */
export function wordsOf(text: string): string {
  return text
    .replaceAll(filler, '')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .normalize('NFC')
    .trim()
}
