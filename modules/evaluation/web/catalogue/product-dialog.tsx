import { useState } from 'react'
import { compare, parseRational } from '#kernel/rational.ts'
import type { UnitId } from '#kernel/id.ts'
import { UnitField } from '#modules/organisation/web/index.ts'
import { call } from '#platform/web/client.ts'
import { useRefresh } from '#platform/web/load.ts'
import { showDecimal } from '#ui/decimal.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { Columns, Form } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { NumberField } from '#ui/number-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { toast } from '#ui/toasts.tsx'
import { useAct } from '#ui/use-act.ts'
import { coefficientOf, productParts, showCoefficient, type ProductPart } from '../../domain/catalogue.ts'
import { evaluationRoutes } from '../../contract/routes.ts'
import { evaluationText } from '../messages.ts'
import { catalogueText } from './messages.ts'
import type { Catalogue, Product } from './types.ts'

interface ProductDialogProps {
  catalogue: Catalogue
  /** Undefined for a new one. */
  product: Product | undefined
  /** Proposes instead of adding (article 13.3). */
  proposing: boolean
  onClose: () => void
}

interface Entries {
  code: string
  name: string
  part: ProductPart
  unitId: UnitId | null
  field: string
  unitOfCount: string
  complexityGroup: string
  points: string
  decisionNumber: string
}

/** Adds, changes or proposes a product; the coefficient is shown as the points are typed. */
export function ProductDialog({ catalogue, product, proposing, onClose }: ProductDialogProps) {
  const words = useText(catalogueText)
  const { productPart, refusals } = useText(evaluationText)
  const language = useLanguage()
  const refresh = useRefresh()
  const [entries, setEntries] = useState<Omit<Entries, 'points' | 'complexityGroup'> & { points: string | null; complexityGroup: string | null }>({
    code: product?.code ?? '',
    name: product?.name ?? '',
    part: product?.part ?? 'B.I',
    unitId: (product?.unit?.id ?? null) as UnitId | null,
    field: product?.field ?? '',
    unitOfCount: product?.unitOfCount ?? '',
    complexityGroup: product?.complexityGroup ?? null,
    points: product?.points ?? null,
    decisionNumber: product?.decisionNumber ?? '',
  })
  const [validPoints, setValidPoints] = useState(true)
  const [tried, setTried] = useState(false)
  const put = (patch: Partial<typeof entries>) => setEntries({ ...entries, ...patch })
  const { act, busy, error } = useAct(
    async (body: Entries, options) => {
      if (proposing) await call(evaluationRoutes.proposeProduct, { body }, options)
      else await call(evaluationRoutes.saveProduct, { body: { ...body, id: product?.id ?? null, version: product?.version ?? 0 } }, options)
    },
    () => {
      toast(proposing ? words.product.proposed : words.product.saved)
      void refresh(evaluationRoutes.listProducts, evaluationRoutes.getCatalogue)
      onClose()
    },
  )
  const group = catalogue.groups.find((one) => one.code === entries.complexityGroup)
  const tooMany = group !== undefined && entries.points !== null && isAbove(entries.points, group.maxPoints)
  const coefficient = entries.points === null || !isAbove(entries.points, '0') ? undefined : showCoefficient(coefficientOf(entries.points, catalogue.standardPoints))
  const missing = (text: string) => (tried && text.trim() === '' ? words.needed.text : undefined)
  const unitMissing = entries.part === 'B.II' && entries.unitId === null
  const submit = () => {
    setTried(true)
    const { points, complexityGroup } = entries
    const texts = [entries.code, entries.name, entries.field, entries.unitOfCount]
    if (texts.some((text) => text.trim() === '') || points === null || coefficient === undefined || complexityGroup === null || tooMany || unitMissing || !validPoints) return
    void act({ ...entries, points, complexityGroup, unitId: entries.part === 'B.II' ? entries.unitId : null })
  }
  return (
    <Dialog title={proposing ? words.product.proposeTitle : product === undefined ? words.product.addTitle : words.product.changeTitle} onClose={onClose}>
      <Form onSubmit={submit} submitLabel={proposing ? words.product.send : words.product.save} busy={busy}>
        {(proposing || product !== undefined) && <p className="td-quiet td-small">{proposing ? words.product.proposeNote : words.product.changeNote}</p>}
        <ErrorNotice error={error} refusals={refusals} />
        <TextField label={words.name} value={entries.name} onChange={(name) => put({ name })} maxLength={500} multiline rows={2} autoFocus error={missing(entries.name)} />
        <Columns>
          <TextField label={words.code} value={entries.code} onChange={(code) => put({ code })} maxLength={35} error={missing(entries.code)} />
          <TextField label={words.unitOfCount} value={entries.unitOfCount} onChange={(unitOfCount) => put({ unitOfCount })} maxLength={60} error={missing(entries.unitOfCount)} />
        </Columns>
        <Columns>
          <SelectField label={words.part} value={entries.part} none={null} onChange={(part) => put({ part: part ?? 'B.I' })} choices={productParts.map((part) => ({ value: part, label: productPart[part] }))} />
          <TextField label={words.field} value={entries.field} onChange={(field) => put({ field })} maxLength={120} error={missing(entries.field)} />
        </Columns>
        {entries.part === 'B.II' && (
          <UnitField label={words.unit} value={entries.unitId} onChange={(unit) => put({ unitId: unit?.id ?? null })} error={tried && unitMissing ? words.needed.unit : undefined} />
        )}
        <Columns>
          <SelectField
            label={words.group}
            value={entries.complexityGroup}
            onChange={(complexityGroup) => put({ complexityGroup })}
            choices={catalogue.groups.map((one) => ({ value: one.code, label: words.head.groupLine(one.code, one.name, showDecimal(one.maxPoints, language)) }))}
            error={tried && entries.complexityGroup === null ? words.needed.group : undefined}
          />
          <NumberField
            label={words.points}
            value={entries.points}
            places={2}
            min="0"
            max="999999"
            hint={coefficient === undefined ? words.product.noCoefficient : words.product.pointsHint(showDecimal(coefficient, language))}
            onChange={(points, state) => {
              put({ points })
              setValidPoints(state.valid)
            }}
            error={tooMany ? words.needed.aboveGroup(showDecimal(group.maxPoints, language)) : tried && coefficient === undefined ? words.needed.points : undefined}
          />
        </Columns>
        {!proposing && <TextField label={words.decisionNumber} hint={words.product.decisionHint} value={entries.decisionNumber} onChange={(decisionNumber) => put({ decisionNumber })} maxLength={60} />}
      </Form>
    </Dialog>
  )
}

function isAbove(one: string, other: string): boolean {
  const [a, b] = [parseRational(one), parseRational(other)]
  return a !== null && b !== null && compare(a, b) > 0
}
