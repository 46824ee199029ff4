import { useState } from 'react'
import { ConfirmDialog } from '#ui/dialog.tsx'
import { Columns } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { addGroupLike, partsOfGroup, removeGroup } from '../../domain/rulebook/edit-parts.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import { choicesOf, useEntryChoices, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceNumber, SourceText, SourceTicks, SourceWords } from './fields.tsx'
import { AddButton, Item, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'

type Rec = Readonly<Record<string, unknown>>

/** Groups of subjects (nhóm đối tượng): names, who belongs and their numbers. */
export function GroupFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const choicesFor = useEntryChoices()
  const groups = recordsAt(form.good, ['groups'])
  const [adding, setAdding] = useState(false)
  const [like, setLike] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<number>()
  const parts = leaving === undefined ? undefined : partsOfGroup(form.good.value, String(groups[leaving]?.['id']))
  const model = like ?? String(groups[0]?.['id'] ?? '')
  return (
    <div className="td-stack">
      {groups.map((group, i) => {
        const path: SourcePath = ['groups', i]
        const parameters = Object.keys((group['parameters'] ?? {}) as Rec)
        const selector = (group['selector'] ?? {}) as Rec
        return (
          <Item
            key={String(group['id'])}
            path={path}
            name={nameOf(group)}
            known={['name', 'article', 'selector', 'parameters']}
            movable={groups.length > 1}
            removable={groups.length > 1}
            onRemove={() => setLeaving(i)}
            head={<strong>{nameOf(group)}</strong>}
          >
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            <SourceTicks path={[...path, 'selector', 'leadership']} label={words.leadership} choices={choicesOf(words.leaders)} all />
            {valueAt(form.good, [...path, 'selector', 'note']) !== undefined && <SourceBilingual path={[...path, 'selector', 'note']} label={words.whoBelongs} />}
            {(['postKinds', 'unitKinds', 'unitLevels', 'titles'] as const).map((key) => Array.isArray(selector[key]) && <SourceWords key={key} path={[...path, 'selector', key]} label={words[key]} />)}
            {parameters.length > 0 && (
              <Columns>
                {parameters.map((name) => (
                  <SourceNumber key={name} path={[...path, 'parameters', name]} label={words.parameter(name)} />
                ))}
              </Columns>
            )}
            <SourceText path={[...path, 'article']} label={words.article} optional />
          </Item>
        )
      })}
      <AddButton label={words.addGroup} onAdd={() => setAdding(true)} />
      {adding && (
        <NameDialog title={words.addGroup} onClose={() => setAdding(false)} onAdd={(name) => form.edit((text) => addGroupLike(text, name, model))}>
          <SelectField label={words.groupLike} hint={words.groupLikeHint} value={model} none={null} choices={choicesFor(groups)} onChange={setLike} />
        </NameDialog>
      )}
      {leaving !== undefined && parts !== undefined && (
        <ConfirmDialog title={words.remove(nameOf(groups[leaving] ?? {}))} confirmLabel={words.removeGroup} danger onClose={() => setLeaving(undefined)} onConfirm={() => form.edit((text) => removeGroup(text, leaving))}>
          <p>{words.removeGroupBody(parts.only, parts.examples)}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
