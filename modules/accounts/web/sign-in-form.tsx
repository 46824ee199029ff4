import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsText } from './messages.ts'

interface SignInFormProps {
  onSignedIn: () => Promise<void> | void
}

/** Login name and password; the name stays when the password was wrong. */
export function SignInForm({ onSignedIn }: SignInFormProps) {
  const words = useText(accountsText)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(async (body: { username: string; password: string }, options: { requestId: string }) => {
    await call(accountsRoutes.signIn, { body }, options)
    await onSignedIn()
  })
  const submit = () => {
    setTried(true)
    if (username.trim() !== '' && password !== '') void act({ username: username.trim(), password })
  }
  return (
    <Form onSubmit={submit} submitLabel={words.signIn} busy={busy}>
      <ErrorNotice error={error} refusals={words.refusals} onRetry={submit} />
      <TextField
        label={words.username}
        name="username"
        value={username}
        onChange={setUsername}
        autoComplete="username"
        autoFocus
        error={tried && username.trim() === '' ? words.needed(words.username.toLowerCase()) : undefined}
      />
      <TextField
        label={words.password}
        name="password"
        secret
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        error={tried && password === '' ? words.needed(words.password.toLowerCase()) : undefined}
      />
    </Form>
  )
}
