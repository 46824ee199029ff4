import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { useGo } from '#ui/link.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { identityRoutes } from '../../contract/identity-routes.ts'
import { readIdentityNumber } from '../../domain/identity-number.ts'
import { codesOf, identityTerms } from '../../domain/reference-lists.ts'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { places } from '../places.ts'
import { refusalTexts } from '../refusal-words.ts'
import { peopleText } from './messages.ts'

/** Goes to whoever has exactly this number. The number stands in no address and no history. */
export function FindByIdentityDialog({ onClose }: { onClose: () => void }) {
  const words = useText(peopleText)
  const refusals = useText(refusalTexts)
  const { today } = useSession()
  const go = useGo()
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const [nobody, setNobody] = useState(false)
  const valid = codesOf(identityTerms).some((kind) => readIdentityNumber(kind, number, today) !== undefined)
  const { act, busy, error } = useAct(
    (typed: string, options) => call(identityRoutes.findByIdentity, { body: { number: typed } }, options),
    ({ person }) => {
      setNobody(person === null)
      if (person === null) return
      onClose()
      go(places.person(person.id).to)
    },
  )
  return (
    <Dialog title={words.findByNumber} onClose={onClose}>
      <Form
        onSubmit={() => {
          setTried(true)
          if (valid) void act(number)
          else focusFirstWrong()
        }}
        submitLabel={words.find}
        busy={busy}
      >
        <TextField
          label={words.number}
          hint={words.numberHint}
          value={number}
          onChange={(next) => {
            setNumber(next)
            setNobody(false)
          }}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          required
          error={tried && !valid ? words.wholeNumber : undefined}
        />
        {nobody && <Notice alert>{words.nobodyWithNumber}</Notice>}
        <ErrorNotice error={error} refusals={refusals} />
      </Form>
    </Dialog>
  )
}
