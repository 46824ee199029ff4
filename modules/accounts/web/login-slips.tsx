import { useText } from '#ui/text.ts'
import type { LoginSlip } from '../contract/routes.ts'
import { Handout } from './handout.tsx'
import { accountsText } from './messages.ts'
import c from './logins-page.module.css'

/** Phiếu tài khoản: one slip per login with its first password, to print, cut and hand over. Seen only once. */
export function LoginSlips({ slips, onClose }: { slips: readonly LoginSlip[]; onClose: () => void }) {
  const all = useText(accountsText)
  const words = all.logins
  // Opened on the server machine itself, the address in the bar leads nobody else here.
  const reachable = !/^(localhost|127\.|\[::1\])/.test(window.location.hostname)
  return (
    <Handout
      words={{ title: words.slipsTitle(slips.length), once: words.once, print: words.print, close: words.close }}
      slips={slips}
      onClose={onClose}
      advice={words.advice}
      facts={(slip) => (
        <>
          {reachable && (
            <>
              <dt>{words.address}</dt>
              <dd>{window.location.origin}</dd>
            </>
          )}
          <dt>{all.username}</dt>
          <dd className={c.credential}>{slip.username}</dd>
          <dt>{words.firstPassword}</dt>
          <dd className={c.credential}>{slip.password}</dd>
        </>
      )}
    />
  )
}
