import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { Conflicts } from './conflicts.tsx'
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
