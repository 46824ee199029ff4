const marks = /[\u0300-\u036f]/g
const spaces = /[\s\u00a0]+/g

/** One spelling per text: NFC, outer blanks removed, inner runs of blanks (also non-breaking) made one. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(spaces, ' ').trim()
}

/** The search key: lower case, no tone or vowel marks, đ → d. Never an identity: Cam Thành and Cam Thanh share it. */
export function foldVietnamese(text: string): string {
  return tidy(text).toLowerCase().normalize('NFD').replace(marks, '').replaceAll('đ', 'd')
}

/** The given name (tên), the last word of a Vietnamese full name, by which lists are sorted. */
export function givenNameOf(fullName: string): string {
  const name = tidy(fullName)
  return name.slice(name.lastIndexOf(' ') + 1)
}

// Tones in dictionary order: level, huyền, hỏi, ngã, sắc, nặng.
const tones = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

function tonesOf(word: string): string {
  const marks = [...word.normalize('NFD')].map((sign) => tones.indexOf(sign) + 1).filter((tone) => tone > 0)
  return marks.length === 0 ? '0' : marks.join('')
}

/**
 * Sort key of a full name: given name first, then family and middle names (họ và tên đệm). The given name's tone stands
 * between them as a digit, because a collation weighs tones only after every letter of the whole text: without it Trang,
 * Tráng and Trang again would stand mixed by their family names.
 */
export function sortNameOf(fullName: string): string {
  const name = tidy(fullName)
  const cut = name.lastIndexOf(' ')
  const given = name.slice(cut + 1)
  return `${given} ${tonesOf(given)}${cut < 0 ? '' : ` ${name.slice(0, cut)}`}`
}

/** `87.50` → `87,50`: the decimal comma of Vietnamese print and screen; the machine form keeps the point. */
export function formatDecimal(text: string): string {
  return text.replace('.', ',')
}
