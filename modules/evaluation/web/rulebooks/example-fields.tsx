import { useState } from 'react'
import { StatusBadge } from '#ui/badges.tsx'
import { Columns } from '#ui/form.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { useText } from '#ui/text.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import { CaseFields } from './case-fields.tsx'
import { choicesOf, useEntryChoices } from './entry-name.ts'
import { ExampleFailures } from './example-failures.tsx'
import { SourceChoice, SourceText, SourceWords } from './fields.tsx'
import { AddButton, Item, LazyFold, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'
import type { Check } from './use-edition-draft.ts'

type Rec = Readonly<Record<string, unknown>>

/** Worked cases: what is given, what must come out, and which of them no longer hold; those first. */
export function ExampleFields({ check }: { check: Check | undefined }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const [added, setAdded] = useState<number>()
  const failed = new Map(check?.failed.map((each) => [each.index, each]))
  const examples = recordsAt(form.good, ['examples'])
  const order = examples.map((_, i) => i).sort((a, b) => Number(b === added) - Number(a === added) || Number(failed.has(b)) - Number(failed.has(a)) || a - b)
  return (
    <div className="td-stack-tight">
      <p className="td-quiet td-small">{words.examplesHint}</p>
      <AddExample onAdded={() => setAdded(examples.length)} />
      {order.map((i) => (
        <Example key={`${i} ${i === added}`} index={i} example={examples[i] ?? {}} failed={failed.get(i)} open={i === added} />
      ))}
    </div>
  )
}

function AddExample({ onAdded }: { onAdded: () => void }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const choicesFor = useEntryChoices()
  const [adding, setAdding] = useState(false)
  const groups = recordsAt(form.good, ['groups'])
  const inputs = recordsAt(form.good, ['period', 'inputs']).map((input) => String(input['name']))
  const [group, setGroup] = useState<string | null>(null)
  const [kind, setKind] = useState('sheet')
  const add = ({ vi }: Bilingual) => {
    const given: Readonly<Record<string, SourceValue>> = { group: group ?? String(groups[0]?.['id'] ?? ''), ...(kind === 'sheet' ? {} : { [kind]: [] }) }
    form.insert(['examples'], { name: vi, given, expect: {} })
    onAdded()
  }
  return (
    <>
      <AddButton label={words.addExample} onAdd={() => setAdding(true)} />
      {adding && (
        <NameDialog title={words.addExample} onAdd={add} onClose={() => setAdding(false)}>
          {groups.length > 1 && <SelectField label={words.group} value={group ?? String(groups[0]?.['id'])} none={null} choices={choicesFor(groups)} onChange={setGroup} />}
          {inputs.length > 0 && (
            <SelectField label={words.given} value={kind} none={null} onChange={(next) => setKind(next ?? 'sheet')} choices={[{ value: 'sheet', label: words.givenSheet }, ...inputs.map((value) => ({ value, label: words.givenPeriods(words.periodInputs[value as keyof typeof words.periodInputs] ?? value) }))]} />
          )}
        </NameDialog>
      )}
    </>
  )
}

const texts = ['total', 'exact', 'taskPoints', 'generalPoints'] as const
const lists = ['reasons', 'missing', 'errors'] as const

function Example({ index, example, failed, open }: { index: number; example: Rec; failed: Check['failed'][number] | undefined; open: boolean }) {
  const form = useSourceForm()
  const words = useText(rulebooksText)
  const choicesFor = useEntryChoices()
  const path: SourcePath = ['examples', index]
  const name = String(example['name'] ?? '')
  const expect = (valueAt(form.good, [...path, 'expect']) ?? {}) as Rec
  const listed = example['classify'] !== undefined
  const levels = [...choicesFor(recordsAt(form.good, ['levels'])), ...choicesOf(words.check.answers)]
  const others = Object.keys(expect).filter((key) => !['level', 'band', ...texts, ...lists].includes(key))
  return (
    <LazyFold title={words.check.example(index + 1, name)} note={failed === undefined ? undefined : words.form.exampleFailed} open={open}>
      {() => (
        <Item path={path} name={name} known={['name', 'given', 'expect']} movable removable head={failed === undefined ? null : <StatusBadge tone="bad">{words.form.exampleFailed}</StatusBadge>}>
          <SourceText path={[...path, 'name']} label={words.form.exampleName} />
          {!listed && (
            <>
              <h4>{words.form.given}</h4>
              <CaseFields path={[...path, 'given']} />
            </>
          )}
          <h4>{words.form.expect}</h4>
          {failed !== undefined && <ExampleFailures example={failed} />}
          {!listed && (
            <Columns>
              {texts.map((key) => (key === 'total' || expect[key] !== undefined) && <SourceText key={key} path={[...path, 'expect', key]} label={words.check.keys[key]} hint={key === 'total' ? words.form.totalHint : ''} optional />)}
              <SourceChoice path={[...path, 'expect', 'level']} label={words.check.keys.level} choices={levels} none={words.form.notCompared} />
              {expect['band'] !== undefined && <SourceChoice path={[...path, 'expect', 'band']} label={words.check.keys.band} choices={levels} none={words.form.notCompared} />}
              {lists.map((key) => expect[key] !== undefined && <SourceWords key={key} path={[...path, 'expect', key]} label={words.check.keys[key]} />)}
            </Columns>
          )}
          {others.length > 0 && <p className="td-quiet td-small">{words.form.yamlOnly(others.map((key) => words.check.keys[key as keyof typeof words.check.keys] ?? key).join(', '))}</p>}
        </Item>
      )}
    </LazyFold>
  )
}
