import { Button, Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import type { CampaignId, PersonId } from '#kernel/id.ts'
import { StatusBadge } from '#ui/badges.tsx'
import { ButtonLink } from '#ui/button-link.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { levelNotes, sharedNotices, withoutNotes } from '../../domain/level-account.ts'
import type { CompiledRulebook } from '../../domain/rulebook/compiled-rulebook.ts'
import { places } from '../places.ts'
import { LevelMark } from '../rulebook/level-mark.tsx'
import { WaitsForUnit } from '../units/unit-bound-notice.tsx'
import { resultsText } from './messages.ts'
import type { Reason, ResultRow } from './result-view.ts'
import c from './results.module.css'

interface ResultTableProps {
  campaignId: CampaignId
  rulebook: CompiledRulebook | undefined
  rows: readonly ResultRow[]
  more: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing: boolean
  sortedByTotal: boolean
  pick: { readonly chosen: ReadonlySet<PersonId>; readonly admits: (row: ResultRow) => boolean; readonly toggle: (row: ResultRow) => void } | undefined
  onDecide: (row: ResultRow) => void
  empty: ReactNode
}

/** Results with the provisional and the decided level side by side; they never merge. */
export function ResultTable({ campaignId, rulebook, rows, more, refreshing, sortedByTotal, pick, onDecide, empty }: ResultTableProps) {
  const words = useText(resultsText).list
  const language = useLanguage()
  const scores = rows.some((row) => row.total !== null || row.provisionalLevel !== null)
  const decidable = rows.some((row) => row.can.includes('decide'))
  const notesOf = (row: ResultRow) => (rulebook === undefined || row.provisionalLevel === null ? [] : levelNotes(rulebook, row.provisionalLevel, row.warnings))
  const shared = sharedNotices(rows.filter((row) => row.provisionalLevel !== null).map(notesOf))
  const columns: Column<ResultRow>[] = [
    ...(pick === undefined
      ? []
      : [
          {
            key: 'pick',
            header: words.pick,
            width: '44px',
            pick: true,
            cell: (row: ResultRow) =>
              pick.admits(row) ? <Checkbox aria-label={words.pickOne(row.person.fullName)} checked={pick.chosen.has(row.person.id)} onChange={() => pick.toggle(row)} /> : null,
          },
        ]),
    {
      key: 'person',
      header: words.person,
      lead: true,
      cell: (row) => (
        <div className={c.person}>
          {row.can.includes('print') ? (
            <Link {...places.result(campaignId, row.person.id)} className={c.name}>
              {row.person.fullName}
            </Link>
          ) : (
            <span className={c.name}>{row.person.fullName}</span>
          )}
          <span className="td-quiet td-small">{[row.title, row.unit.name].filter((part) => part !== '').join(' · ')}</span>
        </div>
      ),
    },
    ...(scores
      ? [
          {
            key: 'total',
            header: words.total,
            align: 'right' as const,
            width: '100px',
            cell: (row: ResultRow) => (row.total === null ? <span className="td-quiet">—</span> : <strong className={c.total}>{showDecimal(row.total, language)}</strong>),
          },
          { key: 'provisional', header: words.provisional, width: '215px', cell: (row: ResultRow) => <LevelMark rulebook={rulebook} level={row.provisionalLevel} provisional /> },
        ]
      : []),
    { key: 'decided', header: words.decided, width: '215px', cell: (row) => <Decided row={row} rulebook={rulebook} notes={withoutNotes(notesOf(row), shared)} /> },
    {
      key: 'actions',
      header: words.actions,
      width: decidable ? '150px' : '90px',
      actions: true,
      cell: (row) => (
        <div className={c.rowActs}>
          {row.can.includes('decide') && (
            <Button size="compact-sm" variant={row.decidedLevel === null ? 'filled' : 'subtle'} onClick={() => onDecide(row)} aria-label={row.decidedLevel === null ? words.decideFor(row.person.fullName) : words.decideAgainFor(row.person.fullName)}>
              {row.decidedLevel === null ? words.decide : words.decideAgain}
            </Button>
          )}
          {row.can.includes('print') && (
            <ButtonLink {...places.result(campaignId, row.person.id)} size="compact-sm" variant="light">
              {words.why}
              <span className="td-hidden-text"> {row.person.fullName}</span>
            </ButtonLink>
          )}
        </div>
      ),
    },
  ]
  return (
    <>
      {shared.map((note) => (
        <p key={note.code} className="td-quiet td-small">
          {note[language]}
        </p>
      ))}
      <DataTable
        caption={words.caption}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.person.id}
        more={more}
        refreshing={refreshing}
        empty={empty}
        sort={sortedByTotal ? { by: 'total', descending: true } : { by: 'person', descending: false }}
        rowTone={(row) => (row.openPetition ? 'warn' : undefined)}
      />
    </>
  )
}

interface DecidedProps {
  row: ResultRow
  rulebook: CompiledRulebook | undefined
  notes: readonly Reason[]
}

function Decided({ row, rulebook, notes }: DecidedProps) {
  const words = useText(resultsText).list
  const language = useLanguage()
  if (row.excludedReason !== '' || (row.resultId === null && row.decidedLevel === null && row.status === 'waiting')) {
    return <span className="td-quiet td-small">{words.excluded(row.excludedReason)}</span>
  }
  return (
    <div className={c.lines}>
      {row.decidedLevel === null ? <span className="td-quiet">{words.undecided}</span> : <LevelMark rulebook={rulebook} level={row.decidedLevel} />}
      {row.relative && <StatusBadge tone="warn">{words.relative}</StatusBadge>}
      {row.waitsForUnit !== null && <WaitsForUnit waits={row.waitsForUnit} />}
      {row.earlyResponses > 0 && row.decidedLevel === null && <StatusBadge tone="info">{words.responded}</StatusBadge>}
      {row.differs && <StatusBadge tone="warn">{words.differs}</StatusBadge>}
      {row.openPetition && <StatusBadge tone="warn">{words.petition}</StatusBadge>}
      {row.replaced && <StatusBadge tone="info">{words.replaced}</StatusBadge>}
      {notes.map((note) => (
        <span key={note.code + (note.path ?? '')} className="td-small">
          {note[language]}
        </span>
      ))}
    </div>
  )
}
