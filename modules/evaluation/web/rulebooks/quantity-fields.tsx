import { useState } from 'react'
import { Columns } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { partIdOf } from '../../domain/rulebook/edit-parts.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import { choicesOf, useEntryChoices, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceChoice, SourceGroups, SourceNumber } from './fields.tsx'
import { FormulaField } from './formula-field.tsx'
import { AddButton, Item, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'

const parts = ['sheet', 'rating', 'period'] as const

/** Named quantities with their formulas: of the sheet, of the rating and of a longer period. */
export function QuantityFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const choicesFor = useEntryChoices()
  const [adding, setAdding] = useState(false)
  const [part, setPart] = useState<(typeof parts)[number]>('sheet')
  const there = parts.filter((each) => valueAt(form.good, [each]) !== undefined && valueAt(form.good, [each]) !== null)
  const sheet = recordsAt(form.good, ['sheet', 'quantities'])
  const add = (label: Bilingual) => {
    const id = partIdOf(label.vi, recordsAt(form.good, [part, 'quantities']).map((each) => each['id']))
    form.insert([part, 'quantities'], { id, unit: 'points', label: { ...label }, formula: '0' })
  }
  return (
    <div className="td-stack">
      <Columns>
        <SourceChoice path={['sheet', 'total']} label={words.totalIs} choices={choicesFor(sheet.filter((each) => (each['list'] ?? null) === null))} />
        <SourceNumber path={['sheet', 'maximum']} label={words.totalMost} />
      </Columns>
      {there.flatMap((each) => {
        const quantities = recordsAt(form.good, [each, 'quantities'])
        return quantities.map((quantity, i) => {
          const path: SourcePath = [each, 'quantities', i]
          return (
            <Item
              key={path.join('.')}
              path={path}
              name={nameOf(quantity)}
              known={['label', 'article', 'formula', 'unit', 'list', 'groups']}
              movable={quantities.length > 1}
              removable={quantities.length > 1}
              head={<><strong>{String(quantity['id'])}</strong> {nameOf(quantity)} <span className="td-quiet td-small">{words.quantityParts[each]}</span></>}
            >
              <SourceBilingual path={[...path, 'label']} label={words.name} />
              <FormulaField path={[...path, 'formula']} label={`${words.formula} ${String(quantity['id'])}`} place={each} />
              <Columns>
                <SourceChoice path={[...path, 'unit']} label={words.unit} choices={choicesOf(words.units)} />
                <SourceGroups path={[...path, 'groups']} />
              </Columns>
            </Item>
          )
        })
      })}
      <AddButton label={words.addQuantity} onAdd={() => setAdding(true)} />
      {adding && (
        <NameDialog title={words.addQuantity} onAdd={add} onClose={() => setAdding(false)}>
          <SelectField label={words.quantityPart} value={part} none={null} choices={there.map((value) => ({ value, label: words.quantityParts[value] }))} onChange={(next) => setPart(next ?? 'sheet')} />
        </NameDialog>
      )}
    </div>
  )
}
