import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { showDate } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import type { HoldingView } from '../../contract/views.ts'
import { holdingStatusTerms, termOf } from '../../domain/reference-lists.ts'
import { ChangedNotice } from '../changed-notice.tsx'
import { organisationText } from '../messages.ts'
import { refusalTexts } from '../refusal-words.ts'
import { useEntries } from '../use-entries.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { HoldingFields, isDisordered, type HoldingEntries } from './holding-dialog.tsx'
import { personText } from './messages.ts'

type Body = BodyOf<typeof organisationRoutes.changeHolding>

interface ChangeHoldingProps {
  holding: HoldingView
  onClose: () => void
}

function entriesOf({ status, isPrimary, from, to, decisionNumber, decisionDate }: HoldingView): HoldingEntries {
  return { status, isPrimary, from, to, decisionNumber, decisionDate }
}

/** Corrects what is recorded of holding a post. */
export function ChangeHoldingDialog({ holding, onClose }: ChangeHoldingProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const language = useLanguage()
  const entries = useEntries<HoldingEntries, Body>(entriesOf(holding), organisationRoutes.changeHolding.body, (values) => ({ ...values, version: holding.version }))
  const { act, busy, error } = useOrganisationAct(
    (body: Body, options) => call(organisationRoutes.changeHolding, { params: { holdingId: holding.id }, body }, options),
    words.saved,
    onClose,
  )
  return (
    <Dialog title={words.editHolding(holding.post.title)} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => !isDisordered(entries.values) && void act(body))} submitLabel={shared.save} busy={busy}>
        <ChangedNotice
          version={holding.version}
          fields={[
            { label: shared.status, text: termOf(holdingStatusTerms, holding.status, language) },
            { label: shared.from, text: showDate(holding.from) },
            { label: shared.to, text: holding.to === null ? '…' : showDate(holding.to) },
            { label: words.decisionNumber, text: holding.decisionNumber },
            { label: words.decisionDate, text: holding.decisionDate === null ? '…' : showDate(holding.decisionDate) },
          ]}
          onTake={() => entries.set(entriesOf(holding))}
        />
        <HoldingFields entries={entries} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}

/** Ends the holding of a post on a day (thôi giữ chức vụ). */
export function EndHoldingDialog({ holding, onClose }: ChangeHoldingProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const { today } = useSession()
  const { status, isPrimary, from, decisionNumber, decisionDate, version } = holding
  const entries = useEntries<{ to: CalendarDate | null }, Body>({ to: holding.to ?? today }, organisationRoutes.changeHolding.body, ({ to }) => ({
    status, isPrimary, from, decisionNumber, decisionDate, version, to: to ?? undefined,
  }))
  const { to } = entries.values
  const { act, busy, error } = useOrganisationAct(
    (body: Body, options) => call(organisationRoutes.changeHolding, { params: { holdingId: holding.id }, body }, options),
    words.ended,
    onClose,
  )
  const disordered = isDisordered({ from, to })
  return (
    <Dialog title={words.endHolding(holding.post.title)} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => !disordered && void act(body))} submitLabel={words.end} busy={busy}>
        <DateField
          label={words.lastDay}
          {...entries.date('to')}
          required
          error={disordered ? shared.endBeforeStart : entries.wrong('to') ? shared.needed(words.lastDay.toLowerCase()) : undefined}
        />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
