import { useState } from 'react'
import { vietnameseDay, type CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { showTime } from '#ui/format.ts'
import { readClock, showClock } from '../../domain/desk/slot.ts'
import type { Assignment } from './planning-view.ts'

const usualDue = '17:00'

/** An assignment as it is typed. */
export interface PlanDraft {
  readonly topic: string
  readonly column: string
  readonly place: string
  readonly onDate: CalendarDate | null
  readonly start: string
  readonly end: string
  readonly writerId: PersonId | null
  readonly filmerId: PersonId | null
  readonly camera: string
  readonly vehicle: string
  readonly dueDay: CalendarDate | null
  readonly dueTime: string
  readonly note: string
}

function clockOf(minute: number | null): string {
  return minute === null ? '' : showClock(minute)
}

function begun(old: Assignment | undefined, day: CalendarDate): PlanDraft {
  if (old === undefined) return { topic: '', column: '', place: '', onDate: day, start: '', end: '', writerId: null, filmerId: null, camera: '', vehicle: '', dueDay: day, dueTime: usualDue, note: '' }
  const { topic, place, onDate, camera, vehicle, note, dueAt } = old
  return { topic, column: old.column ?? '', place, onDate, start: clockOf(old.startMinute), end: clockOf(old.endMinute), writerId: old.writer.id, filmerId: old.filmer?.id ?? null, camera, vehicle, dueDay: vietnameseDay(new Date(dueAt)), dueTime: showTime(dueAt), note }
}

/** What is wrong with each field that has something wrong, by its name. */
export type PlanFault = 'topic' | 'onDate' | 'times' | 'start' | 'end' | 'writerId' | 'dueDay' | 'dueTime'

/** A draft of an assignment, what is wrong with it, and what is sent once nothing is. */
export function usePlanDraft(old: Assignment | undefined, day: CalendarDate) {
  const [draft, setDraft] = useState(() => begun(old, day))
  const timed = draft.start.trim() !== '' || draft.end.trim() !== ''
  const [startMinute, endMinute, due] = [readClock(draft.start), readClock(draft.end), readClock(draft.dueTime)]
  const faults = new Set<PlanFault>()
  if (draft.topic.trim() === '') faults.add('topic')
  if (draft.onDate === null) faults.add('onDate')
  if (draft.start.trim() !== '' && startMinute === null) faults.add('start')
  if (draft.end.trim() !== '' && endMinute === null) faults.add('end')
  if (timed && !faults.has('start') && !faults.has('end') && (startMinute === null || endMinute === null || endMinute <= startMinute)) faults.add('times')
  if (draft.writerId === null) faults.add('writerId')
  if (draft.dueDay === null) faults.add('dueDay')
  if (due === null) faults.add('dueTime')
  const { onDate, writerId, dueDay } = draft
  const body =
    faults.size > 0 || onDate === null || writerId === null || dueDay === null || due === null
      ? null
      : {
          topic: draft.topic,
          column: draft.column.trim() === '' ? null : draft.column,
          place: draft.place,
          onDate,
          startMinute: timed ? startMinute : null,
          endMinute: timed ? endMinute : null,
          writerId,
          filmerId: draft.filmerId,
          camera: draft.camera,
          vehicle: draft.vehicle,
          dueAt: new Date(`${dueDay}T${showClock(due)}:00+07:00`).toISOString(),
          note: draft.note,
        }
  return { draft, change: (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part })), faults, body }
}
