import { foldVietnamese } from '#kernel/vietnamese.ts'
import { wordsOf } from './read-through-markup.ts'

/** A person as a record introduces them: "Đ/c Hồ Thị Mẫu – Chủ tịch UBND xã:", and where what they say begins. */
export interface SpeakerLabel {
  readonly name: string
  /** Title and body as written; '' when not given. */
  readonly title: string
  readonly end: number
}

const longestLabel = 240
const addresses = ['đồng chí', 'đ/chí', 'đ/c', 'đ.c', 'đc', 'ông', 'bà', 'anh', 'chị', 'em', 'cô', 'chú', 'bác', 'cụ', 'thầy', 'pgs', 'gs', 'ts', 'ths', 'bs', 'ks', 'luật sư', 'bác sĩ', 'kỹ sư']
const posts = ['bi thu', 'pho bi thu', 'chu tich', 'pho chu tich', 'chu nhiem', 'giam doc', 'pho giam doc', 'tong giam doc', 'truong', 'pho truong', 'uy vien', 'can bo', 'cong chuc', 'chuyen vien', 'hieu truong', 'pho hieu truong', 'chi huy', 'chinh tri vien', 'chanh', 'pho chanh', 'dai bieu', 'nong dan', 'nguoi dan', 'chu ho', 'chu', 'doi truong', 'to truong', 'thon truong']
const reports = ['noi', 'noi rang', 'cho biet', 'cho biet them', 'chia se', 'khang dinh', 'cho rang', 'nhan manh', 'tam su', 'bay to', 'noi them']
const initial = /^[\p{Lu}…]/u
const dots = /^(?:…|\.{2,})/

function isPost(words: readonly string[]): boolean {
  const folded = foldVietnamese(words.slice(0, 3).join(' '))
  return posts.some((post) => folded === post || folded.startsWith(`${post} `))
}

/** Takes forms of address off the head of a label: "Đ/c", "Ông", also two together ("đồng chí TS."). */
function withoutAddress(label: string): { rest: string; addressed: boolean } {
  let rest = label
  let addressed = false
  for (let round = 0; round < 3; round++) {
    const lower = rest.slice(0, 12).toLowerCase()
    const address = addresses.find((one) => lower.startsWith(one) && !/[\p{L}\p{N}]/u.test(lower.charAt(one.length) || ' '))
    if (address === undefined) break
    rest = rest.slice(address.length).replace(/^\.(?!\.)/, '').trimStart()
    addressed = true
  }
  return { rest, addressed }
}

/** The capitalised words a name is made of, up to a post ("Chủ tịch"); an ellipsis in place of a forgotten part counts. */
function nameWords(words: readonly string[]): number {
  let count = 0
  while (count < words.length && count < 7) {
    const word = words[count] ?? ''
    if (!(initial.test(word) || dots.test(word)) || isPost(words.slice(count))) break
    count++
  }
  return count
}

/**
 * Reads "form of address, name, title:" at the head of a text; null when it is not one. Without a form of address it takes
 * a full name and a known post. "Ông Nam cho biết:" only reports somebody’s words and is none.
 */
export function speakerLabel(text: string): SpeakerLabel | null {
  const colon = text.slice(0, longestLabel).search(/[:：]/)
  if (colon < 0) return null
  const { rest, addressed } = withoutAddress(wordsOf(text.slice(0, colon)).replace(/,? (?:trả lời|phát biểu)$/i, ''))
  const cut = rest.search(/[,–—(]| - /)
  const named = (cut < 0 ? rest : rest.slice(0, cut)).trim()
  const words = named.split(' ').filter((word) => word !== '')
  const count = nameWords(words)
  const name = words.slice(0, count).join(' ')
  if (count === 0 || !/\p{L}/u.test(name)) return null
  const behind = words.slice(count)
  if (behind.length > 0 && !isPost(behind)) return null
  const title = wordsOf(`${behind.join(' ')} ${cut < 0 ? '' : rest.slice(cut).replace(/^[\s,–—(-]{1,8}/, '')}`).replace(/\)$/, '')
  const lastPart = foldVietnamese(title.slice(title.lastIndexOf(',') + 1))
  if (reports.some((verb) => lastPart === verb || lastPart.endsWith(` ${verb}`))) return null
  if (!addressed && (count < 2 || !isPost(title.split(' ')))) return null
  return { name, title, end: colon + 1 }
}
