import { useEffect, useReducer, useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import type { Lane, Outbox } from '#platform/web/offline/outbox.ts'
import type { SaveStatus } from '#platform/web/offline/save-queue.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { isRefused } from '#ui/error-words.ts'
import type { SaveProgress } from '#ui/save-state.tsx'
import { ratingWork, type RatingDraft } from '../offline/send-rating.ts'
import type { RatedSubject, Ratings } from './rating-view.ts'

/** A sheet that was saved elsewhere in between: what both began from, and what is there now. */
export interface RatingConflict {
  readonly subject: RatedSubject
  readonly base: RatingDraft
  readonly mine: RatingDraft
  readonly theirs: RatingDraft
  readonly version: number
}

export interface RatingDrafts {
  readonly draftOf: (subject: RatedSubject) => RatingDraft
  readonly change: (subject: RatedSubject, draft: RatingDraft) => void
  /** Of all sheets together: the one that most needs a person. */
  readonly progress: SaveProgress
  /** What is not stored yet survives the page. */
  readonly durable: boolean
  readonly restored: boolean
  readonly conflict: RatingConflict | undefined
  /** Goes on with a merged sheet on top of what is stored now. */
  readonly resolve: (conflict: RatingConflict, merged: RatingDraft) => void
  /** Sends what waits; versions by person when everything is stored, undefined otherwise. */
  readonly settle: () => Promise<ReadonlyMap<PersonId, number> | undefined>
  readonly flush: () => void
}

type RatingLane = Lane<RatingDraft>

const urgency: readonly SaveStatus[] = ['refused', 'signed-out', 'offline', 'saving', 'dirty', 'saved', 'clean']

/** Named sheets on several people: each kept on the device at once, sent by itself, told apart from what was saved elsewhere. */
export function useRatingDrafts(data: Ratings): RatingDrafts {
  const { outbox } = useUnsent()
  const [, draw] = useReducer((count: number) => count + 1, 0)
  const [known] = useState(() => new Map<PersonId, RatingLane>())
  const lanes = new Map(data.subjects.map((subject) => [subject.person.id, laneNow(outbox, known, data, subject)]))
  const laneOf = (subject: RatedSubject): RatingLane => lanes.get(subject.person.id) as RatingLane
  const all = [...lanes.values()]
  const flush = () => Promise.all(all.filter((lane) => lane.waiting() && lane.progress().status !== 'refused').map((lane) => lane.flush()))
  useEffect(() => () => void Promise.all([...known.values()].filter((lane) => lane.waiting() && lane.progress().status !== 'refused').map((lane) => lane.flush())), [known])
  const change = (subject: RatedSubject, draft: RatingDraft) => {
    laneOf(subject).change(draft)
    draw()
  }
  return {
    draftOf: (subject) => laneOf(subject).value(),
    change,
    progress: all.map((lane) => lane.progress()).sort((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status) || Number(b.savedAt) - Number(a.savedAt))[0] ?? { status: 'clean', savedAt: null, error: null },
    durable: outbox.durable,
    restored: all.some((lane) => lane.left),
    conflict: data.subjects.flatMap((subject) => conflictOf(subject, laneOf(subject)))[0],
    resolve: ({ subject, theirs, version }, merged) => {
      laneOf(subject).rebase({ value: theirs, version })
      change(subject, merged)
      void laneOf(subject).flush()
    },
    settle: async () => {
      await flush()
      return all.some((lane) => lane.waiting()) ? undefined : new Map([...lanes].map(([id, lane]) => [id, lane.stored().version]))
    },
    flush: () => void flush(),
  }
}

/** The work on one subject that this screen shows now, as `useAutosave` finds it for one sheet. */
function laneNow(outbox: Outbox, known: Map<PersonId, RatingLane>, data: Ratings, subject: RatedSubject): RatingLane {
  const { key, about } = ratingWork(data, subject)
  const stored = { value: { points: subject.points, comment: subject.comment }, version: subject.version }
  const before = known.get(subject.person.id)
  if (before?.waiting() === true) return before
  const fresh = before === undefined || outbox.waiting(key) !== undefined || stored.version > before.stored().version
  const lane = fresh ? outbox.lane<RatingDraft>(key, about, stored) : before
  known.set(subject.person.id, lane)
  return lane
}

function conflictOf(subject: RatedSubject, lane: RatingLane): RatingConflict[] {
  const { status, error } = lane.progress()
  if (status !== 'refused' || !isRefused(error) || error.code !== 'evaluation.rating.changed') return []
  const { version, points, comment } = error.data['current'] as RatingDraft & { readonly version: number }
  return [{ subject, base: lane.stored().value, mine: lane.value(), theirs: { points, comment }, version }]
}
