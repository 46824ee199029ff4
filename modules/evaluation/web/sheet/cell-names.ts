import type { Language } from '#ui/language.ts'
import { textNow } from '#ui/text.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { criteriaOf } from '../../domain/rulebook/scope.ts'
import { sheetText } from './messages.ts'

/** What a cell of the sheet is called on the screen: `II.4 Thái độ phục vụ…`, `d. Kết quả hoạt động…`, `Nhận xét`. */
export function cellName(rulebook: CompiledRulebook, group: string, cell: string, language: Language): string {
  const words = textNow(sheetText)
  if (cell.endsWith('.reason')) return words.missing.reasonFor(cellName(rulebook, group, cell.slice(0, -'.reason'.length), language))
  if (cell === 'proposedLevel') return words.missing.level
  if (cell === 'comment') return words.commentTitle
  if (cell === 'strengths' || cell === 'weaknesses') return words[cell]
  const criterion = criteriaOf(rulebook.criteria, group).find((one) => one.code === cell)
  if (criterion !== undefined) return `${cell} ${criterion.name[language]}`
  const judgement = rulebook.judgements.find((one) => one.id === cell)
  return judgement === undefined ? cell : `${cell}. ${judgement.name[language]}`
}
