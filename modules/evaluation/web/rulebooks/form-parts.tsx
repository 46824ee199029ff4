import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { useText } from '#ui/text.ts'
import type { Confidence } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import { ConfidenceMark } from '../rulebook/confidence-mark.tsx'
import { rulebooksText } from './messages.ts'
import { useSourceForm, valueAt } from './use-source.ts'
import c from './rulebooks.module.css'

interface FoldProps {
  title: string
  note?: string | undefined
  faults?: number
  open?: boolean
  children: () => ReactNode
}

/** A part of the form that is drawn only once somebody opens it: a rulebook has some hundreds of fields. */
export function LazyFold({ title, note, faults = 0, open = false, children }: FoldProps) {
  const words = useText(rulebooksText).form
  const [opened, setOpened] = useState(open)
  return (
    <details className={c.fold} open={open} onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        <span className={c.foldTitle}>{title}</span>
        {note !== undefined && <span className="td-quiet td-small">{note}</span>}
        {faults > 0 && <StatusBadge tone="bad">{words.faults(faults)}</StatusBadge>}
      </summary>
      {opened && <div className={c.foldInside}>{children()}</div>}
    </details>
  )
}

interface ItemProps {
  path: SourcePath
  /** What it is called in buttons. */
  name: string
  head: ReactNode
  /** Keys the form shows; the others are named and left to the YAML. */
  known: readonly string[]
  movable?: boolean
  removable?: boolean
  children?: ReactNode
}

/** One entry of a list with its fields, its source's confidence and what only the YAML can change. */
export function Item({ path, name, head, known, movable = false, removable = false, children }: ItemProps) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const value = valueAt(form.good, path)
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const quiet = new Set([...known, 'id', 'confidence', 'source', 'note'])
  const others = Object.keys(record).filter((key) => !quiet.has(key))
  return (
    <div className={c.item}>
      <div className={c.itemHead}>
        <div className={c.itemName}>
          {head} <ConfidenceMark value={record['confidence'] as Confidence | undefined} />
        </div>
        {(movable || removable) && !form.locked && (
          <div className={c.itemTools}>
            {movable && (
              <>
                <ActionIcon variant="subtle" aria-label={words.up(name)} title={words.up(name)} onClick={() => form.move(path, -1)}>
                  <IconArrowUp size={16} aria-hidden="true" />
                </ActionIcon>
                <ActionIcon variant="subtle" aria-label={words.down(name)} title={words.down(name)} onClick={() => form.move(path, 1)}>
                  <IconArrowDown size={16} aria-hidden="true" />
                </ActionIcon>
              </>
            )}
            {removable && (
              <ActionIcon variant="subtle" color="red" aria-label={words.remove(name)} title={words.remove(name)} onClick={() => form.remove(path)}>
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
        )}
      </div>
      {children}
      {others.length > 0 && (
        <p className="td-quiet td-small">
          {words.yamlOnly(others.join(', '))} <LineLink path={path} />
        </p>
      )}
    </div>
  )
}

/** Leads from the form to the line of the YAML. */
export function LineLink({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).edition
  const line = form.good.lineOf(path)
  return (
    <Button variant="subtle" size="compact-xs" onClick={() => form.goToLine(line)}>
      {words.goToLine(line)}
    </Button>
  )
}
