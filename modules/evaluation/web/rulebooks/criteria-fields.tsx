import { Button } from '@mantine/core'
import { add, equals, parseRational, toShortest, zero } from '#kernel/rational.ts'
import { Columns } from '#ui/form.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { useText } from '#ui/text.ts'
import type { SourcePath } from '../../domain/rulebook/edit-source.ts'
import { SourceBilingual, SourceChoice, SourceNumber, SourceText } from './fields.tsx'
import { Item, LazyFold } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'
import c from './rulebooks.module.css'

type Rec = Readonly<Record<string, unknown>>

const simpleKinds = ['points', 'yes_no', 'bonus', 'deduction'] as const
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
      <AddButton path={['criteria']} parent={null} label={words.addCriterion} />
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
      {children.length > 0 && <AddButton path={[...path, 'children']} parent={code} label={words.addChild} />}
    </Item>
  )
}

function ScoringFields({ path, criterion, code, hasChildren }: { path: SourcePath; criterion: Rec; code: string; hasChildren: boolean }) {
  const words = useText(rulebooksText).form
  if (hasChildren) return null
  const scoring = (criterion['scoring'] ?? {}) as Rec
  const kind = String(scoring['kind'] ?? '')
  const simple = simpleKinds.some((each) => each === kind)
  return (
    <>
      {simple && <SourceChoice path={[...path, 'scoring', 'kind']} label={`${words.scoring} ${code}`} choices={simpleKinds.map((value) => ({ value, label: words.kinds[value] }))} />}
      {!simple && kind in words.kinds && (
        <p className="td-small">
          {words.scoring}: {words.kinds[kind as keyof typeof words.kinds]}
        </p>
      )}
      {simple && kind !== 'yes_no' && scoring['stepSetting'] === undefined && <SourceNumber path={[...path, 'scoring', 'step']} label={`${words.step} ${code}`} optional />}
      {typeof scoring['stepSetting'] === 'string' && (
        <p className="td-quiet td-small">
          {words.step}: {words.stepSetting} {scoring['stepSetting']}
        </p>
      )}
    </>
  )
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

function AddButton({ path, parent, label }: { path: SourcePath; parent: string | null; label: string }) {
  const form = useSourceForm()
  if (form.locked) return null
  const taken = new Set(recordsAt(form.good, path).map((each) => String(each['code'])))
  let number = taken.size + 1
  const codeOf = (n: number) => (parent === null ? `M${n}` : `${parent}.${n}`)
  while (taken.has(codeOf(number))) number += 1
  const sibling = valueAt(form.good, [...path, 0, 'scoring'])
  const scoring = typeof sibling === 'object' && sibling !== null && 'stepSetting' in sibling ? { kind: 'points', stepSetting: String(sibling.stepSetting) } : { kind: 'points' }
  return (
    <div>
      <Button variant="default" size="xs" onClick={() => form.insert(path, { code: codeOf(number), name: { vi: rulebooksText.vi.form.newCriterion, en: rulebooksText.en.form.newCriterion }, max: { exact: '1' }, scoring })}>
        {label}
        {parent === null ? '' : ` ${parent}`}
      </Button>
    </div>
  )
}
