import { Button } from '@mantine/core'
import { showMoment } from '#ui/format.ts'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import type { InvitationSlip } from '../contract/routes.ts'
import { Handout } from './handout.tsx'
import { accountsText } from './messages.ts'
import c from './logins-page.module.css'

/** Liên kết mời: one link per person, to send by a way only that person reads, or to print. Seen only once. */
export function InvitationSlips({ slips, onClose }: { slips: readonly InvitationSlip[]; onClose: () => void }) {
  const all = useText(accountsText)
  const words = all.logins
  // Behind the #: what stands there is sent to no server and written to no log.
  const linkOf = (slip: InvitationSlip): string => `${location.origin}/invitation#${slip.token}`
  const copy = async (slip: InvitationSlip) => {
    await navigator.clipboard.writeText(linkOf(slip))
    toast(words.copied(slip.fullName))
  }
  return (
    <Handout
      words={{ title: words.linksTitle(slips.length), once: words.linksOnce, print: words.printLinks, close: words.linksClose }}
      slips={slips}
      onClose={onClose}
      besideName={(slip) =>
        window.isSecureContext && (
          <Button size="compact-sm" variant="light" className="td-no-print" aria-label={words.copyOf(slip.fullName)} onClick={() => void copy(slip)}>
            {words.copy}
          </Button>
        )
      }
      facts={(slip) => (
        <>
          <dt>{all.username}</dt>
          <dd className={c.credential}>{slip.username}</dd>
          <dt>{words.link}</dt>
          <dd className={c.credential}>{linkOf(slip)}</dd>
          <dt>{words.validUntil}</dt>
          <dd>{showMoment(slip.expiresAt)}</dd>
        </>
      )}
    />
  )
}
