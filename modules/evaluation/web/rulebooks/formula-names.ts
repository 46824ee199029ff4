import type { Language } from '#ui/language.ts'
import { sourceRecords, sourceValue } from '../../domain/rulebook/edit-parts.ts'

type Rec = Readonly<Record<string, unknown>>

/** Where a formula stands: it decides which names it may use. */
export type FormulaPlace = 'sheet' | 'rating' | 'period' | 'quota'

/** A name a formula may use, as the officer knows it. */
export interface FormulaName {
  readonly name: string
  readonly label: string
  readonly type: 'number' | 'boolean' | 'choice' | 'list'
  /** What a choice may be; of a list, what its first choice may be. */
  readonly values: readonly { readonly value: string; readonly label: string }[]
  /** The field of a list that `values` belong to. */
  readonly field: string | null
  /** A criterion read in a rule: the sheet has to name its points first. */
  readonly criterion: string | null
}

/** The names a formula at a place may use, with their words. */
export function formulaNames(value: unknown, place: FormulaPlace, language: Language): FormulaName[] {
  const words = (entry: Rec) => {
    const said = (entry['name'] ?? entry['label']) as Rec | undefined
    return String(said?.[language] ?? entry['id'] ?? entry['code'] ?? '')
  }
  const plain = { values: [], field: null, criterion: null }
  const number = (name: string, label: string): FormulaName => ({ ...plain, name, label, type: 'number' })
  const levels = sourceRecords(value, ['levels']).map((level) => ({ value: String(level['id']), label: words(level) }))
  const valuesOf = (entry: Rec) => (entry['type'] === 'level' ? levels : sourceRecords(entry, ['values']).map((each) => ({ value: String(each['value']), label: words({ ...each, id: each['value'] }) })))
  const settings = sourceRecords(value, ['settings']).map((setting): FormulaName => {
    const values = valuesOf(setting)
    const numeric = sourceRecords(setting, ['values']).every((each) => each['number'] !== undefined && each['number'] !== null)
    return numeric ? number(`settings.${String(setting['id'])}`, words(setting)) : { ...plain, name: `settings.${String(setting['id'])}`, label: words(setting), type: 'choice', values }
  })
  if (place === 'quota') {
    const counted = language === 'vi' ? ['số người đạt các mức được tính', 'tổng số người'] : ['people at the counted levels', 'headcount']
    return [number('qualifying', counted[0] ?? ''), number('headcount', counted[1] ?? ''), ...settings]
  }
  const facts = sourceRecords(value, ['facts']).flatMap((fact): FormulaName[] => {
    const name = `facts.${String(fact['id'])}`
    if (fact['type'] === 'number') return [number(name, words(fact))]
    if (fact['type'] === 'boolean') return [{ ...plain, name, label: words(fact), type: 'boolean' }]
    if (fact['type'] === 'choice' || fact['type'] === 'level') return [{ ...plain, name, label: words(fact), type: 'choice', values: valuesOf(fact) }]
    if (fact['type'] !== 'list') return []
    const choice = sourceRecords(fact, ['fields']).find((field) => field['type'] === 'choice')
    return [{ ...plain, name, label: words(fact), type: 'list', values: choice === undefined ? [] : valuesOf(choice), field: choice === undefined ? null : String(choice['id']) }]
  })
  const quantities = (part: string, before: string) =>
    sourceRecords(value, [part, 'quantities']).flatMap((quantity) => (quantity['list'] === undefined || quantity['list'] === null ? [number(`${before}${String(quantity['id'])}`, words(quantity))] : []))
  const criteria = allCriteria(value).map((criterion): FormulaName => ({ ...number(`criteria.${String(criterion['code'])}`, `${String(criterion['code'])} ${words(criterion)}`), criterion: place === 'rating' ? String(criterion['code']) : null }))
  if (place === 'sheet') {
    const parameters = new Set(sourceRecords(value, ['groups']).flatMap((group) => Object.keys((group['parameters'] ?? {}) as Rec)))
    const judgements = sourceRecords(value, ['judgements']).map((judgement) => number(`judgements.${String(judgement['id'])}`, words(judgement)))
    return [...criteria, ...quantities('sheet', ''), ...judgements, ...facts, ...settings, ...[...parameters].map((name) => number(`group.${name}`, name))]
  }
  if (place === 'period') return [...quantities('period', ''), ...facts, ...settings]
  const total = number('total', language === 'vi' ? 'Tổng điểm' : 'Total')
  return [total, ...facts, ...quantities('sheet', 'sheet.'), ...quantities('rating', ''), ...criteria, ...settings]
}

/** Every criterion of the tree, parents before their parts. */
export function allCriteria(value: unknown, path: readonly (string | number)[] = ['criteria']): Rec[] {
  return sourceRecords(value, path).flatMap((criterion, i) => [criterion, ...(Array.isArray(sourceValue(criterion, ['children'])) ? allCriteria(value, [...path, i, 'children']) : [])])
}

const token = /"[^"]*"|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+|\["[^"]*"\])*|>=|<=|==|!=|[\s\S]/gu

const spoken: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: { and: 'và', or: 'hoặc', not: 'không phải', true: 'đúng', false: 'sai', '>=': '≥', '<=': '≤', '==': '=', '!=': '≠', '*': '×', '/': ':', if: 'nếu', given: 'đã có', count: 'số mục', any: 'có mục nào', all: 'mọi mục', sum: 'tổng', lowest: 'nhỏ nhất', highest: 'lớn nhất', min: 'số nhỏ hơn trong', max: 'số lớn hơn trong', floor: 'làm tròn xuống', ceil: 'làm tròn lên', round: 'làm tròn', insufficient: 'chưa đủ dữ liệu' },
  en: { '>=': '≥', '<=': '≤', '==': '=', '!=': '≠', '*': '×', if: 'if', given: 'known', count: 'number of', any: 'any of', all: 'all of' },
}

/** A formula with the officer's words in place of its names; null where there is nothing to say better. */
export function formulaWords(formula: string, names: readonly FormulaName[], language: Language): string | null {
  const labels = new Map(names.map((each) => [each.name, each.label]))
  const values = new Map(names.flatMap((each) => each.values.map((value) => [value.value, value.label] as const)))
  const said = (formula.match(token) ?? []).map((piece) => {
    if (piece.startsWith('"')) return `“${values.get(piece.slice(1, -1)) ?? piece.slice(1, -1)}”`
    const name = piece.replace(/\["([^"]*)"\]/g, '.$1')
    const label = labels.get(name)
    return label === undefined ? (spoken[language][piece] ?? piece) : `“${label}”`
  })
  const text = said.join('').trim()
  return text === formula.trim() ? null : text
}
