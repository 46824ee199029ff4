import { IconUserCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useSession } from '#platform/web/session.ts'
import { DropPanel } from '#ui/app-frame.tsx'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { countDrafts, forgetDrafts } from '#ui/drafts.ts'
import { Link } from '#ui/link.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { describeError } from '#ui/error-words.ts'
import { currentLanguage } from '#ui/language.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import c from './public-page.module.css'

/** Who is signed in, the way to one's account, and signing out. */
export function AccountMenu() {
  const words = useText(accountsText)
  const session = useSession()
  const client = useQueryClient()
  const [asking, setAsking] = useState<number>()

  const signOut = async () => {
    await call(accountsRoutes.signOut, {})
    forgetDrafts(session.accountId)
    client.clear()
    location.assign('/')
  }
  const begin = () => {
    const drafts = countDrafts(session.accountId)
    if (drafts > 0) return setAsking(drafts)
    signOut().catch((error: unknown) => toast(describeError(error, currentLanguage()).title, 'bad'))
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
            <Link to="/account">{words.changePassword}</Link>
            <button type="button" onClick={begin}>
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
