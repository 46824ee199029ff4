import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { UnitId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { PickField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { deskRoutes } from '../../contract/desk-routes.ts'
import { planningRoutes } from '../../contract/planning-routes.ts'
import { clashesOf } from '../../domain/planning/clashes.ts'
import { HeadingField } from '../desk/heading-field.tsx'
import { newsroomText } from '../messages.ts'
import { planningText } from './messages.ts'
import { bookingOf, type Assignment, type PlannedUnit } from './planning-view.ts'
import { ThingField } from './thing-field.tsx'
import { usePlanDraft, type PlanFault } from './use-plan-draft.ts'

interface AssignmentDialogProps {
  units: readonly PlannedUnit[]
  /** The assignment changed; a new one otherwise, for the day given. */
  old?: Assignment | undefined
  day: CalendarDate
  /** The week shown, with which it may clash. */
  others: readonly Assignment[]
  onClose: () => void
}

/** Gives out an assignment or changes one; who and what is needed elsewhere at that time is said before it is saved. */
export function AssignmentDialog({ units, old, day, others, onClose }: AssignmentDialogProps) {
  const words = useText(planningText)
  const { refusals } = useText(newsroomText)
  const { today } = useSession()
  const refresh = useRefresh()
  const { draft, change, faults, body } = usePlanDraft(old, day)
  const [unitId, setUnitId] = useState(old?.unit.id ?? units[0]?.id ?? null)
  const [tried, setTried] = useState(false)
  const headings = useLoad(deskRoutes.getDesk, {}).data?.headings ?? []
  const unit = units.find(({ id }) => id === unitId)
  const save = useAct(
    async (sent: NonNullable<typeof body>, options) => {
      if (old === undefined) await call(planningRoutes.addAssignment, { body: { unitId: unitId as UnitId, ...sent } }, options)
      else await call(planningRoutes.changeAssignment, { params: { assignmentId: old.id }, body: { revision: old.revision, ...sent } }, options)
    },
    async () => {
      await refresh(planningRoutes.getWeek, planningRoutes.getStoryAssignment)
      toast(words.saved)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (body !== null && unitId !== null) void save.act(body)
  }
  const wrong = (fault: PlanFault, words_: string) => (tried && faults.has(fault) ? words_ : undefined)
  const clashes = body === null ? [] : clashesOf({ ...body, id: old?.id ?? '', state: 'assigned', people: [...new Set([body.writerId, ...(body.filmerId === null ? [] : [body.filmerId])])] }, others.map(bookingOf))
  const people = [...(unit?.people ?? [])]
  for (const person of [old?.writer, old?.filmer]) if (person != null && !people.some(({ id }) => id === person.id)) people.push(person)
  const choices = people.map(({ id, name }) => ({ value: id, label: name }))
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id
  return (
    <Dialog title={old === undefined ? words.add : words.change} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={old === undefined ? words.assign : words.save} busy={save.busy}>
        <ErrorNotice error={save.error} refusals={refusals} />
        {old === undefined && units.length > 1 && <SelectField label={words.unit} value={unitId} none={null} onChange={setUnitId} choices={units.map(({ id, name }) => ({ value: id, label: name }))} />}
        <TextField label={words.topic} hint={words.topicHint} value={draft.topic} onChange={(topic) => change({ topic })} maxLength={300} autoFocus error={wrong('topic', words.needed(words.topic))} />
        <Columns>
          <HeadingField label={words.column} kind="column" headings={headings} today={today} value={draft.column} onChange={(column) => change({ column })} />
          <TextField label={words.place} value={draft.place} onChange={(place) => change({ place })} maxLength={200} />
        </Columns>
        <DateField label={words.day} value={draft.onDate} onChange={(onDate) => change({ onDate, ...(draft.dueDay === draft.onDate ? { dueDay: onDate } : {}) })} error={wrong('onDate', words.needed(words.day))} />
        <Columns>
          <TextField label={words.start} hint={words.startHint} value={draft.start} onChange={(start) => change({ start })} maxLength={6} error={wrong('start', words.badTime) ?? wrong('times', words.timesNeeded)} />
          <TextField label={words.end} hint={words.endHint} value={draft.end} onChange={(end) => change({ end })} maxLength={6} error={wrong('end', words.badTime)} />
        </Columns>
        <Columns>
          <PickField label={words.writer} value={draft.writerId} onChange={(writerId) => change({ writerId })} choices={choices} error={wrong('writerId', words.chooseWriter)} />
          <PickField label={words.filmer} value={draft.filmerId} onChange={(filmerId) => change({ filmerId })} choices={choices} none={words.nobody} />
        </Columns>
        <Columns>
          <ThingField key={`camera-${unitId}`} label={words.camera} names={unit?.cameras ?? []} value={draft.camera} onChange={(camera) => change({ camera })} />
          <ThingField key={`vehicle-${unitId}`} label={words.vehicle} names={unit?.vehicles ?? []} value={draft.vehicle} onChange={(vehicle) => change({ vehicle })} />
        </Columns>
        <Columns>
          <DateField label={words.dueDay} value={draft.dueDay} onChange={(dueDay) => change({ dueDay })} error={wrong('dueDay', words.needed(words.dueDay))} />
          <TextField label={words.dueTime} value={draft.dueTime} onChange={(dueTime) => change({ dueTime })} maxLength={6} error={wrong('dueTime', words.badTime)} />
        </Columns>
        <TextField label={words.note} value={draft.note} onChange={(note) => change({ note })} multiline rows={2} maxLength={2000} />
        {clashes.length > 0 && (
          <Notice tone="warn" title={words.clashes}>
            {clashes.map((clash) => (
              <p key={`${clash.kind}-${clash.what}-${clash.with}`}>{words.clash[clash.kind](clash.kind === 'person' ? nameOf(clash.what) : clash.what, others.find(({ id }) => id === clash.with)?.topic ?? '')}</p>
            ))}
            <p className="td-small">{words.clashesBody}</p>
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
