import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import type { Reader } from '#platform/db/database.ts'
import { holdsOn } from '../domain/date-span.ts'
import { mayManageAll, mayManageUnit, mayReadUnit } from '../domain/policy.ts'
import type { Post } from '../domain/post.ts'
import type { UnitChangeKind } from '../domain/reference-lists.ts'
import { childrenOn, lifeOf, lineageOn, nearestSpan, spanOn, type UnitTree } from '../domain/unit-tree.ts'
import { holdingsAsOf, type HoldingOnDate } from './as-of.ts'
import { loadPosts, loadTree } from './load.ts'
import { unitOrder } from './unit-order.ts'
import { peopleByUnit, unitNodeView, unitRefOf } from './unit-views.ts'

const rankOfRole = { head: 0, deputy: 1, member: 2, staff: 3 } as const

/** A unit with posts, holders, sub-units, history and lineage, as of a date. */
export async function getUnit(read: Reader, actor: Actor, unitId: UnitId, date: CalendarDate, today: CalendarDate) {
  const tree = await loadTree(read, actor.tenantId)
  const unit = tree.get(unitId)
  if (unit === undefined) refuse('organisation.unit.not-found', { unitId })
  const life = lifeOf(unit)
  const span = nearestSpan(unit, date)
  const alive = spanOn(unit, date) !== undefined
  const day = alive ? date : date < life.from ? life.from : (life.to ?? date)
  const readable = mayReadUnit(actor, tree, unitId, today)
  const posts = (await loadPosts(read, actor.tenantId, { units: [unitId] })).filter((post) => holdsOn(post, day))
  const subunits = (childrenOn(tree, day).get(unitId) ?? []).toSorted(unitOrder)
  const holdings = await holdingsAsOf(read, actor.tenantId, day, { units: [unitId, ...subunits.map((child) => child.id)] })
  const people = peopleByUnit(holdings)
  return {
    id: unitId,
    code: unit.code,
    version: unit.version,
    date,
    alive,
    name: span.name,
    shortName: span.shortName,
    kind: span.kind,
    level: span.level,
    lifeFrom: life.from,
    lifeTo: life.to,
    path: lineageOn(tree, unitId, day).slice(1).toReversed().map((id) => unitRefOf(tree, id, day)),
    posts: posts.toSorted((a, b) => rankOfRole[a.role] - rankOfRole[b.role]).map((post) => postView(post, readable ? holdings : [])),
    subunits: subunits.map((child) => unitNodeView(child, people)),
    history: unit.spans.map(({ name, shortName, kind, level, parentId, from, to }) => ({
      name, shortName, kind, level, from, to,
      parent: parentId === null ? null : unitRefOf(tree, parentId, from),
    })),
    changes: await changesOf(read, actor.tenantId, unitId, tree),
    can: { manage: mayManageUnit(actor, tree, unitId, today), moveOut: mayManageAll(actor) },
  }
}

function postView(post: Post, holdings: readonly HoldingOnDate[]) {
  const { id, code, version, title, role, isLeader, publicContact, peerGroup, places, from, to } = post
  const holders = holdings
    .filter((holding) => holding.postId === id)
    .map((holding) => ({
      holdingId: holding.holdingId,
      person: { id: holding.personId, fullName: holding.fullName },
      status: holding.status,
      isPrimary: holding.isPrimary,
      from: holding.from,
      to: holding.to,
    }))
  return { id, code, version, title, role, isLeader, publicContact, peerGroup, places, from, to, holders }
}

/** Reorganisations the unit took part in, latest first. */
export async function changesOf(read: Reader, tenantId: TenantId, unitId: UnitId, tree: UnitTree) {
  const changes = await read
    .selectFrom('organisation_unit_change as c')
    .where('c.tenant_id', '=', tenantId)
    .where('c.id', 'in', (sub) =>
      sub.selectFrom('organisation_unit_change_unit as u').where('u.tenant_id', '=', tenantId).where('u.unit_id', '=', unitId).select('u.change_id'),
    )
    .select(['c.id', 'c.kind', 'c.effective_on', 'c.document_number', 'c.document_date', 'c.note'])
    .orderBy('c.effective_on', 'desc')
    .orderBy('c.id', 'desc')
    .execute()
  if (changes.length === 0) return []
  const sides = await read
    .selectFrom('organisation_unit_change_unit')
    .where('tenant_id', '=', tenantId)
    .where('change_id', 'in', changes.map((change) => change.id))
    .select(['change_id', 'unit_id', 'side'])
    .execute()
  return changes.map((change) => {
    const on = change.effective_on as CalendarDate
    const refs = (side: string) =>
      sides.filter((one) => one.change_id === change.id && one.side === side).map((one) => unitRefOf(tree, one.unit_id as UnitId, on))
    return {
      id: change.id,
      kind: change.kind as UnitChangeKind,
      effectiveOn: on,
      documentNumber: change.document_number,
      documentDate: change.document_date as CalendarDate | null,
      note: change.note,
      predecessors: refs('predecessor'),
      successors: refs('successor'),
    }
  })
}
