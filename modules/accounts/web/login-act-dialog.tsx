import { call } from '#platform/web/client.ts'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { accountsRoutes, type InvitationSlip, type LoginLine, type LoginSlip } from '../contract/routes.ts'
import type { LoginAct } from './logins-table.tsx'
import { accountsText } from './messages.ts'

interface LoginActDialogProps {
  line: LoginLine
  act: LoginAct
  onClose: () => void
  onSlip: (slip: LoginSlip) => void
  onLinks: (slips: readonly InvitationSlip[]) => void
  onDone: () => void
}

/** Asks before an administrator changes how somebody gets in, then shows the slip or link, once. */
export function LoginActDialog({ line, act, onClose, onSlip, onLinks, onDone }: LoginActDialogProps) {
  const all = useText(accountsText)
  const words = all.logins
  const params = { personId: line.personId }
  const asked = {
    reset: { title: words.resetTitle, label: words.reset, body: words.resetBody(line.fullName, line.username ?? '') },
    invite: { title: words.inviteTitle, label: words.inviteOne, body: words.inviteBody(line.fullName) },
    revoke: { title: `${words.revoke}?`, label: words.revoke, body: words.revokeBody(line.fullName) },
    removeFactors: { title: `${words.removeFactors}?`, label: words.removeFactors, body: words.removeFactorsBody(line.fullName) },
  }[act]
  const confirm = async () => {
    const options = { requestId: newRequestId() }
    if (act === 'reset') onSlip(await call(accountsRoutes.resetLogin, { params }, options))
    if (act === 'invite') onLinks((await call(accountsRoutes.invite, { body: { personIds: [line.personId] } }, options)).slips)
    if (act === 'revoke') {
      await call(accountsRoutes.revokeInvitation, { params }, options)
      toast(words.revoked)
    }
    if (act === 'removeFactors') {
      await call(accountsRoutes.removeSecondFactors, { params }, options)
      toast(words.factorsRemoved)
    }
    onDone()
  }
  return (
    <ConfirmDialog title={asked.title} confirmLabel={asked.label} danger={act === 'removeFactors'} refusals={all.refusals} onClose={onClose} onConfirm={confirm}>
      <p>{asked.body}</p>
    </ConfirmDialog>
  )
}
