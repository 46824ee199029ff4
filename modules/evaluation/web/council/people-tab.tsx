import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { Section } from '#ui/page.tsx'
import { PickField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import type { Meeting } from './council-view.ts'
import { councilText } from './messages.ts'

type Attendee = Meeting['attendees'][number]

/** Who is there (điểm danh), and conflicts of interest stated in the meeting. */
export function PeopleTab({ meeting }: { meeting: Meeting }) {
  const { attend: words, role, fields } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const marks = meeting.can.includes('attend')
  const { act, busy, error } = useAct(
    ({ personId, ...body }: { personId: PersonId } & BodyOf<typeof evaluationRoutes.markAttendance>, options) => call(evaluationRoutes.markAttendance, { params: { meetingId: meeting.id, personId }, body }, options),
    () => void refresh(evaluationRoutes.getMeeting),
  )
  // A tick shows at once; the answer takes its place.
  const [ticked, setTicked] = useState<{ readonly id: PersonId; readonly version: number; readonly present: boolean }>()
  const presentNow = (row: Attendee) => (error === undefined && ticked?.id === row.person.id && ticked.version === row.version ? ticked.present : row.present)
  const columns: Column<Attendee>[] = [
    { key: 'person', header: fields.person, lead: true, cell: (row) => row.person.fullName },
    { key: 'title', header: words.title, cell: (row) => row.title },
    { key: 'role', header: words.rights, cell: (row) => [role[row.role], ...(row.votes ? [words.votes] : []), ...(row.teller ? [words.teller] : [])].join(', ') },
    {
      key: 'present',
      header: words.column,
      width: '110px',
      cell: (row) => (
        <Checkbox
          aria-label={words.present(row.person.fullName)}
          checked={presentNow(row)}
          disabled={!marks || busy}
          onChange={(event) => {
            const present = event.currentTarget.checked
            setTicked({ id: row.person.id, version: row.version, present })
            void act({ personId: row.person.id, version: row.version, present, absenceReason: '' })
          }}
        />
      ),
    },
    {
      key: 'absence',
      header: words.absence,
      cell: (row) => (row.present ? '' : marks ? <AbsenceField key={row.version} row={row} onSave={(absenceReason) => void act({ personId: row.person.id, version: row.version, present: false, absenceReason })} /> : row.absenceReason),
    },
  ]
  return (
    <div className="td-stack">
      <ErrorNotice error={error} refusals={refusals} />
      <DataTable caption={fields.attendees} columns={columns} rows={meeting.attendees} rowKey={(row) => row.person.id} />
      <Conflicts meeting={meeting} />
    </div>
  )
}

function AbsenceField({ row, onSave }: { row: Attendee; onSave: (reason: string) => void }) {
  const { attend: words } = useText(councilText)
  const [reason, setReason] = useState(row.absenceReason)
  return <TextField label={words.absenceOf(row.person.fullName)} hideLabel value={reason} onChange={setReason} maxLength={300} onBlur={() => reason.trim() !== row.absenceReason && onSave(reason)} />
}

function Conflicts({ meeting }: { meeting: Meeting }) {
  const { conflict: words } = useText(councilText)
  const [adding, setAdding] = useState(false)
  return (
    <Section
      title={words.title}
      description={words.hint}
      actions={
        meeting.can.includes('recuse') ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        ) : undefined
      }
    >
      {meeting.conflicts.length === 0 ? (
        <p className="td-quiet">{words.none}</p>
      ) : (
        <ul>
          {meeting.conflicts.map((each) => (
            <li key={each.person.id + each.subject.id}>{words.line(each.person.fullName, each.subject.fullName, each.reason)}</li>
          ))}
        </ul>
      )}
      {adding && <ConflictDialog meeting={meeting} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function ConflictDialog({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { conflict: words, needed } = useText(councilText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const subjects = useLoad(evaluationRoutes.listParticipants, { params: { campaignId: meeting.campaign.id }, query: { limit: 200 } })
  const [who, setWho] = useState<PersonId | null>(null)
  const [subject, setSubject] = useState<PersonId | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    ({ personId, ...body }: { personId: PersonId; subjectId: PersonId; reason: string }, options) => call(evaluationRoutes.declareConflict, { params: { meetingId: meeting.id, personId }, body }, options),
    () => {
      void refresh(evaluationRoutes.getMeeting)
      toast(words.stored)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (who !== null && subject !== null && reason.trim() !== '') void act({ personId: who, subjectId: subject, reason })
  }
  return (
    <Dialog title={words.add} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.add} busy={busy}>
        <PickField label={words.who} value={who} onChange={setWho} choices={meeting.attendees.map((one) => ({ value: one.person.id, label: one.person.fullName }))} error={tried && who === null ? needed : undefined} />
        <PickField label={words.subject} value={subject} onChange={setSubject} choices={(subjects.data?.items ?? []).map((one) => ({ value: one.person.id, label: one.person.fullName, detail: one.title }))} error={tried && subject === null ? needed : undefined} />
        <TextField label={words.reason} value={reason} onChange={setReason} maxLength={300} error={tried && reason.trim() === '' ? needed : undefined} />
        <ErrorNotice error={error ?? subjects.error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
