import { planOf } from '../../domain/plan.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SheetLists } from '../../domain/sheet-lists.ts'
import type { SubjectSheet } from '../sheet/sheet-content.ts'

/** What the plan of a sheet says of its lists, as proposed until it is approved. */
export function planLists(rulebook: CompiledRulebook, data: Pick<SubjectSheet, 'plan' | 'subject'>): SheetLists {
  const asked = planOf(rulebook, data.subject.group)
  return asked === null || data.plan === null ? {} : { [asked.list.definition.id]: data.plan.rows }
}
