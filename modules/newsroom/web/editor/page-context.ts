import { createContext, useContext } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { CommentMarks } from '../comments/use-comments.ts'
import type { Films } from '../media/use-films.ts'
import type { HeldBlocks } from './held-blocks.ts'
import type { StoryPerson } from '../../domain/story/story-person.ts'

/** What every block of the page needs to know. */
export interface ScriptPage {
  readonly people: readonly StoryPerson[]
  /** The films it may show, by id. */
  readonly films: Films
  /** The day of broadcast, whose titles a super shows; null while it is not known. */
  readonly day: CalendarDate | null
  readonly readOnly: boolean
  /** Who holds blocks just now. */
  readonly held: HeldBlocks
  /** Open comments by block; undefined where nobody comments. */
  readonly comments: CommentMarks | undefined
}

/** The page a block stands on. */
export const ScriptPageContext = createContext<ScriptPage>({ people: [], films: new Map(), day: null, readOnly: true, held: new Map(), comments: undefined })

/** The page the block being drawn stands on. */
export function useScriptPage(): ScriptPage {
  return useContext(ScriptPageContext)
}
