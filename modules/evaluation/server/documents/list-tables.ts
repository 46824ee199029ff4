import { add, parseRational, toShortest, zero } from '#kernel/rational.ts'
import type { EngineInput } from '../../domain/compute.ts'
import type { CompiledRulebook, Field, ListDefinition } from '../../domain/rulebook/compiled-rulebook.ts'
import { keysOf } from '../../domain/rulebook/scope.ts'
import { readLists, type ListQuantity } from '../../domain/scoring/read-lists.ts'
import { taskList } from '../../domain/sheet-lists.ts'
import { basisTable } from './basis-table.ts'
import type { Footnotes } from './form-footnotes.ts'
import { shownPoints } from './form-points.ts'
import { plain, type ResultFormBlock, type ResultFormRow } from './result-form.ts'
import { shownQuantity, shownValueOf } from './shown-fact.ts'

/** The lists the score was computed from: axes with what each gave, other rows one by one, the tasks by their number and by sums not `told` elsewhere. */
export function listBlocks(rulebook: CompiledRulebook, engine: EngineInput | null, notes: Footnotes, told: ReadonlySet<string>): ResultFormBlock[] {
  if (engine?.kind !== 'sheet' || rulebook.lists.length === 0) return []
  const { input } = engine
  const read = readLists(rulebook, { ...input, settings: input.settings ?? {} })
  return rulebook.lists.flatMap((list) => {
    const given = input[list.id]
    const items = read.items[list.id] ?? []
    if (list.keys.length > 0) {
      const rows = keysOf(list, input.group).map((key) => ({ name: key.name.vi, entries: entriesIn(given, key.key) }))
      return rows.length === 0 ? [] : [table(rulebook, list, rows, items, notes)]
    }
    const rows = Array.isArray(given) ? given.map((item: unknown, at) => ({ name: labelOf(list, item, at), entries: entriesOf(item) })) : []
    if (rows.length === 0) return []
    if (list.id !== taskList) return [table(rulebook, list, rows, items, notes)]
    const sums = read.sums.filter(({ quantity }) => quantity.list === null && !told.has(quantity.id))
    const count: ResultFormBlock = { kind: 'field', label: `${list.name.vi}:`, value: plain(`${rows.length} nhiệm vụ được tính`) }
    return sums.length === 0 ? [count] : [count, basisTable('Tổng hợp nhiệm vụ', 'Giá trị', sums.map(({ quantity, value }) => ({ what: notes.part(quantity.label.vi, quantity.confidence, [quantity.id]), found: shownQuantity(value, quantity.unit), article: quantity.article })))]
  })
}

interface ListRow {
  readonly name: string
  readonly entries: Readonly<Record<string, unknown>>
}

function entriesOf(item: unknown): Readonly<Record<string, unknown>> {
  return typeof item === 'object' && item !== null ? (item as Record<string, unknown>) : {}
}

function entriesIn(given: unknown, key: string): Readonly<Record<string, unknown>> {
  return entriesOf(entriesOf(given)[key])
}

function labelOf(list: ListDefinition, item: unknown, at: number): string {
  const text = list.labelField === null ? undefined : entriesOf(item)[list.labelField]
  return typeof text === 'string' && text !== '' ? text : `${list.name.vi} ${at + 1}`
}

function table(rulebook: CompiledRulebook, list: ListDefinition, rows: readonly ListRow[], items: readonly (readonly ListQuantity[])[], notes: Footnotes): ResultFormBlock {
  const fields = list.fields.filter((field) => field.id !== list.labelField && field.type !== 'list' && rows.some((row) => row.entries[field.id] !== undefined))
  const quantities = [...new Map(items.flatMap((item) => item.map(({ quantity }) => [quantity.id, quantity] as const))).values()]
  const wide = fields.length + quantities.length
  const body: ResultFormRow[] = rows.map((row, at) => ({
    cells: [plain(String(at + 1)), notes.part(row.name, rulebook.confidence, [list.id]), ...fields.map((field) => plain(shownEntry(rulebook, field, row.entries[field.id]))), ...quantities.map((quantity) => plain(shownQuantity(items[at]?.find((each) => each.quantity.id === quantity.id)?.value, quantity.unit)))],
    weight: 'plain',
    depth: 0,
  }))
  const sums = quantities.map((quantity) => (quantity.unit === 'points' ? sumOfColumn(items, quantity.id) : ''))
  return {
    kind: 'table',
    columns: [
      { head: plain('TT'), width: 7, align: 'center' },
      { head: plain(list.name.vi), width: Math.max(36, 93 - wide * 13), align: 'left' },
      ...fields.map((field) => ({ head: plain(field.name.vi), width: 13, align: 'center' as const })),
      ...quantities.map((quantity) => ({ head: notes.part(quantity.label.vi, quantity.confidence, [quantity.id, list.id]), width: 13, align: 'center' as const })),
    ],
    rows: sums.every((sum) => sum === '') ? body : [...body, { cells: ['', 'Tổng cộng', ...fields.map(() => ''), ...sums].map(plain), weight: 'total', depth: 0 }],
  }
}

function shownEntry(rulebook: CompiledRulebook, field: Field, value: unknown): string {
  return value === undefined || value === null ? '' : shownValueOf(rulebook, field, value)
}

function sumOfColumn(items: readonly (readonly ListQuantity[])[], id: string): string {
  let sum = zero
  for (const item of items) {
    const value = item.find((each) => each.quantity.id === id)?.value
    const number = value?.kind === 'number' ? parseRational(value.exact) : null
    if (number === null) return ''
    sum = add(sum, number)
  }
  return shownPoints(toShortest(sum))
}
