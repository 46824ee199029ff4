import { Button } from '@mantine/core'
import { useState } from 'react'
import { answerAsked, type Question } from '#platform/web/asked.ts'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { PasskeyError } from './passkey-error.tsx'
import { passkeysWork, provePasskey } from './passkey.ts'
import { securityText } from './security-messages.ts'

/** Above any page: what the server wants before it does the act that was asked for. Afterwards the act goes on by itself. */
export function AskedDialog({ question }: { question: Question }) {
  return question.kind === 'prove' ? <ProveDialog /> : <SecondPersonDialog />
}

function ProveDialog() {
  const words = useText(securityText)
  const { displayName } = useSession()
  const [way, setWay] = useState<'password' | 'code'>('password')
  const [text, setText] = useState('')
  const prove = useAct(
    async (by: 'password' | 'code' | 'passkey', options: { requestId: string }) => {
      const body = by === 'passkey' ? { proof: await provePasskey() } : by === 'password' ? { password: text } : { code: text }
      return call(accountsRoutes.prove, { body }, options)
    },
    () => answerAsked('proved'),
  )
  return (
    <Dialog title={words.proveTitle} onClose={() => answerAsked(undefined)}>
      <Form
        onSubmit={() => (text === '' ? undefined : void prove.act(way))}
        submitLabel={words.prove}
        busy={prove.busy}
        otherActions={
          passkeysWork() && (
            <Button variant="default" onClick={() => void prove.act('passkey')}>
              {words.proveByPasskey}
            </Button>
          )
        }
      >
        <p>{words.proveBody(displayName)}</p>
        <PasskeyError error={prove.error} />
        <RadioField
          label={words.proveWith}
          value={way}
          onChange={(next) => {
            setWay(next)
            setText('')
          }}
          choices={[
            { value: 'password', label: words.byPassword },
            { value: 'code', label: words.byCode },
          ]}
        />
        {way === 'password' ? (
          <TextField key="password" label={words.provePassword} secret value={text} onChange={setText} autoComplete="current-password" autoFocus />
        ) : (
          <TextField key="code" label={words.proveCode} value={text} onChange={setText} autoComplete="one-time-code" maxLength={40} autoFocus />
        )}
      </Form>
    </Dialog>
  )
}

function SecondPersonDialog() {
  const words = useText(securityText)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const submit = () => {
    setTried(true)
    if (reason.trim() !== '') answerAsked(reason.trim())
  }
  return (
    <Dialog title={words.secondTitle} onClose={() => answerAsked(undefined)}>
      <Form onSubmit={submit} submitLabel={words.send}>
        <p>{words.secondBody}</p>
        <TextField label={words.reason} value={reason} onChange={setReason} multiline maxLength={1000} autoFocus error={tried && reason.trim() === '' ? words.reasonNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
