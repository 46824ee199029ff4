import { parseRational, toShortest } from '#kernel/rational.ts'
import type { CompiledRulebook, Field, ListDefinition, ListKey, Rater } from './rulebook/compiled-rulebook.ts'
import { appliesTo, keysOf } from './rulebook/scope.ts'
import type { RaterColumn } from './policy.ts'

/** What a rater writes into lists: by list, then row (key, task id or number), then field; everything as text. */
export type SheetLists = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** A list of the rulebook as a sheet asks for it. */
export interface AskedList {
  readonly definition: ListDefinition
  /** `keyed`: its keys are the rows. `tasks`: the tasks of the period are. `free`: rows are added by hand. */
  readonly kind: 'keyed' | 'tasks' | 'free'
  readonly keys: readonly ListKey[]
  /** What the sheet takes. */
  readonly fields: readonly Field[]
  /** What the approved plan says instead (điểm tối đa của trục). */
  readonly planned: readonly Field[]
}

/** The list whose rows are the tasks of the period. */
export const taskList = 'tasks'

/** What the program knows of a task, by the names rulebooks use. */
const knownOfTask: readonly string[] = ['name', 'product', 'coefficient', 'assigned', 'completed', 'qualityFaults', 'lateEvents', 'origin', 'excusedQuality', 'excusedLate']

/**
 * The fields of a task this rulebook has beyond what is known of it; none where no field of them has to be given, so that
 * a rulebook with mere alternatives asks for nothing.
 */
export function ownTaskFields(list: ListDefinition): Field[] {
  const own = list.fields.filter((field) => !knownOfTask.includes(field.id))
  return own.some((field) => field.default === null && !field.optional) ? own : []
}

const asked = new WeakMap<CompiledRulebook, Map<string, readonly AskedList[]>>()

/** The lists of which something is written on a sheet of this group; whoever writes it. Found once per rulebook and group. */
export function listsOf(rulebook: CompiledRulebook, group: string): readonly AskedList[] {
  let groups = asked.get(rulebook)
  if (groups === undefined) asked.set(rulebook, (groups = new Map()))
  let lists = groups.get(group)
  if (lists === undefined) groups.set(group, (lists = rulebook.lists.flatMap((definition) => askedOf(definition, group))))
  return lists
}

function askedOf(definition: ListDefinition, group: string): AskedList[] {
  if (definition.keys.length > 0) {
    const keys = keysOf(definition, group)
    const isPlanned = (field: Field): boolean => definition.plan?.fields.includes(field.id) === true
    return keys.length === 0 ? [] : [{ definition, kind: 'keyed', keys, fields: definition.fields.filter((field) => !isPlanned(field)), planned: definition.fields.filter(isPlanned) }]
  }
  if (definition.id !== taskList) return [{ definition, kind: 'free', keys: [], fields: definition.fields, planned: [] }]
  const fields = ownTaskFields(definition)
  return fields.length === 0 ? [] : [{ definition, kind: 'tasks', keys: [], fields, planned: [] }]
}

/**
 * The column a kind of rater writes lists into. Beside the subject and the direct superior, one body that gives a single
 * counting sheet (cấp có thẩm quyền phê duyệt) writes the superior's column by the person named in the file.
 */
export function sheetColumnOf(rulebook: CompiledRulebook, rater: Rater): RaterColumn | null {
  if (rater.who === 'self') return 'self'
  if (rater.who === 'direct_superior') return 'superior'
  return writesForBody(rulebook, rater) ? 'superior' : null
}

/** Whether this kind is the only one beside the subject that counts, and gives one sheet. */
export function writesForBody(rulebook: CompiledRulebook, rater: Rater): boolean {
  const others = rulebook.raters.filter((each) => each.who !== 'self' && each.counts)
  return rulebook.scores === null && others.length === 1 && others[0] === rater && !rater.several && rater.fills.includes('criteria')
}

/** Whether somebody writes the lists into this column. */
export function writesLists(rulebook: CompiledRulebook, group: string, column: RaterColumn): boolean {
  return rulebook.raters.some((rater) => rater.fills.includes('tasks') && appliesTo(rater.groups, group) && sheetColumnOf(rulebook, rater) === column)
}

/** The lists a rater fills on the sheet. */
export function listsAskedOf(rulebook: CompiledRulebook, group: string, column: RaterColumn): readonly AskedList[] {
  return writesLists(rulebook, group, column) ? listsOf(rulebook, group) : []
}

/** Whose entries a total is made of: this column's where it writes lists, else the superior's, else the subject's. */
export function listColumn(rulebook: CompiledRulebook, group: string, column: RaterColumn): RaterColumn {
  if (writesLists(rulebook, group, column)) return column
  return writesLists(rulebook, group, 'superior') ? 'superior' : 'self'
}

/** The name of a cell of a list: `axes.1.percent`. */
export function listCell(list: string, row: string, field: string): string {
  return `${list}.${row}.${field}`
}

/** An entry as the engine reads it. */
export function engineValue(field: Field, text: string): unknown {
  return field.type === 'boolean' && (text === 'true' || text === 'false') ? text === 'true' : text
}

/** Rows of a list of any length, in the order of their numbers. */
export function freeRows(rows: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(rows).sort((one, other) => Number(one) - Number(other))
}

/** The entries of one row as the engine reads them; fields the list does not ask for are left out. */
export function engineRow(list: AskedList, row: Readonly<Record<string, string>> | undefined): Record<string, unknown> {
  return Object.fromEntries([...list.fields, ...list.planned].flatMap((field) => (row?.[field.id] === undefined ? [] : [[field.id, engineValue(field, row[field.id] ?? '')]])))
}

/** Lists beside the tasks as the engine's input: a map for a keyed list, rows for one of any length. */
export function listsInput(rulebook: CompiledRulebook, group: string, lists: SheetLists): Record<string, unknown> {
  return Object.fromEntries(
    listsOf(rulebook, group).flatMap((list): [string, unknown][] => {
      const { id } = list.definition
      const rows = lists[id] ?? {}
      if (list.kind === 'keyed') return [[id, Object.fromEntries(list.keys.map(({ key }) => [key, engineRow(list, rows[key])]))]]
      return list.kind === 'free' ? [[id, freeRows(rows).map((row) => engineRow(list, rows[row]))]] : []
    }),
  )
}

/** The marks a regime wants of one task, by the rulebook's names. */
export function taskMarks(rulebook: CompiledRulebook, group: string, lists: SheetLists, taskId: string): Record<string, unknown> {
  const list = listsOf(rulebook, group).find((each) => each.kind === 'tasks')
  return list === undefined ? {} : engineRow(list, lists[taskList]?.[taskId])
}

/** Entries in canonical form: numbers as the shortest decimal, no blanks, no empty rows; rows by hand stay. */
export function canonicalLists(rulebook: CompiledRulebook, group: string, lists: SheetLists): SheetLists {
  return Object.fromEntries(
    listsOf(rulebook, group).flatMap((list) => {
      const rows = Object.entries(lists[list.definition.id] ?? {}).flatMap(([row, entries]) => {
        const kept = canonicalRow(list.fields, entries)
        return kept.length === 0 && list.kind !== 'free' ? [] : [[row, Object.fromEntries(kept)] as const]
      })
      return rows.length === 0 ? [] : [[list.definition.id, Object.fromEntries(rows)] as const]
    }),
  )
}

/** The entries of one row in canonical form, in the order of the fields. */
export function canonicalRow(fields: readonly Field[], entries: Readonly<Record<string, string>>): [string, string][] {
  return fields.flatMap((field): [string, string][] => {
    const text = entries[field.id]?.normalize('NFC').trim() ?? ''
    return text === '' ? [] : [[field.id, field.type === 'number' ? shortest(text) : text]]
  })
}

function shortest(text: string): string {
  const value = parseRational(text)
  return value === null ? text : toShortest(value)
}

/** Lists of a sheet with what the plan says of their rows. */
export function withPlan(lists: SheetLists, plan: SheetLists): SheetLists {
  const merged: Record<string, SheetLists[string]> = { ...lists }
  for (const [id, rows] of Object.entries(plan)) {
    merged[id] = { ...lists[id], ...Object.fromEntries(Object.entries(rows).map(([row, entries]) => [row, { ...lists[id]?.[row], ...entries }])) }
  }
  return merged
}

/** Lists with one entry set, or taken out when undefined; a row left empty stays. */
export function withListEntry(lists: SheetLists, list: string, row: string, field: string, value: string | undefined): SheetLists {
  const rows = lists[list] ?? {}
  const entries = Object.fromEntries(Object.entries(rows[row] ?? {}).filter(([name]) => name !== field))
  return { ...lists, [list]: { ...rows, [row]: value === undefined ? entries : { ...entries, [field]: value } } }
}

/** Lists without one row. */
export function withoutRow(lists: SheetLists, list: string, row: string): SheetLists {
  return { ...lists, [list]: Object.fromEntries(Object.entries(lists[list] ?? {}).filter(([id]) => id !== row)) }
}

/** Every entry by the name of its cell. */
export function entriesOf(lists: SheetLists): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).flatMap(([list, rows]) => Object.entries(rows).flatMap(([row, entries]) => Object.entries(entries).map(([field, value]) => [listCell(list, row, field), value] as const))))
}

/** Lists with the entry of a cell set by its name. */
export function withCell(lists: SheetLists, cell: string, value: string | undefined): SheetLists {
  const [list = '', row = '', ...field] = cell.split('.')
  return withListEntry(lists, list, row, field.join('.'), value)
}

/** What stands in the cell of this name; undefined when blank. */
export function entryOfCell(lists: SheetLists, cell: string): string | undefined {
  const [list = '', row = '', ...field] = cell.split('.')
  return lists[list]?.[row]?.[field.join('.')]
}
