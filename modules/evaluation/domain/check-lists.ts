import type { ScoredTask } from './scored-task.ts'
import type { RaterColumn } from './policy.ts'
import { readLists, type ListQuantity, type ReadLists } from './scoring/read-lists.ts'
import type { EntryProblem, SheetSubject } from './sheet-content.ts'
import { engineRow, freeRows, listCell, listsAskedOf, listsInput, listsOf, taskList, type AskedList, type SheetLists } from './sheet-lists.ts'
import { countTask } from './task-decisions.ts'

type Subject = Omit<SheetSubject, 'scoresPoints'>

/** What the rulebook says of the lists of one sheet, by the names of its cells. */
export interface ListState {
  /** Entries that do not fit; with `message` from the engine, in Vietnamese. */
  readonly problems: readonly (EntryProblem & { readonly message: string })[]
  /** What the entries together break; a sheet with such cannot be sent on. The cell may be a whole list. */
  readonly limits: readonly (EntryProblem & { readonly message: string })[]
  /** Cells without which there are no task points. */
  readonly missing: readonly string[]
  /** What is computed for a row, by `list.row`. */
  readonly rows: ReadonlyMap<string, readonly ListQuantity[]>
  /** What is computed over whole lists. */
  readonly sums: readonly ListQuantity[]
}

/** Lists of which nothing is known beyond what was written. */
export const noListState: ListState = { problems: [], limits: [], missing: [], rows: new Map(), sums: [] }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const decimal = /^\d{1,9}(\.\d{1,6})?$/
const rowNumber = /^[1-9]\d{0,3}$/

/** Entries no sheet may hold: unknown lists, rows and fields, and values outside what their field takes. */
export function listProblems(subject: Subject, rater: RaterColumn, lists: SheetLists): EntryProblem[] {
  const asked = listsAskedOf(subject.rulebook, subject.group, rater)
  const foreign = Object.keys(lists).filter((id) => !asked.some((list) => list.definition.id === id))
  const unknown = foreign.map((id) => ({ code: id, found: id, expected: asked.map((list) => list.definition.id).join(' | ') }))
  const wrong = [...unknown, ...asked.flatMap((list) => rowProblems(list, lists[list.definition.id] ?? {}))]
  if (wrong.length > 0 || asked.length === 0) return wrong
  return read(subject, lists, Object.keys(lists[taskList] ?? {}), null).problems.map(({ code, found, expected }) => ({ code, found, expected }))
}

function rowProblems(list: AskedList, rows: Readonly<Record<string, Readonly<Record<string, string>>>>): EntryProblem[] {
  const { id, limit } = list.definition
  const problems: EntryProblem[] = Object.keys(rows).length > limit ? [{ code: id, found: String(Object.keys(rows).length), expected: `≤ ${limit}` }] : []
  for (const [row, entries] of Object.entries(rows)) {
    const known = list.kind === 'keyed' ? list.keys.some((each) => each.key === row) : list.kind === 'tasks' ? uuid.test(row) : rowNumber.test(row)
    if (!known) problems.push({ code: `${id}.${row}`, found: row, expected: list.keys.map((each) => each.key).join(' | ') })
    for (const [name, text] of Object.entries(entries)) {
      const field = list.fields.find((each) => each.id === name)
      if (field === undefined) problems.push({ code: listCell(id, row, name), found: name, expected: list.fields.map((each) => each.id).join(' | ') })
      else if (field.type === 'number' && text.trim() !== '' && !decimal.test(text)) problems.push({ code: listCell(id, row, name), found: text, expected: 'số thập phân, ví dụ 2.5' })
    }
  }
  return problems
}

/** The lists as they stand: what is missing among the tasks that count, which limits hold, what they come to. */
export function listState(subject: Subject, rater: RaterColumn, lists: SheetLists, tasks: readonly ScoredTask[], facts: Readonly<Record<string, unknown>> = {}): ListState {
  if (listsAskedOf(subject.rulebook, subject.group, rater).length === 0) return noListState
  const counted = tasks.filter((task) => countTask(task) !== null)
  return read(subject, lists, counted.map((task) => task.id), { tasks: counted, facts })
}

function read({ rulebook, group, settings }: Subject, lists: SheetLists, taskIds: readonly string[], known: { readonly tasks: readonly ScoredTask[]; readonly facts: Readonly<Record<string, unknown>> } | null): ListState {
  const asked = listsOf(rulebook, group)
  const ofTasks = asked.find((list) => list.kind === 'tasks')
  const knowsOrigin = ofTasks?.definition.fields.some((field) => field.id === 'origin') === true
  const originOf = (id: string): Record<string, unknown> => {
    const task = knowsOrigin ? known?.tasks.find((each) => each.id === id) : undefined
    return task === undefined ? {} : { origin: countTask(task)?.origin }
  }
  const marks = ofTasks === undefined ? {} : { [taskList]: taskIds.map((id) => ({ ...originOf(id), ...engineRow(ofTasks, lists[taskList]?.[id]) })) }
  const found = readLists(rulebook, { group, settings, ...(known === null ? {} : { facts: known.facts }), ...listsInput(rulebook, group, lists), ...marks })
  const rowsOf = (list: AskedList): readonly string[] =>
    list.kind === 'keyed' ? list.keys.map(({ key }) => key) : list.kind === 'tasks' ? taskIds : freeRows(lists[list.definition.id] ?? {})
  const cellOf = (path: string): string => {
    const [, id = '', index = '', field = ''] = /^([^.[]+)\[(\d+)\](?:\.(.+))?$/.exec(path) ?? []
    const list = asked.find((each) => each.definition.id === id)
    return list === undefined ? path : `${id}.${rowsOf(list)[Number(index)] ?? index}${field === '' ? '' : `.${field}`}`
  }
  const entryOf = (code: string): string => {
    const [id = '', row = '', ...field] = code.split('.')
    return lists[id]?.[row]?.[field.join('.')] ?? ''
  }
  const problemsOf = (list: ReadLists['problems']) => list.map(({ path, message, expected }) => ({ code: cellOf(path), found: entryOf(cellOf(path)), expected, message }))
  const askedCell = (cell: string): boolean => asked.some((list) => list.fields.some((field) => cell.startsWith(`${list.definition.id}.`) && cell.endsWith(`.${field.id}`)))
  return {
    problems: problemsOf(found.problems),
    limits: problemsOf(found.limits),
    missing: [...new Set(found.missing.map(cellOf))].filter(askedCell),
    rows: new Map(asked.flatMap((list) => rowsOf(list).map((row, at) => [`${list.definition.id}.${row}`, found.items[list.definition.id]?.[at] ?? []] as const))),
    sums: found.sums,
  }
}
