import { Button } from '@mantine/core'
import { IconPlus } from '#ui/icons.tsx'
import { useState } from 'react'
import { v7 as newPersonId } from 'uuid'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import type { Block } from '../../domain/story/block.ts'
import { titlesOn, type StoryPerson } from '../../domain/story/story-person.ts'
import { newsroomText } from '../messages.ts'
import c from './story.module.css'

interface PeoplePanelProps {
  people: readonly StoryPerson[]
  blocks: readonly Block[]
  /** The day whose titles are shown. */
  day: CalendarDate
  readOnly: boolean
  onChange: (people: StoryPerson[]) => void
}

/** Nhân vật: who is asked, speaks or is named, with the title held on the day. */
export function PeoplePanel({ people, blocks, day, readOnly, onChange }: PeoplePanelProps) {
  const words = useText(newsroomText)
  const [adding, setAdding] = useState(false)
  const named = (id: string) => blocks.some((block) => 'personId' in block && block.personId === id)
  return (
    <section className="td-panel">
      <h2>{words.people}</h2>
      {people.length === 0 && <p className="td-quiet">{words.noPeople}</p>}
      <ul className={c.people}>
        {people.map((person) => {
          const titles = titlesOn(person, day)
          return (
            <li key={person.id}>
              <strong>{person.name}</strong>
              <span className="td-quiet td-small">{titles.length === 0 ? words.noTitle : titles.map(({ title, organisation }) => [title, organisation].filter((part) => part !== '').join(', ')).join('; ')}</span>
              {!readOnly && !named(person.id) && (
                <Button size="compact-xs" variant="subtle" onClick={() => onChange(people.filter((each) => each.id !== person.id))} aria-label={`${words.removePerson}: ${person.name}`}>
                  {words.removePerson}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {!readOnly && (
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
          {words.addPerson}
        </Button>
      )}
      {adding && (
        <PersonDialog
          onAdd={(person) => {
            onChange([...people, person])
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  )
}

function PersonDialog({ onAdd, onClose }: { onAdd: (person: StoryPerson) => void; onClose: () => void }) {
  const words = useText(newsroomText)
  const [draft, setDraft] = useState({ name: '', title: '', organisation: '' })
  const [from, setFrom] = useState<CalendarDate | null>(null)
  const [to, setTo] = useState<CalendarDate | null>(null)
  const [tried, setTried] = useState(false)
  const backwards = from !== null && to !== null && to < from
  const submit = () => {
    setTried(true)
    const [name, title] = [draft.name.trim(), draft.title.trim()]
    if (name === '' || backwards) return
    onAdd({ id: newPersonId(), name, titles: title === '' ? [] : [{ title, organisation: draft.organisation.trim(), from, to }] })
  }
  return (
    <Dialog title={words.addPerson} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.addPerson}>
        <TextField label={words.personName} value={draft.name} onChange={(name) => setDraft({ ...draft, name })} maxLength={200} autoFocus error={tried && draft.name.trim() === '' ? words.personNeeded : undefined} />
        <TextField label={words.personTitle} hint={words.personTitleHint} value={draft.title} onChange={(title) => setDraft({ ...draft, title })} maxLength={300} />
        <TextField label={words.personOrganisation} value={draft.organisation} onChange={(organisation) => setDraft({ ...draft, organisation })} maxLength={300} />
        <Columns>
          <DateField label={words.titleFrom} value={from} onChange={setFrom} />
          <DateField label={words.titleTo} value={to} onChange={setTo} error={tried && backwards ? words.titleBackwards : undefined} />
        </Columns>
      </Form>
    </Dialog>
  )
}
