import { sql } from 'kysely'
import { holds, type Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId, UnitId } from '#kernel/id.ts'
import { pageOf } from '#kernel/page.ts'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { Reader } from '#platform/db/database.ts'
import { escapeLike } from '#platform/db/like.ts'
import { pageLimit } from '#platform/db/page-limit.ts'
import { pageKey } from '#platform/http/page-key.ts'
import { readableUnits } from '../domain/policy.ts'
import type { HoldingStatus, PostRole } from '../domain/reference-lists.ts'
import { subtreeOn, type UnitTree } from '../domain/unit-tree.ts'
import { holdingsAsOf } from './as-of.ts'
import { loadTree } from './load.ts'
import { unitRefOf } from './unit-views.ts'

/** What a list of people may be narrowed by. */
export interface PeopleFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly unit?: UnitId | undefined
  readonly role?: PostRole | undefined
  readonly status?: HoldingStatus | 'none' | undefined
  readonly text?: string | undefined
}

/** People by given name in Vietnamese order as of a date, limited to units the actor may read. */
export async function listPeople(read: Reader, actor: Actor, filter: PeopleFilter, date: CalendarDate, today: CalendarDate) {
  const tree = await loadTree(read, actor.tenantId)
  const scope = readableUnits(actor, tree, today)
  const units = filter.unit === undefined ? scope : within(subtreeOn(tree, filter.unit, date), scope)
  const rows = await peoplePage(read, actor, { ...filter, units, seesPostless: scope === null && filter.unit === undefined }, date)
  const page = pageOf(rows, filter.limit, (row) => [row.sort_name, row.id])
  return {
    ...page,
    items: await personLines(read, actor, tree, page.items, date, scope),
    date,
    can: { create: holds(actor, 'organisation:manage') },
  }
}

function within(units: readonly UnitId[], scope: readonly UnitId[] | null): UnitId[] {
  if (scope === null) return [...units]
  const allowed = new Set(scope)
  return units.filter((unitId) => allowed.has(unitId))
}

type PageFilter = PeopleFilter & { readonly units: readonly UnitId[] | null; readonly seesPostless: boolean }

async function peoplePage(read: Reader, actor: Actor, filter: PageFilter, date: CalendarDate) {
  const { tenantId } = actor
  let query = read
    .selectFrom('organisation_person as x')
    .where('x.tenant_id', '=', tenantId)
    .select(['x.id', 'x.code', 'x.full_name', 'x.sort_name'])
    .orderBy('x.sort_name')
    .orderBy('x.id')
    .limit(pageLimit(filter.limit))
  if (filter.after !== undefined) {
    const [sortName, id] = pageKey(filter.after, ['text', 'uuid'])
    query = query.where(sql<boolean>`(x.sort_name, x.id) > (${sortName}, ${id}::uuid)`)
  }
  for (const word of foldVietnamese(filter.text ?? '').split(' ').filter((one) => one !== '')) {
    query = query.where((where) => where.or([where('x.folded_name', 'like', `%${escapeLike(word)}%`), where(sql`lower(x.code)`, '=', word)]))
  }
  const holdsSomething = sql<boolean>`exists (
    select from organisation_holding h join organisation_post p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.tenant_id = ${tenantId}
    where h.tenant_id = ${tenantId} and h.person_id = x.id and h.valid_from <= ${date}::date and (h.valid_to is null or h.valid_to >= ${date}::date)
      and (${filter.units === null ? null : [...filter.units]}::uuid[] is null or p.unit_id = any(${filter.units === null ? null : [...filter.units]}::uuid[]))
      and (${filter.role ?? null}::text is null or p.role = ${filter.role ?? null})
      and (${filter.status === 'none' ? null : (filter.status ?? null)}::text is null or h.status = ${filter.status === 'none' ? null : (filter.status ?? null)}))`
  if (filter.status === 'none') {
    if (!filter.seesPostless || filter.role !== undefined) return []
    query = query.where(sql<boolean>`not ${holdsSomething}`)
  } else if (!filter.seesPostless || filter.role !== undefined || filter.status !== undefined) {
    query = query.where(holdsSomething)
  }
  return query.execute()
}

/** Lines with post and unit for people already chosen, in the order given; posts outside the scope stay unsaid. */
export async function personLines(
  read: Reader,
  actor: Actor,
  tree: UnitTree,
  people: readonly { id: string; code: string; full_name: string }[],
  date: CalendarDate,
  scope: readonly UnitId[] | null,
) {
  const allowed = scope === null ? null : new Set(scope)
  const holdings = (await holdingsAsOf(read, actor.tenantId, date, { people: people.map((person) => person.id as PersonId) })).filter(
    (holding) => allowed === null || allowed.has(holding.unitId),
  )
  return people.map((person) => {
    const held = holdings.filter((holding) => holding.personId === person.id)
    const main = held.find((holding) => holding.isPrimary) ?? held[0]
    return {
      id: person.id,
      code: person.code,
      fullName: person.full_name,
      post: main?.title ?? null,
      unit: main === undefined ? null : unitRefOf(tree, main.unitId, date),
      status: main?.status ?? null,
      morePosts: Math.max(0, held.length - 1),
    }
  })
}
