import { useState, type ReactNode } from 'react'
import { call } from '#platform/web/client.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type SecondFactorKind } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { SecondFactorForm } from './second-factor-form.tsx'

interface SignInFormProps {
  onSignedIn: () => Promise<void> | void
  /** The same person again: the name used in this window is filled in. */
  again?: boolean
  otherActions?: ReactNode
  /** Other ways to sign in, below the first step. */
  below?: ReactNode
}

const nameKey = 'thuocdo.username'

/** Login name and password, then the second factor where there is one; the name stays when the password was wrong. */
export function SignInForm({ onSignedIn, again = false, otherActions, below }: SignInFormProps) {
  const words = useText(accountsText)
  const [known] = useState(() => (again ? (sessionStorage.getItem(nameKey) ?? '') : ''))
  const [username, setUsername] = useState(known)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [kinds, setKinds] = useState<readonly SecondFactorKind[]>()
  const { act, busy, error } = useAct(async (body: { username: string; password: string }, options: { requestId: string }) => {
    const reply = await call(accountsRoutes.signIn, { body }, options)
    sessionStorage.setItem(nameKey, body.username)
    if (reply.signedIn) await onSignedIn()
    else setKinds(reply.secondFactor)
  })
  const submit = () => {
    setTried(true)
    if (username.trim() !== '' && password !== '') void act({ username: username.trim(), password })
  }
  const back = () => {
    setKinds(undefined)
    setPassword('')
    setTried(false)
  }
  if (kinds !== undefined) return <SecondFactorForm kinds={kinds} onSignedIn={onSignedIn} onBack={back} />
  return (
    <>
      <Form onSubmit={submit} submitLabel={words.signIn} busy={busy} otherActions={otherActions}>
        <ErrorNotice error={error} refusals={words.refusals} onRetry={submit} />
        <TextField
          label={words.username}
          name="username"
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoFocus={known === ''}
          error={tried && username.trim() === '' ? words.needed(words.username.toLowerCase()) : undefined}
        />
        <TextField
          label={words.password}
          name="password"
          secret
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus={known !== ''}
          error={tried && password === '' ? words.needed(words.password.toLowerCase()) : undefined}
        />
      </Form>
      {below}
    </>
  )
}
