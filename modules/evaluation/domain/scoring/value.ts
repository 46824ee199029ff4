import type { Rational } from '#kernel/rational.ts'
import type { Confidence, Rater } from '../rulebook/compiled-rulebook.ts'

/** Why a value is missing: an input nobody gave (`missing_input`, at `path`), or a rule that says the data is not enough. */
export interface Cause {
  readonly code: string
  readonly path: string | null
}

/** A value that cannot be known. It spreads through every formula that needs it; nothing stands in for it. */
export class Missing {
  readonly causes: readonly Cause[]
  constructor(causes: readonly Cause[]) {
    this.causes = causes
  }
}

export type Value = Rational | boolean | string | Missing

export function missingInput(path: string): Missing {
  return new Missing([{ code: 'missing_input', path }])
}

/** Both sides' causes, each once. */
export function mergeMissing(a: Missing, b: Missing): Missing {
  if (a === b) return a
  const extra = b.causes.filter((cause) => !a.causes.some((other) => other.code === cause.code && other.path === cause.path))
  return extra.length === 0 ? a : new Missing([...a.causes, ...extra])
}

/** One criterion as several kinds of rater gave it. */
export interface Combined {
  readonly value: Value
  readonly article: string | null
  readonly confidence: Confidence
  readonly kinds: readonly CombinedKind[]
}

export interface CombinedKind {
  readonly rater: Rater
  /** Share of the weights asked for; zero = shown, not counted. */
  readonly weight: Rational
  /** Share of the weights counted after absent raters were left out. */
  readonly counted: Rational
  readonly people: number
  readonly state: 'counts' | 'absent' | 'too_few' | 'no_weight'
  readonly mean: Value
  /** Each person's value; empty for an anonymous kind, always. */
  readonly each: readonly Value[]
}

/** The values of one sheet while it is computed. `item` is the list item the running formula looks at. */
export class Frame {
  slots: Value[]
  lists: Value[][][]
  item: Value[]
  /** What several raters gave for a criterion, by its slot; null when there is one sheet. */
  combined: ReadonlyMap<number, Combined> | null = null
  constructor(slots: Value[], lists: Value[][][]) {
    this.slots = slots
    this.lists = lists
    this.item = empty
  }
}

const empty: Value[] = []
