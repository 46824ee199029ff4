import { currentLanguage, useLanguage } from './language.ts'

/** A text, a text made from values, or a group of texts. */
export type Messages = { readonly [key: string]: string | ((...values: never[]) => string) | Messages }

type Translated<V> = V extends string
  ? string
  : V extends (...values: infer A) => string
    ? (...values: A) => string
    : { readonly [K in keyof V]: Translated<V[K]> }

/** The words of one module in both languages, with the same keys. */
export interface Catalogue<T> {
  readonly vi: T
  readonly en: T
}

/** Declares a catalogue; the compiler refuses an English side that lacks a Vietnamese key or has one more. */
export function defineText<const V extends Messages>(words: {
  vi: V
  en: NoInfer<Translated<V>>
}): Catalogue<Translated<V>> {
  return words as unknown as Catalogue<Translated<V>>
}

/** The words in the language of the screen, drawn again when the user switches. */
export function useText<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage()]
}

/** The words in the language of the screen, for code outside React (a toast, a file name). */
export function textNow<T>(catalogue: Catalogue<T>): T {
  return catalogue[currentLanguage()]
}
