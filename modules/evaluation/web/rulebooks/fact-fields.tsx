import { useState } from 'react'
import { Columns } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { partIdOf } from '../../domain/rulebook/edit-parts.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import { choicesOf, useEntryChoices, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceCheck, SourceChoice, SourceNumber } from './fields.tsx'
import { AddButton, Item, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm } from './use-source.ts'

const kinds = ['boolean', 'number', 'choice'] as const

/** Facts about a person that rules read (dữ kiện): asked for on the file, never scored. */
export function FactFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const choicesFor = useEntryChoices()
  const [adding, setAdding] = useState(false)
  const [kind, setKind] = useState<string>('boolean')
  const facts = recordsAt(form.good, ['facts'])
  const add = (name: Bilingual) => {
    const id = partIdOf(name.vi, facts.map((fact) => fact['id']))
    const more: Readonly<Record<string, SourceValue>> =
      kind === 'boolean' ? { default: false } : kind === 'number' ? { min: { exact: '0' }, default: { exact: '0' } } : { values: [newValue(1), newValue(2)], default: 'value1' }
    form.insert(['facts'], { id, type: kind, name: { ...name }, ...more })
  }
  return (
    <div className="td-stack">
      <p className="td-quiet td-small">{words.factsHint}</p>
      {facts.map((fact, i) => {
        const path: SourcePath = ['facts', i]
        const type = String(fact['type'])
        const values = recordsAt(form.good, [...path, 'values'])
        return (
          <Item key={String(fact['id'])} path={path} name={nameOf(fact)} known={['name', 'type', 'default', 'min', 'max', 'integer', 'values', 'optional']} movable removable head={<><strong>{nameOf(fact)}</strong> <span className="td-quiet td-small">{words.factTypes[type as keyof typeof words.factTypes] ?? type}</span></>}>
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            <Columns>
              {type === 'boolean' && <SourceChoice path={[...path, 'default']} label={words.whenUnsaid} none={words.missingData} choices={[{ value: 'false', label: words.no }, { value: 'true', label: words.yes }]} write={(value) => form.write([...path, 'default'], value === 'true')} />}
              {type === 'number' && <SourceNumber path={[...path, 'min']} label={words.least} optional />}
              {type === 'number' && <SourceNumber path={[...path, 'max']} label={words.most} optional />}
              {type === 'number' && <SourceNumber path={[...path, 'default']} label={words.whenUnsaid} hint={words.missingHint} optional />}
              {type === 'choice' && <SourceChoice path={[...path, 'default']} label={words.whenUnsaid} none={words.missingData} choices={choicesFor(values, 'value')} />}
            </Columns>
            {type === 'number' && <SourceCheck path={[...path, 'integer']} label={words.wholeNumber} />}
            {type === 'choice' && <ValueItems path={[...path, 'values']} />}
          </Item>
        )
      })}
      <AddButton label={words.addFact} onAdd={() => setAdding(true)} />
      {adding && (
        <NameDialog title={words.addFact} onAdd={add} onClose={() => setAdding(false)}>
          <SelectField label={words.factType} value={kind} none={null} onChange={(next) => setKind(next ?? 'boolean')} choices={choicesOf(words.factTypes).filter((choice) => kinds.some((each) => each === choice.value))} />
        </NameDialog>
      )}
    </div>
  )
}

function newValue(number: number): SourceValue {
  return { value: `value${number}`, name: { vi: `${rulebooksText.vi.form.newValue} ${number}`, en: `${rulebooksText.en.form.newValue} ${number}` } }
}

/** The values a choice may have. */
function ValueItems({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const values = recordsAt(form.good, path)
  let number = values.length + 1
  while (values.some((value) => value['value'] === `value${number}`)) number += 1
  return (
    <>
      {values.map((value, i) => (
        <Item key={String(value['value'])} path={[...path, i]} name={nameOf({ ...value, id: value['value'] })} known={['value', 'name']} movable removable head={null}>
          <SourceBilingual path={[...path, i, 'name']} label={words.valueName} />
        </Item>
      ))}
      <AddButton label={words.addValue} onAdd={() => form.insert(path, newValue(number))} />
    </>
  )
}
