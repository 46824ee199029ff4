import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, shortestPassword, usernameShape } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { useSessionChanged } from './session-query.ts'

const empty = { committeeName: '', fullName: '', username: '', password: '', again: '' }
type Entries = typeof empty

/** The committee and its first officer, who is signed in at once. */
export function SetUpForm({ disabled }: { disabled: boolean }) {
  const words = useText(accountsText)
  const changed = useSessionChanged()
  const [entries, setEntries] = useState(empty)
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(async ({ again: _, ...body }: Entries, options: { requestId: string }) => {
    await call(accountsRoutes.setUp, { body }, options)
    await changed()
  })
  const problems = problemsOf(entries, words)
  const shown = tried ? problems : {}
  const put = (part: Partial<Entries>) => setEntries({ ...entries, ...part })
  const submit = () => {
    setTried(true)
    if (Object.keys(problems).length === 0) void act(entries)
  }
  return (
    <Form onSubmit={submit} submitLabel={words.create} busy={busy || disabled}>
      <ErrorNotice error={error} refusals={words.refusals} />
      <TextField
        label={words.committeeName}
        hint={words.committeeHint}
        value={entries.committeeName}
        maxLength={200}
        onChange={(committeeName) => put({ committeeName })}
        error={shown.committeeName}
        autoFocus
      />
      <h3>{words.officer}</h3>
      <TextField
        label={words.fullName}
        value={entries.fullName}
        maxLength={100}
        onChange={(fullName) => put({ fullName })}
        error={shown.fullName}
        autoComplete="name"
      />
      <TextField
        label={words.username}
        hint={words.usernameHint}
        value={entries.username}
        maxLength={100}
        onChange={(username) => put({ username })}
        error={shown.username}
        autoComplete="username"
      />
      <TextField
        label={words.password}
        hint={words.passwordHint}
        secret
        value={entries.password}
        maxLength={200}
        onChange={(password) => put({ password })}
        error={shown.password}
        autoComplete="new-password"
      />
      <TextField
        label={words.passwordAgain}
        secret
        value={entries.again}
        maxLength={200}
        onChange={(again) => put({ again })}
        error={shown.again}
        autoComplete="new-password"
      />
    </Form>
  )
}

function problemsOf(entries: Entries, words: typeof accountsText.vi): Partial<Entries> {
  const problems: Partial<Entries> = {}
  if (entries.committeeName.trim() === '') problems.committeeName = words.needed(words.committeeName.toLowerCase())
  if (entries.fullName.trim() === '') problems.fullName = words.needed(words.fullName.toLowerCase())
  if (!usernameShape.safeParse(entries.username).success) problems.username = words.badUsername
  if (entries.password.length < shortestPassword) problems.password = words.shortPassword(shortestPassword)
  if (entries.again !== entries.password) problems.again = words.unlikePasswords
  return problems
}
