import type { Bilingual } from '../rulebook/expression.ts'

/** A number as people send it: 1.5, "1.5", "1,5" is refused, "3/2". */
export type NumberLike = number | string

/** Settings by full name ("quota.base") or nested ({ quota: { base } }). */
export type SettingsInput = Readonly<Record<string, unknown>>

/** One sheet of one period. `criteria`, `judgements`, `facts` and lists are keyed by the rulebook's own names. */
export interface ScoreInput {
  readonly group: string
  readonly settings?: SettingsInput
  readonly criteria?: Readonly<Record<string, unknown>>
  readonly judgements?: Readonly<Record<string, unknown>>
  readonly raters?: Readonly<Record<string, unknown>>
  /** Sheets by kind of rater, for rulebooks with several raters; a list = several people of one kind. */
  readonly scores?: Readonly<Record<string, unknown>>
  /** Chosen variant by criterion code, e.g. { "II.4": "public_contact" }. */
  readonly variants?: Readonly<Record<string, unknown>>
  readonly facts?: Readonly<Record<string, unknown>>
  readonly tasks?: readonly Readonly<Record<string, unknown>>[]
  readonly [list: string]: unknown
}

/** Scores of months (or quarters) of one subject. An entry may be null: not scored. */
export interface PeriodInput {
  readonly group: string
  readonly settings?: SettingsInput
  readonly months?: readonly unknown[]
  readonly quarters?: readonly unknown[]
  readonly facts?: Readonly<Record<string, unknown>>
  readonly [list: string]: unknown
}

export interface ScoreOptions {
  /** Default true. False for mass scoring: no tree is built. */
  readonly derivation?: boolean
}

/** One thing wrong with the input: where, what (Vietnamese), what was expected. */
export interface InputProblem {
  readonly path: string
  readonly message: string
  readonly expected: string
}

export type DerivationValue =
  | { readonly kind: 'number'; readonly exact: string; readonly shown: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'missing' }

/** One named step of a derivation: what it is, what it gave, by which rule, from what. */
export interface DerivationStep {
  readonly id: string
  readonly label: Bilingual
  readonly value: DerivationValue
  /** points, percent (shown is already × 100), units, count, months, ratio, none */
  readonly unit: string
  readonly formula: string | null
  readonly article: string | null
  readonly note: Bilingual | null
  readonly inputs: readonly DerivationStep[]
}

/** Why a level is what it is, or what is missing. */
export interface Reason {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly article: string | null
  readonly path: string | null
}

/** Levels of a rulebook, and the two answers that are not levels. */
export type LevelAnswer = string | 'not_rated' | 'insufficient_data'

export interface ScoreResult {
  /** Two decimals, half up, for showing; null when data is insufficient. */
  readonly total: string | null
  /** "n/d" in lowest terms; every comparison uses this, never `total`. */
  readonly exact: string | null
  /** Per cent with two decimals, e.g. { a: "97.50" }; null = cannot be computed. */
  readonly terms: Readonly<Record<string, string | null>>
  readonly taskPoints: string | null
  readonly generalPoints: string | null
  /** Provisional level: bands, vetoes and ceilings. The decided level is a person's act and is not here. */
  readonly level: LevelAnswer
  /** Level by points and conditions alone, before vetoes and ceilings. */
  readonly band: LevelAnswer
  readonly reasons: readonly Reason[]
  readonly derivation: DerivationStep | null
  readonly levelDerivation: DerivationStep | null
  /** For a period: the parts that could be computed (quarters, half-years). */
  readonly parts?: readonly PeriodPart[]
}

export interface PeriodPart {
  readonly id: string
  readonly label: Bilingual
  readonly total: string
  readonly exact: string
}

export interface ClassifySubject {
  readonly id: string
  readonly peerGroup: string
  readonly group?: string
  readonly total?: NumberLike | null
  readonly facts?: Readonly<Record<string, unknown>>
}

export interface ClassifyInput {
  readonly settings?: SettingsInput
  readonly subjects: readonly ClassifySubject[]
}

export interface QuotaAnswer {
  /** A peer group, or "*" for the whole body. */
  readonly scope: string
  readonly quota: string
  readonly base: string
  readonly rate: string
  readonly headcount: number
  readonly qualifying: number
  readonly allowed: number
  readonly proposed: number
  readonly over: number
}

export interface ClassifyResult {
  readonly levels: Readonly<Record<string, LevelAnswer>>
  readonly reasons: Readonly<Record<string, readonly Reason[]>>
  readonly quotas: readonly QuotaAnswer[]
}
