import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import type { LoginSlip } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import c from './logins-page.module.css'

/** Phiếu tài khoản: one slip per login with its first password, to print, cut and hand over. Seen only once. */
export function LoginSlips({ slips, onClose }: { slips: readonly LoginSlip[]; onClose: () => void }) {
  const all = useText(accountsText)
  const words = all.logins
  const heading = useRef<HTMLHeadingElement>(null)
  // Opened on the server machine itself, the address in the bar leads nobody else here.
  const reachable = !/^(localhost|127\.|\[::1\])/.test(window.location.hostname)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={c.handout}>
      <LeaveGuard when={true} />
      <div className={`${c.intro} td-no-print`}>
        <h1 ref={heading} tabIndex={-1}>
          {words.slipsTitle(slips.length)}
        </h1>
        <Notice tone="warn" alert>
          <p>{words.once}</p>
        </Notice>
        <div className="td-row">
          <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.close}
          </Button>
        </div>
      </div>
      <ul className={c.slips}>
        {slips.map((slip) => (
          <li key={slip.personId} className={c.slip}>
            <div>
              <p className={c.name}>{slip.fullName}</p>
              <p className="td-quiet td-small">{slip.unit}</p>
            </div>
            <dl className={c.facts}>
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
            </dl>
            <p className={`${c.advice} td-quiet td-small`}>{words.advice}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
