import { useState } from 'react'
import type { BodyOf } from '#platform/contract/route.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Form } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { mostDong, royaltyRoutes } from '../../contract/royalty-routes.ts'
import { newsroomText } from '../messages.ts'
import { royaltyText } from './messages.ts'
import { showDong, type Item, type Part } from './royalty-view.ts'

/** A closed line, which has its id. */
export type ClosedPart = Part & { readonly lineId: NonNullable<Part['lineId']> }

/** Corrects a closed line (đính chính dòng đã chốt) by one that takes its place, with the reason. */
export function CorrectLineDialog({ item, part, onClose }: { item: Item; part: ClosedPart; onClose: () => void }) {
  const words = useText(royaltyText)
  const { refusals } = useText(newsroomText)
  const refresh = useRefresh()
  const [amount, setAmount] = useState<string | null>(part.amount === null ? null : String(part.amount))
  const [readable, setReadable] = useState(true)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const correct = useAct(
    (body: BodyOf<typeof royaltyRoutes.replaceLine>, options) => call(royaltyRoutes.replaceLine, { params: { lineId: part.lineId }, body }, options),
    async () => {
      toast(words.corrected)
      onClose()
      await refresh(royaltyRoutes.getRoyalties, royaltyRoutes.getOwnRoyalties)
    },
  )
  const submit = () => {
    setTried(true)
    if (amount !== null && readable && reason.trim() !== '') void correct.act({ amount: Number(amount), reason })
  }
  return (
    <Dialog title={words.correctLine(part.person.name, words.roles[part.role])} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.correct} busy={correct.busy}>
        <ErrorNotice error={correct.error} refusals={refusals} />
        <p>
          {item.title}, {part.percent}%. {words.closedAmount}: <strong>{words.dong(showDong(part.amount ?? 0))}</strong>. {words.basis}: {item.basis}.
        </p>
        <p className="td-quiet td-small">{words.correctHint}</p>
        <NumberField
          label={words.rightAmount}
          places={0}
          min="0"
          max={String(mostDong)}
          value={amount}
          onChange={(next, { valid }) => {
            setAmount(next)
            setReadable(valid)
          }}
          required
          error={tried && amount === null ? words.needed(words.rightAmount) : undefined}
        />
        <TextField label={words.reason} value={reason} onChange={setReason} multiline maxLength={500} required error={tried && reason.trim() === '' ? words.reasonNeeded : undefined} />
      </Form>
    </Dialog>
  )
}
