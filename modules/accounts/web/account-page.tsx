import { Button } from '@mantine/core'
import { useState } from 'react'
import { ask } from '#platform/web/asked.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page } from '#ui/page.tsx'
import { useText } from '#ui/text.ts'
import { accountsRoutes, type Security } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { RecoveryCodes, RecoverySection } from './recovery-codes.tsx'
import { securityText } from './security-messages.ts'
import { useSessionChanged } from './session-query.ts'
import { SessionsSection } from './sessions-section.tsx'
import { TotpSection } from './totp-section.tsx'

/** One's own account (Tài khoản của tôi, Bảo mật): second factors, passkeys, password, signed-in devices. */
export function AccountPage() {
  const words = useText(securityText)
  const { refusals } = useText(accountsText)
  const { displayName } = useSession()
  const refresh = useRefresh()
  const sessionChanged = useSessionChanged()
  const security = useLoad(accountsRoutes.security, {})
  const [codes, setCodes] = useState<readonly string[]>([])
  if (codes.length > 0 && security.data !== undefined) return <RecoveryCodes codes={codes} username={security.data.username} onClose={() => setCodes([])} />

  const changed = async (shown: readonly string[] = []) => {
    setCodes(shown)
    await refresh(accountsRoutes.security)
    await sessionChanged()
  }
  return (
    <Page title={words.title} description={security.data === undefined ? displayName : words.description(displayName, security.data.username)} narrow>
      <ErrorNotice error={security.error} refusals={refusals} onRetry={() => void security.refetch()} />
      {security.isPending && <LoadingRows rows={8} />}
      {security.data !== undefined && (
        <>
          <Needed security={security.data} onProved={changed} />
          <TotpSection totp={security.data.totp} onChanged={changed} />
          <PasskeysSection security={security.data} onChanged={changed} />
          {(security.data.totp !== null || security.data.passkeys.length > 0) && <RecoverySection left={security.data.recoveryLeft} onRenewed={changed} />}
          <PasswordSection since={security.data.passwordChangedAt} />
          <SessionsSection sessions={security.data.sessions} />
        </>
      )}
    </Page>
  )
}

/** Leads whose rights wait for a second factor to set one up, or to prove the one they have. */
function Needed({ security, onProved }: { security: Security; onProved: () => Promise<void> }) {
  const words = useText(securityText)
  if (!security.required || security.proved) return null
  const enrolled = security.totp !== null || security.passkeys.length > 0
  return (
    <Notice tone="warn" title={enrolled ? words.proveNow : words.needed}>
      <p>{enrolled ? words.proveNowBody : words.neededBody}</p>
      {enrolled && (
        <Button size="compact-md" onClick={() => void ask({ kind: 'prove' }).then((proved) => (proved === undefined ? undefined : onProved()))}>
          {words.proveNowButton}
        </Button>
      )}
    </Notice>
  )
}
