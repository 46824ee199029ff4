import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { Confidence, Criterion, Field, Grade, Quantity } from '../rulebook/compiled-rulebook.ts'
import { show } from '../rulebook/check-expression.ts'
import { chosenBranch, type Bilingual, type Expression } from '../rulebook/expression.ts'
import { resolve } from '../rulebook/order-quantities.ts'
import { keysOf, type ListScope, type NameInfo, type Scope } from '../rulebook/scope.ts'
import { compileExpression } from './compile-expression.ts'
import { deriveRaters } from './derive-raters.ts'
import type { GroupPlan } from './plan.ts'
import type { Rating } from './rate.ts'
import { itemPath } from './read-value.ts'
import { nameOf } from './reasons.ts'
import { shownValue } from './shown-value.ts'
import type { DerivationStep } from './types.ts'
import { Missing, type Frame, type Value } from './value.ts'

interface Place {
  readonly list: ListScope
  /** `tasks[2]`, or `axes.1` in a keyed list. */
  readonly path: string
  readonly item: Value[]
  readonly label: Bilingual
}

/** Builds the tree that explains a frame already computed. */
class Explainer {
  readonly plan: GroupPlan
  readonly scope: Scope
  readonly frame: Frame
  constructor(plan: GroupPlan, scope: Scope, frame: Frame) {
    this.plan = plan
    this.scope = scope
    this.frame = frame
  }

  value(ast: Expression, place: Place | null): Value {
    this.frame.item = place?.item ?? []
    return compileExpression(ast, this.scope, place?.list ?? null)(this.frame)
  }

  name(info: NameInfo, place: Place | null): DerivationStep {
    const value = (info.list === null ? this.frame.slots[info.slot] : place?.item[info.slot]) ?? new Missing([])
    const combined = info.criterion && this.frame.combined?.get(info.slot)
    if (combined) {
      const step = deriveRaters(info, combined)
      return { ...step, note: this.marked(step.note, combined.confidence) }
    }
    if (info.quantity) return this.quantity(info, info.quantity, value, place)
    if (info.criterion && (info.criterion.children.length > 0 || info.criterion.scoring.kind === 'computed')) return this.criterion(info, value)
    return this.leaf(info, value, place)
  }

  quantity(info: NameInfo, quantity: Quantity, value: Value, place: Place | null): DerivationStep {
    const here = info.list === null ? null : place
    return {
      id: here ? `${here.path}.${info.name}` : info.name,
      label: here ? { vi: `${here.label.vi}: ${quantity.label.vi}`, en: `${here.label.en}: ${quantity.label.en}` } : quantity.label,
      value: shownValue(value, quantity.unit),
      unit: quantity.unit,
      formula: quantity.formula.text,
      article: quantity.article,
      note: this.marked(quantity.note, quantity.confidence),
      inputs: this.inputs(quantity.formula.ast, here),
    }
  }

  criterion(info: NameInfo, value: Value): DerivationStep {
    const criterion = info.criterion
    if (!criterion) return this.leaf(info, value, null)
    const children = criterion.children.flatMap((child) => {
      const part = this.scope.names.get(`criteria.${child.code}`)
      return part?.criterion === child ? [part] : []
    })
    const parts = criterion.scoring.kind === 'computed' ? this.inputs(criterion.scoring.formula.ast, null) : children.map((child) => this.name(child, null))
    const byTotal = criterion.scoring.kind === 'sum' && !(value instanceof Missing) && parts.every((part) => part.value.kind === 'missing')
    return {
      id: info.name,
      label: criterion.name,
      value: shownValue(value, 'points'),
      unit: 'points',
      formula: criterion.scoring.kind === 'computed' ? criterion.scoring.formula.text : byTotal ? null : children.map((child) => child.criterion?.code).join(' + '),
      article: criterion.article,
      note: this.marked(byTotal ? { vi: 'Chỉ cho tổng điểm, không cho điểm từng tiêu chí', en: 'Given as one total, not by criterion' } : null, criterion.confidence),
      inputs: byTotal ? [] : parts,
    }
  }

  leaf(info: NameInfo, value: Value, place: Place | null): DerivationStep {
    const path = info.list !== null && place ? `${place.path}.${info.name}` : info.name
    const named = nameOf(path, this.plan.rulebook, this.plan.group) ?? nameOf(info.name, this.plan.rulebook, this.plan.group)
    const field = this.fieldOf(info, place)
    const unit = info.criterion ? 'points' : info.name.startsWith('judgements.') ? 'judgement' : 'none'
    return {
      id: path,
      label: field?.name ?? named?.name ?? { vi: info.name, en: info.name },
      value: shownValue(value, info.criterion ? 'none' : unit),
      unit,
      formula: null,
      article: named?.article ?? null,
      note: this.marked(this.leafNote(info, value, field), info.criterion?.confidence ?? this.plan.rulebook.confidence),
      inputs: [],
    }
  }

  fieldOf(info: NameInfo, place: Place | null): Field | undefined {
    if (info.list !== null) return place?.list.fields.find((each) => each.id === info.name)
    return this.plan.rulebook.facts.find((fact) => `facts.${fact.id}` === info.name)
  }

  /** A note with the mark of a part that is less certain, or more, than its rulebook; the root carries the mark of the whole. */
  marked(note: Bilingual | null, confidence: Confidence): Bilingual | null {
    return confidence === this.plan.rulebook.confidence ? note : withMark(note, confidence)
  }

  /** The words behind a chosen value: the reading of a setting, the text of a judgement. */
  leafNote(info: NameInfo, value: Value, field: Field | undefined): Bilingual | null {
    const { settings, judgements, levels } = this.plan.rulebook
    if (value instanceof Missing) return { vi: 'Chưa có', en: 'Not given' }
    if (info.criterion?.scoring.kind === 'points') return gradeName(info.criterion, info.criterion.scoring.grades, value)
    if (field?.type === 'choice') return field.values.find((each) => each.value === value)?.name ?? null
    if (field?.type === 'level') return levels.find((each) => each.id === value)?.name ?? null
    if (info.name.startsWith('settings.')) {
      const setting = settings.find((each) => `settings.${each.id}` === info.name)
      return setting?.values.find((each) => (typeof value === 'string' ? each.value === value : sameNumber(each.number, value)))?.name ?? null
    }
    if (info.name.startsWith('judgements.')) {
      return judgements.find((each) => `judgements.${each.id}` === info.name)?.values.find((each) => sameNumber(each.value, value))?.text ?? null
    }
    return null
  }

  /** The steps a formula really used: only the chosen branch of an `if`, every name once. */
  inputs(ast: Expression, place: Place | null): DerivationStep[] {
    const steps: DerivationStep[] = []
    const seen = new Set<string>()
    const add = (step: DerivationStep) => {
      if (seen.has(step.id)) return
      seen.add(step.id)
      steps.push(step)
    }
    const walk = (node: Expression): void => {
      switch (node.kind) {
        case 'name': {
          const info = resolve(this.scope, place?.list ?? null, node.name)
          if (info) add(this.name(info, place))
          return
        }
        case 'negate':
        case 'not':
          return walk(node.operand)
        case 'binary':
          walk(node.left)
          return walk(node.right)
        case 'call': {
          const [condition, yes, no] = node.args
          if (node.function === 'choose' && condition) {
            walk(condition)
            const chosen = this.value(condition, place)
            const branch = chosen instanceof Missing ? null : chosenBranch(node.args, chosen)
            if (branch) walk(branch)
            return
          }
          if (node.function !== 'if' || !condition || !yes || !no) return node.args.forEach(walk)
          walk(condition)
          const chosen = this.value(condition, place)
          if (!(chosen instanceof Missing)) walk(chosen === true ? yes : no)
          return
        }
        case 'over':
          for (const step of this.items(node)) add(step)
          return
        default:
          return
      }
    }
    walk(ast)
    return steps
  }

  items(over: Extract<Expression, { kind: 'over' }>): DerivationStep[] {
    const list = this.scope.lists.get(over.list)
    if (!list) return []
    return (this.frame.lists[list.index] ?? []).map((item, index) => {
      const place: Place = { list, path: itemPath(list.id, this.keys(list), index), item, label: this.itemLabel(list, item, index) }
      const body = over.body
      if (body?.kind === 'name') {
        const info = resolve(this.scope, list, body.name)
        if (info?.quantity && info.list !== null) return this.name(info, place)
      }
      return {
        id: place.path,
        label: place.label,
        value: body ? shownValue(this.value(body, place), 'none') : { kind: 'boolean', value: true },
        unit: 'none',
        formula: body ? show(body) : null,
        article: null,
        note: null,
        inputs: body ? this.inputs(body, place) : [],
      }
    })
  }

  keys(list: ListScope): readonly string[] {
    const definition = this.plan.rulebook.lists.find((each) => each.id === list.id)
    return definition ? keysOf(definition, this.plan.group).map((each) => each.key) : []
  }

  itemLabel(list: ListScope, item: readonly Value[], index: number): Bilingual {
    const definition = this.plan.rulebook.lists.find((each) => each.id === list.id)
    const key = definition && keysOf(definition, this.plan.group)[index]
    if (key) return key.name
    const slot = definition?.labelField ? list.names.get(definition.labelField)?.slot : undefined
    const text = slot === undefined ? null : item[slot]
    if (typeof text === 'string' && text !== '') return { vi: text, en: text }
    const fact = this.plan.rulebook.facts.find((each) => `facts.${each.id}` === list.id)
    const name = definition?.name ?? fact?.name ?? { vi: list.id === 'periods' ? 'Kỳ' : list.id, en: list.id === 'periods' ? 'Period' : list.id }
    return { vi: `${name.vi} ${index + 1}`, en: `${name.en} ${index + 1}` }
  }
}

function sameNumber(text: string | null, value: Value): boolean {
  const number = text === null ? null : rational.parseRational(text)
  return number !== null && typeof value === 'object' && !(value instanceof Missing) && rational.equals(number, value)
}

const marks: Readonly<Record<Confidence, Bilingual | null>> = {
  primary: null,
  second_hand: { vi: 'Theo nguồn thứ cấp, chưa đối chiếu văn bản gốc', en: 'Second-hand source, not checked against the original text' },
  assumed: { vi: 'Văn bản không quy định rõ', en: 'Not stated by the text' },
  sample: { vi: 'Mẫu minh họa, không phải quy định ban hành', en: 'A sample, not an issued rule' },
}

function withMark(note: Bilingual | null, confidence: Confidence): Bilingual | null {
  const mark = marks[confidence]
  if (note === null || mark === null) return note ?? mark
  return { vi: `${note.vi}. ${mark.vi}`, en: `${note.en}. ${mark.en}` }
}

/** The name of the range a mark falls in. */
function gradeName(criterion: Criterion, grades: readonly Grade[], value: Value): Bilingual | null {
  if (value instanceof Missing || typeof value !== 'object') return null
  const share = rational.mul(value, rational.rational(100))
  const max = rational.parseRational(criterion.max) ?? rational.zero
  return grades.find((grade) => rational.compare(share, rational.mul(rational.parseRational(grade.from) ?? rational.zero, max)) >= 0)?.name ?? null
}

/** The derivation (vì sao) of one name of a computed frame, down to each task, criterion and article. */
export function deriveName(plan: GroupPlan, scope: Scope, frame: Frame, name: string): DerivationStep | null {
  const info = scope.names.get(name)
  if (!info) return null
  const step = new Explainer(plan, scope, frame).name(info, null)
  return { ...step, note: withMark(step.note, plan.rulebook.confidence) }
}

/** The derivation of a level: every exclusion, veto, band, condition and ceiling looked at, with what it read. */
export function deriveLevel(plan: GroupPlan, rating: Rating): DerivationStep {
  const explainer = new Explainer(plan, plan.rating.scope, rating.frame)
  const inputs = rating.outcomes.map((outcome, i): DerivationStep => {
    const level = plan.rulebook.levels.find((each) => each.id === outcome.level)?.name
    return {
      id: `${outcome.kind}.${outcome.rule?.id ?? outcome.level}.${i}`,
      label: outcome.rule?.label ?? { vi: `Đạt điểm của mức ${level?.vi ?? outcome.level}`, en: `Reaches the score of ${level?.en ?? outcome.level}` },
      value: shownValue(outcome.value, 'none'),
      unit: 'none',
      formula: outcome.rule?.when.text ?? `total >= ${bandFrom(plan, outcome.level)}`,
      article: outcome.article,
      note: outcome.rule ? explainer.marked(null, outcome.rule.confidence) : null,
      inputs: outcome.rule ? explainer.inputs(outcome.rule.when.ast, null) : [],
    }
  })
  const name = plan.rulebook.levels.find((each) => each.id === rating.level)?.name ?? null
  return {
    id: 'level',
    label: { vi: 'Mức xếp loại dự kiến', en: 'Provisional level' },
    value: { kind: 'text', value: rating.level },
    unit: 'none',
    formula: null,
    article: null,
    note: withMark(name, plan.rulebook.confidence),
    inputs,
  }
}

function bandFrom(plan: GroupPlan, level: string): string {
  const index = plan.rulebook.rating.bands.findIndex((band) => band.level === level)
  const from: Rational = plan.rules.bands[index]?.from ?? rational.zero
  return rational.toShortest(from)
}
