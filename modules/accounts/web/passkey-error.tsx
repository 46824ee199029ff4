import { ErrorNotice } from '#ui/error-notice.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { accountsText } from './messages.ts'
import { PasskeyFailed } from './passkey.ts'
import { securityText } from './security-messages.ts'

/** What went wrong, also when the browser only says that no passkey came. */
export function PasskeyError({ error }: { error: unknown }) {
  const words = useText(securityText)
  const { refusals } = useText(accountsText)
  if (error instanceof PasskeyFailed) {
    return (
      <Notice tone="bad" alert>
        <p>{words.passkeyFailed}</p>
      </Notice>
    )
  }
  return <ErrorNotice error={error} refusals={refusals} />
}
