import { IconUserCircle } from '#ui/icons.tsx'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, UnreachableError } from '#platform/web/client.ts'
import { destroyDevice, deviceNow } from '#platform/web/offline/device.ts'
import { oweSignOut } from '#platform/web/offline/remembered.ts'
import { useSession } from '#platform/web/session.ts'
import { DropPanel } from '#ui/app-frame.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { Link } from '#ui/link.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { describeError, isSignedOut } from '#ui/error-words.ts'
import { currentLanguage } from '#ui/language.ts'
import { signInRoutes } from '../contract/sign-in-routes.ts'
import { accountMenuText } from './account-menu-messages.ts'
import c from './public-page.module.css'

/** Who is signed in, the ways to one's account and to what `more` names, and signing out. */
export function AccountMenu({ more }: { more: readonly { readonly to: string; readonly label: string }[] }) {
  const words = useText(accountMenuText)
  const session = useSession()
  const client = useQueryClient()
  const [asking, setAsking] = useState<number>()

  const signOut = async () => {
    try {
      await call(signInRoutes.signOut, {})
    } catch (error) {
      if (error instanceof UnreachableError) oweSignOut()
      else if (!isSignedOut(error)) throw error
    }
    await destroyDevice()
    client.clear()
    location.assign('/')
  }
  const begin = async () => {
    const unsent = (await deviceNow())?.outbox.unsent().length ?? 0
    if (unsent > 0) return setAsking(unsent)
    await signOut().catch((error: unknown) => toast(describeError(error, currentLanguage()).title, 'bad'))
  }
  return (
    <>
      <DropPanel
        label={
          <>
            <IconUserCircle size={22} stroke={1.75} className={c.face} aria-hidden="true" />
            <span className={c.short}>{session.displayName}</span>
          </>
        }
      >
        {(close) => (
          <div className={c.menu} onClick={close}>
            <div className={c.who}>{session.displayName}</div>
            <Link to="/account">{words.myAccount}</Link>
            <Link to="/approvals">{words.approvals}</Link>
            {more.map(({ to, label }) => (
              <Link key={to} to={to}>
                {label}
              </Link>
            ))}
            <button type="button" onClick={() => void begin()}>
              {words.signOut}
            </button>
          </div>
        )}
      </DropPanel>
      {asking !== undefined && (
        <ConfirmDialog
          title={words.signOut}
          confirmLabel={words.signOut}
          danger
          onConfirm={signOut}
          onClose={() => setAsking(undefined)}
        >
          <p>{words.signOutWithDrafts(asking)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
