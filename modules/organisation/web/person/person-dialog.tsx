import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { SelectField } from '#ui/select-field.tsx'
import { TextField, useOptionalLabel } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { PersonView } from '../../contract/views.ts'
import { sexTerms, termOf, type Sex } from '../../domain/reference-lists.ts'
import { ChangedNotice } from '../changed-notice.tsx'
import { organisationText } from '../messages.ts'
import { refusalTexts } from '../refusal-words.ts'
import { termChoices } from '../term-choices.ts'
import { useEntries } from '../use-entries.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { personText } from './messages.ts'

interface PersonEntries {
  code: string
  fullName: string
  sex: Sex | null
  birthDate: CalendarDate | null
}

type Body = BodyOf<typeof organisationRoutes.changePerson>

function entriesOf(person: PersonView | undefined): PersonEntries {
  return { code: person?.code ?? '', fullName: person?.fullName ?? '', sex: person?.detail?.sex ?? null, birthDate: person?.detail?.birthDate ?? null }
}

interface PersonDialogProps {
  /** Undefined to add somebody. */
  person: PersonView | undefined
  onClose: () => void
  onCreated?: (personId: string) => void
}

/** Adds a person, or changes the particulars of one. */
export function PersonDialog({ person, onClose, onCreated }: PersonDialogProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const { today } = useSession()
  const sexLabel = useOptionalLabel(words.sex)
  const birthLabel = useOptionalLabel(words.birthDate)
  const entries = useEntries<PersonEntries, Body>(entriesOf(person), organisationRoutes.changePerson.body, (values) => ({ ...values, version: person?.version ?? 1 }))
  const { values, set, wrong } = entries
  const { act, busy, error } = useOrganisationAct(
    ({ version, ...body }: Body, options) =>
      person === undefined
        ? call(organisationRoutes.createPerson, { body }, options)
        : call(organisationRoutes.changePerson, { params: { personId: person.id }, body: { ...body, version } }, options),
    person === undefined ? words.created : words.saved,
    (done) => {
      onClose()
      if (person === undefined) onCreated?.(done.id)
    },
  )
  return (
    <Dialog title={person === undefined ? words.newPerson : `${words.editPerson}: ${person.fullName}`} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => void act(body))} submitLabel={shared.save} busy={busy}>
        {person !== undefined && (
          <ChangedNotice
            version={person.version}
            fields={[
              { label: words.fullName, text: person.fullName },
              { label: words.code, text: person.code },
              { label: words.sex, text: person.detail?.sex == null ? '…' : termOf(sexTerms, person.detail.sex, language) },
              { label: words.birthDate, text: person.detail?.birthDate == null ? '…' : showDate(person.detail.birthDate) },
            ]}
            onTake={() => set(entriesOf(person))}
          />
        )}
        <TextField
          label={words.fullName}
          hint={words.fullNameHint}
          value={values.fullName}
          onChange={(fullName) => set({ fullName })}
          maxLength={100}
          autoFocus
          required
          error={wrong('fullName') ? shared.needed(words.fullName.toLowerCase()) : undefined}
        />
        <TextField
          label={words.code}
          hint={words.codeHint}
          value={values.code}
          onChange={(code) => set({ code })}
          maxLength={35}
          required
          error={wrong('code') ? shared.needed(words.code.toLowerCase()) : undefined}
        />
        <Columns>
          <SelectField label={sexLabel} value={values.sex} onChange={(sex) => set({ sex })} choices={termChoices(sexTerms, language)} none={words.notSaid} />
          <DateField label={birthLabel} {...entries.date('birthDate')} max={today} />
        </Columns>
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
