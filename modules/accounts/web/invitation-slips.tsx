import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { showMoment } from '#ui/format.ts'
import { LeaveGuard } from '#ui/leave-guard.tsx'
import { Notice } from '#ui/notice.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import type { InvitationSlip } from '../contract/routes.ts'
import { accountsText } from './messages.ts'
import c from './logins-page.module.css'

/** Liên kết mời: one link per person, to send by a way only that person reads, or to print. Seen only once. */
export function InvitationSlips({ slips, onClose }: { slips: readonly InvitationSlip[]; onClose: () => void }) {
  const all = useText(accountsText)
  const words = all.logins
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  // Behind the #: what stands there is sent to no server and written to no log.
  const linkOf = (slip: InvitationSlip): string => `${location.origin}/invitation#${slip.token}`
  const copy = async (slip: InvitationSlip) => {
    await navigator.clipboard.writeText(linkOf(slip))
    toast(words.copied(slip.fullName))
  }
  return (
    <div className={c.handout}>
      <LeaveGuard when={true} />
      <div className={`${c.intro} td-no-print`}>
        <h1 ref={heading} tabIndex={-1}>
          {words.linksTitle(slips.length)}
        </h1>
        <Notice tone="warn" alert>
          <p>{words.linksOnce}</p>
        </Notice>
        <div className="td-row">
          <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
            {words.printLinks}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.linksClose}
          </Button>
        </div>
      </div>
      <ul className={c.slips}>
        {slips.map((slip) => (
          <li key={slip.personId} className={c.slip}>
            <div>
              <p className={c.name}>{slip.fullName}</p>
              <p className="td-quiet td-small">{slip.unit}</p>
              {window.isSecureContext && (
                <Button size="compact-sm" variant="light" className="td-no-print" aria-label={words.copyOf(slip.fullName)} onClick={() => void copy(slip)}>
                  {words.copy}
                </Button>
              )}
            </div>
            <dl className={c.facts}>
              <dt>{all.username}</dt>
              <dd className={c.credential}>{slip.username}</dd>
              <dt>{words.link}</dt>
              <dd className={c.credential}>{linkOf(slip)}</dd>
              <dt>{words.validUntil}</dt>
              <dd>{showMoment(slip.expiresAt)}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </div>
  )
}
