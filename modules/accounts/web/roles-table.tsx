import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { showDate } from '#ui/format.ts'
import type { Tone } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { GivenRoleLine } from '../contract/routes.ts'
import { rolesText } from './roles-messages.ts'
import c from './logins-page.module.css'

const tones: Record<GivenRoleLine['state'], Tone> = { in_force: 'good', future: 'info', ended: 'neutral' }

interface RolesTableProps {
  lines: readonly GivenRoleLine[]
  more: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing: boolean
  onEnd: (line: GivenRoleLine) => void
  empty: ReactNode
}

/** Who holds which given role over what, how long, by which document and by whom. */
export function RolesTable({ lines, more, refreshing, onEnd, empty }: RolesTableProps) {
  const words = useText(rolesText)
  return (
    <DataTable
      caption={words.title}
      rows={lines}
      rowKey={(line) => line.id}
      more={more}
      refreshing={refreshing}
      empty={empty}
      columns={[
        {
          key: 'holder',
          header: words.holder,
          lead: true,
          width: '170px',
          cell: (line) => (
            <div>
              {line.name}
              <p className={`td-quiet td-small ${c.credential}`}>{line.username}</p>
            </div>
          ),
        },
        { key: 'role', header: words.role, width: '160px', cell: (line) => words.roles[line.role].name },
        { key: 'over', header: words.over, cell: (line) => line.unit?.name ?? words.whole },
        { key: 'days', header: words.days, width: '150px', cell: (line) => <Days line={line} /> },
        { key: 'document', header: words.document, cell: (line) => <Document line={line} /> },
        {
          key: 'acts',
          header: words.actions,
          width: '110px',
          actions: true,
          cell: (line) =>
            line.can.includes('end') ? (
              <Button size="compact-sm" variant="subtle" aria-label={words.endOf(words.roles[line.role].name, line.name)} onClick={() => onEnd(line)}>
                {words.end}
              </Button>
            ) : null,
        },
      ]}
    />
  )
}

function Days({ line }: { line: GivenRoleLine }) {
  const words = useText(rolesText)
  const never = line.to !== null && line.to < line.from
  return (
    <div>
      {line.to === null || never ? words.from(showDate(line.from)) : words.span(showDate(line.from), showDate(line.to))}{' '}
      <StatusBadge tone={tones[line.state]}>{never ? words.takenBack : words.states[line.state]}</StatusBadge>
    </div>
  )
}

function Document({ line }: { line: GivenRoleLine }) {
  const words = useText(rolesText)
  if (line.givenBy === null && line.documentDate === null && line.endedBy === null) return <span className="td-quiet">{words.atSetUp}</span>
  return (
    <div>
      {line.documentDate === null ? words.atSetUp : words.documentOf(line.documentNumber, showDate(line.documentDate))}
      {line.givenBy !== null && <p className="td-quiet td-small">{words.givenBy(line.givenBy)}</p>}
      {line.endedBy !== null && (
        <p className="td-quiet td-small">
          {words.endedBy(line.endedBy)}: {line.endReason}
        </p>
      )}
    </div>
  )
}
