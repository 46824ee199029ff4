import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { foldVietnamese, tidy } from '#kernel/vietnamese.ts'
import type { Reader } from '#platform/db/database.ts'
import { escapeLike } from '#platform/db/like.ts'
import { readableUnits } from '../domain/policy.ts'
import { lineageOn, nearestSpan, spanOn, type UnitTree } from '../domain/unit-tree.ts'
import { personLines } from './list-people.ts'
import { loadTree } from './load.ts'

const most = 20

/**
 * People and units by name or code. "dao manh" finds Đào Mạnh; what bears exactly the accents typed comes first,
 * then names that begin with the text, then the rest.
 */
export async function search(read: Reader, actor: Actor, typed: string, today: CalendarDate) {
  const text = tidy(typed).toLowerCase()
  const folded = foldVietnamese(typed)
  if (folded === '') return { people: [], units: [] }
  const tree = await loadTree(read, actor.tenantId)
  const scope = readableUnits(actor, tree, today)
  const found = await peopleFound(read, actor, text, folded, scope)
  return {
    people: await personLines(read, actor, tree, found, today, scope),
    units: unitsFound(tree, text, folded, today),
  }
}

async function peopleFound(read: Reader, actor: Actor, text: string, folded: string, scope: readonly UnitId[] | null) {
  const { tenantId } = actor
  let query = read
    .selectFrom('organisation_person as x')
    .where('x.tenant_id', '=', tenantId)
    .select(['x.id', 'x.code', 'x.full_name'])
    .orderBy(sql`case when lower(x.code) = ${text} then 0
      when ' ' || lower(x.full_name collate "vi-x-icu") || ' ' like ${`% ${escapeLike(text)} %`} then 1
      when lower(x.full_name collate "vi-x-icu") like ${`%${escapeLike(text)}%`} then 2
      when x.folded_name like ${`%${escapeLike(folded)}%`} then 3 else 4 end`)
    .orderBy('x.sort_name')
    .orderBy('x.id')
    .limit(most)
  for (const word of folded.split(' ')) {
    query = query.where((where) => where.or([where('x.folded_name', 'like', `%${escapeLike(word)}%`), where(sql`lower(x.code)`, '=', text)]))
  }
  if (scope !== null) {
    query = query.where(sql<boolean>`(x.id = ${actor.personId}::uuid or exists (
      select from organisation_holding h join organisation_post p on p.tenant_id = h.tenant_id and p.id = h.post_id and p.tenant_id = ${tenantId}
      where h.tenant_id = ${tenantId} and h.person_id = x.id and p.unit_id = any(${[...scope]}::uuid[])))`)
  }
  return query.execute()
}

function unitsFound(tree: UnitTree, text: string, folded: string, today: CalendarDate) {
  const words = folded.split(' ')
  const found: { rank: number; unit: { id: UnitId; code: string; name: string; path: string; alive: boolean } }[] = []
  for (const unit of tree.values()) {
    let rank = Number.POSITIVE_INFINITY
    for (const span of unit.spans) rank = Math.min(rank, rankOf(`${span.name} ${span.shortName}`, unit.code, text, folded, words))
    if (rank === Number.POSITIVE_INFINITY) continue
    const now = nearestSpan(unit, today)
    const alive = spanOn(unit, today) !== undefined
    const day = alive ? today : now.to !== null && now.to < today ? now.to : now.from
    const path = lineageOn(tree, unit.id, day).slice(1).map((id) => nameOn(tree, id, day)).join(' · ')
    found.push({ rank: rank + (alive ? 0 : 0.5), unit: { id: unit.id, code: unit.code, name: now.name, path, alive } })
  }
  return found.toSorted((a, b) => a.rank - b.rank).slice(0, most).map((one) => one.unit)
}

function rankOf(name: string, code: string, text: string, folded: string, words: readonly string[]): number {
  const lower = tidy(name).toLowerCase()
  if (code.toLowerCase() === text) return 0
  if (` ${lower} `.includes(` ${text} `)) return 1
  if (lower.includes(text)) return 2
  const plain = foldVietnamese(name)
  if (plain.includes(folded)) return 3
  return words.every((word) => plain.includes(word)) ? 4 : Number.POSITIVE_INFINITY
}

function nameOn(tree: UnitTree, unitId: UnitId, date: CalendarDate): string {
  const unit = tree.get(unitId)
  return unit === undefined ? '' : nearestSpan(unit, date).shortName
}
