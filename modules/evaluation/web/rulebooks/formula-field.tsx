import { Button } from '@mantine/core'
import { useState } from 'react'
import { Columns } from '#ui/form.tsx'
import { useLanguage } from '#ui/language.ts'
import { PickField, SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useText } from '#ui/text.ts'
import { insertIntoSource, writeSource, type SourcePath } from '../../domain/rulebook/edit-source.ts'
import { isNumber, SourceText } from './fields.tsx'
import { allCriteria, formulaNames, formulaWords, type FormulaName, type FormulaPlace } from './formula-names.ts'
import { rulebooksText } from './messages.ts'
import { recordsAt, useSourceForm, valueAt } from './use-source.ts'
import c from './rulebooks.module.css'

interface FormulaFieldProps {
  path: SourcePath
  label: string
  place: FormulaPlace
  /** The formula says when something holds: conditions can be put together from a list. */
  condition?: boolean
}

/** A formula with what it says in words, and for conditions a way to put them together without knowing names. */
export function FormulaField({ path, label, place, condition = false }: FormulaFieldProps) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const language = useLanguage()
  const [building, setBuilding] = useState(false)
  const stored = valueAt(form.good, path)
  const formula = typeof stored === 'string' || typeof stored === 'boolean' || typeof stored === 'number' ? String(stored) : ''
  const names = formulaNames(form.good.value, place, language)
  const said = formula === 'false' && condition ? words.never : formulaWords(formula, names, language)
  return (
    <div className="td-stack-tight">
      <SourceText path={path} label={label} multiline={formula.length > 60} />
      {said !== null && (
        <p className={c.readout}>
          {words.readAs} {said}
        </p>
      )}
      {condition && !form.locked && (
        <div>
          <Button variant="default" size="compact-xs" aria-expanded={building} onClick={() => setBuilding(!building)}>
            {words.build}
          </Button>
        </div>
      )}
      {building && <ConditionBuilder path={path} formula={formula} names={names} onDone={() => setBuilding(false)} />}
    </div>
  )
}

const orders = ['>=', '>', '<', '<=', '==', '!='] as const

function ConditionBuilder({ path, formula, names, onDone }: { path: SourcePath; formula: string; names: readonly FormulaName[]; onDone: () => void }) {
  const form = useSourceForm()
  const words = useText(rulebooksText).form
  const [picked, setPicked] = useState<string | null>(null)
  const [order, setOrder] = useState<string>('>=')
  const [amount, setAmount] = useState('1')
  const [choice, setChoice] = useState<string | null>(null)
  const [yes, setYes] = useState('yes')
  const [join, setJoin] = useState('and')
  const name = names.find((each) => each.name === picked)
  const fresh = formula === '' || formula === 'false'
  const add = () => {
    if (name === undefined) return
    const { path: named, edit } = readable(name, form.good.value)
    const made = conditionText(name, named, { order, amount: amount.trim().replace(',', '.'), choice, yes: yes === 'yes' })
    if (made === null) return
    form.edit((text) => writeSource(edit(text), path, fresh ? made : `(${formula}) ${join} ${made}`))
    onDone()
  }
  const needsNumber = name?.type === 'number' || (name?.type === 'list' && choice === null)
  const ready = name !== undefined && (!needsNumber || isNumber(amount)) && (name.type !== 'choice' || choice !== null)
  return (
    <div className={c.builder}>
      <PickField label={words.what} value={picked} none={null} choices={names.map((each) => ({ value: each.name, label: each.label, detail: each.name }))} onChange={(next) => { setPicked(next); setChoice(null) }} />
      {name !== undefined && (
        <Columns>
          {name.type === 'boolean' && <SelectField label={words.holds} value={yes} none={null} choices={[{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }]} onChange={(next) => setYes(next ?? 'yes')} />}
          {name.type === 'choice' && <SelectField label={words.isValue} value={choice} choices={name.values} onChange={setChoice} />}
          {name.type === 'list' && name.values.length > 0 && <SelectField label={words.ofKind} value={choice} none={words.anyKind} choices={name.values} onChange={setChoice} />}
          {needsNumber && (
            <>
              <SelectField label={name.type === 'list' ? words.howMany : words.compared} value={order} none={null} choices={orders.map((value) => ({ value, label: words.orders[value] }))} onChange={(next) => setOrder(next ?? '>=')} />
              <TextField label={words.amount} value={amount} onChange={setAmount} error={isNumber(amount) ? undefined : words.notANumber} />
            </>
          )}
          {!fresh && <SelectField label={words.joined} value={join} none={null} choices={[{ value: 'and', label: words.joinAnd }, { value: 'or', label: words.joinOr }]} onChange={(next) => setJoin(next ?? 'and')} />}
        </Columns>
      )}
      <div>
        <Button size="xs" disabled={!ready} onClick={add}>
          {fresh ? words.takeCondition : words.addCondition}
        </Button>
      </div>
    </div>
  )
}

/** How a rule names the points of a criterion: by a quantity of the sheet, begun when there is none yet. */
function readable(name: FormulaName, value: unknown): { path: string; edit: (text: string) => string } {
  if (name.criterion === null) return { path: name.name, edit: (text) => text }
  const code = name.criterion
  const formula = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(code) ? `criteria.${code}` : `criteria["${code}"]`
  const sheet = recordsAt({ value } as Parameters<typeof recordsAt>[0], ['sheet', 'quantities'])
  const known = sheet.find((quantity) => quantity['formula'] === formula && (quantity['list'] ?? null) === null)
  if (known !== undefined) return { path: `sheet.${String(known['id'])}`, edit: (text) => text }
  const id = `diem_${code.replace(/[^\p{L}\p{N}_]/gu, '_')}`
  const criterion = allCriteria(value).find((each) => each['code'] === code)
  const said = (criterion?.['name'] ?? {}) as Readonly<Record<string, unknown>>
  const label = { vi: `Điểm ${code}: ${String(said['vi'] ?? '')}`, en: `Points ${code}: ${String(said['en'] ?? '')}` }
  return { path: `sheet.${id}`, edit: (text) => insertIntoSource(text, ['sheet', 'quantities'], { id, unit: 'points', label, formula }) }
}

interface Condition {
  readonly order: string
  readonly amount: string
  readonly choice: string | null
  readonly yes: boolean
}

function conditionText(name: FormulaName, named: string, { order, amount, choice, yes }: Condition): string | null {
  switch (name.type) {
    case 'boolean':
      return yes ? named : `not ${named}`
    case 'choice':
      return choice === null ? null : `${named} == "${choice}"`
    case 'list':
      return choice === null || name.field === null ? `count(${named}) ${order} ${amount}` : `any(${named}, ${name.field} == "${choice}")`
    case 'number': {
      const compared = `${named} ${order} ${amount.includes('/') ? `(${amount})` : amount}`
      // Points nobody gave one by one, as when only a total is known, are no reason for a rule.
      return name.criterion === null ? compared : `given(${named}) and ${compared}`
    }
  }
}
