import { call } from '#platform/web/client.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { UnitView } from '../../contract/views.ts'
import { ChangedNotice } from '../changed-notice.tsx'
import { organisationText } from '../messages.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { refusalTexts } from '../refusal-words.ts'
import { useEntries } from '../use-entries.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { unitChangeText } from './messages.ts'

type Body = BodyOf<typeof organisationRoutes.correctUnit>

/** Corrects a slip in the code or the names of the stretch shown; no history is made. */
export function CorrectUnitDialog({ unit, onClose }: { unit: UnitView; onClose: () => void }) {
  const words = useText(unitChangeText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const stored = { code: unit.code, name: unit.name, shortName: unit.shortName }
  const entries = useEntries<typeof stored, Body>(stored, organisationRoutes.correctUnit.body, (values) => ({
    ...values,
    shortName: values.shortName.trim() === '' ? values.name : values.shortName,
    version: unit.version,
    date: unit.date,
  }))
  const { act, busy, error } = useOrganisationAct(
    (body: Body, options) => call(organisationRoutes.correctUnit, { params: { unitId: unit.id }, body }, options),
    words.corrected,
    onClose,
  )
  return (
    <Dialog title={words.correctTitle} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => void act(body))} submitLabel={shared.save} busy={busy}>
        <p className="td-quiet td-small">{words.correctHint}</p>
        <ChangedNotice
          version={unit.version}
          fields={[
            { label: words.name, text: unit.name },
            { label: words.shortName, text: unit.shortName },
            { label: words.code, text: unit.code },
          ]}
          onTake={() => entries.set(stored)}
        />
        <TextField
          label={words.name}
          value={entries.values.name}
          onChange={(name) => entries.set({ name })}
          maxLength={200}
          autoFocus
          required
          error={entries.wrong('name') ? shared.needed(words.name.toLowerCase()) : undefined}
        />
        <TextField label={words.shortName} hint={words.shortNameHint} value={entries.values.shortName} onChange={(shortName) => entries.set({ shortName })} maxLength={100} />
        <TextField
          label={words.code}
          value={entries.values.code}
          onChange={(code) => entries.set({ code })}
          maxLength={35}
          required
          error={entries.wrong('code') ? shared.needed(words.code.toLowerCase()) : undefined}
        />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
