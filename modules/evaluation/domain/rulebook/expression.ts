/** A text shown to people: official Vietnamese with English beside it. */
export interface Bilingual {
  readonly vi: string
  readonly en: string
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | 'and' | 'or'

/** Functions over plain values. */
export const valueFunctions = ['if', 'min', 'max', 'floor', 'ceil', 'round', 'snap_down', 'clamp', 'choose', 'given', 'insufficient'] as const
export type ValueFunction = (typeof valueFunctions)[number]

/** Functions over the items of a list: `sum(tasks, assigned * coefficient)`. */
export const listFunctions = ['sum', 'count', 'any', 'all', 'lowest', 'highest'] as const
export type ListFunction = (typeof listFunctions)[number]

/** One formula as plain JSON, so that a browser can evaluate it without the parser. */
export type Expression =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly function: ValueFunction; readonly args: readonly Expression[] }
  | { readonly kind: 'over'; readonly function: ListFunction; readonly list: string; readonly body: Expression | null }

/** The text an official reads and the tree the program evaluates. */
export interface Formula {
  readonly text: string
  readonly ast: Expression
}

/** The parts of `choose(x, "a", 1, "b", 2, other)`: its pairs, and what the remaining cases give. */
export function chooseParts(args: readonly Expression[]): { readonly pairs: readonly (readonly [Expression, Expression])[]; readonly otherwise: Expression | null } {
  const pairs: [Expression, Expression][] = []
  for (let i = 1; i + 1 < args.length; i += 2) pairs.push([args[i] as Expression, args[i + 1] as Expression])
  return { pairs, otherwise: args.length % 2 === 0 ? (args.at(-1) as Expression) : null }
}

/** The branch of a `choose` for this text; null when none is written for it. */
export function chosenBranch(args: readonly Expression[], value: unknown): Expression | null {
  const { pairs, otherwise } = chooseParts(args)
  return pairs.find(([label]) => label.kind === 'text' && label.value === value)?.[1] ?? otherwise
}
