import { Button, Checkbox, Menu } from '@mantine/core'
import { IconDots } from '#ui/icons.tsx'
import type { ReactNode } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { useSession } from '#platform/web/session.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { showMoment } from '#ui/format.ts'
import { useText } from '#ui/text.ts'
import type { LoginLine } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import c from './logins-page.module.css'

/** What an administrator does to one login. */
export type LoginAct = 'reset' | 'invite' | 'revoke' | 'removeFactors'

interface LoginsTableProps {
  lines: readonly LoginLine[]
  more: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing: boolean
  pick: { readonly chosen: ReadonlySet<PersonId>; readonly openable: ReadonlySet<PersonId>; readonly toggle: (personId: PersonId) => void }
  onAct: (line: LoginLine, act: LoginAct) => void
  empty: ReactNode
}

/** People with their post, unit and login; who has none can be ticked, who has one can get a new password; one's own is changed under one's account. */
export function LoginsTable({ lines, more, refreshing, pick, onAct, empty }: LoginsTableProps) {
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
          cell: (line) =>
            line.username === null ? (
              <span className="td-quiet">{words.noLogin}</span>
            ) : (
              <div>
                <span className={c.credential}>{line.username}</span> {line.secondFactor && <StatusBadge tone="good">{words.twoFactors}</StatusBadge>}
                {line.invitedUntil !== null && <p className="td-quiet td-small">{words.invited(showMoment(line.invitedUntil))}</p>}
              </div>
            ),
        },
        {
          key: 'reset',
          header: words.actions,
          width: '230px',
          actions: true,
          cell: (line) =>
            line.username === null || line.personId === personId ? null : (
              <div className="td-row">
                <Button size="compact-sm" variant="subtle" aria-label={words.resetOf(line.fullName)} onClick={() => onAct(line, 'reset')}>
                  {words.reset}
                </Button>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button size="compact-sm" variant="subtle" aria-label={words.moreOf(line.fullName)}>
                      <IconDots size={18} aria-hidden="true" />
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => onAct(line, 'invite')}>{words.inviteOne}</Menu.Item>
                    {line.invitedUntil !== null && <Menu.Item onClick={() => onAct(line, 'revoke')}>{words.revoke}</Menu.Item>}
                    {line.secondFactor && <Menu.Item onClick={() => onAct(line, 'removeFactors')}>{words.removeFactors}</Menu.Item>}
                  </Menu.Dropdown>
                </Menu>
              </div>
            ),
        },
      ]}
    />
  )
}
