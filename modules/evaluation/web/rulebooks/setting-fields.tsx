import { Columns } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import { useEntryChoices, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceChoice, SourceGroups, SourceNumber } from './fields.tsx'
import { AddButton, Item, LazyFold } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm } from './use-source.ts'

/** The open points of the text, how the body reads them by default, and the readings there are (tùy chọn). */
export function SettingFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const choicesFor = useEntryChoices()
  return (
    <div className="td-stack">
      {recordsAt(form.good, ['settings']).map((setting, i) => {
        const path: SourcePath = ['settings', i]
        const values = recordsAt(form.good, [...path, 'values'])
        const numeric = values.some((value) => value['number'] !== undefined && value['number'] !== null)
        let number = values.length + 1
        while (values.some((value) => value['value'] === `value${number}`)) number += 1
        return (
          <Item key={String(setting['id'])} path={path} name={nameOf(setting)} known={['name', 'article', 'explanation', 'default', 'values']} head={<strong>{nameOf(setting)}</strong>}>
            <SourceChoice path={[...path, 'default']} label={`${words.default}: ${nameOf(setting)}`} choices={choicesFor(values, 'value')} />
            <SourceBilingual path={[...path, 'explanation']} label={words.explanation} multiline />
            <LazyFold title={words.values} note={words.count(values.length)}>
              {() => (
                <div className="td-stack">
                  {values.map((value, j) => (
                    <Item key={String(value['value'])} path={[...path, 'values', j]} name={nameOf({ ...value, id: value['value'] })} known={['value', 'name', 'number']} movable={values.length > 1} removable={values.length > 1} head={null}>
                      <Columns>
                        {numeric && <SourceNumber path={[...path, 'values', j, 'number']} label={words.numberOfValue} />}
                        <SourceBilingual path={[...path, 'values', j, 'name']} label={words.valueName} />
                      </Columns>
                    </Item>
                  ))}
                  {numeric && (
                    <AddButton
                      label={words.addValue}
                      onAdd={() => form.insert([...path, 'values'], { value: `value${number}`, number: { exact: '0' }, name: { vi: rulebooksText.vi.form.newValue, en: rulebooksText.en.form.newValue } })}
                    />
                  )}
                </div>
              )}
            </LazyFold>
          </Item>
        )
      })}
    </div>
  )
}

/** A person's choice between named values: its words, and the values there are. */
export function JudgementFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const judgements = recordsAt(form.good, ['judgements'])
  return (
    <div className="td-stack">
      {judgements.map((judgement, i) => {
        const path: SourcePath = ['judgements', i]
        const values = recordsAt(form.good, [...path, 'values'])
        return (
          <Item key={String(judgement['id'])} path={path} name={nameOf(judgement)} known={['name', 'article', 'groups', 'values', 'deputyNote']} movable={judgements.length > 1} removable head={<strong>{nameOf(judgement)}</strong>}>
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            <SourceGroups path={[...path, 'groups']} />
            {values.map((value, j) => (
              <Item key={j} path={[...path, 'values', j]} name={words.value(String(value['value']))} known={['value', 'text']} movable={values.length > 2} removable={values.length > 2} head={<em>{words.value(String(value['value']))}</em>}>
                <SourceNumber path={[...path, 'values', j, 'value']} label={words.numberOfValue} />
                <SourceBilingual path={[...path, 'values', j, 'text']} label={words.label} multiline />
              </Item>
            ))}
            <AddButton label={words.addValue} onAdd={() => form.insert([...path, 'values'], { value: { exact: '0' }, text: { vi: rulebooksText.vi.form.newValue, en: rulebooksText.en.form.newValue } })} />
          </Item>
        )
      })}
    </div>
  )
}
