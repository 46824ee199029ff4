import { Button } from '@mantine/core'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { Dialog } from '#ui/dialog.tsx'
import { giveUpWaiting, signedInAgain } from '#ui/expired-login.ts'
import { useText } from '#ui/text.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Above the page when the login has expired: the work below stays, and what waited goes on after signing in. */
export function SignInAgainDialog() {
  const words = useText(accountsText)
  const session = useSession()
  const signedIn = async () => {
    const now = await call(accountsRoutes.session, {})
    if (now.signedIn && now.actor.accountId === session.accountId) return signedInAgain()
    giveUpWaiting()
    location.assign('/')
  }
  return (
    <Dialog title={words.expiredTitle} onClose={() => {}} locked>
      <div className="td-stack">
        <p>{words.expiredBody(session.displayName)}</p>
        <SignInForm
          again
          onSignedIn={signedIn}
          otherActions={
            <Button
              variant="subtle"
              onClick={() => {
                giveUpWaiting()
                location.assign('/')
              }}
            >
              {words.leave}
            </Button>
          }
        />
      </div>
    </Dialog>
  )
}
