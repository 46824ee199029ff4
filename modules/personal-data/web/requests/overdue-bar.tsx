import { useLoad } from '#platform/web/load.ts'
import { PageBar } from '#ui/page-bar.tsx'
import { useText } from '#ui/text.ts'
import { requestRoutes } from '../../contract/request-routes.ts'
import { requestsPlace } from '../places.ts'
import { requestsText } from './messages.ts'

const every = 10 * 60_000

/** Above every page of who looks after personal data: requests beyond their day. */
export function OverdueRequestsBar() {
  const words = useText(requestsText)
  const { data } = useLoad(requestRoutes.requestCounts, {}, { every })
  if (data === undefined || data.overdue === 0) return null
  return (
    <PageBar tone="bad" to={requestsPlace} link={words.openInbox}>
      {words.bar(data.overdue)}
    </PageBar>
  )
}
