import { showDecimal } from '#ui/decimal.ts'
import { Facts } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import type { ListState } from '../../domain/check-lists.ts'

/** What a plan comes to over all its rows, as the rulebook computes it. */
export function PlanSums({ state }: { state: ListState }) {
  const language = useLanguage()
  const sums = state.sums.flatMap(({ quantity, value }) => (value.kind === 'number' ? [{ label: quantity.label[language], value: showDecimal(value.shown, language) }] : []))
  return sums.length === 0 ? null : <Facts items={sums} />
}
