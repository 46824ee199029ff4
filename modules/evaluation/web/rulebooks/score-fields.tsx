import { useEffect, useState } from 'react'
import { add, div, equals, isZero, mul, parseRational, rational, toDecimal, zero, type Rational } from '#kernel/rational.ts'
import { Columns } from '#ui/form.tsx'
import { showDecimal } from '#ui/decimal.ts'
import { useLanguage } from '#ui/language.ts'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { sourceRecords, writeWeight } from '../../domain/rulebook/edit-parts.ts'
import { readSource, writeSource, type SourcePath, type SourceValue } from '../../domain/rulebook/edit-source.ts'
import { choicesOf, useEntryName } from './entry-name.ts'
import { isNumber, SourceCheck, SourceChoice, SourceGroups, SourceTicks } from './fields.tsx'
import { allCriteria, formulaNames, formulaWords } from './formula-names.ts'
import { AddButton, Item } from './form-parts.tsx'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'
import c from './rulebooks.module.css'

type Rec = Readonly<Record<string, unknown>>

/** How the sheets of several raters make one score, and with which weights (trọng số). */
export function ScoreFields() {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const scores = valueAt(form.good, ['scores']) as Rec | null | undefined
  if (scores === undefined || scores === null) return <AddButton label={words.severalRaters} onAdd={() => form.edit(beginScores)} />
  const parts = recordsAt(form.good, ['scores', 'parts'])
  return (
    <section className="td-stack" aria-label={words.weights}>
      <h3>{words.weights}</h3>
      <Columns>
        <SourceChoice path={['scores', 'average']} label={words.average} choices={choicesOf(words.averages)} />
        <SourceChoice path={['scores', 'incomplete']} label={words.incomplete} choices={choicesOf(words.incompletes)} />
      </Columns>
      <SourceCheck path={['scores', 'acceptsCombined']} label={words.acceptsCombined} />
      {form.problemsOf(['scores', 'parts'], []).filter((problem) => parts.every((_, i) => !form.problemsOf(['scores', 'parts', i], []).includes(problem))).map((problem) => (
        <p key={problem} className={c.fieldError}>{problem}</p>
      ))}
      {parts.map((part, i) => (
        <WeightsOf key={i} part={part} index={i} several={parts.length > 1} />
      ))}
      <AddButton label={words.addWeightPart} onAdd={() => form.insert(['scores', 'parts'], { criteria: [String(recordsAt(form.good, ['criteria'])[0]?.['code'] ?? '')], weights: {} })} />
    </section>
  )
}

function WeightsOf({ part, index, several }: { part: Rec; index: number; several: boolean }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const nameOf = useEntryName()
  const path: SourcePath = ['scores', 'parts', index]
  const weights = (part['weights'] ?? {}) as Rec
  const rated = recordsAt(form.good, ['raters']).filter((rater) => Array.isArray(rater['fills']) && rater['fills'].some((each) => each === 'criteria' || each === 'total'))
  const roots = recordsAt(form.good, ['criteria'])
  const chosen: readonly unknown[] = Array.isArray(part['criteria']) ? part['criteria'] : []
  const offered = allCriteria(form.good.value).filter((each) => roots.includes(each) || chosen.includes(each['code']) || several)
  const numbers = rated.map((rater) => parseRational(String(weights[String(rater['id'])] ?? '0')))
  const known = numbers.filter((each): each is Rational => each !== null)
  const sum = known.reduce(add, zero)
  const shares = known.length === rated.length && !isZero(sum) && !equals(sum, rational(1)) && !equals(sum, rational(100)) ? rated.map((rater, i) => `${nameOf(rater)} ${showDecimal(toDecimal(mul(div(known[i] ?? zero, sum), rational(100)), 2), language)} %`).join(' · ') : null
  return (
    <Item path={path} name={words.weightsOf(index + 1)} known={['criteria', 'groups', 'weights', 'article']} removable={several} head={<strong>{several ? words.weightsOf(index + 1) : words.weights}</strong>}>
      <SourceTicks path={[...path, 'criteria']} label={words.ofCriteria} choices={offered.map((each) => ({ value: String(each['code']), label: `${String(each['code'])} ${nameOf(each)}` }))} />
      <SourceGroups path={[...path, 'groups']} />
      <p className="td-quiet td-small">{words.weightHint}</p>
      <Columns>
        {rated.map((rater) => (
          <WeightField key={String(rater['id'])} part={index} rater={String(rater['id'])} label={`${words.weight}: ${nameOf(rater)}`} stored={weights[String(rater['id'])]} />
        ))}
      </Columns>
      {shares !== null && <p className={c.readout}>{words.shares(shares)}</p>}
    </Item>
  )
}

const restMs = 700

/** A weight: a number, or a formula over settings, group and facts; empty when the rater has none. */
function WeightField({ part, rater, label, stored }: { part: number; rater: string; label: string; stored: unknown }) {
  const form = useSourceForm()
  const language = useLanguage()
  const path: SourcePath = ['scores', 'parts', part, 'weights', rater]
  const now = stored === undefined || stored === null ? '' : String(stored)
  const local = language === 'vi' && isNumber(now) ? now.replace('.', ',') : now
  const [typed, setTyped] = useState<string>()
  const settle = () => {
    setTyped(undefined)
    if (typed === undefined || typed === local) return
    const text = typed.trim()
    const weight: SourceValue | null = text === '' ? null : isNumber(text) ? { exact: text.replace(',', '.') } : text
    form.edit((from) => writeWeight(from, part, rater, weight))
  }
  useEffect(() => {
    if (typed === undefined) return undefined
    const timer = setTimeout(settle, restMs)
    return () => clearTimeout(timer)
  })
  const said = isNumber(now) ? null : formulaWords(now, formulaNames(form.good.value, 'sheet', language), language)
  return <TextField label={label} hint={said ?? undefined} value={typed ?? local} onChange={setTyped} onBlur={settle} disabled={form.locked} error={form.problemAt(path)} />
}

/** Begins combining several raters: everything scored, all by those who counted so far with the weights they had. */
function beginScores(text: string): string {
  const { value } = readSource(text)
  const raters = sourceRecords(value, ['raters'])
  const counting = raters.filter((rater) => rater['counts'] === true && Array.isArray(rater['fills']) && rater['fills'].includes('criteria'))
  const weights = Object.fromEntries(counting.map((rater): [string, SourceValue] => [String(rater['id']), { exact: String(rater['weight'] ?? '1') }]))
  const part: SourceValue = { criteria: sourceRecords(value, ['criteria']).map((each) => String(each['code'])), weights }
  const begun = writeSource(text, ['scores'], { average: 'criteria', incomplete: 'insufficient_data', acceptsCombined: true, parts: [part] })
  const [first] = counting
  return first === undefined ? begun : writeWeight(begun, 0, String(first['id']), weights[String(first['id'])] ?? null)
}
