import { Button } from '@mantine/core'
import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { showMoment } from '#ui/format.ts'
import { useLanguage } from '#ui/language.ts'
import { Link } from '#ui/link.tsx'
import { Section } from '#ui/page.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { requestRoutes } from '../../contract/request-routes.ts'
import { kindWords } from '../../domain/requests/words.ts'
import { personalDataText } from '../messages.ts'
import { ownDataText } from '../own-data/messages.ts'
import { wayPlaces } from '../places.ts'
import { requestsText } from './messages.ts'
import { RequestAbout, RequestDue, RequestStatusBadge, RequestTexts, Terms, type Request } from './request-parts.tsx'
import c from './requests.module.css'

/** One's own requests with their answers; drawn once there is one. */
export function MyRequests() {
  const own = useText(ownDataText)
  const { data, error } = useLoad(requestRoutes.myRequests, { query: { limit: 100 } })
  if (data === undefined || data.items.length === 0) return <ErrorNotice error={error} />
  return (
    <Section title={own.mine}>
      <ul className={c.list}>
        {data.items.map((request) => (
          <MyRequest key={request.id} request={request} />
        ))}
      </ul>
      <Terms />
    </Section>
  )
}

function MyRequest({ request }: { request: Request }) {
  const words = useText(requestsText)
  const { refusals } = useText(personalDataText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [withdrawing, setWithdrawing] = useState(false)
  return (
    <li className="td-panel td-stack-tight">
      <div className="td-row">
        <strong>{kindWords[request.kind][language]}</strong>
        <RequestStatusBadge status={request.status} />
        <RequestDue request={request} />
        <span className="td-quiet td-small">{words.filed(showMoment(request.filedAt))}</span>
      </div>
      <p className="td-small">
        <RequestAbout request={request} />
      </p>
      <RequestTexts request={request} />
      {request.status === 'refused' && request.way === 'petition' && (
        <p className="td-small">
          <Link to={wayPlaces.petition}>{words.ways.petition}</Link>
        </p>
      )}
      {request.can.includes('withdraw') && (
        <div>
          <Button variant="default" size="compact-sm" onClick={() => setWithdrawing(true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
      {withdrawing && (
        <ConfirmDialog
          title={words.withdraw}
          confirmLabel={words.withdraw}
          refusals={refusals}
          onClose={() => setWithdrawing(false)}
          onConfirm={async () => {
            await call(requestRoutes.withdrawRequest, { params: { requestId: request.id }, body: { version: request.version } }, { requestId: newRequestId() })
            await refresh(requestRoutes.myRequests)
            toast(words.withdrawn)
          }}
        >
          <p>{words.withdrawBody}</p>
        </ConfirmDialog>
      )}
    </li>
  )
}
