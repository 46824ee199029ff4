/** Levels of State secrets (độ mật), Luật Bảo vệ bí mật nhà nước: mật, tối mật, tuyệt mật. */
export const secrecyLevels = ['confidential', 'secret', 'top_secret'] as const
export type SecrecyLevel = (typeof secrecyLevels)[number]

/** What whoever sends a paper says about it: not classified, or its level. */
export const secrecyAnswers = ['none', ...secrecyLevels] as const
export type SecrecyAnswer = (typeof secrecyAnswers)[number]

/** The marks as whole words; "bí mật", "bảo mật", "mật khẩu" and the like are ordinary words. */
const top = /(?<!\p{L})TUYỆT[\s_-]*MẬT(?!\p{L})/iu
const secret = /(?<!\p{L})TỐI[\s_-]*MẬT(?!\p{L})/iu
const confidential = /(?<!(BÍ|BẢO|CƠ|NIÊM|THÂN)[\s_-]*)(?<!\p{L})MẬT(?!\p{L})(?![\s_-]*(ĐỘ|KHẨU|MÃ|ONG|THIẾT|VỤ)(?!\p{L}))/u
const separators = /[()[\]{}\-_.,;:+]/
// Without accents only where no other word can be meant: "mat" alone is "mặt", "mất", "mát".
const bare = /(^|[^a-z])(toi|tuyet)[\s_-]*mat([^a-z]|$)/i
// The sign of a paper's number: 12-KH/TM, 05-BC/TƯ/M, 45_QD_TM as file names write it.
const signed = /\d[\p{L}\p{N}]*(?:[-/_][\p{L}\p{N}]+)+[-/_](TUM|TM|M)(?=$|[\s.,;)\]])/u

/** The level a name or number of a paper carries, or null. */
export function secrecyOfName(name: string): SecrecyLevel | null {
  const text = name.normalize('NFC')
  if (top.test(text)) return 'top_secret'
  if (secret.test(text)) return 'secret'
  if (confidential.test(text) || text.split(separators).some((part) => part.trim().toLowerCase() === 'mật')) return 'confidential'
  const unaccented = /^[\x20-\x7e]*$/.test(text) ? bare.exec(text)?.[2] : undefined
  if (unaccented !== undefined) return unaccented.toLowerCase() === 'toi' ? 'secret' : 'top_secret'
  const sign = signed.exec(text.replace(/\.[a-z]{2,5}$/i, ''))?.[1]
  return sign === undefined ? null : signLevels[sign as keyof typeof signLevels]
}

const signLevels = { M: 'confidential', TM: 'secret', TUM: 'top_secret' } as const satisfies Record<string, SecrecyLevel>
const stamps = { MẬT: 'confidential', 'TỐI MẬT': 'secret', 'TUYỆT MẬT': 'top_secret' } as const satisfies Record<string, SecrecyLevel>

/**
 * The level stamped on a paper (dấu độ mật): a paragraph or cell of its own that says nothing else. A text *about*
 * secrets names the levels within its sentences and is not taken for a classified one.
 */
export function secrecyOfStamp(paragraphs: Iterable<string>): SecrecyLevel | null {
  let found: SecrecyLevel | null = null
  for (const paragraph of paragraphs) {
    const text = paragraph.normalize('NFC').replace(/[^\p{L}\s]/gu, '').replace(/\s+/g, ' ').trim()
    const level = Object.hasOwn(stamps, text) ? stamps[text as keyof typeof stamps] : null
    if (level !== null && (found === null || secrecyLevels.indexOf(level) > secrecyLevels.indexOf(found))) found = level
  }
  return found
}
