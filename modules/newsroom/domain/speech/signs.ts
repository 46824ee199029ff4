import type { Place, Reading } from './place.ts'

const spoken: Readonly<Record<string, string>> = {
  '&': 'và', '+': 'cộng', '=': 'bằng', '>': 'lớn hơn', '<': 'nhỏ hơn', '≥': 'lớn hơn hoặc bằng', '≤': 'nhỏ hơn hoặc bằng', '×': 'nhân', '±': 'cộng trừ', '@': 'a còng',
}
const silent = /[^\p{L}\p{N}&+=><≥≤×±@%‰$€£¥₫°\-–—/]{1,200}/uy

/** A sign that is said by itself: & và, + cộng. */
export function readSign(place: Place): Reading | null {
  const said = spoken[place.text.charAt(place.at)]
  return said === undefined ? null : { kind: 'sign', length: 1, spoken: said }
}

/** Blanks, marks, quotes and brackets: silent. At least one sign, so that reading always goes on. */
export function readGap({ text, at }: Pick<Place, 'text' | 'at'>): Reading {
  silent.lastIndex = at
  const length = silent.test(text) ? silent.lastIndex - at : (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return { kind: 'gap', length, spoken: '' }
}
