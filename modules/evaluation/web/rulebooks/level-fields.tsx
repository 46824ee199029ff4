import { useState } from 'react'
import { Columns } from '#ui/form.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { addLevel, removeLevel } from '../../domain/rulebook/edit-parts.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import { useEntryName } from './entry-name.ts'
import { isNumber, SourceBilingual, SourceNumber } from './fields.tsx'
import { FormulaField } from './formula-field.tsx'
import { AddButton, Item, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm } from './use-source.ts'

type Rec = Readonly<Record<string, unknown>>

/** Levels (mức xếp loại), the points each begins at (ngưỡng), and what it takes besides points. */
export function LevelFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const [adding, setAdding] = useState(false)
  const [from, setFrom] = useState('')
  const bands = recordsAt(form.good, ['rating', 'bands'])
  return (
    <div className="td-stack">
      {recordsAt(form.good, ['levels']).map((level, i) => (
        <LevelItem key={String(level['id'])} index={i} level={level} name={nameOf(level)} bands={bands} />
      ))}
      <AddButton label={words.addLevel} onAdd={() => setAdding(true)} />
      {adding && (
        <NameDialog title={words.addLevel} missing={!isNumber(from)} onClose={() => setAdding(false)} onAdd={(name) => form.edit((text) => addLevel(text, name, from.trim().replace(',', '.')))}>
          <TextField label={words.from} value={from} onChange={setFrom} error={from === '' || isNumber(from) ? undefined : words.notANumber} hint={words.fromHint} />
        </NameDialog>
      )}
    </div>
  )
}

function LevelItem({ index, level, name, bands }: { index: number; level: Rec; name: string; bands: readonly Rec[] }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const path: SourcePath = ['levels', index]
  const own = bands.flatMap((band, i) => (band['level'] === level['id'] ? [i] : []))
  return (
    <Item path={path} name={name} known={['name', 'ranked']} removable onRemove={() => form.edit((text) => removeLevel(text, index))} head={<strong>{name}</strong>}>
      {own.map((band) => (
        <SourceNumber key={band} path={['rating', 'bands', band, 'from']} label={words.levelFrom(name)} />
      ))}
      {own.length === 0 && <p className="td-quiet td-small">{level['ranked'] === 'false' || level['ranked'] === false ? words.unranked : words.noBand}</p>}
      <SourceBilingual path={[...path, 'name']} label={words.levelName(index + 1)} />
      {own.map((band) => (
        <Conditions key={band} path={['rating', 'bands', band, 'conditions']} name={name} />
      ))}
    </Item>
  )
}

/** What else it takes to be at a level, besides the points. */
function Conditions({ path, name }: { path: SourcePath; name: string }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const conditions = recordsAt(form.good, path)
  const add = () => {
    let number = conditions.length + 1
    while (conditions.some((each) => each['id'] === `condition${number}`)) number += 1
    form.insert(path, { id: `condition${number}`, label: { vi: rulebooksText.vi.form.newCondition, en: rulebooksText.en.form.newCondition }, when: 'true' })
  }
  return (
    <>
      {conditions.map((condition, i) => (
        <Item key={String(condition['id'])} path={[...path, i]} name={nameOf(condition)} known={['label', 'when', 'article']} movable={conditions.length > 1} removable head={<em>{words.condition}</em>}>
          <Columns>
            <SourceBilingual path={[...path, i, 'label']} label={words.label} multiline />
          </Columns>
          <FormulaField path={[...path, i, 'when']} label={words.holdsWhen} place="rating" condition />
        </Item>
      ))}
      <AddButton label={words.addCondition2(name)} onAdd={add} />
    </>
  )
}
