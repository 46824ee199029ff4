import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { Form } from '#ui/form.tsx'
import { Section } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { TextField } from '#ui/text-field.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { uiText } from '#ui/words.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { QrCode } from './qr-code.tsx'
import { securityText } from './security-messages.ts'
import c from './security.module.css'

interface TotpSectionProps {
  totp: { readonly since: string } | null
  onChanged: (recoveryCodes?: readonly string[]) => Promise<void>
}

/** The authenticator application: set up by QR code or key, in force after its first code. */
export function TotpSection({ totp, onChanged }: TotpSectionProps) {
  const words = useText(securityText)
  const { refusals } = useText(accountsText)
  const [secret, setSecret] = useState<{ secret: string; uri: string }>()
  const [removing, setRemoving] = useState(false)
  const start = useAct((_: null, options) => call(accountsRoutes.startTotp, {}, options), setSecret)
  return (
    <Section title={words.totp}>
      <p className="td-quiet">{words.totpAbout}</p>
      {totp === null && secret === undefined && (
        <>
          <p>{words.totpOff}</p>
          <ErrorNotice error={start.error} refusals={refusals} />
          <div>
            <Button loading={start.busy} onClick={() => void start.act(null)}>
              {words.totpSetUp}
            </Button>
          </div>
        </>
      )}
      {totp === null && secret !== undefined && (
        <ConfirmTotp
          {...secret}
          onBack={() => setSecret(undefined)}
          onConfirmed={async (codes) => {
            setSecret(undefined)
            toast(words.totpConfirmed)
            await onChanged(codes)
          }}
        />
      )}
      {totp !== null && (
        <div className="td-row">
          <p>{words.totpOn(showMoment(totp.since))}</p>
          <Button variant="default" onClick={() => setRemoving(true)}>
            {words.totpRemove}
          </Button>
        </div>
      )}
      {removing && (
        <ConfirmDialog
          title={words.totpRemove}
          confirmLabel={words.totpRemove}
          danger
          refusals={refusals}
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await call(accountsRoutes.removeTotp, {}, { requestId: newRequestId() })
            toast(words.removed)
            await onChanged()
          }}
        >
          <p>{words.totpRemoveBody}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

function ConfirmTotp({ secret, uri, onConfirmed, onBack }: { secret: string; uri: string; onConfirmed: (codes: readonly string[]) => Promise<void>; onBack: () => void }) {
  const words = useText(securityText)
  const common = useText(uiText)
  const { refusals } = useText(accountsText)
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const confirm = useAct(
    (given: string, options) => call(accountsRoutes.confirmTotp, { body: { code: given } }, options),
    (reply) => void onConfirmed(reply.recoveryCodes),
  )
  const ready = /^\d{6}$/.test(code.replace(/\s/g, ''))
  const submit = () => {
    setTried(true)
    if (ready) void confirm.act(code)
  }
  return (
    <div className="td-stack">
      <p>{words.totpScan}</p>
      <QrCode text={uri} label={words.totpQr} />
      <div>
        <p className="td-small">{words.totpKey}</p>
        <p className={c.key}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      </div>
      <Form
        onSubmit={submit}
        submitLabel={words.totpConfirm}
        busy={confirm.busy}
        otherActions={
          <Button variant="subtle" onClick={onBack}>
            {common.cancel}
          </Button>
        }
      >
        <ErrorNotice error={confirm.error} refusals={refusals} />
        <TextField label={words.totpCode} value={code} onChange={setCode} inputMode="numeric" autoComplete="one-time-code" maxLength={10} error={tried && !ready ? words.codeNeeded : undefined} />
      </Form>
    </div>
  )
}
