import { createContext, useContext, type ComponentType } from 'react'
import type { SecrecyLevel } from '#kernel/secrecy.ts'

/** What a paper belongs to: a kind of thing and its id. */
export interface PaperAbout {
  readonly kind: string
  readonly id: string
}

interface PaperStubsProps {
  about: PaperAbout
  mayAdd: boolean
  /** The level of a paper just refused: a stub is offered in its place. */
  refused: SecrecyLevel | null
}

/** Stubs of classified papers (phiếu thay thế tài liệu mật) of one thing; set by the shell, so that no screen need know who keeps them. */
export const PaperStubsContext = createContext<ComponentType<PaperStubsProps> | null>(null)

/** The component the shell has set, or null. */
export function usePaperStubs(): ComponentType<PaperStubsProps> | null {
  return useContext(PaperStubsContext)
}
