import { Button } from '@mantine/core'
import { call } from '#platform/web/client.ts'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { PasskeyError } from './passkey-error.tsx'
import { passkeysWork, provePasskey } from './passkey.ts'
import { securityText } from './security-messages.ts'
import c from './security.module.css'

/** Ways to sign in beside the password: a passkey, where one can be used, and the provider the administrator connected. */
export function OtherWays({ elsewhere, onSignedIn }: { elsewhere: string | null; onSignedIn: () => Promise<void> | void }) {
  const words = useText(securityText)
  const passkey = useAct(async (_: null, options: { requestId: string }) => {
    await call(accountsRoutes.signInWithPasskey, { body: { proof: await provePasskey() } }, options)
    await onSignedIn()
  })
  const leave = useAct(async (_: null, options: { requestId: string }) => {
    const { address } = await call(accountsRoutes.signInElsewhere, {}, options)
    location.assign(address)
  })
  if (!passkeysWork() && elsewhere === null) return null
  return (
    <div className={c.or}>
      <PasskeyError error={passkey.error ?? leave.error} />
      {passkeysWork() && (
        <Button variant="default" loading={passkey.busy} onClick={() => void passkey.act(null)}>
          {words.passkeySignIn}
        </Button>
      )}
      {elsewhere !== null && (
        <Button variant="default" loading={leave.busy} onClick={() => void leave.act(null)}>
          {words.elsewhere(elsewhere)}
        </Button>
      )}
    </div>
  )
}
