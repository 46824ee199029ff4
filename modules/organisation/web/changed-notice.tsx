import { Button } from '@mantine/core'
import { useState } from 'react'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { organisationText } from './messages.ts'

/** A field's stored value in words. */
export interface StoredField {
  readonly label: string
  readonly text: string
}

interface ChangedNoticeProps {
  version: number
  fields: readonly StoredField[]
  /** Puts the stored values into the form. */
  onTake: () => void
}

/**
 * Tells the second of two people who edit one thing what the first has changed meanwhile. Saving again then stores
 * what is in the form, knowingly; nothing typed is lost.
 */
export function ChangedNotice({ version, fields, onTake }: ChangedNoticeProps) {
  const words = useText(organisationText)
  const [opened, setOpened] = useState({ version, fields })
  if (opened.version === version) return null
  const changed = fields.flatMap((field, index) => {
    const before = opened.fields[index]
    return before === undefined || before.text === field.text ? [] : [{ label: field.label, before: before.text, now: field.text }]
  })
  return (
    <Notice tone="warn" title={words.theirsTitle} alert>
      {changed.length === 0 ? (
        <p>{words.theirsElsewhere}</p>
      ) : (
        <ul>
          {changed.map((field) => (
            <li key={field.label}>{words.theirs(field.label, field.before, field.now)}</li>
          ))}
        </ul>
      )}
      <div className="td-row">
        <Button size="compact-sm" variant="default" onClick={() => setOpened({ version, fields })}>
          {words.keepMine}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setOpened({ version, fields })
            onTake()
          }}
        >
          {words.takeTheirs}
        </Button>
      </div>
    </Notice>
  )
}
