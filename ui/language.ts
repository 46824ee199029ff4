import { useSyncExternalStore } from 'react'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

const storageKey = 'thuocdo.language'
const listeners = new Set<() => void>()
let current: Language = stored()

function stored(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

function apply(language: Language): void {
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

apply(current)

/** The language of the screen now; Vietnamese unless the user chose English on this machine. */
export function currentLanguage(): Language {
  return current
}

/** Switches the language of the screen, remembers it on this machine and sets `<html lang>`. */
export function chooseLanguage(language: Language): void {
  current = language
  apply(language)
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // A full or forbidden store only means that the choice is not remembered.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The language of the screen; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage, () => 'vi')
}
