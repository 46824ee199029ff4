import { freeRows, listCell, type AskedList, type SheetLists } from '../../domain/sheet-lists.ts'

/** A row of a list with what it is called. */
export interface ListRow {
  readonly id: string
  readonly name: string
}

/** The rows of a list on a sheet: its keys, the tasks that count, or those added by hand. */
export function rowsOf(list: AskedList, lists: SheetLists, tasks: readonly { readonly id: string; readonly title: string; readonly status: string }[], language: 'vi' | 'en'): ListRow[] {
  if (list.kind === 'keyed') return list.keys.map(({ key, name }) => ({ id: key, name: name[language] }))
  if (list.kind === 'tasks') return tasks.filter((task) => task.status !== 'proposed' && task.status !== 'cancelled').map((task) => ({ id: task.id, name: task.title }))
  return freeRows(lists[list.definition.id] ?? {}).map((row, at) => ({ id: row, name: `${list.definition.name[language]} ${at + 1}` }))
}

/** The cells of the lists from first to last. */
export function cellsOfLists(asked: readonly AskedList[], lists: SheetLists, tasks: Parameters<typeof rowsOf>[2]): string[] {
  return asked.flatMap((list) => rowsOf(list, lists, tasks, 'vi').flatMap((row) => list.fields.map((field) => listCell(list.definition.id, row.id, field.id))))
}
