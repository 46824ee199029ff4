import { Button, Checkbox } from '@mantine/core'
import { useId, useState } from 'react'
import { foldVietnamese } from '#kernel/vietnamese.ts'
import type { PersonId } from '#kernel/id.ts'
import { SearchField } from '#ui/search-field.tsx'
import { useText } from '#ui/text.ts'
import { tasksText } from './messages.ts'
import c from './people-picker.module.css'
import shared from './picker.module.css'

/** Somebody work may be given to. */
export interface AssignablePerson {
  readonly id: PersonId
  readonly fullName: string
  readonly title: string
  readonly unit: { readonly id: string; readonly name: string }
}

interface PeoplePickerProps {
  label: string
  people: readonly AssignablePerson[]
  value: ReadonlySet<PersonId>
  onChange: (chosen: ReadonlySet<PersonId>) => void
  error?: string | undefined
}

/** Chooses several people by ticking; typed words find them by name, post or unit, with or without accents. */
export function PeoplePicker({ label, people, value, onChange, error }: PeoplePickerProps) {
  const words = useText(tasksText).assign
  const id = useId()
  const [search, setSearch] = useState('')
  const wanted = foldVietnamese(search).split(' ')
  const shown = people.filter((person) => {
    const text = foldVietnamese(`${person.fullName} ${person.title} ${person.unit.name}`)
    return wanted.every((word) => text.includes(word))
  })
  const toggle = (personId: PersonId) => {
    const next = new Set(value)
    if (!next.delete(personId)) next.add(personId)
    onChange(next)
  }
  return (
    <div className={shared.picker} role="group" aria-labelledby={id}>
      <span id={id} className={people.length === 0 ? shared.label : 'td-hidden-text'}>
        {label}
      </span>
      {people.length === 0 ? (
        <p className="td-quiet">{words.nobodyUnder}</p>
      ) : (
        <>
          <SearchField value={search} onChange={setSearch} label={label} placeholder={words.findPerson} delay={0} />
          <div className={c.list}>
            {shown.length === 0 && <p className={c.none}>{words.nobody}</p>}
            {shown.map((person) => (
              <Checkbox
                key={person.id}
                className={c.person}
                checked={value.has(person.id)}
                onChange={() => toggle(person.id)}
                label={person.fullName}
                description={[person.title, person.unit.name].filter((text) => text !== '').join(' · ')}
              />
            ))}
          </div>
          <div className="td-row">
            <Button variant="subtle" size="compact-sm" onClick={() => onChange(new Set([...value, ...shown.map((person) => person.id)]))}>
              {words.all}
            </Button>
            <Button variant="subtle" size="compact-sm" disabled={value.size === 0} onClick={() => onChange(new Set())}>
              {words.none}
            </Button>
            <span className="td-quiet td-small" role="status">
              {words.chosen(value.size)}
            </span>
          </div>
        </>
      )}
      {error !== undefined && (
        <p className={shared.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
