import { IconChevronRight } from '#ui/icons.tsx'
import { Link as RouterLink } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { UnitNode } from '../../contract/views.ts'
import { useGo } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { organisationText } from '../messages.ts'
import { places } from '../places.ts'
import { treeText } from './messages.ts'
import { treeMove, type TreeRow } from './tree-rows.ts'
import c from './unit-tree.module.css'

interface UnitTreeProps {
  rows: readonly TreeRow<UnitNode>[]
  /** The day links lead to; undefined for today. */
  date: string | undefined
  onOpen: (unitIds: readonly string[]) => void
  onClose: (unitId: string) => void
}

/** The tree of units by the ARIA tree pattern: one tab stop, arrows move, Enter opens the unit's page. */
export function UnitTree({ rows, date, onOpen, onClose }: UnitTreeProps) {
  const words = useText(treeText)
  const go = useGo()
  const list = useRef<HTMLUListElement>(null)
  const [active, setActive] = useState<string>()
  const moved = useRef(false)
  const activeId = rows.some((row) => row.unit.id === active) ? active : rows[0]?.unit.id
  useEffect(() => {
    if (!moved.current || activeId === undefined) return
    moved.current = false
    list.current?.querySelector<HTMLElement>(`[data-unit="${activeId}"]`)?.focus()
  }, [activeId])
  const press = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || activeId === undefined) return
    if (event.key === 'Enter') {
      const { to, search } = places.unit(activeId, date)
      event.preventDefault()
      return go(to, search ? { search } : {})
    }
    const move = treeMove(rows, activeId, event.key)
    if (move === undefined) return
    event.preventDefault()
    if ('open' in move) return onOpen([move.open])
    if ('openAll' in move) return onOpen(move.openAll)
    if ('close' in move) return onClose(move.close)
    moved.current = true
    setActive(move.go)
  }
  return (
    <ul ref={list} role="tree" aria-label={words.tree} className={c.tree} onKeyDown={press}>
      {rows.map((row) => (
        <li
          key={row.unit.id}
          role="treeitem"
          aria-level={row.depth}
          aria-posinset={row.place}
          aria-setsize={row.siblings}
          aria-expanded={row.expanded}
          tabIndex={row.unit.id === activeId ? 0 : -1}
          data-unit={row.unit.id}
          data-found={row.found || undefined}
          className={c.row}
          style={{ ['--depth' as string]: row.depth - 1 }}
          onFocus={() => setActive(row.unit.id)}
        >
          <span
            className={c.toggle}
            aria-hidden="true"
            data-open={row.expanded === true || undefined}
            onClick={() => (row.expanded === true ? onClose(row.unit.id) : onOpen([row.unit.id]))}
          >
            {row.expanded !== undefined && <IconChevronRight size={18} />}
          </span>
          <UnitLine row={row} date={date} />
        </li>
      ))}
    </ul>
  )
}

function UnitLine({ row: { unit, peopleBelow }, date }: { row: TreeRow<UnitNode>; date: string | undefined }) {
  const words = useText(treeText)
  const { noHead } = useText(organisationText)
  const { to, search } = places.unit(unit.id, date)
  return (
    <span className={c.line}>
      <RouterLink to={to} {...(search ? { search: search as never } : {})} preload="intent" tabIndex={-1} className={c.name}>
        {unit.name}
      </RouterLink>
      <span className={unit.head === null ? `${c.head} td-quiet` : c.head}>{unit.head?.fullName ?? (unit.people > 0 ? noHead : '')}</span>
      <span className={c.count}>
        {words.count(unit.people)}
        {peopleBelow > unit.people && <span className="td-quiet td-small"> {words.countBelow(peopleBelow)}</span>}
      </span>
    </span>
  )
}
