import { IconAlertTriangle, IconGripVertical, IconHourglass } from '#ui/icons.tsx'
import { useEffect } from 'react'
import { LevelBadge, StatusBadge } from '#ui/badges.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { LevelWords } from '../rulebook/use-rulebook.ts'
import { levelOnBoard, type BoardRow } from './council-view.ts'
import { EarlierBars } from './earlier-bars.tsx'
import { councilText } from './messages.ts'
import { useCarry } from './use-carry.ts'
import c from './wall.module.css'

interface PersonCardProps {
  row: BoardRow
  levels: readonly string[]
  words: LevelWords
  onDrop: (level: string) => void
  onPropose: () => void
  onWhy: () => void
  /** The column this card would fall into, so that the lane can show it. */
  onOver: (level: string | null) => void
}

/** Somebody on the wall screen: score, earlier periods, levels, warnings; carried to another column to propose it. */
export function PersonCard({ row, levels, words, onDrop, onPropose, onWhy, onOver }: PersonCardProps) {
  const text = useText(councilText).wall
  const language = useLanguage()
  const { fullName } = row.person
  const level = levelOnBoard(row)
  const mayPropose = row.can.includes('propose')
  const { handlers, shift, over, byKeys } = useCarry({ levels, level, lane: row.peerGroup, onDrop, onOpen: onPropose })
  useEffect(() => onOver(over), [onOver, over])
  return (
    <li className={c.card} data-carried={shift !== null || undefined} style={shift === null ? undefined : { transform: `translate(${shift.x}px, ${shift.y}px)` }}>
      <div className={c.cardHead}>
        {mayPropose && (
          <button type="button" className={c.handle} aria-label={text.handle(fullName, words.nameOf(level))} {...handlers}>
            <IconGripVertical size={20} aria-hidden="true" />
          </button>
        )}
        <strong className={c.name}>{fullName}</strong>
        <button type="button" className={c.score} onClick={onWhy} aria-label={text.whyScore(row.total === null ? text.noScore : showDecimal(row.total, language), fullName)} title={row.exact ?? undefined}>
          {row.total === null ? <span className="td-small">{text.noScore}</span> : showDecimal(row.total, language)}
        </button>
      </div>
      <p className={`td-quiet td-small ${c.post}`}>{[row.title, row.unit.name].filter((part) => part !== '').join(' · ')}</p>
      {byKeys !== null && (
        <p className={c.carrying} role="status">
          {text.carrying(fullName, words.nameOf(byKeys))}
        </p>
      )}
      <div className={c.cardFoot}>
        <EarlierBars months={row.earlier} />
        {row.provisionalLevel !== level && (
          <span className={c.mark}>
            <span className="td-quiet td-small">{text.provisional}</span>
            <LevelBadge rank={words.rankOf(row.provisionalLevel)} provisional>
              {words.nameOf(row.provisionalLevel)}
            </LevelBadge>
          </span>
        )}
        {row.proposal !== null && row.proposal.level !== row.decidedLevel && <StatusBadge tone="info">{text.proposed}</StatusBadge>}
        {row.earlyResponses > 0 && <StatusBadge tone="warn">{text.responded}</StatusBadge>}
        {row.decidedLevel !== null && row.decidedLevel === level && <StatusBadge tone="good">{text.decided}</StatusBadge>}
      </div>
      {row.proposal !== null && row.proposal.reason !== '' && <p className="td-small">{row.proposal.reason}</p>}
      {row.warnings.length > 0 && (
        <ul className={c.notes}>
          {row.warnings.map((warning) => (
            <li key={warning.code + (warning.path ?? '')} data-tone="warn">
              <IconAlertTriangle size={15} aria-hidden="true" /> {warning[language]}
            </li>
          ))}
        </ul>
      )}
      {row.waits.length > 0 && (
        <ul className={c.notes}>
          {row.waits.map((wait) => (
            <li key={wait.kind + wait.on}>
              <IconHourglass size={15} aria-hidden="true" /> {text.waits[wait.kind](wait.on === '*' ? text.whole : wait.on)}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
