import { useState } from 'react'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { ConfirmDialog, Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { catalogueText } from './messages.ts'
import type { Product } from './types.ts'

interface SettleProps {
  product: Product
  onClose: () => void
}

/** Approves a proposed (or retired) product by its decision (article 13.3). */
export function ApproveDialog({ product, onClose }: SettleProps) {
  const words = useText(catalogueText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [decision, setDecision] = useState(product.decisionNumber)
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useAct(
    (decisionNumber: string, options) => call(evaluationRoutes.settleProduct, { params: { productId: product.id }, body: { version: product.version, act: 'approve', decisionNumber } }, options),
    () => {
      toast(words.approve.done)
      void refresh(evaluationRoutes.listProducts, evaluationRoutes.getCatalogue)
      onClose()
    },
  )
  const submit = () => {
    setTried(true)
    if (decision.trim() !== '') void act(decision.trim())
  }
  return (
    <Dialog title={words.approve.title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.approve.send} busy={busy}>
        <p>
          <strong>{product.name}</strong>
        </p>
        <ErrorNotice error={error} refusals={refusals} />
        <TextField label={words.approve.decision} value={decision} onChange={setDecision} maxLength={60} autoFocus error={tried && decision.trim() === '' ? words.needed.text : undefined} />
      </Form>
    </Dialog>
  )
}

/** Takes a product out of use; tasks already assigned keep it. */
export function RetireDialog({ product, onClose }: SettleProps) {
  const words = useText(catalogueText)
  const { refusals } = useText(evaluationText)
  const refresh = useRefresh()
  const [requestId] = useState(newRequestId)
  return (
    <ConfirmDialog
      title={words.retire.title}
      confirmLabel={words.retire.button}
      danger
      refusals={refusals}
      onClose={onClose}
      onConfirm={async () => {
        await call(evaluationRoutes.settleProduct, { params: { productId: product.id }, body: { version: product.version, act: 'retire' } }, { requestId })
        toast(words.retire.done)
        await refresh(evaluationRoutes.listProducts, evaluationRoutes.getCatalogue)
      }}
    >
      <p>{words.retire.body(product.name)}</p>
    </ConfirmDialog>
  )
}
