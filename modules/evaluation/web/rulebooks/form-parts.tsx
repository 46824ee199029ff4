import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '#ui/icons.tsx'
import { useState, type ReactNode } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import type { Confidence } from '../../domain/rulebook/compiled-rulebook.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
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
  /** What taking it away does, where that is more than the entry itself. */
  onRemove?: () => void
  children?: ReactNode
}

/** One entry of a list with its fields, its source's confidence and what only the YAML can change. */
export function Item({ path, name, head, known, movable = false, removable = false, onRemove, children }: ItemProps) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const value = valueAt(form.good, path)
  const record = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const quiet = new Set([...known, 'id', 'confidence', 'source', 'note', 'article', 'groups'])
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
              <ActionIcon variant="subtle" color="red" aria-label={words.remove(name)} title={words.remove(name)} onClick={onRemove ?? (() => form.remove(path))}>
                <IconTrash size={16} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
        )}
      </div>
      {form.problemsOf(path, known).map((problem) => (
        <p key={problem} className={c.fieldError}>
          {problem}
        </p>
      ))}
      {children}
      {others.length > 0 && (
        <p className="td-quiet td-small">
          {words.yamlOnly(others.join(', '))} <LineLink path={path} />
        </p>
      )}
    </div>
  )
}

/** Adds an entry; not there while the form may not write. */
export function AddButton({ label, onAdd }: { label: string; onAdd: () => void }) {
  const form = useSourceForm()
  if (form.locked) return null
  return (
    <div>
      <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={onAdd}>
        {label}
      </Button>
    </div>
  )
}

interface NameDialogProps {
  title: string
  /** Something else asked for is still missing. */
  missing?: boolean
  onAdd: (name: Bilingual) => void
  onClose: () => void
  children?: ReactNode
}

/** Asks what a new entry is called before it is written; in English only where that differs. */
export function NameDialog({ title, missing = false, onAdd, onClose, children }: NameDialogProps) {
  const words = useText(rulebooksText).form
  const [vi, setVi] = useState('')
  const [en, setEn] = useState('')
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (vi.trim() === '' || missing) return
    onAdd({ vi: vi.trim(), en: en.trim() === '' ? vi.trim() : en.trim() })
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.add}>
        <TextField label={words.name} value={vi} onChange={setVi} maxLength={400} autoFocus error={tried && vi.trim() === '' ? words.needed : undefined} />
        {children}
        <TextField label={`${words.name} (${words.en})`} hint={words.englishHint} value={en} onChange={setEn} maxLength={400} />
      </Form>
    </Dialog>
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
