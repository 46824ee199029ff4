import type { z } from 'zod'
import type { ReceivedOf } from '#platform/contract/route.ts'
import type { deskRoutes, headingView, slotView, storySlot } from '../../contract/desk-routes.ts'
import type { dictionaryRoutes } from '../../contract/dictionary-routes.ts'
import type { readerRoutes } from '../../contract/reader-routes.ts'
import { showClock, showLength } from '../../domain/desk/slot.ts'

/** A column, category or programme as the server shows it. */
export type Heading = z.output<typeof headingView>
export type SlotLine = z.output<typeof slotView>
/** Where a story is meant to air. */
export type Placement = z.output<typeof storySlot>
export type Desk = ReceivedOf<typeof deskRoutes.getDesk>
export type StoryDesk = ReceivedOf<typeof deskRoutes.getStoryDesk>
export type OwnDictionary = ReceivedOf<typeof dictionaryRoutes.getDictionary>
export type ReaderLine = ReceivedOf<typeof readerRoutes.listReaders>['readers'][number]

/** `19:45, 15:00`: when a slot starts and how long it is. */
export function slotWords({ startMinute, plannedSeconds }: Pick<SlotLine, 'startMinute' | 'plannedSeconds'>): string {
  return `${showClock(startMinute)} (${showLength(plannedSeconds)})`
}
