import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type SampleAccount } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { PublicPage } from './public-page.tsx'
import c from './public-page.module.css'
import { SampleAccounts } from './sample-accounts.tsx'
import { SetUpForm } from './set-up-form.tsx'

/** First set-up of an empty system: one's own committee, or the sample. */
export function SetUpPage() {
  const words = useText(accountsText)
  const [sample, setSample] = useState<readonly SampleAccount[]>()
  const load = useAct(
    (_: null, options) => call(accountsRoutes.loadSample, {}, options),
    (reply) => setSample(reply.accounts),
  )
  if (sample !== undefined) return <SampleAccounts accounts={sample} />
  return (
    <PublicPage title={words.setUpTitle} wide>
      <p>{words.setUpBody}</p>
      <div className={c.choices}>
        <section className="td-panel td-stack">
          <h2>{words.setUpOwn}</h2>
          <SetUpForm disabled={load.busy} />
        </section>
        <section className="td-panel td-stack">
          <h2>{words.sampleTitle}</h2>
          <p>{words.sampleBody}</p>
          <ErrorNotice error={load.error} refusals={words.refusals} />
          {load.busy && <p role="status">{words.sampleLoading}</p>}
          <div>
            <Button variant="default" loading={load.busy} onClick={() => void load.act(null)}>
              {words.sampleLoad}
            </Button>
          </div>
        </section>
      </div>
    </PublicPage>
  )
}
