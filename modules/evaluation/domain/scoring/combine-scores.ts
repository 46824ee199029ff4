import * as rational from '#kernel/rational.ts'
import type { Rational } from '#kernel/rational.ts'
import type { Rater } from '../rulebook/compiled-rulebook.ts'
import type { PartOfScores, ScoresPlan } from './plan-scores.ts'
import type { RaterSheets } from './read-scores.ts'
import { reason } from './reasons.ts'
import type { Reason } from './types.ts'
import { mergeMissing, Missing, missingInput, type Combined, type CombinedKind, type Frame, type Value } from './value.ts'

type State = CombinedKind['state']

/** One kind of rater in one part: its weight, the sheets that count, and what stands when none does. */
interface Kind {
  readonly rater: Rater
  readonly listed: boolean
  readonly weight: Rational
  readonly people: number
  readonly sheets: readonly { readonly frame: Frame; readonly index: number }[]
  readonly state: State
  /** Why there is no mean although one is needed; null when left out or counted. */
  readonly blocks: Missing | null
}

/**
 * Puts the raters' weighted means into the frame, criterion by criterion, and says which raters were left out.
 * A mean of equal points is those points, and the order of people never matters: everything is exact.
 */
export function combineScores(scores: ScoresPlan, given: readonly RaterSheets[], frame: Frame): Reason[] {
  const combined = new Map<number, Combined>()
  const notes = new Map<string, Reason>()
  for (const part of scores.parts) {
    const kinds = kindsOf(scores, part, given, frame, notes)
    for (const { slot, below } of part.at) {
      const made = kinds instanceof Missing ? { value: kinds, article: part.part.article, confidence: part.part.confidence, kinds: [] } : combineAt(slot, part, kinds)
      combined.set(slot, made)
      frame.slots[slot] = made.value
      for (const each of below) frame.slots[each] = kinds instanceof Missing ? kinds : combineAt(each, part, kinds).value
    }
  }
  frame.combined = combined
  return [...notes.values()]
}

function kindsOf(scores: ScoresPlan, part: PartOfScores, given: readonly RaterSheets[], frame: Frame, notes: Map<string, Reason>): Kind[] | Missing {
  const kinds: Kind[] = []
  let unknown: Missing | null = null
  for (const { rater, sheets, listed, people } of given) {
    const formula = part.weights.find((each) => each.rater.id === rater.id)
    const weight = formula ? formula.weight(frame) : rational.zero
    if (weight instanceof Missing) {
      unknown = unknown === null ? weight : mergeMissing(unknown, weight)
      continue
    }
    const numbered = sheets.map((each, index) => ({ frame: each, index }))
    // A mean has no blanks to leave out.
    const isMean = people > sheets.length
    const whole = scores.rules.incomplete === 'leave_out' && !isMean ? numbered.filter((each) => part.at.every(({ slot }) => !(each.frame.slots[slot] instanceof Missing))) : numbered
    kinds.push(kindOf(rater, listed, weight as Rational, whole, isMean ? people : whole.length, notes))
  }
  return unknown ?? kinds
}

function kindOf(rater: Rater, listed: boolean, weight: Rational, sheets: Kind['sheets'], people: number, notes: Map<string, Reason>): Kind {
  const path = `scores.${rater.id}`
  const base = { rater, listed, weight, sheets, people }
  if (rational.isZero(weight)) return { ...base, state: 'no_weight', blocks: null }
  if (sheets.length === 0) {
    if (rater.whenMissing !== 'renormalise') return { ...base, state: 'absent', blocks: missingInput(path) }
    notes.set(path, reason('rater_absent', { vi: `${rater.name.vi}: không có phiếu, trọng số chia lại cho những người chấm còn lại`, en: `${rater.name.en}: no sheet, the weight is shared among the other raters` }, rater.article, path))
    return { ...base, state: 'absent', blocks: null }
  }
  if (people < rater.atLeast) {
    if (rater.whenTooFew !== 'renormalise') return { ...base, state: 'too_few', blocks: new Missing([{ code: 'too_few_raters', path }]) }
    const few = `${people}/${rater.atLeast}`
    notes.set(path, reason('too_few_raters', { vi: `${rater.name.vi}: chỉ có ${few} người chấm nên không lấy điểm bình quân, trọng số chia lại`, en: `${rater.name.en}: only ${few} people, so no mean is taken and the weight is shared` }, rater.article, path))
    return { ...base, state: 'too_few', blocks: null }
  }
  return { ...base, state: 'counts', blocks: null }
}

function combineAt(slot: number, part: PartOfScores, kinds: readonly Kind[]): Combined {
  const asked = sumOf(kinds.map((kind) => kind.weight))
  const counted = sumOf(kinds.map((kind) => (kind.state === 'counts' ? kind.weight : rational.zero)))
  let missing: Missing | null = null
  let sum: Rational = rational.zero
  const shown: CombinedKind[] = []
  for (const kind of kinds) {
    const values = kind.sheets.map(({ frame, index }) => located(frame.slots[slot] ?? new Missing([]), kind, index))
    const withheld = kind.people < kind.rater.atLeast
    const mean: Value = kind.blocks ?? (withheld || values.length === 0 ? new Missing([]) : meanOf(values))
    if (kind.state === 'counts' || kind.blocks !== null) {
      if (mean instanceof Missing) missing = missing === null ? mean : mergeMissing(missing, mean)
      else sum = rational.add(sum, rational.mul(kind.weight, mean as Rational))
    }
    if (kind.state === 'no_weight' && values.every((value) => value instanceof Missing)) continue
    shown.push({
      rater: kind.rater,
      weight: share(kind.weight, asked),
      counted: kind.state === 'counts' ? share(kind.weight, counted) : rational.zero,
      people: kind.people,
      state: kind.state,
      mean,
      each: kind.rater.anonymous || withheld ? [] : values,
    })
  }
  const value = missing ?? (rational.isZero(counted) ? new Missing([{ code: 'no_rater_left', path: 'scores' }]) : rational.div(sum, counted))
  return { value, article: part.part.article, confidence: part.part.confidence, kinds: shown }
}

function sumOf(values: readonly Rational[]): Rational {
  return values.reduce((sum, value) => rational.add(sum, value), rational.zero)
}

function share(weight: Rational, whole: Rational): Rational {
  return rational.isZero(whole) ? rational.zero : rational.div(weight, whole)
}

/** A blank is named where it stands in the input; for an anonymous kind without saying whose it is. */
function located(value: Value, kind: Kind, index: number): Value {
  if (!(value instanceof Missing)) return value
  const person = kind.listed && !kind.rater.anonymous ? `[${index}]` : ''
  return new Missing(value.causes.map(({ code, path }) => ({ code, path: path?.startsWith('criteria.') ? `scores.${kind.rater.id}${person}.${path.slice(9)}` : path })))
}

function meanOf(values: readonly Value[]): Value {
  let sum: Rational = rational.zero
  let missing: Missing | null = null
  for (const value of values) {
    if (value instanceof Missing) missing = missing === null ? value : mergeMissing(missing, value)
    else sum = rational.add(sum, value as Rational)
  }
  return missing ?? rational.div(sum, rational.rational(values.length))
}
