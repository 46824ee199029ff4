import { useState } from 'react'
import type { PersonId } from '#kernel/id.ts'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { CheckField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { isRefused } from '#ui/error-words.ts'
import { Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { identityRoutes } from '../../contract/identity-routes.ts'
import { identityDoubts, readIdentityNumber, type IdentityDoubt } from '../../domain/identity-number.ts'
import { identityTerms, termOf, type IdentityKind } from '../../domain/reference-lists.ts'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { organisationText } from '../messages.ts'
import { doubtWords, refusalTexts } from '../refusal-words.ts'
import { useOrganisationAct } from '../use-organisation-act.ts'
import { personText } from './messages.ts'

type Body = BodyOf<typeof identityRoutes.saveIdentity>

/** Records or corrects an identity number; what does not fit the person is looked at before it is saved. */
export function IdentityDialog({ personId, kind, version, onClose }: { personId: PersonId; kind: IdentityKind; version: number; onClose: () => void }) {
  const words = useText(personText)
  const shared = useText(organisationText)
  const refusals = useText(refusalTexts)
  const doubtNames = useText(doubtWords)
  const label = termOf(identityTerms, kind, useLanguage())
  const { today } = useSession()
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const [lookedAt, setLookedAt] = useState(false)
  const { act, busy, error, reset } = useOrganisationAct(
    (body: Body, options) => call(identityRoutes.saveIdentity, { params: { personId, identityKind: kind }, body }, options),
    words.identitySaved,
    onClose,
  )
  const doubts = doubtsIn(error)
  const valid = readIdentityNumber(kind, number, today) !== undefined
  const submit = () => {
    const ready = valid && (doubts.length === 0 || lookedAt)
    setTried(!ready)
    if (!ready) return focusFirstWrong()
    void act({ version, number, accepted: doubts })
  }
  return (
    <Dialog title={version === 0 ? words.enterNumberOf(label) : words.correctNumberOf(label)} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={shared.save} busy={busy}>
        <TextField
          label={label}
          hint={`${words.numberHint[kind]}. ${version === 0 ? '' : words.correctionHint}`.trim()}
          value={number}
          onChange={(next) => {
            setNumber(next)
            setTried(false)
            setLookedAt(false)
            reset()
          }}
          maxLength={20}
          inputMode="numeric"
          autoComplete="off"
          autoFocus
          required
          error={tried && !valid ? words.numberHint[kind] : undefined}
        />
        {doubts.length > 0 ? (
          <Notice tone="warn" title={words.doubtfulTitle} alert>
            <p>{words.doubtfulBody(doubts.map((doubt) => doubtNames[doubt]).join(', '))}</p>
            <CheckField label={words.lookedAt} value={lookedAt} onChange={setLookedAt} error={tried && !lookedAt ? words.lookFirst : undefined} />
          </Notice>
        ) : (
          <ErrorNotice error={error} refusals={refusals} />
        )}
      </Form>
    </Dialog>
  )
}

/** What the server said does not fit. */
function doubtsIn(error: unknown): IdentityDoubt[] {
  if (!isRefused(error) || error.code !== 'organisation.identity.doubtful') return []
  const named: unknown = error.data['doubts']
  return Array.isArray(named) ? identityDoubts.filter((doubt) => named.includes(doubt)) : []
}
