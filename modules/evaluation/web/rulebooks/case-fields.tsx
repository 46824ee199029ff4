import { Columns } from '#ui/form.tsx'
import { useText } from '#ui/text.ts'
import type { SourcePath, SourceValue } from '../../domain/rulebook/edit-source.ts'
import { useEntryChoices, useEntryName } from './entry-name.ts'
import { SourceChoice, SourceNumber, SourceText, SourceWords } from './fields.tsx'
import { AddButton, Item } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'

type Rec = Readonly<Record<string, unknown>>

/** Does an entry that may be restricted to groups serve this one? */
function serves(entry: Rec, group: string): boolean {
  const { groups } = entry
  return !Array.isArray(groups) || groups.includes(group)
}

/** What is given in a worked case, in fields made from the rulebook itself: points, choices, facts and lists. */
export function CaseFields({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const choicesFor = useEntryChoices()
  const groups = recordsAt(form.good, ['groups'])
  const group = String(valueAt(form.good, [...path, 'group']) ?? groups[0]?.['id'] ?? '')
  const inputs = recordsAt(form.good, ['period', 'inputs']).filter((input) => valueAt(form.good, [...path, String(input['name'])]) !== undefined)
  const scored = valueAt(form.good, ['scores']) !== undefined && valueAt(form.good, ['scores']) !== null
  return (
    <div className="td-stack">
      {groups.length > 1 && <SourceChoice path={[...path, 'group']} label={words.group} choices={choicesFor(groups)} />}
      {inputs.map((input) => {
        const name = String(input['name'])
        return <SourceWords key={name} path={[...path, name]} label={words.givenPeriods(words.periodInputs[name as keyof typeof words.periodInputs] ?? name)} numbers />
      })}
      {inputs.length === 0 && (
        <>
          {scored && recordsAt(form.good, ['raters']).filter((rater) => serves(rater, group) && givesPoints(rater)).map((rater) => <RaterPoints key={String(rater['id'])} path={[...path, 'scores', String(rater['id'])]} rater={rater} group={group} />)}
          {(!scored || valueAt(form.good, [...path, 'criteria']) !== undefined) && <PointFields path={[...path, 'criteria']} group={group} />}
          {recordsAt(form.good, ['judgements']).filter((judgement) => serves(judgement, group)).map((judgement) => (
            <JudgedValue key={String(judgement['id'])} path={[...path, 'judgements', String(judgement['id'])]} judgement={judgement} />
          ))}
          {recordsAt(form.good, ['lists']).map((list) => (
            <ListRows key={String(list['id'])} path={[...path, String(list['id'])]} list={list} group={group} />
          ))}
        </>
      )}
      <FactValues path={[...path, 'facts']} />
    </div>
  )
}

function givesPoints(rater: Rec): boolean {
  return Array.isArray(rater['fills']) && rater['fills'].some((each) => each === 'criteria' || each === 'total')
}

/** The points of one rater: one total, several people's totals, or points of each criterion. */
function RaterPoints({ path, rater, group }: { path: SourcePath; rater: Rec; group: string }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const given = valueAt(form.good, path)
  const total = Array.isArray(rater['fills']) && rater['fills'].includes('total')
  const plain = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  const simple = total && (given === undefined || plain(given) || (Array.isArray(given) && given.every(plain)))
  if (simple && rater['several'] === true) return <SourceWords path={path} label={words.totalsBy(nameOf(rater))} numbers />
  if (simple) return <SourceNumber path={path} label={words.totalBy(nameOf(rater))} optional />
  if (Array.isArray(given)) return <p className="td-quiet td-small">{words.yamlOnly(nameOf(rater))}</p>
  return (
    <div className="td-stack-tight">
      <strong className="td-small">{nameOf(rater)}</strong>
      <PointFields path={path} group={group} />
    </div>
  )
}

/** Points of every criterion that is scored, or of a whole that takes a total. */
function PointFields({ path, group }: { path: SourcePath; group: string }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useEntryName()
  const rows = leavesOf(recordsAt(form.good, ['criteria']), group).filter(({ leaf, criterion }) => leaf || valueAt(form.good, [...path, String(criterion['code'])]) !== undefined || criterion['acceptsTotal'] === true)
  if (rows.length === 0) return null
  return (
    <Columns>
      {rows.map(({ criterion, leaf }) => {
        const code = String(criterion['code'])
        const label = leaf ? `${code} ${language(criterion)}` : words.wholeOf(`${code} ${language(criterion)}`)
        const kind = String((criterion['scoring'] as Rec | undefined)?.['kind'] ?? '')
        if (kind === 'yes_no') return <YesNo key={code} path={[...path, code]} label={label} />
        if (kind === 'levels') return <SourceChoice key={code} path={[...path, code]} label={label} none={words.blank} choices={levelChoices(criterion)} />
        return <SourceNumber key={code} path={[...path, code]} label={label} hint={words.outOf(String(criterion['max'] ?? ''))} optional />
      })}
    </Columns>
  )
}

function levelChoices(criterion: Rec): { value: string; label: string }[] {
  const levels = (criterion['scoring'] as Rec | undefined)?.['levels']
  return Array.isArray(levels) ? levels.map((level: Rec) => ({ value: String(level['value']), label: String((level['name'] as Rec | undefined)?.['vi'] ?? level['value']) })) : []
}

function leavesOf(criteria: readonly Rec[], group: string): { criterion: Rec; leaf: boolean }[] {
  return criteria.filter((each) => serves(each, group)).flatMap((criterion) => {
    const children = Array.isArray(criterion['children']) ? (criterion['children'] as Rec[]) : []
    const computed = (criterion['scoring'] as Rec | undefined)?.['kind'] === 'computed'
    return computed ? [] : [{ criterion, leaf: children.length === 0 }, ...leavesOf(children, group)]
  })
}

function YesNo({ path, label }: { path: SourcePath; label: string }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  return <SourceChoice path={path} label={label} none={words.blank} choices={[{ value: 'true', label: words.yes }, { value: 'false', label: words.no }]} write={(value) => form.write(path, value === 'true')} />
}

function JudgedValue({ path, judgement }: { path: SourcePath; judgement: Rec }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const values = Array.isArray(judgement['values']) ? (judgement['values'] as Rec[]) : []
  const choices = values.map((value) => ({ value: String(value['value']), label: `${String(value['value'])}: ${nameOf({ label: value['text'] })}` }))
  return <SourceChoice path={path} label={nameOf(judgement)} none={words.blank} choices={choices} write={(value) => form.write(path, { exact: value })} />
}

/** The rows of a list (tasks), or its fixed keys (axes). */
function ListRows({ path, list, group }: { path: SourcePath; list: Rec; group: string }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const fields = Array.isArray(list['fields']) ? (list['fields'] as Rec[]) : []
  const keys = Array.isArray(list['keys']) ? (list['keys'] as Rec[]).filter((key) => serves(key, group)) : []
  if (keys.length > 0) {
    return keys.map((key) => (
      <div key={String(key['key'])} className="td-stack-tight">
        <strong className="td-small">{nameOf({ ...key, id: key['key'] })}</strong>
        <Row path={[...path, String(key['key'])]} fields={fields} />
      </div>
    ))
  }
  const rows = recordsAt(form.good, path)
  const first: Readonly<Record<string, SourceValue>> = Object.fromEntries(fields.filter((field) => field['type'] === 'number' && field['default'] === undefined && field['optional'] !== true).map((field) => [String(field['id']), { exact: '1' }]))
  return (
    <>
      {rows.map((_, i) => (
        <Item key={i} path={[...path, i]} name={`${nameOf(list)} ${i + 1}`} known={fields.map((field) => String(field['id']))} removable head={<em>{`${nameOf(list)} ${i + 1}`}</em>}>
          <Row path={[...path, i]} fields={fields} />
        </Item>
      ))}
      <AddButton label={words.addRow(nameOf(list))} onAdd={() => form.insert(path, first)} />
    </>
  )
}

function Row({ path, fields }: { path: SourcePath; fields: readonly Rec[] }) {
  return (
    <Columns>
      {fields.map((field) => (
        <FieldValue key={String(field['id'])} path={[...path, String(field['id'])]} field={field} />
      ))}
    </Columns>
  )
}

/** A fact or a field of a list, as its type is entered; blank says that nobody gave it. */
function FieldValue({ path, field }: { path: SourcePath; field: Rec }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const nameOf = useEntryName()
  const choicesFor = useEntryChoices()
  const label = nameOf(field)
  if (field['type'] === 'boolean') return <YesNo path={path} label={label} />
  if (field['type'] === 'number') return <SourceNumber path={path} label={label} optional />
  if (field['type'] === 'choice') return <SourceChoice path={path} label={label} none={words.blank} choices={choicesFor(Array.isArray(field['values']) ? (field['values'] as Rec[]) : [], 'value')} />
  if (field['type'] === 'level') return <SourceChoice path={path} label={label} none={words.blank} choices={choicesFor(recordsAt(form.good, ['levels']))} />
  return <SourceText path={path} label={label} optional />
}

function FactValues({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const facts = recordsAt(form.good, ['facts'])
  if (facts.length === 0) return null
  return (
    <>
      <Columns>
        {facts.filter((fact) => fact['type'] !== 'list').map((fact) => (
          <FieldValue key={String(fact['id'])} path={[...path, String(fact['id'])]} field={fact} />
        ))}
      </Columns>
      {facts.filter((fact) => fact['type'] === 'list').map((fact) => (
        <ListRows key={String(fact['id'])} path={[...path, String(fact['id'])]} list={fact} group="" />
      ))}
    </>
  )
}
