import { sql } from 'kysely'
import { addDays, type CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { partsOfStage, type StoryStage } from '../../domain/approval/state.ts'
import { foldAsked, readAsked, readPhrase, tsqueryOf, type Asked } from '../../domain/archive/search-words.ts'
import { spokenWeights, weightsOf } from '../../domain/archive/searched-parts.ts'

/** What is looked for in the archive. */
export interface Search {
  readonly text?: string | undefined
  readonly where?: 'all' | 'said' | undefined
  readonly person?: string | undefined
  readonly place?: string | undefined
  readonly column?: string | undefined
  readonly category?: string | undefined
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
  readonly stage?: StoryStage | undefined
}

/** Whose stories, from where on, and how many; one more tells whether there are others. */
export interface Stretch {
  readonly tenantId: TenantId
  /** Null means all. */
  readonly units: readonly string[] | null
  readonly beforeId: string | null
  readonly limit: number
}

/** The words and phrases that are marked in what is shown. */
export function askedOf({ text, person, place }: Search): Asked {
  return [...readAsked(text ?? ''), ...readPhrase(person ?? ''), ...readPhrase(place ?? '')]
}

/**
 * Stories that have the words, the latest begun first: those with exactly the words typed, or the others, that have them marks aside. Each half ends at its
 * limit, by the key for words many stories have and by the index of words for rare ones.
 */
export function findStories(read: Reader, { tenantId, units, beforeId, limit }: Stretch, search: Search, half: 'exact' | 'others' | 'any') {
  const { text, where, person, place, column, category, from, to, stage } = search
  const weights = where === 'said' ? spokenWeights : ''
  const typed = readAsked(text ?? '')
  const has = (part: 'exact' | 'folded', asked: Asked, within = '') => sql<boolean>`w.${sql.ref(part)} @@ ${tsqueryOf(asked, within)}::tsquery`
  let rows = read
    .selectFrom('newsroom_story_search as w')
    .innerJoin('newsroom_story as s', (join) => join.on('s.tenant_id', '=', tenantId).onRef('s.id', '=', 'w.story_id'))
    .where('w.tenant_id', '=', tenantId)
    .select(['s.id', 's.title', 's.column', 's.category', 's.state', 's.air', 's.author_id', 's.unit_id', 's.aired_at', 's.version'])
    .orderBy('w.story_id', 'desc')
    .limit(pageLimit(limit))
  if (half === 'exact') rows = rows.where(has('exact', typed, weights))
  if (half === 'others') rows = rows.where(has('folded', foldAsked(typed), weights)).where((one) => one.not(has('exact', typed, weights)))
  if (person !== undefined && readPhrase(person).length > 0) rows = rows.where(has('folded', foldAsked(readPhrase(person)), weightsOf.beside))
  if (place !== undefined && readPhrase(place).length > 0) rows = rows.where(has('folded', foldAsked(readPhrase(place))))
  if (units !== null) rows = rows.where(sql<boolean>`s.unit_id = any(${units}::uuid[])`)
  if (column !== undefined) rows = rows.where('s.column', '=', column)
  if (category !== undefined) rows = rows.where('s.category', '=', category)
  if (from !== undefined) rows = rows.where('s.aired_at', '>=', midnight(from))
  if (to !== undefined) rows = rows.where('s.aired_at', '<', midnight(addDays(to, 1)))
  if (stage !== undefined) {
    const { states, airs } = partsOfStage(stage)
    rows = rows.where('s.state', 'in', states).where('s.air', 'in', airs)
  }
  if (beforeId !== null) rows = rows.where('w.story_id', '<', beforeId)
  return rows
}

function midnight(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00+07:00`)
}
