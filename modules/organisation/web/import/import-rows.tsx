import { Button, SegmentedControl } from '@mantine/core'
import { Fragment } from 'react'
import type { Id } from '#kernel/id.ts'
import { useLoadPages } from '#platform/web/load.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { choiceFilter, useFilters } from '#ui/filters.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import type { Tone } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { uiText } from '#ui/words.ts'
import { importRoutes } from '../../contract/import-routes.ts'
import type { ImportRow, ImportView } from '../../contract/views.ts'
import { sheetKeys, specOf, type ColumnSpec, type SheetKey } from '../../domain/import/columns.ts'
import { headerKey } from '../../domain/import/read-tables.ts'
import { refusalTexts } from '../refusal-words.ts'
import { importText } from './messages.ts'
import { describeProblem, problemWords } from './problem-words.ts'
import c from './import.module.css'

const filters = { sheet: choiceFilter(sheetKeys), only: choiceFilter(['all', 'changes', 'problems']) }
const tones: Readonly<Record<ImportRow['outcome'], Tone>> = { new: 'good', changed: 'info', unchanged: 'neutral', faulty: 'bad' }

/** How many rows a sheet has. */
export function sizeOf(count: ImportView['counts'][number]): number {
  return count.new + count.changed + count.unchanged + count.faulty
}

/** The sheet whose rows are shown unless one is chosen: the first with mistakes, else the first with rows. */
export function firstSheet(counts: ImportView['counts']): SheetKey {
  return (counts.find((count) => count.faulty > 0) ?? counts.find((count) => sizeOf(count) > 0))?.sheet ?? 'units'
}

/** The preview of a checked workbook, one sheet at a time, each bad cell marked and explained. */
export function ImportRows({ checked }: { checked: ImportView }) {
  const words = useText(importText)
  const refusals = useText(refusalTexts)
  const { values, set } = useFilters(filters)
  const sheet = values.sheet ?? firstSheet(checked.counts)
  const count = checked.counts.find((one) => one.sheet === sheet)
  const wrong = (count?.faulty ?? 0) + (count?.warned ?? 0)
  const only = values.only ?? (wrong > 0 ? 'problems' : 'all')
  const rows = useLoadPages(importRoutes.listImportRows, {
    params: { importId: checked.id as Id<'import'> },
    query: { sheet, only, limit: 50 },
  })
  return (
    <Section title={words.rows}>
      <div className={c.bar}>
        <div className={c.sheets} role="group" aria-label={words.sheet}>
          {checked.counts.filter((one) => sizeOf(one) > 0).map((one) => (
            <Button
              key={one.sheet}
              size="compact-md"
              variant={one.sheet === sheet ? 'filled' : 'default'}
              aria-pressed={one.sheet === sheet}
              onClick={() => set({ sheet: one.sheet, only: undefined })}
            >
              {specOf(one.sheet).title}
              {one.faulty > 0 && ` · ${one.faulty}`}
            </Button>
          ))}
        </div>
        <SegmentedControl
          aria-label={words.only}
          value={only}
          onChange={(next) => set({ only: next === 'changes' || next === 'problems' ? next : 'all' })}
          data={[
            { value: 'all', label: words.onlyAll },
            { value: 'changes', label: words.onlyChanges },
            { value: 'problems', label: words.onlyProblems },
          ]}
        />
      </div>
      <ErrorNotice error={rows.error} refusals={refusals} onRetry={rows.retry} />
      {rows.loading && <LoadingRows rows={8} />}
      {!rows.loading && rows.error === null && rows.items.length === 0 && (
        <EmptyState title={words.noRows}>{only === 'problems' ? words.noProblemsBody : words.noRowsBody}</EmptyState>
      )}
      {rows.items.length > 0 && <RowsTable sheet={rows.items[0]?.sheet ?? sheet} rows={rows.items} refreshing={rows.refreshing} />}
      {rows.more && <MoreButton {...rows.more} />}
    </Section>
  )
}

function MoreButton({ loading, onMore }: { loading: boolean; onMore: () => void }) {
  const words = useText(uiText)
  return (
    <div className={c.more}>
      <Button variant="default" loading={loading} onClick={onMore}>
        {words.more}
      </Button>
    </div>
  )
}

function RowsTable({ sheet, rows, refreshing }: { sheet: SheetKey; rows: readonly ImportRow[]; refreshing: boolean }) {
  const words = useText(importText)
  const spec = specOf(sheet)
  return (
    <div className={c.scroll} tabIndex={0} role="region" aria-label={`${words.rows}: ${spec.title}`} aria-busy={refreshing}>
      <table className={c.table}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.result}</th>
            {spec.columns.map((column) => (
              <th key={column.key} scope="col">
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.rowNo}>
              <Cells row={row} />
              {row.problems.length > 0 && <Problems row={row} width={spec.columns.length + 2} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cells({ row }: { row: ImportRow }) {
  const words = useText(importText)
  const { columns } = specOf(row.sheet)
  const problemOf = (column: ColumnSpec) => {
    const names = new Set([column.header, ...column.aliases].map(headerKey))
    return row.problems.find((problem) => names.has(headerKey(problem.header)))
  }
  return (
    <tr data-outcome={row.outcome}>
      <th scope="row">{row.rowNo}</th>
      <td>
        <StatusBadge tone={tones[row.outcome]}>{words.outcome[row.outcome]}</StatusBadge>
      </td>
      {columns.map((column, index) => {
        const text = row.cells[index] ?? ''
        const problem = problemOf(column)
        return (
          <td key={column.key} data-problem={problem?.severity}>
            {text}
            {problem && <span className="td-hidden-text"> ({problem.severity === 'error' ? words.bad : words.note})</span>}
          </td>
        )
      })}
    </tr>
  )
}

function Problems({ row, width }: { row: ImportRow; width: number }) {
  const words = useText(importText)
  const problems = useText(problemWords)
  return (
    <tr className={c.problemRow}>
      <td colSpan={width}>
        <ul className={c.problems}>
          {row.problems.map((problem) => (
            <li key={`${problem.cell} ${problem.code}`} data-severity={problem.severity}>
              <strong>{words.cell(problem.cell, problem.header)}</strong> {words.found(problem.found)}{' '}
              {describeProblem(problems, problem.code, { ...problem, sheet: specOf(row.sheet).title })}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
