import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { useGo } from '#ui/link.tsx'
import { PickField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { editionRoutes } from '../../contract/edition-routes.ts'
import type { RulebookSummary } from '../campaigns/rulebook-choice.tsx'
import { evaluationText } from '../messages.ts'
import { places } from '../places.ts'
import { rulebooksText } from './messages.ts'

/** Begins a rulebook of the body's own from a shipped one. */
export function BeginDialog({ rulebooks, onClose }: { rulebooks: readonly RulebookSummary[]; onClose: () => void }) {
  const words = useText(rulebooksText).begin
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const go = useGo()
  const refresh = useRefresh()
  const [from, setFrom] = useState<string | null>((rulebooks.find((each) => each.obstacle === null && each.confidence === 'primary') ?? rulebooks[0])?.id ?? null)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (body: { from: { kind: 'shipped'; rulebookId: string }; name: string }, options) => call(editionRoutes.createEdition, { body }, options),
    (created) => {
      void refresh(editionRoutes.listEditions)
      toast(words.done)
      go(places.edition(created.editionId).to)
    },
  )
  const submit = () => {
    setTried(true)
    if (from !== null && name.trim() !== '') void act({ from: { kind: 'shipped', rulebookId: from }, name: name.trim() })
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.submit} busy={busy}>
        <PickField
          label={words.from}
          value={from}
          onChange={setFrom}
          none={null}
          choices={rulebooks.map((each) => ({ value: each.id, label: `${each.name[language]} (${each.documentNumber})` }))}
          error={tried && from === null ? words.fromNeeded : undefined}
        />
        <TextField label={words.name} hint={words.nameHint} value={name} onChange={setName} maxLength={300} autoFocus error={tried && name.trim() === '' ? words.nameNeeded : undefined} />
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
