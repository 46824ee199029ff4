import { useState } from 'react'
import { Columns } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import { partIdOf } from '../../domain/rulebook/edit-parts.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import { choicesOf, useEntryName } from './entry-name.ts'
import { SourceBilingual, SourceChoice, SourceGroups, SourceNumber, SourceText } from './fields.tsx'
import { AddButton, Item, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'

type Rec = Readonly<Record<string, unknown>>

const kinds = ['workingDays', 'calendarDays', 'before'] as const
type DeadlineKind = (typeof kinds)[number]

const begun: Readonly<Record<DeadlineKind, SourceValue>> = { workingDays: { exact: '5' }, calendarDays: { exact: '10' }, before: '12-15' }

/** The steps of the procedure and their deadlines (trình tự, thời hạn). */
export function ProcedureFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const [adding, setAdding] = useState(false)
  const steps = recordsAt(form.good, ['procedure'])
  const add = (name: Bilingual) => {
    const id = partIdOf(name.vi, steps.map((step) => step['id']))
    form.insert(['procedure'], { id, name: { ...name }, cycle: 'period', actor: 'personnel_body', deadline: { workingDays: { exact: '5' } } })
  }
  return (
    <div className="td-stack">
      {steps.map((step, i) => {
        const path: SourcePath = ['procedure', i]
        return (
          <Item key={String(step['id'])} path={path} name={nameOf(step)} known={['name', 'article', 'cycle', 'actor', 'groups', 'deadline', 'records']} movable={steps.length > 1} removable head={<strong>{nameOf(step)}</strong>}>
            <SourceBilingual path={[...path, 'name']} label={words.name} />
            <Columns>
              <SourceChoice path={[...path, 'cycle']} label={words.cycle} choices={choicesOf(words.cycles)} />
              <SourceText path={[...path, 'actor']} label={words.actor} />
            </Columns>
            <SourceGroups path={[...path, 'groups']} />
            <DeadlineFields path={[...path, 'deadline']} />
            <SourceText path={[...path, 'article']} label={words.article} optional />
          </Item>
        )
      })}
      <AddButton label={words.addStep} onAdd={() => setAdding(true)} />
      {adding && <NameDialog title={words.addStep} onAdd={add} onClose={() => setAdding(false)} />}
    </div>
  )
}

/** A deadline (thời hạn): working days, days, or a day of the year; none at all is said so. */
function DeadlineFields({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const deadline = valueAt(form.good, path) as Rec | null | undefined
  const kind = kinds.find((each) => deadline?.[each] !== undefined && deadline[each] !== null)
  const choose = (next: DeadlineKind | null) => {
    const kept = Object.fromEntries(Object.entries(deadline ?? {}).filter(([key]) => !kinds.some((each) => each === key))) as Readonly<Record<string, SourceValue>>
    if (next === null) form.remove(path)
    else form.write(path, { [next]: begun[next], ...kept })
  }
  return (
    <Columns>
      <SelectField label={words.deadline} value={kind ?? null} none={words.noDeadline} choices={kinds.map((value) => ({ value, label: words[value] }))} disabled={form.locked} onChange={choose} />
      {(kind === 'workingDays' || kind === 'calendarDays') && <SourceNumber path={[...path, kind]} label={words[kind]} />}
      {kind === 'before' && <SourceText path={[...path, kind]} label={words.before} />}
    </Columns>
  )
}
