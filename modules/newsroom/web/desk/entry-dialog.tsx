import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { dictionaryRoutes } from '../../contract/dictionary-routes.ts'
import { newsroomText } from '../messages.ts'
import { deskText } from './messages.ts'

interface EntryDialogProps {
  /** The form said otherwise; a new one without. */
  entry?: { readonly written: string; readonly spoken: string } | undefined
  onClose: () => void
}

/** Says how a written form is read. */
export function EntryDialog({ entry, onClose }: EntryDialogProps) {
  const words = useText(deskText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const [draft, setDraft] = useState({ written: entry?.written ?? '', spoken: entry?.spoken ?? '' })
  const [tried, setTried] = useState(false)
  const save = useAct(
    (body: typeof draft, options) => call(dictionaryRoutes.saveEntry, { body }, options),
    async () => {
      await refresh(dictionaryRoutes.getDictionary)
      toast(words.saved)
      onClose()
    },
  )
  const missing = (text: string) => tried && text.trim() === ''
  const submit = () => {
    setTried(true)
    if (draft.written.trim() !== '' && draft.spoken.trim() !== '') void save.act(draft)
  }
  return (
    <Dialog title={entry === undefined ? words.addEntry : `${words.changeEntry}: ${entry.written}`} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.save} busy={save.busy}>
        <ErrorNotice error={save.error} refusals={refusals} />
        {entry === undefined && <TextField label={words.written} value={draft.written} onChange={(written) => setDraft({ ...draft, written })} maxLength={60} autoFocus error={missing(draft.written) ? words.writtenNeeded : undefined} />}
        <TextField label={words.spoken} value={draft.spoken} onChange={(spoken) => setDraft({ ...draft, spoken })} maxLength={200} autoFocus={entry !== undefined} error={missing(draft.spoken) ? words.spokenNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
