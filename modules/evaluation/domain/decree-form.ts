import type { PeriodKind } from './campaign.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'

/**
 * Which form of the decree's Appendix II prints a result of such a period: Mẫu số 01 or 02 of NĐ 335/2025; null where the
 * rulebook has forms of its own (biểu mẫu), which are not those.
 */
export function decreeForm(rulebook: Pick<CompiledRulebook, 'forms'>, period: PeriodKind): 'mau_01' | 'mau_02' | null {
  const [id, cycle] = period === 'year' ? (['mau_02', 'year'] as const) : (['mau_01', 'period'] as const)
  return rulebook.forms.some((form) => form.id === id && form.cycle === cycle) ? id : null
}
