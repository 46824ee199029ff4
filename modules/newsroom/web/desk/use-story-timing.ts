import { useMemo } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { parseRational } from '#kernel/rational.ts'
import { useLoad } from '#platform/web/load.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { readKinds, type DictionaryEntry, type ReaderRates } from '../../domain/speech/index.ts'
import type { Story } from '../stories/story-view.ts'

/** By what the reading time of a story is reckoned beside what ships: the own dictionary, and the rates of the reader chosen for it. */
export interface StoryTiming {
  readonly own: readonly DictionaryEntry[]
  readonly rates: ReaderRates
  /** The day it is meant to air, whose titles its people bear; null while nobody has said. */
  readonly airsOn: CalendarDate | null
}

/** Reads it; the same object until something of it changes. */
export function useStoryTiming(storyId: Story['id']): StoryTiming {
  const { data } = useLoad(deskRoutes.getStoryDesk, { params: { storyId } })
  return useMemo(() => {
    const rates = data?.reader?.rates ?? {}
    const known = readKinds.flatMap((kind) => {
      const rate = parseRational(rates[kind] ?? '')
      return rate === null ? [] : [[kind, rate] as const]
    })
    return { own: data?.dictionary ?? [], rates: Object.fromEntries(known), airsOn: data?.slotDate ?? null }
  }, [data])
}
