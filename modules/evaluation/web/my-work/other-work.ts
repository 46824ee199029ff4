import { createContext, useContext } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { Place } from '../places.ts'

/** Work of another module that waits: what, how much of it, until when, and where it is done. */
export interface OtherWork {
  readonly key: string
  readonly title: string
  /** Of which part of the program. */
  readonly of: string
  readonly count: number
  readonly due: CalendarDate | null
  readonly place: Place
}

/** Reads it; undefined while it is not known yet. */
export type UseOtherWork = () => { readonly work: readonly OtherWork[] | undefined; readonly error: unknown }

const nothing: ReturnType<UseOtherWork> = { work: [], error: null }

/** Set by the shell, so that the list need not know the modules after this one. */
export const OtherWorkContext = createContext<UseOtherWork>(() => nothing)

/** What waits in other modules. */
export function useOtherWork(): ReturnType<UseOtherWork> {
  const useTold = useContext(OtherWorkContext)
  return useTold()
}
