import { Button } from '@mantine/core'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { showDate } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import { royaltyText } from './messages.ts'
import { PartLine } from './part-line.tsx'
import type { Item, Part } from './royalty-view.ts'
import c from './royalties.module.css'

interface ItemsTableProps {
  items: readonly Item[]
  onShare: (item: Item) => void
  onCorrect: (item: Item, part: Part) => void
}

/** What aired in a month and whom it pays: shares while it is open, corrections once it is closed. */
export function ItemsTable({ items, onShare, onCorrect }: ItemsTableProps) {
  const words = useText(royaltyText)
  const stateOf = ({ problem, closed }: Item) => (problem !== null ? words.problems[problem] : closed ? words.closed : words.open)
  const columns: Column<Item>[] = [
    { key: 'title', header: words.story, lead: true, cell: (row) => row.title },
    { key: 'genre', header: words.genre, width: '120px', cell: (row) => row.genre },
    { key: 'aired', header: words.aired, width: '110px', cell: (row) => showDate(row.airedOn) },
    {
      key: 'parts',
      header: words.parts,
      cell: (row) => (
        <ul className={c.parts}>
          {row.parts.map((part, index) => (
            <PartLine key={part.lineId ?? index} part={part} onCorrect={row.can.replace ? () => onCorrect(row, part) : undefined} />
          ))}
        </ul>
      ),
    },
    { key: 'state', header: words.state, width: '130px', cell: (row) => <StatusBadge tone={row.problem !== null ? 'warn' : row.closed ? 'good' : 'neutral'}>{stateOf(row)}</StatusBadge> },
  ]
  if (items.some(({ can }) => can.share)) {
    columns.push({
      key: 'actions',
      header: words.actions,
      actions: true,
      width: '150px',
      cell: (row) =>
        row.can.share && (
          <Button size="compact-sm" variant="subtle" onClick={() => onShare(row)} aria-label={words.shareOf(row.title)}>
            {words.share}
          </Button>
        ),
    })
  }
  return (
    <DataTable
      caption={words.items}
      columns={columns}
      rows={items}
      rowKey={(row) => row.storyId}
      empty={<EmptyState title={words.none}>{words.own}</EmptyState>}
    />
  )
}
