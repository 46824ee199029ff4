import { Button } from '@mantine/core'
import { showDecimal } from '#ui/decimal.ts'
import { Facts } from '#ui/figures.tsx'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import type { ListState } from '../../domain/check-lists.ts'
import type { RaterColumn } from '../../domain/policy.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import type { ListQuantity } from '../../domain/scoring/read-lists.ts'
import { listCell, listsOf, withListEntry, withoutRow, type AskedList, type SheetLists } from '../../domain/sheet-lists.ts'
import { evaluationText } from '../messages.ts'
import { ListCell, showEntry } from './list-cell.tsx'
import { rowsOf } from './list-rows.ts'
import { sheetText } from './messages.ts'
import c from './list-entries.module.css'

/** A column of entries: shown, or filled in when `edit` is there. */
export interface ListColumn {
  readonly rater: RaterColumn
  readonly lists: SheetLists
  readonly edit?: { readonly change: (lists: SheetLists) => void; readonly move: (cell: string, step: 1 | -1) => void }
}

interface ListEntriesProps {
  rulebook: CompiledRulebook
  group: string
  columns: readonly ListColumn[]
  tasks: readonly { readonly id: string; readonly title: string; readonly status: string }[]
  /** What the rulebook says of the last column. */
  state: ListState
}

/** The rulebook's own lists: result axes, marks of each task; cells by its fields, with what it computes beside them. */
export function ListEntries({ rulebook, group, columns, tasks, state }: ListEntriesProps) {
  const words = useText(sheetText).lists
  const language = useLanguage()
  const lists = listsOf(rulebook, group)
  if (lists.length === 0 || columns.length === 0) return null
  return (
    <>
      {lists.map((list) => (
        <OneList key={list.definition.id} list={list} rulebook={rulebook} columns={columns} tasks={tasks} state={state} />
      ))}
      {state.sums.length > 0 && (
        <Section title={words.sums} description={words.sumsNote}>
          <Facts items={state.sums.map((each) => ({ label: each.quantity.label[language], value: showQuantity(each, language) }))} />
        </Section>
      )}
    </>
  )
}

interface OneListProps extends Omit<ListEntriesProps, 'group'> {
  list: AskedList
}

function OneList({ list, rulebook, columns, tasks, state }: OneListProps) {
  const words = useText(sheetText).lists
  const language = useLanguage()
  const { definition } = list
  const column = columns.at(-1)
  if (column === undefined) return null
  const rows = rowsOf(list, column.lists, tasks, language)
  if (list.kind === 'tasks' && rows.length === 0) return null
  const { edit } = column
  const problems = new Map([...state.problems, ...state.limits].map((each) => [each.code, each.message]))
  const ofList = problems.get(definition.id)
  return (
    <Section title={definition.name[language]} description={edit === undefined ? (definition.article ?? undefined) : words.note}>
      {ofList !== undefined && (
        <Notice tone="warn">
          <p>{ofList}</p>
        </Notice>
      )}
      <div className={c.rows}>
        {rows.map((row) => (
          <div key={row.id} className={c.row} role="group" aria-label={row.name}>
            <div className={c.name}>{row.name}</div>
            <div className={c.cells}>
              {list.fields.map((field) => {
                const cell = listCell(definition.id, row.id, field.id)
                const value = column.lists[definition.id]?.[row.id]?.[field.id]
                return (
                  <div key={field.id} className={c.cell}>
                    {edit === undefined ? (
                      <>
                        <span className={c.label}>{field.name[language]}</span>
                        {value === undefined ? <span className="td-quiet td-small">{words.blank}</span> : <strong>{showEntry(rulebook, field, value, language, words)}</strong>}
                      </>
                    ) : (
                      <ListCell
                        rulebook={rulebook}
                        field={field}
                        cell={cell}
                        row={row.name}
                        value={value}
                        problem={problems.get(cell)}
                        onChange={(next) => edit.change(withListEntry(column.lists, definition.id, row.id, field.id, next))}
                        onMove={(step) => edit.move(cell, step)}
                      />
                    )}
                    {columns.slice(0, -1).map((other) => (
                      <Other key={other.rater} column={other} list={list} row={row.id} field={field.id} rulebook={rulebook} />
                    ))}
                  </div>
                )
              })}
            </div>
            <Computed quantities={state.rows.get(`${definition.id}.${row.id}`) ?? []} />
            {list.kind === 'free' && edit !== undefined && (
              <Button size="compact-sm" variant="subtle" color="red" onClick={() => edit.change(withoutRow(column.lists, definition.id, row.id))}>
                {words.remove(row.name)}
              </Button>
            )}
          </div>
        ))}
      </div>
      {list.kind === 'free' && edit !== undefined && rows.length < definition.limit && (
        <div>
          <Button size="compact-sm" variant="light" onClick={() => edit.change({ ...column.lists, [definition.id]: { ...column.lists[definition.id], [String(Number(rows.at(-1)?.id ?? 0) + 1)]: {} } })}>
            {words.add(definition.name[language].toLowerCase())}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Other({ column, list, row, field, rulebook }: { column: ListColumn; list: AskedList; row: string; field: string; rulebook: CompiledRulebook }) {
  const { rater: names } = useText(evaluationText)
  const words = useText(sheetText).lists
  const language = useLanguage()
  const value = column.lists[list.definition.id]?.[row]?.[field]
  const definition = list.fields.find((each) => each.id === field)
  return (
    <span className={c.other}>
      {names[column.rater]}: {value === undefined || definition === undefined ? words.blank : showEntry(rulebook, definition, value, language, words)}
    </span>
  )
}

function Computed({ quantities }: { quantities: readonly ListQuantity[] }) {
  const language = useLanguage()
  if (quantities.length === 0) return null
  return (
    <div className={c.computed}>
      {quantities.map((each) => (
        <span key={each.quantity.id}>
          {each.quantity.label[language]}: <strong>{showQuantity(each, language)}</strong>
        </span>
      ))}
    </div>
  )
}

function showQuantity({ quantity, value }: ListQuantity, language: 'vi' | 'en'): string {
  return value.kind === 'number' ? `${showDecimal(value.shown, language)}${quantity.unit === 'percent' ? '%' : ''}` : ''
}
