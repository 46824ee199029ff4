import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { PickField } from '#ui/select-field.tsx'
import type { FieldProps } from '#ui/text-field.tsx'
import { organisationRoutes } from '../../contract/routes.ts'

/** Somebody chosen, by name. */
export interface PickedPerson {
  readonly id: PersonId
  readonly fullName: string
}

interface PersonFieldProps extends FieldProps {
  value: PickedPerson | null
  onChange: (person: PickedPerson | null) => void
  /** Somebody who may not be chosen. */
  except?: PersonId
}

/** Chooses a person by typing a part of the name, with or without accents; the post and unit tell namesakes apart. */
export function PersonField({ value, onChange, except, ...field }: PersonFieldProps) {
  const [text, setText] = useState('')
  const typed = text.trim()
  const asked = typed !== '' && typed !== value?.fullName
  const found = useLoad(organisationRoutes.search, { query: { text: typed.slice(0, 100) } }, { enabled: asked })
  const people = asked ? (found.data?.people ?? []).filter((person) => person.id !== except) : []
  const choices = [
    ...(value === null || people.some((person) => person.id === value.id) ? [] : [{ value: value.id, label: value.fullName }]),
    ...people.map((person) => ({
      value: person.id,
      label: person.fullName,
      detail: [person.post ?? '', person.unit?.name ?? ''].filter((part) => part !== '').join(', '),
    })),
  ]
  return (
    <PickField
      {...field}
      value={value?.id ?? null}
      onSearch={setText}
      choices={choices}
      onChange={(id) => {
        const person = people.find((known) => known.id === id)
        onChange(person === undefined ? (id === null ? null : value) : { id: person.id, fullName: person.fullName })
      }}
    />
  )
}
