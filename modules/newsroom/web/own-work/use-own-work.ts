import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession, type SignedIn } from '#platform/web/session.ts'
import { useText } from '#ui/text.ts'
import { ownWorkRoutes } from '../../contract/own-work-routes.ts'
import { newsroomRights } from '../../domain/policy.ts'
import { planningPlace, storiesPlace, storyPlace } from '../places.ts'
import { ownWorkText } from './messages.ts'

type Who = Pick<SignedIn, 'personId' | 'permissions'>

interface OwnWork {
  readonly key: string
  readonly title: string
  readonly of: string
  readonly count: number
  readonly due: CalendarDate | null
  readonly place: { readonly to: string; readonly search?: { readonly day: string } }
}

/** Most offices have no newsroom, and whoever has no role in it seldom signs for somebody: that nothing is open to them is believed for a while. */
const believedMs = 10 * 60_000

/** What waits in the newsroom for the one signed in, as lines of the list of their work: counts, each with where it is done. */
export function useOwnNewsroomWork(): { readonly work: readonly OwnWork[] | undefined; readonly error: unknown } {
  const words = useText(ownWorkText)
  const session = useSession()
  const signs = useSignsForNewsroom(session)
  const { data, error } = useLoad(ownWorkRoutes.getOwnWork, {}, hasRole(session) || signs ? { every: 60_000, keep: true } : seldom(session))
  if (session.personId === null) return { work: [], error: null }
  if (data === undefined) return { work: undefined, error }
  const stories = (['returned', 'toSign'] as const).map((key) => ({ key, title: words[key], of: words.newsroom, count: data[key].count, due: null, place: { to: data[key].only === null ? storiesPlace : storyPlace(data[key].only) } }))
  const assignments = data.assignments.map(({ due, onDate, count }) => ({ key: `assignments-${due}`, title: words.assignments, of: words.newsroom, count, due, place: { to: planningPlace, search: { day: onDate } } }))
  return { work: [...stories.filter(({ count }) => count > 0), ...assignments], error }
}

/** Whether the newsroom is open to somebody without a role in it: they sign for somebody by a written delegation. */
export function useSignsForNewsroom(session: Who): boolean {
  const asked = seldom(session)
  return useLoad(ownWorkRoutes.getOwnWork, {}, asked).data?.opens === true && asked.enabled
}

function hasRole({ permissions }: Pick<Who, 'permissions'>): boolean {
  return newsroomRights.some((right) => permissions.includes(right))
}

/** Somebody without a role is asked about now and then; an account of nobody never. */
function seldom(session: Who) {
  return { enabled: session.personId !== null && !hasRole(session), fresh: believedMs, keep: true }
}
