import { Button } from '@mantine/core'
import { call } from '#platform/web/client.ts'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type SampleAccount } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { PublicPage } from './public-page.tsx'
import c from './public-page.module.css'
import { useSessionChanged } from './session-query.ts'

/** One account per role of the sample, each with a button that signs in. */
export function SampleAccounts({ accounts }: { accounts: readonly SampleAccount[] }) {
  const words = useText(accountsText)
  const changed = useSessionChanged()
  const signIn = useAct(async (account: SampleAccount, options: { requestId: string }) => {
    await call(accountsRoutes.signIn, { body: { username: account.username, password: account.password } }, options)
    await changed()
  })
  const columns: readonly Column<SampleAccount>[] = [
    { key: 'role', header: words.role, cell: (account) => account.role, lead: true },
    { key: 'name', header: words.fullName, cell: (account) => account.fullName },
    { key: 'username', header: words.username, cell: (account) => <span className={c.credential}>{account.username}</span> },
    { key: 'password', header: words.password, cell: (account) => <span className={c.credential}>{account.password}</span> },
    {
      key: 'use',
      header: words.signIn,
      actions: true,
      cell: (account) => (
        <Button
          size="compact-sm"
          variant="light"
          aria-label={words.useAs(account.fullName)}
          loading={signIn.busy}
          onClick={() => void signIn.act(account)}
        >
          {words.use}
        </Button>
      ),
    },
  ]
  return (
    <PublicPage title={words.sampleReady} wide>
      <p>{words.sampleReadyBody}</p>
      <ErrorNotice error={signIn.error} refusals={words.refusals} />
      <DataTable caption={words.sampleList} columns={columns} rows={accounts} rowKey={(account) => account.username} />
      <div>
        <Button variant="default" onClick={() => void changed()}>
          {words.toSignIn}
        </Button>
      </div>
    </PublicPage>
  )
}
