import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { useSession } from '#platform/web/session.ts'
import { DataTable } from '#ui/data-table.tsx'
import { useText } from '#ui/text.ts'
import type { LoginLine } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import c from './logins-page.module.css'

interface LoginsTableProps {
  lines: readonly LoginLine[]
  more: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing: boolean
  pick: { readonly chosen: ReadonlySet<PersonId>; readonly openable: ReadonlySet<PersonId>; readonly toggle: (personId: PersonId) => void }
  onReset: (line: LoginLine) => void
  empty: ReactNode
}

/** People with their post, unit and login; who has none can be ticked, who has one can get a new password; one's own is changed under one's account. */
export function LoginsTable({ lines, more, refreshing, pick, onReset, empty }: LoginsTableProps) {
  const all = useText(accountsText)
  const words = all.logins
  const { personId } = useSession()
  return (
    <DataTable
      caption={words.title}
      rows={lines}
      rowKey={(line) => line.personId}
      more={more}
      refreshing={refreshing}
      empty={empty}
      columns={[
        {
          key: 'pick',
          header: words.pick,
          width: '44px',
          pick: true,
          cell: (line) =>
            pick.openable.has(line.personId) ? (
              <Checkbox aria-label={words.pickOne(line.fullName)} checked={pick.chosen.has(line.personId)} onChange={() => pick.toggle(line.personId)} />
            ) : null,
        },
        { key: 'name', header: all.fullName, lead: true, width: '180px', cell: (line) => line.fullName },
        { key: 'post', header: words.post, cell: (line) => line.post },
        { key: 'unit', header: words.unit, cell: (line) => line.unit },
        {
          key: 'login',
          header: all.username,
          width: '140px',
          cell: (line) => (line.username === null ? <span className="td-quiet">{words.noLogin}</span> : <span className={c.credential}>{line.username}</span>),
        },
        {
          key: 'reset',
          header: words.actions,
          width: '160px',
          actions: true,
          cell: (line) =>
            line.username === null || line.personId === personId ? null : (
              <Button size="compact-sm" variant="subtle" aria-label={words.resetOf(line.fullName)} onClick={() => onReset(line)}>
                {words.reset}
              </Button>
            ),
        },
      ]}
    />
  )
}
