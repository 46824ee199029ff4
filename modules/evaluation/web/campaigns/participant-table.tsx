import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { PersonId } from '#kernel/id.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { participantView } from '../../contract/views.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { ParticipantStatusBadge, type Campaign } from './campaign-view.tsx'
import { campaignsText } from './messages.ts'
import c from './campaign-page.module.css'

export type Participant = z.output<typeof participantView>

interface ParticipantTableProps {
  campaign: Campaign
  rulebook: CompiledRulebook | undefined
  participants: readonly Participant[]
  more: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing: boolean
  /** Present when people can be chosen for a reminder. */
  pick: { readonly chosen: ReadonlySet<PersonId>; readonly toggle: (id: PersonId) => void } | undefined
  onAdjust: ((participant: Participant) => void) | undefined
  empty: ReactNode
}

/** Participants by given name, with whom each waits for. */
export function ParticipantTable({ campaign, rulebook, participants, more, refreshing, pick, onAdjust, empty }: ParticipantTableProps) {
  const words = useText(campaignsText).people
  const language = useLanguage()
  const groupName = (id: string) => rulebook?.groups.find((group) => group.id === id)?.name[language] ?? id
  const manyGroups = (rulebook?.groups.length ?? 0) > 2
  const columns: Column<Participant>[] = [
    ...(pick === undefined
      ? []
      : [
          {
            key: 'pick',
            header: words.pick,
            width: '44px',
            pick: true,
            cell: (row: Participant) =>
              waitsForSomebody(campaign, row) ? (
                <Checkbox aria-label={words.pickOne(row.person.fullName)} checked={pick.chosen.has(row.person.id)} onChange={() => pick.toggle(row.person.id)} />
              ) : null,
          },
        ]),
    {
      key: 'person',
      header: words.person,
      lead: true,
      width: '30%',
      cell: (row) => (
        <div className={c.person}>
          <span className={c.personName}>{row.person.fullName}</span>
          <span className="td-quiet td-small">{[row.title, row.unit.name].filter((part) => part !== '').join(' · ')}</span>
        </div>
      ),
    },
    {
      key: 'group',
      header: words.group,
      width: manyGroups ? '230px' : '170px',
      cell: (row) => <GroupOf name={groupName(row.group)} peerGroup={row.peerGroup} apart={manyGroups} />,
    },
    { key: 'raters', header: words.raters, width: '205px', cell: (row) => <Raters row={row} /> },
    { key: 'status', header: words.status, width: '170px', cell: (row) => <Standing row={row} /> },
    {
      key: 'actions',
      header: words.actions,
      width: '180px',
      actions: true,
      cell: (row) => (
        <div className={c.rowActs}>
          {campaign.status !== 'draft' && row.excludedReason === '' && (
            <ButtonLink {...places.sheet(campaign.id, row.person.id)} size="compact-sm" variant="light">
              {words.sheet}
              <span className="td-hidden-text">: {row.person.fullName}</span>
            </ButtonLink>
          )}
          {onAdjust !== undefined && (
            <Button size="compact-sm" variant="subtle" onClick={() => onAdjust(row)} aria-label={words.adjustOf(row.person.fullName)}>
              {words.adjust}
            </Button>
          )}
        </div>
      ),
    },
  ]
  return (
    <DataTable
      caption={words.caption}
      columns={columns}
      rows={participants}
      rowKey={(row) => row.person.id}
      more={more}
      refreshing={refreshing}
      empty={empty}
      rowTone={(row) => (row.problems.length > 0 && row.excludedReason === '' ? 'bad' : row.late === 'none' ? undefined : 'warn')}
    />
  )
}

/** Whether there is anybody to remind about this file. */
function waitsForSomebody(campaign: Campaign, row: Participant): boolean {
  if (row.excludedReason !== '') return false
  return campaign.status === 'deciding' ? row.status === 'compiled' : row.status === 'self_scoring' || row.status === 'superior_scoring'
}

/** The group whose criteria count, where a rulebook has more than staff and leaders, and the similar posts of the quota. */
function GroupOf({ name, peerGroup, apart }: { name: string; peerGroup: string; apart: boolean }) {
  if (!apart || name === '' || peerGroup === '') return <span className="td-small">{(apart ? name : '') || peerGroup || name || '—'}</span>
  return (
    <div className={c.person}>
      <span className="td-small">{name}</span>
      <span className="td-quiet td-small">{peerGroup}</span>
    </div>
  )
}

function Raters({ row }: { row: Participant }) {
  const words = useText(campaignsText).people
  const superior = row.superior?.fullName ?? words.nobody
  const decider = row.decider?.fullName ?? words.nobody
  if (row.superior !== null && row.superior.id === row.decider?.id) return <span className="td-small">{words.both(superior)}</span>
  return (
    <div className={c.person}>
      <span className="td-small">{words.scores(superior)}</span>
      <span className="td-small">{words.decides(decider)}</span>
    </div>
  )
}

function Standing({ row }: { row: Participant }) {
  const words = useText(campaignsText).people
  const { resolutionProblem } = useText(evaluationText)
  if (row.excludedReason !== '') return <span className="td-quiet td-small">{words.excludedFor(row.excludedReason)}</span>
  return (
    <div className={c.lines}>
      <ParticipantStatusBadge status={row.status} />
      {row.problems.map((problem) => (
        <StatusBadge key={problem} tone="bad">
          {resolutionProblem[problem]}
        </StatusBadge>
      ))}
      {row.late !== 'none' && <StatusBadge tone="bad">{words.lateAt[row.late]}</StatusBadge>}
      {row.lastReminderAt !== null && <span className="td-quiet td-small">{words.reminded(showMoment(row.lastReminderAt))}</span>}
    </div>
  )
}
