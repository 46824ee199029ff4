import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { showMoment } from '#ui/format.ts'
import { Form } from '#ui/form.tsx'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { TextField } from '#ui/text-field.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type Security } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { PasskeyError } from './passkey-error.tsx'
import { makePasskey, passkeysWork } from './passkey.ts'
import { securityText } from './security-messages.ts'
import c from './security.module.css'

/** Passkeys (khóa truy cập): where the address allows them, to add and to take away. */
export function PasskeysSection({ security, onChanged }: { security: Security; onChanged: (recoveryCodes?: readonly string[]) => Promise<void> }) {
  const words = useText(securityText)
  const { refusals } = useText(accountsText)
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [removing, setRemoving] = useState<Security['passkeys'][number]>()
  const add = useAct(
    async (given: string, options: { requestId: string }) => call(accountsRoutes.addPasskey, { body: { name: given, created: await makePasskey() } }, options),
    (reply) => {
      setName('')
      setTried(false)
      toast(words.passkeyAdded)
      void onChanged(reply.recoveryCodes)
    },
  )
  const submit = () => {
    setTried(true)
    if (name.trim() !== '') void add.act(name.trim())
  }
  return (
    <Section title={words.passkeys}>
      <p className="td-quiet">{words.passkeysAbout}</p>
      {security.passkeys.length > 0 && (
        <ul className={c.keys}>
          {security.passkeys.map((key) => (
            <li key={key.id}>
              <span>
                {key.name} <span className="td-quiet td-small">{[key.usedAt === null ? words.passkeyNever : words.passkeyUsed(showMoment(key.usedAt)), ...(key.here ? [] : [words.passkeyElsewhere])].join(', ')}</span>
              </span>
              <Button size="compact-sm" variant="subtle" aria-label={words.passkeyRemove(key.name)} onClick={() => setRemoving(key)}>
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!security.passkeysPossible && (
        <Notice tone="neutral">
          <p>{words.passkeysHttps}</p>
        </Notice>
      )}
      {security.passkeysPossible && !passkeysWork() && (
        <Notice tone="neutral">
          <p>{words.passkeysUnsupported}</p>
        </Notice>
      )}
      {security.passkeysPossible && passkeysWork() && (
        <Form onSubmit={submit} submitLabel={words.passkeyAdd} busy={add.busy}>
          <PasskeyError error={add.error} />
          <TextField label={words.passkeyName} hint={words.passkeyNameHint} value={name} onChange={setName} maxLength={60} error={tried && name.trim() === '' ? `${words.passkeyNameHint}.` : undefined} />
        </Form>
      )}
      {removing !== undefined && (
        <ConfirmDialog
          title={words.passkeyRemove(removing.name)}
          confirmLabel={words.remove}
          danger
          refusals={refusals}
          onClose={() => setRemoving(undefined)}
          onConfirm={async () => {
            await call(accountsRoutes.removePasskey, { body: { id: removing.id } }, { requestId: newRequestId() })
            toast(words.removed)
            await onChanged()
          }}
        >
          <p>{words.passkeyRemoveBody}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
