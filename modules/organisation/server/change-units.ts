import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { asId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import type { UnitChangeInput } from '../contract/unit-change-shape.ts'
import { mayChangeUnits } from '../domain/policy.ts'
import { endWithUnit } from '../domain/post.ts'
import { decideUnitChange, type UnitChange } from '../domain/unit-change.ts'
import { loadHoldings, loadPosts, loadTree } from './load.ts'
import { insertUnitChanges, lockStructure, putHoldings, putPosts, putUnits } from './rows.ts'

/** Does an act of reorganisation: units, lineage, and the posts and holdings that end with their unit. */
export async function changeUnits(tx: Tx<'organisation'>, actor: Actor, input: UnitChangeInput, today: CalendarDate) {
  const { tenantId } = actor
  const read = readerOf(tx)
  await lockStructure(tx, tenantId)
  const tree = await loadTree(read, tenantId)
  const change = withIds(input)
  if (!mayChangeUnits(actor, change, tree, today)) refuse('organisation.unit.not-found', {})
  const outcome = decideUnitChange(tree, change)
  let endedPosts = 0
  let endedHoldings = 0
  for (const { unitId, lastDay } of outcome.closed) {
    const posts = (await loadPosts(read, tenantId, { units: [unitId] })).filter((post) => post.to === null || post.to > lastDay)
    const holdings = await loadHoldings(read, tenantId, { posts: posts.map((post) => post.id) })
    const ended = endWithUnit(posts, holdings, lastDay)
    await putHoldings(tx, tenantId, ended.holdings)
    await putPosts(tx, tenantId, ended.posts)
    endedPosts += ended.posts.length
    endedHoldings += ended.holdings.length
  }
  await putUnits(tx, tenantId, [...outcome.created, ...outcome.changed])
  const changeId = uuidv7()
  await insertUnitChanges(tx, tenantId, [
    {
      id: changeId,
      kind: outcome.kind,
      effectiveOn: input.effectiveOn,
      documentNumber: input.documentNumber,
      documentDate: input.documentDate,
      note: input.note,
      predecessors: outcome.predecessors,
      successors: outcome.successors,
    },
  ])
  const unitId = outcome.successors[0] ?? outcome.predecessors[0] ?? refuse('organisation.unit.nothing-changes')
  return { changeId, unitId, created: outcome.created.map((unit) => unit.id), endedPosts, endedHoldings }
}

function withIds(input: UnitChangeInput): UnitChange {
  const newId = () => asId<'unit'>(uuidv7())
  switch (input.kind) {
    case 'found':
      return { kind: input.kind, effectiveOn: input.effectiveOn, unit: { ...input.unit, id: newId() } }
    case 'merge':
      return { kind: input.kind, effectiveOn: input.effectiveOn, predecessors: input.predecessors, successor: { ...input.successor, id: newId() } }
    case 'split_off':
    case 'divide':
      return { kind: input.kind, effectiveOn: input.effectiveOn, predecessor: input.predecessor, successors: input.successors.map((unit) => ({ ...unit, id: newId() })) }
    default:
      return input
  }
}
