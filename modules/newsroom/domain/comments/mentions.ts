/** Somebody who can be called to a comment (nhắc tên). */
export interface Mentionable {
  readonly id: string
  readonly name: string
}

/** Whether the sign that follows a name belongs to the same word: `@Ánh` is not in `@Ánhh`. */
const goesOn = /^[\p{L}\p{M}\p{N}]/u

/** Who is called in a text: `@` and the whole name. Where a longer name begins with a shorter one, the longer is meant; of two with one name both are. */
export function mentionedIn<P extends Mentionable>(text: string, people: readonly P[]): P[] {
  const found = new Set<P>()
  const called = text.normalize('NFC')
  for (let at = called.indexOf('@'); at !== -1; at = called.indexOf('@', at + 1)) {
    const rest = called.slice(at + 1)
    const fitting = people.filter(({ name }) => name !== '' && rest.startsWith(name) && !goesOn.test(rest.slice(name.length)))
    const longest = Math.max(0, ...fitting.map(({ name }) => name.length))
    for (const person of fitting) if (person.name.length === longest) found.add(person)
  }
  return people.filter((person) => found.has(person))
}

/** What is being typed after the last `@` before the cursor, to offer names for; null when none is. */
export function mentionBegun(beforeCursor: string): string | null {
  const at = beforeCursor.lastIndexOf('@')
  if (at === -1 || (at > 0 && goesOn.test(beforeCursor.slice(at - 1)))) return null
  const begun = beforeCursor.slice(at + 1)
  return begun.length > 60 || /[\n,.;:!?@]/.test(begun) ? null : begun
}
