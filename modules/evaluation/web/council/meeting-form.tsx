import { Button, Checkbox } from '@mantine/core'
import { IconX } from '#ui/icons.tsx'
import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import type { PersonId } from '#kernel/id.ts'
import { PersonField } from '#modules/organisation/web/index.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { DateField } from '#ui/date-field.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { Section } from '#ui/page.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import type { meetingRoutes } from '../../contract/meeting-routes.ts'
import { attendeeRoles, paperHeadings, quorums, type AttendeeRole } from '../../domain/meeting.ts'
import { evaluationText } from '../messages.ts'
import { councilText } from './messages.ts'

/** Somebody to be called, with the name to show. */
export interface Called {
  readonly person: { readonly id: PersonId; readonly fullName: string }
  readonly title: string
  readonly role: AttendeeRole
  readonly votes: boolean
  readonly teller: boolean
}

export type Particulars = Omit<BodyOf<typeof meetingRoutes.planMeeting>, 'attendees' | 'heldOn'> & { readonly heldOn: string; readonly attendees: readonly Called[] }

interface MeetingFormProps {
  start: Particulars
  submitLabel: string
  busy: boolean
  error: unknown
  onSubmit: (value: Particulars) => void
}

/** The particulars of a meeting and who is called to it. */
export function MeetingForm({ start, submitLabel, busy, error, onSubmit }: MeetingFormProps) {
  const { fields: words, headingOf, quorumOf, needed } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const [value, setValue] = useState(start)
  const [tried, setTried] = useState(false)
  const set = (patch: Partial<Particulars>) => setValue((now) => ({ ...now, ...patch }))
  const submit = () => {
    setTried(true)
    if (value.place.trim() !== '' && value.bodyName.trim() !== '' && value.heldOn !== '') onSubmit(value)
  }
  return (
    <Form onSubmit={submit} submitLabel={submitLabel} busy={busy}>
      <div className="td-panel td-stack" style={{ padding: 16 }}>
        <Columns>
          <DateField label={words.heldOn} value={value.heldOn === '' ? null : value.heldOn} onChange={(day) => set({ heldOn: day ?? '' })} error={tried && value.heldOn === '' ? needed : undefined} />
          <TextField label={words.place} value={value.place} onChange={(place) => set({ place })} maxLength={200} error={tried && value.place.trim() === '' ? needed : undefined} />
          <SelectField label={words.quorum} none={null} value={value.quorum} onChange={(quorum) => quorum !== null && set({ quorum })} choices={quorums.map((each) => ({ value: each, label: quorumOf[each] }))} />
        </Columns>
        <Columns>
          <SelectField label={words.heading} none={null} value={value.heading} onChange={(heading) => heading !== null && set({ heading })} choices={paperHeadings.map((each) => ({ value: each, label: headingOf[each] }))} />
          <TextField label={words.superior} value={value.superiorBody} onChange={(superiorBody) => set({ superiorBody })} maxLength={200} />
          <TextField label={words.body} value={value.bodyName} onChange={(bodyName) => set({ bodyName })} maxLength={200} error={tried && value.bodyName.trim() === '' ? needed : undefined} />
        </Columns>
      </div>
      <Attendees attendees={value.attendees} onChange={(attendees) => set({ attendees })} />
      <ErrorNotice error={error} refusals={refusals} />
    </Form>
  )
}

function Attendees({ attendees, onChange }: { attendees: readonly Called[]; onChange: (attendees: readonly Called[]) => void }) {
  const { fields: words, role } = useText(councilText)
  const put = (row: Called, patch: Partial<Called>) => onChange(attendees.map((each) => (each === row ? { ...each, ...patch } : each)))
  const columns: Column<Called>[] = [
    { key: 'person', header: words.person, lead: true, cell: (row) => <>{row.person.fullName} {row.title !== '' && <span className="td-quiet td-small">{row.title}</span>}</> },
    {
      key: 'role',
      header: words.role,
      width: '190px',
      cell: (row) => (
        <SelectField
          label={words.roleOf(row.person.fullName)}
          hideLabel
          none={null}
          value={row.role}
          onChange={(next) => next !== null && put(row, { role: next, ...(next === 'guest' ? { votes: false } : {}) })}
          choices={attendeeRoles.map((each) => ({ value: each, label: role[each] }))}
        />
      ),
    },
    { key: 'votes', header: words.votes, width: '120px', cell: (row) => <Checkbox aria-label={words.votesOf(row.person.fullName)} checked={row.votes} onChange={(event) => put(row, { votes: event.currentTarget.checked })} /> },
    { key: 'teller', header: words.teller, width: '120px', cell: (row) => <Checkbox aria-label={words.tellerOf(row.person.fullName)} checked={row.teller} onChange={(event) => put(row, { teller: event.currentTarget.checked })} /> },
    {
      key: 'remove',
      header: words.remove(''),
      actions: true,
      cell: (row) => (
        <Button size="compact-sm" variant="subtle" color="red" aria-label={words.remove(row.person.fullName)} onClick={() => onChange(attendees.filter((each) => each !== row))}>
          <IconX size={16} aria-hidden="true" />
        </Button>
      ),
    },
  ]
  return (
    <Section title={words.attendees} description={words.attendeesHint}>
      <div className="td-stack">
        <DataTable caption={words.attendees} columns={columns} rows={attendees} rowKey={(row) => row.person.id} />
        <PersonField
          key={attendees.length}
          label={words.add}
          value={null}
          onChange={(person) => {
            if (person !== null && !attendees.some((each) => each.person.id === person.id)) onChange([...attendees, { person, title: '', role: 'member', votes: true, teller: false }])
          }}
        />
      </div>
    </Section>
  )
}
