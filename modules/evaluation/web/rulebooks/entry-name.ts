import { useLanguage } from '#ui/language.ts'

type Rec = Readonly<Record<string, unknown>>

/** The words of an entry in the language of the screen: its name, label or id. */
export function useEntryName(): (entry: Rec) => string {
  const language = useLanguage()
  return (entry) => {
    const words = (entry['name'] ?? entry['label']) as Rec | undefined
    return String(words?.[language] ?? entry['id'] ?? '')
  }
}

/** Entries as choices of a list: their ids under their names. */
export function useEntryChoices(): (entries: readonly Rec[], key?: string) => { value: string; label: string }[] {
  const nameOf = useEntryName()
  return (entries, key = 'id') => entries.map((entry) => ({ value: String(entry[key]), label: nameOf({ ...entry, id: entry[key] }) }))
}

/** Values under the words a catalogue has for them. */
export function choicesOf(names: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}
