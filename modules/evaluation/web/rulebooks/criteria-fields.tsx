import { Button } from '@mantine/core'
import { useState } from 'react'
import { add, equals, parseRational, toShortest, zero } from '#kernel/rational.ts'
import { Columns } from '#ui/form.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { insertIntoSource, removeFromSource, type SourcePath, type SourceValue } from '../../domain/rulebook/edit-source.ts'
import type { Bilingual } from '../../domain/rulebook/expression.ts'
import { isNumber, SourceBilingual, SourceCheck, SourceChoice, SourceGroups, SourceNumber, SourceText, SourceWords } from './fields.tsx'
import { FormulaField } from './formula-field.tsx'
import { allCriteria } from './formula-names.ts'
import { nextCode } from './next-code.ts'
import { AddButton, Item, LazyFold, NameDialog } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'
import c from './rulebooks.module.css'

type Rec = Readonly<Record<string, unknown>>

const kinds = ['points', 'yes_no', 'levels', 'snapped', 'bonus', 'deduction', 'computed'] as const
type Kind = (typeof kinds)[number]
const known = ['code', 'name', 'max', 'formNumber', 'article', 'scoring', 'acceptsTotal', 'guidance', 'children', 'variants', 'groups']

/** The tree of criteria (tiêu chí) with their points. */
export function CriteriaFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const top = recordsAt(form.good, ['criteria'])
  return (
    <div className="td-stack">
      {top.map((criterion, i) => (
        <CriterionFields key={`${String(criterion['code'])} ${i}`} path={['criteria', i]} criterion={criterion} />
      ))}
      <AddCriterion path={['criteria']} parent={null} label={words.addCriterion} />
    </div>
  )
}

function CriterionFields({ path, criterion }: { path: SourcePath; criterion: Rec }) {
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const form = useSourceForm()
  const children = recordsAt(form.good, [...path, 'children'])
  const code = String(criterion['code'] ?? '')
  const name = criterion['name'] as Rec | undefined
  return (
    <Item
      path={path}
      name={code}
      known={known}
      movable
      removable
      head={
        <>
          <strong>{code}</strong> <span>{String(name?.[language] ?? '')}</span>
        </>
      }
    >
      <div className={c.pointsRow}>
        <SourceNumber path={[...path, 'max']} label={`${words.max} ${code}`} />
        <LazyFold title={words.details}>
          {() => (
            <div className="td-stack">
              <SourceBilingual path={[...path, 'name']} label={`${words.name} ${code}`} multiline />
              <Columns>
                <SourceText path={[...path, 'code']} label={`${words.code} ${code}`} />
                <SourceText path={[...path, 'formNumber']} label={`${words.formNumber} ${code}`} optional />
                <ScoringFields path={path} criterion={criterion} code={code} hasChildren={children.length > 0} />
              </Columns>
              {children.length > 0 && <SourceCheck path={[...path, 'acceptsTotal']} label={words.acceptsTotal} />}
              <SourceGroups path={[...path, 'groups']} />
              <SourceText path={[...path, 'article']} label={`${words.article} ${code}`} optional />
              {children.length === 0 && path.length < 8 && !form.locked && (
                <div>
                  <Button variant="default" size="xs" onClick={() => form.edit((text) => divided(text, path, criterion))}>
                    {words.divide}
                  </Button>
                </div>
              )}
            </div>
          )}
        </LazyFold>
      </div>
      <SumHint path={path} parts={children} max={criterion['max']} />
      {children.length > 0 && (
        <div className={c.children}>
          {children.map((child, i) => (
            <CriterionFields key={`${String(child['code'])} ${i}`} path={[...path, 'children', i]} criterion={child} />
          ))}
        </div>
      )}
      {children.length > 0 && <AddCriterion path={[...path, 'children']} parent={code} label={words.addChild} />}
    </Item>
  )
}

/** How a kind of scoring begins when it is chosen; points keep their step. */
function scoringOf(kind: Kind, max: string): Readonly<Record<string, SourceValue>> {
  if (kind === 'levels') return { kind, levels: [{ value: 'value1', name: { ...newLevel(1) }, points: { exact: max } }, { value: 'value2', name: { ...newLevel(2) }, points: { exact: '0' } }] }
  if (kind === 'snapped') return { kind, percentages: [{ exact: '0' }, { exact: '50' }, { exact: '100' }] }
  if (kind === 'computed') return { kind, formula: '0' }
  return { kind }
}

function newLevel(number: number): Bilingual {
  return { vi: `${rulebooksText.vi.form.newValue} ${number}`, en: `${rulebooksText.en.form.newValue} ${number}` }
}

function ScoringFields({ path, criterion, code, hasChildren }: { path: SourcePath; criterion: Rec; code: string; hasChildren: boolean }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  if (hasChildren) return null
  const scoring = (criterion['scoring'] ?? {}) as Rec
  const kind = String(scoring['kind'] ?? '')
  const steps = kind === 'points' || kind === 'bonus' || kind === 'deduction'
  const choose = (next: string) => {
    const chosen = kinds.find((each) => each === next)
    if (chosen !== undefined) form.write([...path, 'scoring'], scoringOf(chosen, String(criterion['max'] ?? '0')))
  }
  return (
    <>
      <SourceChoice path={[...path, 'scoring', 'kind']} label={`${words.scoring} ${code}`} choices={kinds.map((value) => ({ value, label: words.kinds[value] }))} write={choose} />
      {steps && scoring['stepSetting'] === undefined && <SourceNumber path={[...path, 'scoring', 'step']} label={`${words.step} ${code}`} optional />}
      {typeof scoring['stepSetting'] === 'string' && (
        <p className="td-quiet td-small">
          {words.step}: {words.stepSetting} {scoring['stepSetting']}
        </p>
      )}
      {kind === 'snapped' && <SourceWords path={[...path, 'scoring', 'percentages']} label={words.percentages} numbers />}
      {kind === 'computed' && <FormulaField path={[...path, 'scoring', 'formula']} label={words.formula} place="sheet" />}
      {kind === 'levels' && <ScoredLevels path={[...path, 'scoring', 'levels']} />}
    </>
  )
}

/** The named levels of a criterion and the points of each. */
function ScoredLevels({ path }: { path: SourcePath }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const levels = recordsAt(form.good, path)
  let number = levels.length + 1
  while (levels.some((level) => level['value'] === `value${number}`)) number += 1
  return (
    <>
      {levels.map((level, i) => (
        <Item key={String(level['value'])} path={[...path, i]} name={String((level['name'] as Rec | undefined)?.['vi'] ?? '')} known={['value', 'name', 'points']} movable={levels.length > 2} removable={levels.length > 2} head={null}>
          <SourceBilingual path={[...path, i, 'name']} label={words.valueName} />
          <SourceNumber path={[...path, i, 'points']} label={words.points} />
        </Item>
      ))}
      <AddButton label={words.addValue} onAdd={() => form.insert(path, { value: `value${number}`, name: { ...newLevel(number) }, points: { exact: '0' } })} />
    </>
  )
}

/** A criterion that was scored as one made the sum of parts, the first of them as it was. */
function divided(text: string, path: SourcePath, criterion: Rec): string {
  const code = String(criterion['code'] ?? '')
  const scoring = (criterion['scoring'] ?? { kind: 'points' }) as Rec
  const plain = Object.fromEntries(Object.entries(scoring).flatMap(([key, value]): [string, SourceValue][] => (typeof value !== 'string' ? [] : [[key, key === 'step' ? { exact: value } : value]])))
  const kept: SourceValue = scoring['kind'] === 'yes_no' || scoring['kind'] === 'points' ? plain : { kind: 'points' }
  const part: SourceValue = { code: `${code}.1`, name: { ...newCriterion() }, max: { exact: String(criterion['max'] ?? '0') }, scoring: kept }
  return insertIntoSource(criterion['scoring'] === undefined ? text : removeFromSource(text, [...path, 'scoring']), [...path, 'children'], part)
}

function newCriterion(): Bilingual {
  return { vi: rulebooksText.vi.form.newCriterion, en: rulebooksText.en.form.newCriterion }
}

/** Says when the parts no longer make the whole, and takes their sum over. */
function SumHint({ path, parts, max }: { path: SourcePath; parts: readonly Rec[]; max: unknown }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const group = parts.some((part) => part['groups'] !== undefined && part['groups'] !== null)
  const counted = parts.filter((part) => !['bonus', 'deduction'].includes(String((part['scoring'] as Rec | undefined)?.['kind'] ?? '')))
  // Parts of one group only do not add up across groups: the checker judges those.
  if (counted.length === 0 || group) return null
  const sum = counted.reduce((total, part) => add(total, parseRational(String(part['max'])) ?? zero), zero)
  const own = parseRational(String(max))
  if (own !== null && equals(sum, own)) return null
  const text = toShortest(sum)
  return (
    <p className={c.hint}>
      {words.sum(showDecimal(text, language), showDecimal(String(max), language))}{' '}
      {!form.locked && (
        <Button variant="default" size="compact-xs" onClick={() => form.write([...path, 'max'], { exact: text })}>
          {words.takeSum(showDecimal(text, language))}
        </Button>
      )}
    </p>
  )
}

function AddCriterion({ path, parent, label }: { path: SourcePath; parent: string | null; label: string }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const [adding, setAdding] = useState(false)
  const [max, setMax] = useState('')
  const add = (name: Bilingual) => {
    const siblings = recordsAt(form.good, path).map((each) => String(each['code']))
    const code = nextCode(siblings, parent, new Set(allCriteria(form.good.value).map((each) => String(each['code']))))
    const sibling = valueAt(form.good, [...path, 0, 'scoring']) as Rec | undefined
    const { stepSetting, step } = sibling ?? {}
    const scoring = { kind: 'points', ...(typeof stepSetting === 'string' ? { stepSetting } : {}), ...(typeof step === 'string' ? { step: { exact: step } } : {}) }
    form.insert(path, { code, name: { ...name }, max: { exact: max.trim().replace(',', '.') }, scoring })
    setMax('')
  }
  const title = parent === null ? label : `${label} ${parent}`
  return (
    <>
      <AddButton label={title} onAdd={() => setAdding(true)} />
      {adding && (
        <NameDialog title={title} missing={!isNumber(max)} onAdd={add} onClose={() => setAdding(false)}>
          <TextField label={words.max} value={max} onChange={setMax} error={max === '' || isNumber(max) ? undefined : words.notANumber} />
        </NameDialog>
      )}
    </>
  )
}
