import type { Rational } from '#kernel/rational.ts'

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

/** The values of one sheet while it is computed. `item` is the list item the running formula looks at. */
export class Frame {
  slots: Value[]
  lists: Value[][][]
  item: Value[]
  constructor(slots: Value[], lists: Value[][][]) {
    this.slots = slots
    this.lists = lists
    this.item = empty
  }
}

const empty: Value[] = []
