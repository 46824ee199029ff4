import { Button } from '@mantine/core'
import { IconPrinter } from '#ui/icons.tsx'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Notice } from '#ui/notice.tsx'
import { Page, Section } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { useText } from '#ui/text.ts'
import { accountsRoutes } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { securityText } from './security-messages.ts'
import c from './security.module.css'

/** Recovery codes, shown once: to print or write down. */
export function RecoveryCodes({ codes, username, onClose }: { codes: readonly string[]; username: string; onClose: () => void }) {
  const words = useText(securityText)
  return (
    <Page title={words.recoveryTitle} description={words.recoveryFor(username)} narrow>
      <LeaveGuard when={true} />
      <Notice tone="warn" alert>
        <p>{words.recoveryOnce}</p>
      </Notice>
      <ol className={c.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="td-row td-no-print">
        <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.kept}
        </Button>
      </div>
    </Page>
  )
}

/** How many are left, and new ones. */
export function RecoverySection({ left, onRenewed }: { left: number; onRenewed: (codes: readonly string[]) => Promise<void> }) {
  const words = useText(securityText)
  const { refusals } = useText(accountsText)
  const [renewing, setRenewing] = useState(false)
  return (
    <Section title={words.recovery}>
      <div className="td-row">
        <p>{words.recoveryLeft(left)}</p>
        <Button variant="default" onClick={() => setRenewing(true)}>
          {words.recoveryRenew}
        </Button>
      </div>
      {renewing && (
        <ConfirmDialog
          title={words.recoveryRenew}
          confirmLabel={words.recoveryRenew}
          refusals={refusals}
          onClose={() => setRenewing(false)}
          onConfirm={async () => {
            const { recoveryCodes } = await call(accountsRoutes.renewRecoveryCodes, {}, { requestId: newRequestId() })
            await onRenewed(recoveryCodes)
          }}
        >
          <p>{words.recoveryRenewBody}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}
