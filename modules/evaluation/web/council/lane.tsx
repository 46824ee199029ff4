import { useState } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { compareDecimals } from '#ui/decimal.ts'
import { useText } from '#ui/text.ts'
import type { LevelWords } from '../rulebook/use-rulebook.ts'
import { levelOnBoard, type Board, type BoardRow } from './council-view.ts'
import { councilText } from './messages.ts'
import { PersonCard } from './person-card.tsx'
import c from './wall.module.css'

interface LaneProps {
  group: string
  rows: readonly BoardRow[]
  levels: readonly string[]
  words: LevelWords
  quotas: Board['simulation'][number]['quotas']
  onPropose: (row: BoardRow, level: string | null) => void
  onWhy: (row: BoardRow) => void
}

/** One group of equal posts (nhóm tương đồng): a column for each level, so that equals stand side by side. */
export function Lane({ group, rows, levels, words, quotas, onPropose, onWhy }: LaneProps) {
  const text = useText(councilText).wall
  const [over, setOver] = useState<string | null>(null)
  const sorted = [...rows].sort((a, b) => compareDecimals(b.total ?? '-1', a.total ?? '-1'))
  const unplaced = sorted.filter((row) => !levels.includes(levelOnBoard(row)))
  const columns = [...levels.map((level) => ({ level, name: words.nameOf(level), rows: sorted.filter((row) => levelOnBoard(row) === level) })), ...(unplaced.length > 0 ? [{ level: '', name: text.unplaced, rows: unplaced }] : [])]
  return (
    <section className={c.lane} aria-label={text.lane(group)}>
      <div className={c.laneHead}>
        <h2>{text.lane(group)}</h2>
        <span className="td-quiet">{text.people(rows.length)}</span>
        {quotas.map((quota) => (
          <StatusBadge key={quota.level} tone={quota.over > 0 ? 'bad' : 'neutral'}>
            {text.quota(words.nameOf(quota.level), quota.proposed, quota.allowed)} · {text.left(quota.allowed - quota.proposed)}
          </StatusBadge>
        ))}
      </div>
      <div className={c.columns} data-columns={columns.length}>
        {columns.map((column) => (
          <div key={column.level} className={c.column} data-lane={group} {...(column.level === '' ? {} : { 'data-column': column.level })} data-over={(over === column.level && column.level !== '') || undefined}>
            <h3>
              {column.name} <span className="td-quiet td-number">{column.rows.length}</span>
            </h3>
            <ul className={c.cards} aria-label={`${text.lane(group)}: ${column.name}`}>
              {column.rows.map((row) => (
                <PersonCard
                  key={row.person.id}
                  row={row}
                  levels={levels}
                  words={words}
                  onDrop={(level) => onPropose(row, level)}
                  onPropose={() => onPropose(row, null)}
                  onWhy={() => onWhy(row)}
                  onOver={setOver}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  )
}
