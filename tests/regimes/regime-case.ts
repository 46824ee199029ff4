import type { PeriodKind } from '#modules/evaluation/domain/campaign.ts'
import type { FinishedTask } from '../setup/evaluation-campaigns.ts'
import type { CommunePerson } from '../setup/small-commune.ts'

/** Somebody of the small commune, or one of the clerks added to its office, by number. */
export type Somebody = CommunePerson | number

/** What one rater writes on a sheet. Rows of the list `tasks` are the tasks of the case by their number. */
export interface SheetCase {
  readonly points: Readonly<Record<string, string>>
  readonly lists?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
  readonly judgements?: Readonly<Record<string, string>>
}

/** What must come out, worked out by hand beside each case. `exact` is "n/d". */
export interface Expected {
  readonly total: string | null
  readonly exact: string | null
  readonly general?: string
  readonly task?: string
  readonly level: string
  /** Codes that must be among the reasons. */
  readonly reasons?: readonly string[]
  /** Steps of the derivation by id, with their exact value. */
  readonly steps?: Readonly<Record<string, string>>
}

/** One person of a campaign. */
export interface SubjectCase {
  readonly who: CommunePerson
  /** The group the officer chooses; otherwise `found`, the group the program finds from the post. */
  readonly group?: string
  readonly found?: string
  readonly facts?: Readonly<Record<string, unknown>>
  readonly tasks?: readonly FinishedTask[]
  /** Points of each axis, proposed and approved before scoring where the regime asks for it. */
  readonly plan?: Readonly<Record<string, string>>
  readonly self: SheetCase
  readonly superior?: SheetCase
  /** Sheets of the other kinds of rater: all who rate, in any order; nobody else may have been found. */
  readonly ratings?: Readonly<Record<string, readonly { readonly by: Somebody; readonly points: Readonly<Record<string, string>> }[]>>
  readonly expect: Expected
  /** The year after it, from this period's score and the ones entered for its other months. */
  readonly year?: { readonly months: readonly string[]; readonly expect: Expected }
}

/** A quota of a scope as the screen for deciding shows it. */
export interface QuotaCase {
  readonly scope: string
  readonly qualifying: number
  readonly allowed: number
  readonly proposed: number
  readonly over: number
}

/** A whole campaign under one rulebook. */
export interface RegimeCase {
  readonly rulebook: string
  readonly period: { readonly kind: PeriodKind; readonly year: number; readonly number: number }
  readonly settings?: Readonly<Record<string, string>>
  /** Clerks added to the office. */
  readonly clerks?: readonly string[]
  /** Raters the officer adds by hand. */
  readonly added?: readonly { readonly subject: CommunePerson; readonly kind: string; readonly by: Somebody }[]
  /** Levels of organisations recorded by hand. */
  readonly unitLevels?: Readonly<Partial<Record<'XA' | 'VP' | 'KT', string>>>
  readonly subjects: readonly SubjectCase[]
  readonly quotas: readonly QuotaCase[]
}

/** A round that rates organisations under one rulebook: the office and the division, the commune by the province. */
export interface RoundCase {
  readonly rulebook: string
  readonly period: { readonly kind: PeriodKind; readonly year: number; readonly number: number }
  readonly units: readonly {
    readonly unit: 'VP' | 'KT'
    readonly points: Readonly<Record<string, string>>
    readonly facts: Readonly<Record<string, unknown>>
    readonly lists?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
    readonly expect: Expected
  }[]
}
