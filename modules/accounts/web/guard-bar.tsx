import { useSession } from '#platform/web/session.ts'
import { PageBar } from '#ui/page-bar.tsx'
import { useText } from '#ui/text.ts'
import { securityText } from './security-messages.ts'

/** Above every page: rights that wait for a second factor, and acts that wait for this person as the second one. */
export function GuardBar() {
  const words = useText(securityText)
  const { withheld, waiting } = useSession()
  return (
    <>
      {withheld.length > 0 && (
        <PageBar to="/account" link={words.setUpNow}>
          {words.withheld}
        </PageBar>
      )}
      {waiting > 0 && (
        <PageBar to="/approvals" link={words.open}>
          {words.waiting(waiting)}
        </PageBar>
      )}
    </>
  )
}
