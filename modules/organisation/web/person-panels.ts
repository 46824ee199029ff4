import { createContext, useContext, type ComponentType } from 'react'
import type { PersonId } from '#kernel/id.ts'

/** What another module shows on a person's page. */
export type PersonPanel = ComponentType<{ personId: PersonId }>

/** Set by the shell, so that the organisation need not know the modules after it. */
export const PersonPanels = createContext<readonly PersonPanel[]>([])

/** The panels of other modules, in the shell's order. */
export function usePersonPanels(): readonly PersonPanel[] {
  return useContext(PersonPanels)
}
