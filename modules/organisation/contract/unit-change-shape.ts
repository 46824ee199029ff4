import { z } from 'zod'
import { dateShape, idOf, line, prose } from '#platform/contract/shapes.ts'
import { codesOf, unitKinds, unitLevels } from '../domain/reference-lists.ts'

const unitId = idOf<'unit'>()
const existing = z.object({ unitId, version: z.number().int().min(1) })

/** A unit that the act brings into being. `takes`: units that move under it on that day. */
export const newUnitShape = z.object({
  code: line(35),
  name: line(200),
  shortName: line(100),
  kind: z.enum(codesOf(unitKinds)),
  level: z.enum(codesOf(unitLevels)),
  parentId: unitId.nullable(),
  takes: z.array(unitId).max(500).default([]),
})

const common = {
  /** First day of the new state. */
  effectiveOn: dateShape,
  documentNumber: line(100),
  documentDate: dateShape.nullable(),
  note: prose(2_000).default(''),
}

/** One act of reorganisation (sắp xếp tổ chức), by kind. */
export const unitChangeShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), ...common, unit: newUnitShape }),
  z.object({ kind: z.literal('rename'), ...common, unit: existing, name: line(200), shortName: line(100) }),
  z.object({ kind: z.literal('retype'), ...common, unit: existing, unitKind: z.enum(codesOf(unitKinds)), level: z.enum(codesOf(unitLevels)) }),
  z.object({ kind: z.literal('move_parent'), ...common, unit: existing, parentId: unitId.nullable() }),
  z.object({ kind: z.literal('merge'), ...common, predecessors: z.array(existing).min(2).max(100), successor: newUnitShape }),
  z.object({ kind: z.literal('absorb'), ...common, predecessors: z.array(existing).min(1).max(100), successor: existing }),
  z.object({ kind: z.literal('split_off'), ...common, predecessor: existing, successors: z.array(newUnitShape).min(1).max(20) }),
  z.object({ kind: z.literal('divide'), ...common, predecessor: existing, successors: z.array(newUnitShape).min(2).max(20) }),
  z.object({ kind: z.literal('partial_move'), ...common, predecessor: existing, successor: existing, takes: z.array(unitId).max(500).default([]) }),
  z.object({ kind: z.literal('dissolve'), ...common, unit: existing }),
])

export type UnitChangeInput = z.output<typeof unitChangeShape>
