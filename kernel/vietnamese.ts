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

/** Sort key of a full name: given name first, then family and middle names (họ và tên đệm). */
export function sortNameOf(fullName: string): string {
  const name = tidy(fullName)
  const cut = name.lastIndexOf(' ')
  return cut < 0 ? name : `${name.slice(cut + 1)} ${name.slice(0, cut)}`
}

/** `87.50` → `87,50`: the decimal comma of Vietnamese print and screen; the machine form keeps the point. */
export function formatDecimal(text: string): string {
  return text.replace('.', ',')
}
