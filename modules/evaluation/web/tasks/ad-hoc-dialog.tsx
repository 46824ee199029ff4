import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import { useUnsent } from '#platform/web/offline/use-unsent.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { newRequestId } from '#ui/request-id.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationText } from '../messages.ts'
import { adHocLane, type AdHocTask } from '../offline/send-ad-hoc-task.ts'
import { tasksText } from './messages.ts'
import { ProductPicker } from './product-picker.tsx'
import { rememberProduct, type RecentProduct } from './recent-products.ts'
import { useTaskSend } from './use-task-send.ts'

/** Records unplanned work (việc đột xuất) in seconds: the product, how many, done. */
export function AdHocDialog({ onClose }: { onClose: () => void }) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const { accountId, today } = useSession()
  const [product, setProduct] = useState<RecentProduct | null>(null)
  const [title, setTitle] = useState<string>()
  const [quantity, setQuantity] = useState<string | null>('1')
  const [date, setDate] = useState<CalendarDate | null>(today)
  const [valid, setValid] = useState({ quantity: true, date: true })
  const [tried, setTried] = useState(false)
  const { outbox } = useUnsent()
  const [id] = useState(newRequestId)
  const { send, busy, error } = useTaskSend(onClose)
  const name = (title ?? product?.name ?? '').trim()
  const submit = () => {
    setTried(true)
    if (product === null || name === '' || quantity === null || date === null || !valid.quantity || !valid.date) return
    rememberProduct(accountId, product)
    const task = { productId: product.id, title: name, quantity: Number(quantity), completed: Number(quantity), completedOn: date }
    void send<AdHocTask | null>(adHocLane(outbox, id, task), task, words.adHoc.sent)
  }
  return (
    <Dialog title={words.adHoc.title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.adHoc.send} busy={busy}>
        <p className="td-quiet td-small">{words.adHoc.explain}</p>
        <ErrorNotice error={error} refusals={refusals} />
        <ProductPicker
          label={words.adHoc.product}
          value={product}
          onChange={setProduct}
          autoFocus
          error={tried && product === null ? words.needed.product : undefined}
        />
        {product !== null && (
          <TextField
            label={words.adHoc.name}
            value={title ?? product.name}
            onChange={setTitle}
            maxLength={500}
            error={tried && name === '' ? words.needed.title : undefined}
          />
        )}
        <Columns>
          <NumberField
            label={words.adHoc.done}
            value={quantity}
            places={0}
            min="1"
            max="100000"
            onChange={(next, state) => {
              setQuantity(next)
              setValid({ ...valid, quantity: state.valid })
            }}
            error={tried && quantity === null ? words.needed.quantity : undefined}
            {...(product === null ? {} : { hint: product.unitOfCount })}
          />
          <DateField
            label={words.adHoc.on}
            {...(product === null ? {} : { hint: words.report.onHint })}
            value={date}
            max={today}
            onChange={(next, state) => {
              setDate(next)
              setValid({ ...valid, date: state.valid })
            }}
            error={tried && date === null ? words.needed.date : undefined}
          />
        </Columns>
      </Form>
    </Dialog>
  )
}
