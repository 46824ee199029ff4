import { useMemo } from 'react'
import { useLoad } from '#platform/web/load.ts'
import { mediaRoutes } from '../../contract/media-routes.ts'
import type { MediaState } from '../../domain/media/state.ts'
import type { Story } from '../stories/story-view.ts'

/** What a start of a film says of its film. */
export interface ShownFilm {
  readonly name: string
  readonly state: MediaState
  /** Null while it is not known. */
  readonly ms: number | null
}

/** The films of a story and those it shows, by id. */
export type Films = ReadonlyMap<string, ShownFilm>

const none: Films = new Map()
/** As many as the panel below the script asks for, so that both read one answer. */
export const filmsOf = (storyId: Story['id']) => ({ query: { storyId, limit: 100 } })

/** Reads them; the same object until something of them changes. */
export function useFilms(storyId: Story['id']): Films {
  const { data } = useLoad(mediaRoutes.listMedia, filmsOf(storyId))
  return useMemo(() => (data === undefined ? none : new Map(data.items.map(({ id, name, state, facts }) => [id, { name, state, ms: state === 'ready' ? (facts?.durationMs ?? null) : null }]))), [data])
}
