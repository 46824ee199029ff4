/**
 * One written form and what is said for it. `when` narrows it: before a capitalised name, before a number, or only inside the number of a document
 * (03-QĐ/HU). `dotted` forms take the point behind them (TP. Đông Hà). Case counts; forms may hold points, strokes and &.
 */
export interface DictionaryEntry {
  readonly written: string
  readonly spoken: string
  readonly when?: 'name' | 'number' | 'document'
  readonly dotted?: boolean
}

/** Entries ready to be looked up. */
export interface Dictionary {
  /** By first letter, longest first. */
  readonly byLetter: ReadonlyMap<string, readonly DictionaryEntry[]>
  readonly byForm: ReadonlyMap<string, readonly DictionaryEntry[]>
}

function group(entries: readonly DictionaryEntry[], key: (entry: DictionaryEntry) => string): Map<string, DictionaryEntry[]> {
  const groups = new Map<string, DictionaryEntry[]>()
  for (const entry of entries) {
    const known = groups.get(key(entry))
    if (known === undefined) groups.set(key(entry), [entry])
    else known.push(entry)
  }
  return groups
}

/**
 * The dictionary of a station: what ships, and a committee's own entries. An own entry takes the place of every shipped entry of the same written
 * form. Written forms are compared composed (NFC).
 */
export function dictionaryOf(shipped: readonly DictionaryEntry[], own: readonly DictionaryEntry[] = []): Dictionary {
  const composed = (entries: readonly DictionaryEntry[]): DictionaryEntry[] =>
    entries
      .map((entry) => ({ ...entry, written: entry.written.normalize('NFC').trim(), spoken: entry.spoken.normalize('NFC').trim().toLowerCase() }))
      .filter((entry) => entry.written !== '')
  const replaced = composed(own)
  const forms = new Set(replaced.map((entry) => entry.written))
  const all = [...replaced, ...composed(shipped).filter((entry) => !forms.has(entry.written))]
  const byLetter = group(all, (entry) => entry.written.charAt(0))
  for (const entries of byLetter.values()) entries.sort((a, b) => b.written.length - a.written.length)
  return { byLetter, byForm: group(all, (entry) => entry.written) }
}
