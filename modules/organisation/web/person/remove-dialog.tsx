import type { BodyOf } from '#platform/contract/route.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { organisationRoutes } from '../../contract/routes.ts'
import { organisationText } from '../messages.ts'
import { refusalTexts } from '../refusal-words.ts'
import { useEntries } from '../use-entries.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { personText } from './messages.ts'

type Removal = BodyOf<typeof organisationRoutes.removeHolding>

interface RemoveDialogProps {
  title: string
  /** What is removed, in words. */
  what: string
  hint: string
  version: number
  send: (body: Removal, options: { requestId: string }) => Promise<unknown>
  onClose: () => void
}

/** Removes what was entered by mistake; the reason is kept in the ledger. */
export function RemoveDialog({ title, what, hint, version, send, onClose }: RemoveDialogProps) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const entries = useEntries<{ reason: string }, Removal>({ reason: '' }, organisationRoutes.removeHolding.body, (values) => ({ ...values, version }))
  const { act, busy, error } = useOrganisationAct(send, words.removed, onClose)
  return (
    <Dialog title={title} onClose={onClose}>
      <Form onSubmit={() => entries.submit((body) => void act(body))} submitLabel={words.remove} busy={busy}>
        <p>
          <strong>{what}</strong>
        </p>
        <p className="td-quiet td-small">{hint}</p>
        <TextField
          label={words.removeReason}
          hint={words.removeReasonHint}
          value={entries.values.reason}
          onChange={(reason) => entries.set({ reason })}
          maxLength={500}
          required
          error={entries.wrong('reason') ? shared.needed(words.removeReason.toLowerCase()) : undefined}
        />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
