import { useEffect, useRef, useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { isRefused } from '#ui/error-words.ts'
import type { SaveProgress } from '#ui/save-state.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'
import type { Points, Ratings } from './rating-view.ts'

/** One named sheet as it is on the screen. */
export interface RatingDraft {
  readonly points: Points
  readonly comment: string
}

/** What the server has, when it was saved elsewhere in between. */
export interface RatingConflict extends RatingDraft {
  readonly personId: PersonId
  readonly version: number
}

export interface RatingSaves {
  readonly draftOf: (id: PersonId) => RatingDraft
  readonly change: (id: PersonId, draft: RatingDraft) => void
  readonly progress: SaveProgress
  readonly conflict: RatingConflict | undefined
  /** Goes on from what is stored now, with its points or with those on the screen. */
  readonly settle: (keep: 'theirs' | 'mine') => void
  /** Sends what waits; versions by person when everything is stored, undefined otherwise. */
  readonly flush: () => Promise<ReadonlyMap<PersonId, number> | undefined>
}

const pause = 800

/** Named sheets on several people, saved by themselves one after another; a sheet saved elsewhere stops and asks. */
export function useRatingSaves(data: Ratings): RatingSaves {
  const [drafts, setDrafts] = useState<ReadonlyMap<PersonId, RatingDraft>>(() => new Map(data.subjects.map((each) => [each.person.id, { points: each.points, comment: each.comment }])))
  const [progress, setProgress] = useState<SaveProgress>({ status: 'clean', savedAt: null, error: null })
  const [conflict, setConflict] = useState<RatingConflict>()
  const latest = useRef(drafts)
  const versions = useRef(new Map(data.subjects.map((each) => [each.person.id, each.version])))
  const dirty = useRef(new Set<PersonId>())
  const running = useRef<Promise<boolean> | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const saveAll = async (): Promise<boolean> => {
    for (const id of dirty.current) {
      const draft = latest.current.get(id)
      if (draft === undefined) continue
      setProgress((now) => ({ ...now, status: 'saving', error: null }))
      dirty.current.delete(id)
      try {
        const saved = await call(evaluationRoutes.saveRating, { params: { campaignId: data.campaign.id, kind: data.kind.id, personId: id }, body: { version: versions.current.get(id) ?? 0, points: { ...draft.points }, comment: draft.comment } })
        versions.current.set(id, saved.version)
        setProgress({ status: 'saved', savedAt: new Date(saved.savedAt), error: null })
      } catch (error) {
        dirty.current.add(id)
        const current = isRefused(error) && error.code === 'evaluation.rating.changed' ? (error.data['current'] as Omit<RatingConflict, 'personId'> | undefined) : undefined
        if (current !== undefined) setConflict({ ...current, personId: id })
        setProgress({ status: isRefused(error) ? 'refused' : 'offline', savedAt: null, error })
        return false
      }
    }
    return true
  }
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer.current)
    await running.current
    running.current = saveAll()
    const done = await running.current
    running.current = undefined
    return done
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const put = (id: PersonId, draft: RatingDraft) => {
    latest.current = new Map([...latest.current, [id, draft]])
    setDrafts(latest.current)
  }
  const schedule = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), pause)
  }
  return {
    draftOf: (id) => drafts.get(id) ?? { points: {}, comment: '' },
    change: (id, draft) => {
      put(id, draft)
      dirty.current.add(id)
      setProgress((now) => ({ ...now, status: 'dirty' }))
      schedule()
    },
    progress,
    conflict,
    settle: (keep) => {
      if (conflict === undefined) return
      versions.current.set(conflict.personId, conflict.version)
      if (keep === 'theirs') {
        put(conflict.personId, { points: conflict.points, comment: conflict.comment })
        dirty.current.delete(conflict.personId)
      }
      setConflict(undefined)
      setProgress({ status: dirty.current.size === 0 ? 'clean' : 'dirty', savedAt: null, error: null })
      schedule()
    },
    flush: async () => ((await flush()) && dirty.current.size === 0 ? versions.current : undefined),
  }
}
