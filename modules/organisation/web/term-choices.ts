import type { Choice } from '#ui/select-field.tsx'
import type { Language } from '#ui/language.ts'
import type { Term } from '../domain/reference-lists.ts'

/** A reference list as the choices of a field, in the language of the screen. */
export function termChoices<const Terms extends readonly Term[]>(terms: Terms, language: Language): Choice<Terms[number]['code']>[] {
  return terms.map((term) => ({ value: term.code, label: term[language] }))
}
