import type { UnitId } from '#kernel/id.ts'
import { useLoad } from '#platform/web/load.ts'
import { ErrorNotice } from '#ui/error-notice.tsx'
import { PickField } from '#ui/select-field.tsx'
import type { FieldProps } from '#ui/text-field.tsx'
import { organisationRoutes } from '../../contract/routes.ts'
import { treeOrder } from './tree-order.ts'

interface UnitFieldProps extends FieldProps {
  value: UnitId | null
  onChange: (unit: { readonly id: UnitId; readonly name: string } | null) => void
  /** The words for "nothing chosen" where that is an answer; null when a unit must be chosen. */
  none?: string | null
}

/** Chooses a unit from today's tree; typed words find it with or without accents. */
export function UnitField({ value, onChange, none = null, ...field }: UnitFieldProps) {
  const tree = useLoad(organisationRoutes.getUnitTree, { query: {} })
  const units = treeOrder(tree.data?.units ?? [])
  return (
    <>
      <PickField
        {...field}
        value={value}
        none={none}
        onChange={(id) => {
          const unit = units.find((known) => known.unit.id === id)?.unit
          onChange(unit === undefined ? null : { id: unit.id, name: unit.name })
        }}
        choices={units.map(({ unit, depth }) => ({ value: unit.id, label: unit.name, depth }))}
      />
      <ErrorNotice error={tree.error} onRetry={() => void tree.refetch()} />
    </>
  )
}
