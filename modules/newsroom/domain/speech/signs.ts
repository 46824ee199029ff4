import { matchHere, type Place, type Reading } from './place.ts'

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
export function readGap(place: Place): Reading {
  const length = matchHere(silent, place)?.[0].length ?? ((place.text.codePointAt(place.at) ?? 0) > 0xffff ? 2 : 1)
  return { kind: 'gap', length, spoken: '' }
}
