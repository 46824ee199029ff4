import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { call } from '#platform/web/client.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { useText } from '#ui/text.ts'
import { accountsRoutes, type SecondFactorKind } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import { PublicPage } from './public-page.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { securityText } from './security-messages.ts'

/** Back from the provider of another sign-in: what it sent is handed to the server once, then the start page opens. */
export function ReturnPage() {
  const words = useText(securityText)
  const { refusals } = useText(accountsText)
  const [error, setError] = useState<unknown>()
  const [kinds, setKinds] = useState<readonly SecondFactorKind[]>()
  const sent = useRef(false)
  useEffect(() => {
    if (sent.current) return
    sent.current = true
    call(accountsRoutes.comeBack, { body: { query: location.search } })
      .then((reply) => (reply.signedIn ? toStart() : setKinds(reply.secondFactor)))
      .catch(setError)
  }, [])
  return (
    <PublicPage title={words.returnTitle}>
      <div className="td-panel td-stack">
        {error === undefined && kinds === undefined && <p role="status">{words.returning}</p>}
        <ErrorNotice error={error} refusals={refusals} />
        {kinds !== undefined && <SecondFactorForm kinds={kinds} onSignedIn={toStart} onBack={toStart} />}
        {error !== undefined && (
          <div>
            <Button variant="default" onClick={toStart}>
              {words.toSignIn}
            </Button>
          </div>
        )}
      </div>
    </PublicPage>
  )
}

function toStart(): void {
  location.replace('/')
}
