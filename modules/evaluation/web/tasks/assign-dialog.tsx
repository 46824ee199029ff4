import { useState } from 'react'
import type { CalendarDate } from '#kernel/calendar-date.ts'
import type { PersonId } from '#kernel/id.ts'
import { call } from '#platform/web/client.ts'
import { useLoad } from '#platform/web/load.ts'
import { useSession } from '#platform/web/session.ts'
import { DateField } from '#ui/date-field.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { LoadingRows } from '#ui/loading-rows.tsx'
import { NumberField } from '#ui/number-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { tasksText } from './messages.ts'
import { endOfMonth, monthOf } from './month.ts'
import { PeoplePicker } from './people-picker.tsx'
import { ProductPicker } from './product-picker.tsx'
import { rememberProduct, type RecentProduct } from './recent-products.ts'
import { convertedQuantity } from './task-totals.ts'
import { useTaskAct } from './use-task-act.ts'

interface Entries {
  product: RecentProduct
  people: readonly PersonId[]
  title: string
  quantity: number
  deadline: CalendarDate
}

/** Assigns one product to several people at once (giao nhiệm vụ, article 18.1). */
export function AssignDialog({ month, onClose }: { month: CalendarDate | undefined; onClose: () => void }) {
  const words = useText(tasksText)
  const { refusals } = useText(evaluationText)
  const language = useLanguage()
  const { accountId, today } = useSession()
  const assignable = useLoad(evaluationRoutes.assignablePeople, {})
  const [product, setProduct] = useState<RecentProduct | null>(null)
  const [people, setPeople] = useState<ReadonlySet<PersonId>>(new Set())
  const [title, setTitle] = useState('')
  const [quantity, setQuantity] = useState<string | null>('1')
  const [deadline, setDeadline] = useState<CalendarDate | null>(endOfMonth(month ?? monthOf(today)))
  const [valid, setValid] = useState({ quantity: true, deadline: true })
  const [tried, setTried] = useState(false)
  const { act, busy, error } = useTaskAct(
    (entries: Entries, options) =>
      call(
        evaluationRoutes.assignTask,
        { body: { productId: entries.product.id, personIds: [...entries.people], title: entries.title, quantity: entries.quantity, deadline: entries.deadline } },
        options,
      ),
    (entries) => words.assign.sent(entries.people.length),
    onClose,
  )
  const submit = () => {
    setTried(true)
    if (product === null || people.size === 0 || quantity === null || deadline === null || !valid.quantity || !valid.deadline) return
    rememberProduct(accountId, product)
    void act({ product, people: [...people], title: title.trim(), quantity: Number(quantity), deadline })
  }
  const coefficient = product?.coefficientShown
  const sum =
    coefficient === undefined || quantity === null
      ? undefined
      : words.convertedSum(showDecimal(coefficient, language), showDecimal(quantity, language), showDecimal(convertedQuantity(coefficient, Number(quantity)), language))
  return (
    <Dialog title={words.assign.title} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={words.assign.send(people.size)} busy={busy}>
        <p className="td-quiet td-small">{words.assign.explain}</p>
        <ErrorNotice error={error} refusals={refusals} />
        <ProductPicker
          label={words.assign.product}
          value={product}
          onChange={setProduct}
          autoFocus
          error={tried && product === null ? words.needed.product : undefined}
        />
        <Columns>
          <NumberField
            label={words.assign.quantity}
            value={quantity}
            places={0}
            min="1"
            max="100000"
            hint={sum ?? product?.unitOfCount ?? words.assign.quantityHint}
            onChange={(next, state) => {
              setQuantity(next)
              setValid({ ...valid, quantity: state.valid })
            }}
            error={tried && quantity === null ? words.needed.quantity : undefined}
          />
          <DateField
            label={words.assign.deadline}
            value={deadline}
            hint={words.assign.deadlineHint}
            onChange={(next, state) => {
              setDeadline(next)
              setValid({ ...valid, deadline: state.valid })
            }}
            error={tried && deadline === null ? words.needed.date : undefined}
          />
        </Columns>
        {assignable.isPending && <LoadingRows rows={3} />}
        <ErrorNotice error={assignable.error} onRetry={() => void assignable.refetch()} />
        {assignable.data && (
          <PeoplePicker
            label={words.assign.people}
            people={assignable.data.people}
            value={people}
            onChange={setPeople}
            error={tried && people.size === 0 ? words.needed.people : undefined}
          />
        )}
        <TextField label={words.assign.name} hint={words.assign.nameHint} value={title} onChange={setTitle} maxLength={500} />
      </Form>
    </Dialog>
  )
}
