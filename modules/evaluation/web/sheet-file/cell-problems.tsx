import { DataTable } from '#ui/data-table.tsx'
import { useText } from '#ui/text.ts'
import type { CheckedFile } from './checked-file.ts'
import { sheetFileText } from './messages.ts'

/** The bad cells of a file brought back: where, what was written, what is expected. */
export function CellProblems({ problems }: { problems: CheckedFile['problems'] }) {
  const words = useText(sheetFileText)
  return (
    <DataTable
      caption={words.problems}
      rows={problems}
      rowKey={(problem) => `${problem.sheet} ${problem.cell} ${problem.expected}`}
      columns={[
        { key: 'person', header: words.person, lead: true, width: '180px', cell: (problem) => problem.person },
        { key: 'cell', header: words.cell, width: '160px', cell: (problem) => `${problem.sheet}!${problem.cell}` },
        { key: 'column', header: words.column, cell: (problem) => problem.header },
        { key: 'found', header: words.found, width: '110px', cell: (problem) => (problem.found === '' ? <span className="td-quiet">{words.blank}</span> : problem.found) },
        { key: 'expected', header: words.expected, cell: (problem) => problem.expected },
      ]}
    />
  )
}
