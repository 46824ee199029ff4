import { foldVietnamese } from '#kernel/vietnamese.ts'

/**
 * A login name as Vietnamese offices make them: the given name, then the initials of family and middle names
 * ("Lê Văn Tài" → `tailv`), with a number while that is taken.
 */
export function loginNameOf(fullName: string, taken: ReadonlySet<string>): string {
  const words = foldVietnamese(fullName).replace(/[^a-z0-9 ]/g, '').split(' ').filter((word) => word !== '')
  const given = words.at(-1) ?? 'canbo'
  const initials = words.slice(0, -1).map((word) => word[0]).join('')
  const base = `${given}${initials}`.padEnd(3, '0')
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`
  return name
}
