import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useLoad, useRefresh } from '#platform/web/load.ts'
import { RadioField } from '#ui/check-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { toast } from '#ui/toasts.tsx'
import { useText } from '#ui/text.ts'
import { useAct } from '#ui/use-act.ts'
import { accountsRoutes } from '../contract/routes.ts'
import type { AccountPolicy } from '../domain/policy.ts'
import { accountsText } from './messages.ts'
import { useSessionChanged } from './session-query.ts'

/** How strictly the committee guards its accounts (chính sách tài khoản). */
export function PolicyDialog({ onClose }: { onClose: () => void }) {
  const { logins: words, refusals, save } = useText(accountsText)
  const policy = useLoad(accountsRoutes.getPolicy, {})
  const refresh = useRefresh()
  const sessionChanged = useSessionChanged()
  const [changed, setChanged] = useState<Partial<AccountPolicy>>({})
  const set = useAct(
    (body: AccountPolicy, options) => call(accountsRoutes.setPolicy, { body }, options),
    () => {
      toast(words.policySaved)
      void refresh(accountsRoutes.getPolicy)
      void sessionChanged()
      onClose()
    },
  )
  const { data } = policy
  return (
    <Dialog title={words.policy} onClose={onClose}>
      <ErrorNotice error={policy.error} refusals={refusals} />
      {data === undefined && policy.error === null && <LoadingRows rows={3} />}
      {data !== undefined && (
        <Form onSubmit={() => void set.act({ ...data, ...changed })} submitLabel={save} busy={set.busy}>
          <ErrorNotice error={set.error} refusals={refusals} />
          <RadioField
            label={words.policySecondFactor}
            value={changed.secondFactor ?? data.secondFactor}
            onChange={(secondFactor) => setChanged({ ...changed, secondFactor })}
            choices={[
              { value: 'required', label: words.policyRequired, hint: words.policyRequiredHint },
              { value: 'offered', label: words.policyOffered, hint: words.policyOfferedHint },
            ]}
          />
          <RadioField
            label={words.policyTwoPersons}
            value={changed.twoPersons ?? data.twoPersons}
            onChange={(twoPersons) => setChanged({ ...changed, twoPersons })}
            choices={[
              { value: 'required', label: words.policyTwo, hint: words.policyTwoHint },
              { value: 'off', label: words.policyOne, hint: words.policyOneHint },
            ]}
          />
        </Form>
      )}
    </Dialog>
  )
}
