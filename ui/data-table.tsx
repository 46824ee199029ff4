import { IconArrowDown, IconArrowUp, IconArrowsSort } from './icons.tsx'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { EmptyState } from './empty-state.tsx'
import { useText } from './text.ts'
import { uiText } from './words.ts'
import c from './data-table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'left' | 'right' | 'center'
  /** A CSS width for the column on wide screens. */
  readonly width?: string
  /** The header becomes a button that asks for this order. */
  readonly sortable?: boolean
  /** The column that names the row: the title of its card on a phone. The first column unless said. */
  readonly lead?: boolean
  readonly hideOnPhone?: boolean
  /** Buttons of the row: the header is only heard, and on a phone they stand below the values. */
  readonly actions?: boolean
  /** The box that chooses the row: the header is only heard, and on a phone it stands beside the card's title. */
  readonly pick?: boolean
}

export interface Sort {
  readonly by: string
  readonly descending: boolean
}

export interface DataTableProps<Row> {
  /** What the table lists, for those who hear it. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort | undefined
  onSort?: (sort: Sort) => void
  /** Shown instead of rows. */
  empty?: ReactNode
  /** There are further rows to fetch by key. */
  more?: { readonly loading: boolean; readonly onMore: () => void } | undefined
  /** Old rows stay visible, dimmed, while new ones come. */
  refreshing?: boolean
  rowTone?: (row: Row) => 'warn' | 'bad' | 'good' | undefined
}

/** A dense table with a header that stays; every row becomes a card below 768 px. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, sort, onSort, empty, more, refreshing = false, rowTone } = props
  const words = useText(uiText)
  const lead = columns.find((column) => column.lead)?.key ?? columns[0]?.key
  if (rows.length === 0) return <>{empty ?? <EmptyState title={words.nothing} />}</>
  return (
    <div>
      <div className={refreshing ? `${c.frame} ${c.refreshing}` : c.frame} aria-busy={refreshing}>
        <table className={c.table} role="table">
          <caption className="td-hidden-text">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <th
                  key={column.key}
                  role="columnheader"
                  scope="col"
                  className={alignment(column.align)}
                  style={column.width ? { width: column.width } : undefined}
                  aria-sort={sort?.by === column.key ? (sort.descending ? 'descending' : 'ascending') : undefined}
                >
                  {column.sortable && onSort ? (
                    <SortButton column={column} sort={sort} onSort={onSort} />
                  ) : column.actions || column.pick ? (
                    <span className="td-hidden-text">{column.header}</span>
                  ) : (
                    column.header
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={rowKey(row)} role="row" data-tone={rowTone?.(row)}>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    role="cell"
                    data-label={column.header}
                    data-lead={column.key === lead || undefined}
                    data-hide={column.hideOnPhone || undefined}
                    data-actions={column.actions || undefined}
                    data-pick={column.pick || undefined}
                    className={alignment(column.align)}
                  >
                    <div className={c.value}>{column.cell(row)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <div className={`${c.more} td-no-print`}>
          <Button variant="default" onClick={more.onMore} loading={more.loading}>
            {words.more}
          </Button>
        </div>
      )}
    </div>
  )
}

function alignment(align: Column<unknown>['align']): string | undefined {
  return align === 'right' ? c.right : align === 'center' ? c.center : undefined
}

interface SortButtonProps<Row> {
  column: Column<Row>
  sort: Sort | undefined
  onSort: (sort: Sort) => void
}

function SortButton<Row>({ column, sort, onSort }: SortButtonProps<Row>) {
  const words = useText(uiText)
  const active = sort?.by === column.key
  const Icon = active ? (sort.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort
  return (
    <button
      type="button"
      className={c.sort}
      data-active={active || undefined}
      onClick={() => onSort({ by: column.key, descending: active ? !sort.descending : false })}
    >
      {column.header}
      <Icon size={14} aria-hidden="true" />
      {active && <span className="td-hidden-text">{sort.descending ? words.sortDescending : words.sortAscending}</span>}
    </button>
  )
}
