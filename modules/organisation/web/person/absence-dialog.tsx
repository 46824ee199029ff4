import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { AbsenceView } from '../../contract/views.ts'
import { absenceTerms, termOf, type AbsenceKind } from '../../domain/reference-lists.ts'
import { ChangedNotice } from '../changed-notice.tsx'
import { organisationText } from '../messages.ts'
import { refusalTexts } from '../refusal-words.ts'
import { termChoices } from '../term-choices.ts'
import { useEntries } from '../use-entries.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { isDisordered } from './holding-dialog.tsx'
import { personText } from './messages.ts'

interface AbsenceEntries {
  kind: AbsenceKind | null
  from: CalendarDate | null
  to: CalendarDate | null
  decisionNumber: string
}

type Body = BodyOf<typeof organisationRoutes.addAbsence>

interface AbsenceDialogProps {
  personId: PersonId
  /** The absence to correct; a new one when there is none. */
  absence?: AbsenceView
  onClose: () => void
}

function entriesOf({ kind, from, to, decisionNumber }: AbsenceView): AbsenceEntries {
  return { kind, from, to, decisionNumber }
}

/** Records an absence (thời gian nghỉ) or corrects one: its kind, its days, its decision. */
export function AbsenceDialog({ personId, absence, onClose }: AbsenceDialogProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const [blank] = useState<AbsenceEntries>({ kind: null, from: null, to: null, decisionNumber: '' })
  const entries = useEntries<AbsenceEntries, Body>(absence === undefined ? blank : entriesOf(absence), organisationRoutes.addAbsence.body)
  const { act, busy, error } = useOrganisationAct(
    (body: Body, options) =>
      absence === undefined
        ? call(organisationRoutes.addAbsence, { params: { personId }, body }, options)
        : call(organisationRoutes.changeAbsence, { params: { absenceId: absence.id }, body: { ...body, version: absence.version } }, options),
    absence === undefined ? words.absenceAdded : words.saved,
    onClose,
  )
  const { values, set, wrong } = entries
  return (
    <Dialog title={absence === undefined ? words.addAbsence : words.editAbsence} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => !isDisordered(values) && void act(body))} submitLabel={shared.save} busy={busy}>
        {absence !== undefined && (
          <ChangedNotice
            version={absence.version}
            fields={[
              { label: words.absenceKind, text: termOf(absenceTerms, absence.kind, language) },
              { label: shared.from, text: showDate(absence.from) },
              { label: shared.to, text: showDate(absence.to) },
              { label: words.decisionNumber, text: absence.decisionNumber },
            ]}
            onTake={() => set(entriesOf(absence))}
          />
        )}
        <SelectField
          label={words.absenceKind}
          value={values.kind}
          onChange={(kind) => set({ kind })}
          choices={termChoices(absenceTerms, language)}
          required
          error={wrong('kind') ? shared.choose(words.absenceKind.toLowerCase()) : undefined}
        />
        <Columns>
          <DateField label={shared.from} hint={words.absenceFromHint} {...entries.date('from')} required error={wrong('from') ? shared.needed(shared.from.toLowerCase()) : undefined} />
          <DateField
            label={shared.to}
            hint={words.absenceToHint}
            {...entries.date('to')}
            required
            error={isDisordered(values) ? shared.endBeforeStart : wrong('to') ? shared.needed(shared.to.toLowerCase()) : undefined}
          />
        </Columns>
        <TextField label={words.decisionNumber} hint={words.decisionHint} value={values.decisionNumber} onChange={(decisionNumber) => set({ decisionNumber })} maxLength={100} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
