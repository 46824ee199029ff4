import type { Actor } from '#kernel/actor.ts'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { refuse } from '#kernel/refusal.ts'
import { readerOf, type Tx } from '#platform/db/database.ts'
import { mayManageUnit } from '../domain/policy.ts'
import { spanOn } from '../domain/unit-tree.ts'
import { loadTree } from './load.ts'
import { lockStructure, putUnits } from './rows.ts'

/** What is corrected: the code, and the names of the stretch that `date` falls in. */
export interface UnitCorrection {
  readonly version: number
  readonly date: CalendarDate
  readonly code: string
  readonly name: string
  readonly shortName: string
}

/** Corrects a slip of the pen; an official change of name is an act of reorganisation instead. */
export async function correctUnit(tx: Tx<'organisation'>, actor: Actor, unitId: UnitId, input: UnitCorrection, today: CalendarDate) {
  await lockStructure(tx, actor.tenantId)
  const tree = await loadTree(readerOf(tx), actor.tenantId)
  const unit = tree.get(unitId)
  if (unit === undefined || !mayManageUnit(actor, tree, unitId, today)) refuse('organisation.unit.not-found', { unitId })
  const span = spanOn(unit, input.date)
  if (span === undefined) refuse('organisation.unit.not-alive', { unitId, code: unit.code, on: input.date })
  if (unit.version !== input.version) {
    refuse('organisation.unit.changed', { unitId, version: unit.version, code: unit.code, name: span.name, shortName: span.shortName })
  }
  for (const other of tree.values()) {
    if (other.id !== unitId && other.code === input.code) refuse('organisation.unit.code-taken', { code: input.code, unitId: other.id })
  }
  const { code, name, shortName } = input
  const version = unit.version + 1
  await putUnits(tx, actor.tenantId, [{ ...unit, code, version, spans: unit.spans.map((one) => (one === span ? { ...span, name, shortName } : one)) }])
  return { id: unitId, version }
}
