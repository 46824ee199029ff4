import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes, type GivenRoleLine } from '../contract/routes.ts'
import { focusFirstWrong } from './focus-first-wrong.ts'
import { accountsText } from './messages.ts'
import { orWaiting } from './or-waiting.ts'
import { useRefusedAt } from './refused-at.ts'
import { rolesText } from './roles-messages.ts'

/** Ends a role from a day on, today at the earliest, and asks why. */
export function EndRoleDialog({ line, onClose }: { line: GivenRoleLine; onClose: () => void }) {
  const words = useText(rolesText)
  const { refusals } = useText(accountsText)
  const { today } = useSession()
  const refresh = useRefresh()
  const [overFrom, setOverFrom] = useState<CalendarDate | null>(today)
  const [valid, setValid] = useState(true)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const end = useAct(
    (body: { overFrom: CalendarDate; reason: string }, options) => orWaiting(call(accountsRoutes.endRole, { params: { roleId: line.id }, body }, options)),
    async (done) => {
      toast(done === 'waiting' ? words.waiting : words.ended(line.name))
      onClose()
      // It may have been one's own.
      await refresh(accountsRoutes.listGivenRoles, accountsRoutes.session)
    },
  )
  const refusedAt = useRefusedAt(end.error)
  const dateRefused = refusedAt('accounts.role.past', 'accounts.role.ends-earlier')
  const submit = () => {
    setTried(true)
    if (overFrom === null || !valid || reason.trim() === '') return focusFirstWrong()
    void end.act({ overFrom, reason }).then((done) => (done === undefined ? focusFirstWrong() : undefined))
  }
  return (
    <Dialog title={words.endTitle} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.end} busy={end.busy}>
        <p>
          <strong>{line.name}</strong>: {words.roles[line.role].name} · {line.unit?.name ?? words.whole}
        </p>
        <DateField
          label={words.overFrom}
          hint={words.overFromHint}
          value={overFrom}
          min={today}
          required
          onChange={(day, state) => {
            setOverFrom(day)
            setValid(state.valid)
            end.reset()
          }}
          error={tried && overFrom === null ? words.needed(words.overFrom) : dateRefused}
        />
        <TextField label={words.reason} value={reason} onChange={setReason} multiline required maxLength={500} error={tried && reason.trim() === '' ? words.needed(words.reason) : undefined} />
        {dateRefused === undefined && <ErrorNotice error={end.error} refusals={refusals} />}
      </Form>
    </Dialog>
  )
}
