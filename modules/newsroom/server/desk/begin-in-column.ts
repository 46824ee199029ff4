import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { TenantId, UnitId } from '#kernel/id.ts'
import type { Reader } from '#platform/db/database.ts'
import { inUseOn } from '../../domain/desk/heading.ts'
import { blocksOfTemplate } from '../../domain/desk/template.ts'
import type { Block } from '../../domain/story/block.ts'
import type { UnitsOfDay } from '../stories/units-of-day.ts'
import { readHeadings } from './heading-rows.ts'

/** The blocks a story begins with: those of its column's template, the nearest unit's first; none in a column nobody keeps. */
export async function blocksOfColumn(read: Reader, tenantId: TenantId, units: UnitsOfDay, { unitId, column, on }: { readonly unitId: UnitId; readonly column: string | null; readonly on: CalendarDate }, newId: () => string): Promise<Block[]> {
  if (column === null) return []
  const named = (await readHeadings(read, tenantId)).filter((heading) => heading.kind === 'column' && heading.name === column && inUseOn(heading, on))
  for (const unit of units.lineageOf(unitId)) {
    const kept = named.find((heading) => heading.unitId === unit)
    if (kept !== undefined) return blocksOfTemplate(kept.template, newId)
  }
  return []
}
