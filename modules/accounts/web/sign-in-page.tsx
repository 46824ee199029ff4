import { useText } from '#ui/text.ts'
import { accountsText } from './messages.ts'
import { OtherWays } from './other-ways.tsx'
import { PublicPage } from './public-page.tsx'
import { useSessionChanged } from './session-query.ts'
import { SignInForm } from './sign-in-form.tsx'

/** Sign-in, shown at whatever address was asked for, so that it opens afterwards. */
export function SignInPage({ elsewhere }: { elsewhere: string | null }) {
  const words = useText(accountsText)
  const changed = useSessionChanged()
  return (
    <PublicPage title={words.signIn}>
      <div className="td-panel">
        <SignInForm onSignedIn={changed} below={<OtherWays elsewhere={elsewhere} onSignedIn={changed} />} />
      </div>
      <p className="td-quiet td-small">{words.forgotten}</p>
    </PublicPage>
  )
}
