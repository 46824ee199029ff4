import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { Form } from '#ui/form.tsx'
import { Section } from '#ui/page.tsx'
import { TextField } from '#ui/text-field.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, shortestPassword } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { securityText } from './security-messages.ts'

const empty = { current: '', next: '', again: '' }

/** One's own password. */
export function PasswordSection({ since }: { since: string | null }) {
  const words = useText(accountsText)
  const security = useText(securityText)
  const refresh = useRefresh()
  const [entries, setEntries] = useState(empty)
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    ({ current, next }: typeof empty, options) => call(accountsRoutes.changePassword, { body: { current, next } }, options),
    () => {
      setEntries(empty)
      setTried(false)
      toast(words.passwordChanged)
      void refresh(accountsRoutes.security)
    },
  )
  const short = entries.next.length < shortestPassword
  const unlike = entries.again !== entries.next
  const submit = () => {
    setTried(true)
    if (entries.current !== '' && !short && !unlike) void act(entries)
  }
  if (since === null) {
    return (
      <Section title={security.password}>
        <p>{security.noPassword}</p>
      </Section>
    )
  }
  return (
    <Section title={words.changePassword}>
      <p className="td-quiet">{security.passwordSince(showMoment(since))}</p>
      <Form onSubmit={submit} submitLabel={words.save} busy={busy}>
        <ErrorNotice error={error} refusals={words.refusals} />
        <TextField
          label={words.currentPassword}
          secret
          value={entries.current}
          onChange={(current) => setEntries({ ...entries, current })}
          autoComplete="current-password"
          error={tried && entries.current === '' ? words.needed(words.currentPassword.toLowerCase()) : undefined}
        />
        <TextField
          label={words.nextPassword}
          hint={words.passwordHint}
          secret
          value={entries.next}
          onChange={(next) => setEntries({ ...entries, next })}
          autoComplete="new-password"
          error={tried && short ? words.shortPassword(shortestPassword) : undefined}
        />
        <TextField
          label={words.passwordAgain}
          secret
          value={entries.again}
          onChange={(again) => setEntries({ ...entries, again })}
          autoComplete="new-password"
          error={tried && unlike ? words.unlikePasswords : undefined}
        />
      </Form>
    </Section>
  )
}
