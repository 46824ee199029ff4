import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, shortestPassword } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { PublicPage } from './public-page.tsx'
import { securityText } from './security-messages.ts'

interface Invited {
  readonly fullName: string
  readonly username: string
  readonly committee: string
}

/** An invitation's link: its secret stands behind the #, which no server and no log ever sees. */
export function InvitationPage() {
  const words = useText(securityText)
  const all = useText(accountsText)
  const [token] = useState(() => location.hash.slice(1))
  const [invited, setInvited] = useState<Invited>()
  const [problem, setProblem] = useState<unknown>()
  const [entries, setEntries] = useState({ password: '', again: '' })
  const [tried, setTried] = useState(false)
  const accept = useAct((password: string, options) => call(accountsRoutes.acceptInvitation, { body: { token, password } }, options))
  const [done, setDone] = useState<string>()
  useEffect(() => {
    call(accountsRoutes.lookAtInvitation, { body: { token: token === '' ? '-'.repeat(43) : token } })
      .then(setInvited)
      .catch(setProblem)
  }, [token])
  const short = entries.password.length < shortestPassword
  const unlike = entries.password !== entries.again
  const submit = async () => {
    setTried(true)
    if (short || unlike) return
    const accepted = await accept.act(entries.password)
    if (accepted !== undefined) setDone(accepted.username)
  }
  if (done !== undefined) {
    return (
      <PublicPage title={words.invitationDone}>
        <p>{words.invitationDoneBody(done)}</p>
        <div>
          <Button onClick={() => location.replace('/')}>{words.toSignIn}</Button>
        </div>
      </PublicPage>
    )
  }
  return (
    <PublicPage title={words.invitationTitle}>
      <ErrorNotice error={problem} refusals={all.refusals} />
      {problem !== undefined && (
        <div>
          <Button variant="default" onClick={() => location.replace('/')}>
            {words.toSignIn}
          </Button>
        </div>
      )}
      {invited !== undefined && (
        <div className="td-panel td-stack">
          <p>{words.invitationBody(invited.fullName, invited.committee)}</p>
          <Form onSubmit={() => void submit()} submitLabel={words.invitationAccept} busy={accept.busy}>
            <ErrorNotice error={accept.error} refusals={all.refusals} />
            <TextField label={all.username} value={invited.username} onChange={() => undefined} autoComplete="username" disabled />
            <TextField
              label={all.password}
              hint={all.passwordHint}
              secret
              value={entries.password}
              onChange={(password) => setEntries({ ...entries, password })}
              autoComplete="new-password"
              error={tried && short ? all.shortPassword(shortestPassword) : undefined}
            />
            <TextField
              label={all.passwordAgain}
              secret
              value={entries.again}
              onChange={(again) => setEntries({ ...entries, again })}
              autoComplete="new-password"
              error={tried && unlike ? all.unlikePasswords : undefined}
            />
          </Form>
        </div>
      )}
    </PublicPage>
  )
}
