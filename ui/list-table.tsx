import type { ReactNode } from 'react'
import { DataTable, type DataTableProps } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { ErrorNotice } from './error-notice.tsx'
import type { RefusalTexts } from './error-words.ts'
import { LoadingRows } from './loading-rows.tsx'

/** A list read page by page, as far as showing it goes. */
interface ShownPages<Row> {
  readonly items: readonly Row[]
  readonly error: unknown
  readonly loading: boolean
  readonly refreshing: boolean
  readonly retry: () => void
  readonly more: { readonly loading: boolean; readonly onMore: () => void } | undefined
}

interface ListTableProps<Row> extends Pick<DataTableProps<Row>, 'caption' | 'columns' | 'rowKey' | 'rowTone'> {
  list: ShownPages<Row>
  refusals?: RefusalTexts
  /** Lines drawn while nothing has come yet. */
  loadingRows: number
  /** What it says when there is nothing. */
  none: string
  noneBody: ReactNode
}

/** A list with what it shows while it loads, when it failed, and when there is nothing. */
export function ListTable<Row>({ list, refusals, loadingRows, none, noneBody, ...table }: ListTableProps<Row>) {
  return (
    <>
      <ErrorNotice error={list.error} {...(refusals === undefined ? {} : { refusals })} onRetry={list.retry} />
      {list.loading && <LoadingRows rows={loadingRows} />}
      {!list.loading && list.error === null && (
        <DataTable
          {...table}
          rows={list.items}
          more={list.more}
          refreshing={list.refreshing}
          empty={
            <div className="td-panel">
              <EmptyState title={none}>{noneBody}</EmptyState>
            </div>
          }
        />
      )}
    </>
  )
}
