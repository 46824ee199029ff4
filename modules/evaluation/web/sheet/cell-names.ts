import type { Language } from '#ui/language.ts'
import { textNow } from '#ui/text.ts'
import { criterionNumber } from '../../domain/criterion-number.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { criteriaOf } from '../../domain/rulebook/scope.ts'
import { listsOf } from '../../domain/sheet-lists.ts'
import { sheetText } from './messages.ts'

/**
 * What a cell of the sheet is called on the screen: `II.4 Thái độ phục vụ…`, `d. Kết quả hoạt động…`, `Nhận xét`,
 * `Trục 1…: Mức hoàn thành (%)`. `rowNames` knows the tasks by id.
 */
export function cellName(rulebook: CompiledRulebook, group: string, cell: string, language: Language, rowNames: ReadonlyMap<string, string> = new Map()): string {
  const words = textNow(sheetText)
  if (cell.endsWith('.reason')) return words.missing.reasonFor(cellName(rulebook, group, cell.slice(0, -'.reason'.length), language))
  if (cell === 'proposedLevel') return words.missing.level
  if (cell === 'comment') return words.commentTitle
  if (cell === 'strengths' || cell === 'weaknesses') return words[cell]
  const criterion = criteriaOf(rulebook.criteria, group).find((one) => one.code === cell)
  if (criterion !== undefined) return `${criterionNumber(criterion)} ${criterion.name[language]}`
  const entry = entryName(rulebook, group, cell, language, rowNames)
  if (entry !== undefined) return entry
  const judgement = rulebook.judgements.find((one) => one.id === cell)
  return judgement === undefined ? cell : `${cell}. ${judgement.name[language]}`
}

function entryName(rulebook: CompiledRulebook, group: string, cell: string, language: Language, rowNames: ReadonlyMap<string, string>): string | undefined {
  const [id = '', row = '', ...rest] = cell.split('.')
  const list = listsOf(rulebook, group).find((each) => each.definition.id === id)
  if (list === undefined) return undefined
  const name = list.definition.name[language]
  const field = list.fields.find((each) => each.id === rest.join('.'))?.name[language]
  const rowName = list.keys.find((each) => each.key === row)?.name[language] ?? rowNames.get(row) ?? (row === '' ? '' : `${name} ${row}`)
  return [rowName === '' ? name : rowName, field].filter((part) => part !== undefined).join(': ')
}
