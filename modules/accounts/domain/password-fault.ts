import { foldVietnamese } from '#kernel/vietnamese.ts'

/** What is wrong with a chosen password beside its length: known to everybody, or made of what everybody knows of its owner. */
export type PasswordFault = 'common' | 'personal' | 'repetitive'

/** What Vietnamese offices and homes choose most, beside the list of leaked passwords. Without accents. */
const vietnamese = [
  'anhyeuem', 'baothe', 'batdau', 'canbo', 'changeme', 'chinhphu', 'chucmung', 'congchuc', 'conyeuba', 'conyeume', 'dangnhap', 'danguy', 'dangvien', 'emyeuanh', 'giadinh', 'hanhphuc', 'hanoi',
  'hochiminh', 'hoilamgi', 'khongbiet', 'khongcopass', 'khongnho', 'lamviec', 'maimaiyeuem', 'matkhau', 'matkhaumoi', 'motconvit', 'mothaiba', 'nguyenvan', 'phattai', 'quantri', 'quantrivien', 'saigon', 'taikhoan',
  'thanhcong', 'thuocdo', 'toiyeuvietnam', 'ubnd', 'uyban', 'vanphong', 'vietnam', 'vietnamvodich', 'xinchao', 'yeuem', 'yeuemnhieu', 'yeunhau',
] as const

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik', 'qazwsxedcrfvtgbyhnujm']

/** At least so much must be left of a password without the words everybody knows. */
const least = 5

/**
 * Judges a chosen password as NIST SP 800-63B 3.1.1.2 asks: against the passwords that leaked most (`common`, lower case)
 * and against words of the context (the login name, the person, the committee, the program). No rule about its signs.
 */
export function passwordFault(password: string, context: readonly string[], common: ReadonlySet<string>): PasswordFault | undefined {
  const plain = foldVietnamese(password)
  const signs = plain.replace(/[^a-z0-9]/g, '')
  if (new Set(plain).size < 4 || runs(signs)) return 'repetitive'
  const word = signs.replace(/^\d+|\d+$/g, '')
  const known = [password.toLowerCase(), plain, signs, ...(word.length >= 4 ? [word] : [])]
  if (known.some((text) => common.has(text)) || vietnamese.some((text) => leaves(signs, [text]) < least)) return 'common'
  const words = context.flatMap((text) => {
    const folded = foldVietnamese(text).replace(/[^a-z0-9 ]/g, '')
    return [folded.replaceAll(' ', ''), ...folded.split(' ')].filter((part) => part.length >= 3)
  })
  return leaves(signs, words) < least ? 'personal' : undefined
}

/** How much of a text is left without these words, the longest taken out first. */
function leaves(text: string, words: readonly string[]): number {
  return [...words].sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), text).length
}

/** Whether the whole text walks along the alphabet, the digits or the keyboard, forwards or backwards. */
function runs(signs: string): boolean {
  if (signs.length < least) return false
  return rows.some((row) => [row, [...row].reverse().join('')].some((line) => line.includes(signs) || (line + line).includes(signs)))
}
