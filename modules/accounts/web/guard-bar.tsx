import { useSession } from '#platform/web/session.ts'
import { Link } from '#ui/link.tsx'
import { useText } from '#ui/text.ts'
import { securityText } from './security-messages.ts'
import c from './security.module.css'

/** Above every page: rights that wait for a second factor, and acts that wait for this person as the second one. */
export function GuardBar() {
  const words = useText(securityText)
  const { withheld, waiting } = useSession()
  return (
    <>
      {withheld.length > 0 && (
        <div className={`${c.bar} td-no-print`} role="status">
          <span>{words.withheld}</span>
          <Link to="/account">{words.setUpNow}</Link>
        </div>
      )}
      {waiting > 0 && (
        <div className={`${c.bar} td-no-print`} role="status">
          <span>{words.waiting(waiting)}</span>
          <Link to="/approvals">{words.open}</Link>
        </div>
      )}
    </>
  )
}
