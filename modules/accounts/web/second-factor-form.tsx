import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type SecondFactorKind } from '../contract/routes.ts'
import { PasskeyError } from './passkey-error.tsx'
import { passkeysWork, provePasskey } from './passkey.ts'
import { securityText } from './security-messages.ts'

interface SecondFactorFormProps {
  kinds: readonly SecondFactorKind[]
  onSignedIn: () => Promise<void> | void
  onBack: () => void
}

/** The second step of signing in: a code, or a passkey. */
export function SecondFactorForm({ kinds, onSignedIn, onBack }: SecondFactorFormProps) {
  const words = useText(securityText)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const give = useAct(async (given: string, options: { requestId: string }) => {
    await call(accountsRoutes.giveSecondFactor, { body: { code: given } }, options)
    await onSignedIn()
  })
  const passkey = useAct(async (_: null, options: { requestId: string }) => {
    await call(accountsRoutes.signInWithPasskey, { body: { proof: await provePasskey() } }, options)
    await onSignedIn()
  })
  const submit = () => {
    setTried(true)
    if (code.trim() !== '') void give.act(code.trim())
  }
  const withPasskey = kinds.includes('passkey') && passkeysWork()
  return (
    <Form
      onSubmit={submit}
      submitLabel={words.prove}
      busy={give.busy}
      otherActions={
        <>
          {withPasskey && (
            <Button variant="default" loading={passkey.busy} onClick={() => void passkey.act(null)}>
              {words.proveByPasskey}
            </Button>
          )}
          <Button variant="subtle" onClick={onBack}>
            {words.back}
          </Button>
        </>
      }
    >
      <p>{kinds.includes('totp') ? words.codeBody : words.codePasskeyOnly}</p>
      <PasskeyError error={give.error ?? passkey.error} />
      <TextField label={words.code} name="code" value={code} onChange={setCode} autoComplete="one-time-code" maxLength={40} autoFocus error={tried && code.trim() === '' ? words.codeNeeded : undefined} />
    </Form>
  )
}
