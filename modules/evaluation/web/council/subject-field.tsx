import { useState } from 'react'
import type { MeetingId, PersonId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { PickField, type Choice } from '#ui/select-field.tsx'
import type { FieldProps } from '#ui/text-field.tsx'
import { evaluationRoutes } from '../../contract/routes.ts'

/** Somebody whose level the meeting discusses. */
export interface Subject {
  readonly id: PersonId
  readonly fullName: string
}

interface SubjectFieldProps extends FieldProps {
  meetingId: MeetingId
  value: Subject | null
  onChange: (subject: Subject | null) => void
  /** How somebody stands in the list; the name unless said. */
  labelFor?: (subject: Subject) => string
  /** One more choice that is nobody. */
  other?: { readonly choice: Choice<string>; readonly chosen: boolean; readonly onChoose: () => void }
}

/** Chooses among those whose levels a meeting discusses, found by a part of the name. */
export function SubjectField({ meetingId, value, onChange, labelFor = (subject) => subject.fullName, other, ...field }: SubjectFieldProps) {
  const [text, setText] = useState('')
  const typed = text.trim()
  const shown = value !== null ? labelFor(value) : other?.chosen === true ? other.choice.label : ''
  const search = typed === shown ? '' : typed.slice(0, 100)
  const found = useLoad(evaluationRoutes.meetingSubjects, { params: { meetingId }, query: { search } })
  const subjects = found.data?.subjects ?? []
  const choices: Choice<string>[] = [
    ...(value === null || subjects.some((one) => one.person.id === value.id) ? [] : [{ value: value.id, label: shown }]),
    ...subjects.map((one) => ({ value: one.person.id, label: labelFor(one.person), detail: one.title })),
    ...(other === undefined ? [] : [other.choice]),
  ]
  return (
    <PickField
      {...field}
      value={value?.id ?? (other?.chosen === true ? other.choice.value : null)}
      onSearch={setText}
      choices={choices}
      onChange={(id) => {
        if (id !== null && id === other?.choice.value) other.onChoose()
        else onChange(subjects.find((one) => one.person.id === id)?.person ?? (id === null ? null : value))
      }}
    />
  )
}
