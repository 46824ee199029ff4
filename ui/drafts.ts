import { createContext, useContext } from 'react'
import type { Draft, DraftStore } from './autosave-queue.ts'

const prefix = 'thuocdo.draft.'

/** Whose unsaved work is kept: the shell sets the account. */
export const DraftOwner = createContext<string>('')

/** The account whose drafts this page reads and writes. */
export function useDraftOwner(): string {
  return useContext(DraftOwner)
}

/** The place of one piece of unsaved work on this machine, by account and thing. Works in memory where storage is forbidden. */
export function draftStore<T>(owner: string, key: string): DraftStore<T> {
  const name = `${prefix}${owner}.${key}`
  let memory: Draft<T> | undefined
  return {
    read() {
      try {
        const text = localStorage.getItem(name)
        return text === null ? memory : (JSON.parse(text) as Draft<T>)
      } catch {
        return memory
      }
    },
    write(draft) {
      memory = draft
      try {
        localStorage.setItem(name, JSON.stringify(draft))
      } catch {
        // A full store: the work is still in memory until the page closes.
      }
    },
    remove() {
      memory = undefined
      try {
        localStorage.removeItem(name)
      } catch {
        // Nothing was kept there.
      }
    },
  }
}

/** How many pieces of unsaved work an account has on this machine. */
export function countDrafts(owner: string): number {
  return draftNames(owner).length
}

/** Removes an account's unsaved work from this machine; on signing out of a shared computer. */
export function forgetDrafts(owner: string): void {
  for (const name of draftNames(owner)) localStorage.removeItem(name)
}

function draftNames(owner: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(`${prefix}${owner}.`))
  } catch {
    return []
  }
}
