import { createContext, useContext, type ReactNode } from 'react'
import type { SecrecyLevel } from '#kernel/secrecy.ts'

/** What a paper belongs to: a kind of thing and its id. */
export interface PaperAbout {
  readonly kind: string
  readonly id: string
}

export interface PaperStubsProps {
  about: PaperAbout
  mayAdd: boolean
  /** The level of a paper just refused: a stub is offered in its place. */
  refused: SecrecyLevel | null
}

/** Draws the stubs of one thing; holds no state of its own. */
export type DrawStubs = (props: PaperStubsProps) => ReactNode

/** Stubs of classified papers (phiếu thay thế tài liệu mật) of one thing; set by the shell, so that no screen need know who keeps them. */
export const PaperStubsContext = createContext<DrawStubs | null>(null)

/** What the shell has set, or null. */
export function usePaperStubs(): DrawStubs | null {
  return useContext(PaperStubsContext)
}
