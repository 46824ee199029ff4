import { Button } from '@mantine/core'
import { StatusBadge } from '#ui/badges.tsx'
import { DataTable, type Column } from '#ui/data-table.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { useLanguage } from '#ui/language.ts'
import type { Tone } from '#ui/notice.tsx'
import { useText } from '#ui/text.ts'
import { productTransitions, type ProductStatus } from '../../domain/catalogue.ts'
import { evaluationText } from '../messages.ts'
import { catalogueText } from './messages.ts'
import type { Product } from './types.ts'
import c from './catalogue.module.css'

export type ProductAct = 'edit' | 'approve' | 'retire'

const tones: Record<ProductStatus, Tone> = { proposed: 'warn', approved: 'good', retired: 'neutral' }

interface ProductTableProps {
  products: readonly Product[]
  manages: boolean
  onAct: (act: ProductAct, product: Product) => void
  more: { readonly loading: boolean; readonly onMore: () => void } | undefined
  refreshing: boolean
}

/** Products with their points and coefficients; what may be done with each follows the table of transitions. */
export function ProductTable({ products, manages, onAct, more, refreshing }: ProductTableProps) {
  const words = useText(catalogueText)
  const { productPart, productStatus } = useText(evaluationText)
  const language = useLanguage()
  const admits = (act: 'approve' | 'retire', status: ProductStatus) => (productTransitions[act].from as readonly ProductStatus[]).includes(status)
  const columns: Column<Product>[] = [
    {
      key: 'name',
      header: words.name,
      lead: true,
      cell: (product) => (
        <div className={c.name}>
          <span>{product.name}</span>
          <span className="td-quiet td-small">{[product.field, product.unit?.name ?? productPart[product.part]].join(' · ')}</span>
        </div>
      ),
    },
    { key: 'code', header: words.code, width: '90px', cell: (product) => product.code },
    { key: 'unitOfCount', header: words.unitOfCount, width: '110px', cell: (product) => product.unitOfCount },
    { key: 'group', header: words.group, width: '70px', cell: (product) => product.complexityGroup },
    { key: 'points', header: words.points, align: 'right', width: '80px', cell: (product) => showDecimal(product.points, language) },
    { key: 'coefficient', header: words.coefficient, align: 'right', width: '80px', cell: (product) => <strong>{showDecimal(product.coefficientShown, language)}</strong> },
    { key: 'status', header: words.status, width: '110px', cell: (product) => <StatusBadge tone={tones[product.status]}>{productStatus[product.status]}</StatusBadge> },
    ...(manages
      ? [
          {
            key: 'actions',
            header: words.actions,
            width: '190px',
            actions: true,
            cell: (product: Product) => (
              <div className={c.acts}>
                {admits('approve', product.status) && (
                  <Button size="compact-sm" variant="light" aria-label={words.approve.of(product.name)} onClick={() => onAct('approve', product)}>
                    {words.approve.button}
                  </Button>
                )}
                <Button size="compact-sm" variant="subtle" aria-label={words.editOf(product.name)} onClick={() => onAct('edit', product)}>
                  {words.edit}
                </Button>
                {admits('retire', product.status) && (
                  <Button size="compact-sm" variant="subtle" aria-label={words.retire.of(product.name)} onClick={() => onAct('retire', product)}>
                    {words.retire.button}
                  </Button>
                )}
              </div>
            ),
          },
        ]
      : []),
  ]
  return (
    <DataTable
      caption={words.list}
      columns={columns}
      rows={products}
      rowKey={(product) => product.id}
      more={more}
      refreshing={refreshing}
      empty={<EmptyState title={words.empty}>{words.emptyBody}</EmptyState>}
    />
  )
}
