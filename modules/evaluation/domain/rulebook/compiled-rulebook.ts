import type { Bilingual, Formula } from './expression.ts'

/** `primary`: read in the official text. `second_hand`: quoted by others. `assumed`: our reading. `sample`: invented. */
export type Confidence = 'primary' | 'second_hand' | 'assumed' | 'sample'

export interface IssuingDocument {
  readonly number: string
  /** YYYY-MM-DD */
  readonly date: string
  readonly issuer: Bilingual
  readonly title: Bilingual
}

export interface SourceNote {
  readonly about: string
  readonly text: Bilingual
  readonly confidence: Confidence
  readonly source: string | null
}

/** A level of quality (mức xếp loại chất lượng). Listed best first. */
export interface Level {
  readonly id: string
  readonly name: Bilingual
  readonly article: string | null
  /** False: outside the order (xếp loại riêng), given only by an exclusion; listed after the others. */
  readonly ranked: boolean
}

/** A named ambiguity of the text, with its allowed readings and a stated default. */
export interface Setting {
  readonly id: string
  readonly name: Bilingual
  readonly explanation: Bilingual
  readonly article: string | null
  readonly source: string | null
  readonly confidence: Confidence
  readonly default: string
  readonly values: readonly SettingValue[]
}

export interface SettingValue {
  readonly value: string
  readonly name: Bilingual
  /** Exact number the formulas see, as "n/d"; null when the formulas see the text. */
  readonly number: string | null
}

/** A group of subjects (nhóm đối tượng); the selector is matched against posts and units on the date. */
export interface Group {
  readonly id: string
  readonly name: Bilingual
  readonly article: string | null
  readonly selector: GroupSelector
  /** Numbers that differ between groups, read in formulas as `group.NAME`; "n/d". */
  readonly parameters: Readonly<Record<string, string>>
}

export interface GroupSelector {
  readonly leadership: readonly ('head' | 'deputy' | 'none')[] | null
  readonly postKinds: readonly string[] | null
  readonly unitKinds: readonly string[] | null
  readonly unitLevels: readonly string[] | null
  /** Words of which one stands in the post's title (chức danh), whatever case, marks and punctuation. */
  readonly titles: readonly string[] | null
  readonly note: Bilingual | null
}

export type FieldType = 'number' | 'boolean' | 'text' | 'choice' | 'level' | 'period' | 'list'

/** A fact about the subject, or one field of a list item. */
export interface Field {
  readonly id: string
  readonly type: FieldType
  readonly name: Bilingual
  readonly article: string | null
  /** Number fields: exact bounds "n/d", whole numbers only when `integer`. */
  readonly min: string | null
  readonly max: string | null
  readonly integer: boolean
  /** Choice fields. */
  readonly values: readonly { readonly value: string; readonly name: Bilingual }[]
  /** What an absent value means; null = absent is missing data, never assumed. Numbers "n/d". */
  readonly default: string | boolean | null
  /** Nobody has to give it: the formulas ask `given(…)`, as for one of two ways to say the same. */
  readonly optional: boolean
  /** List facts: the fields of one item. An absent list is empty. */
  readonly fields: readonly Field[]
}

/** A list the sheet is scored from, e.g. the tasks (nhiệm vụ, sản phẩm/công việc). */
export interface ListDefinition {
  readonly id: string
  readonly name: Bilingual
  readonly article: string | null
  readonly fields: readonly Field[]
  /** Field whose text labels an item in a derivation. */
  readonly labelField: string | null
  readonly limit: number
  /** A keyed list is given as a map from these keys, all of which always stand in it; empty = a list of any length. */
  readonly keys: readonly ListKey[]
  /** The name under which a formula over a keyed list reads the key of the item. */
  readonly keyedBy: string | null
  /** Fields proposed and approved before scoring; null where everything is written on the sheet. */
  readonly plan: ListPlan | null
}

/** Who may propose a plan, and who is competent to approve it: the one who scores (`rater`), or who decides the level. */
export type PlanProposer = 'subject' | 'personnel_body'
export type PlanApprover = 'rater' | 'authority'

/** Fields of a keyed list that are settled before the sheet is filled in, e.g. the points of each result axis (kế hoạch quý: điểm tối đa của trục). */
export interface ListPlan {
  readonly name: Bilingual
  readonly article: string | null
  readonly fields: readonly string[]
  /** From which quantity of the list a field starts, e.g. the template of the post. */
  readonly startsFrom: Readonly<Record<string, string>>
  readonly proposedBy: readonly PlanProposer[]
  readonly approvedBy: PlanApprover
  /** The fact that says whether the plan is approved: true only from then on. */
  readonly fact: string
}

/** One entry of a keyed list, e.g. a result axis (trục kết quả). */
export interface ListKey {
  readonly key: string
  readonly name: Bilingual
  readonly article: string | null
  readonly groups: readonly string[] | null
}

export type CriterionScoring =
  | { readonly kind: 'sum' }
  | { readonly kind: 'points'; readonly step: string | null; readonly stepSetting: string | null; readonly grades: readonly Grade[] }
  | { readonly kind: 'yes_no' }
  | { readonly kind: 'levels'; readonly levels: readonly { readonly value: string; readonly name: Bilingual; readonly points: string }[] }
  | { readonly kind: 'snapped'; readonly percentages: readonly string[] }
  | { readonly kind: 'bonus'; readonly step: string | null }
  | { readonly kind: 'deduction'; readonly step: string | null }
  | { readonly kind: 'computed'; readonly formula: Formula }

/** A name for a range of points (mức chấm): from `from` per cent of the maximum upwards. */
export interface Grade {
  readonly value: string
  readonly name: Bilingual
  readonly from: string
}

/** One node of the criteria tree (tiêu chí). Exact points as "n/d". */
export interface Criterion {
  readonly code: string
  /** What the printed form writes in the TT column, e.g. "I" or "1". */
  readonly formNumber: string | null
  readonly name: Bilingual
  readonly max: string
  readonly article: string | null
  readonly confidence: Confidence
  readonly groups: readonly string[] | null
  readonly scoring: CriterionScoring
  /** For nodes with children: may the input give one total instead of the parts? */
  readonly acceptsTotal: boolean
  readonly guidance: readonly Bilingual[]
  readonly reasonRequiredBelow: string | null
  readonly evidenceRequiredFrom: string | null
  readonly variants: readonly { readonly id: string; readonly name: Bilingual; readonly guidance: readonly Bilingual[] }[]
  readonly children: readonly Criterion[]
}

/** A recorded human choice between named values (d, đ, e of Nghị định 335: only 100 or 50). */
export interface Judgement {
  readonly id: string
  readonly name: Bilingual
  readonly article: string | null
  readonly confidence: Confidence
  readonly groups: readonly string[] | null
  readonly reasonRequired: boolean
  readonly values: readonly { readonly value: string; readonly text: Bilingual }[]
  /** Text for a deputy, when it differs. */
  readonly deputyNote: Bilingual | null
}

export interface Rater {
  readonly id: string
  readonly name: Bilingual
  readonly article: string | null
  /** Who fills the role, resolved from posts on the date. */
  readonly who: 'self' | 'direct_superior' | 'head_of_using_body' | 'head_of_managing_body' | 'peers' | 'subordinates' | 'council' | 'party_committee' | 'personnel_body'
  readonly groups: readonly string[] | null
  readonly fills: readonly ('criteria' | 'judgements' | 'tasks' | 'comment' | 'level' | 'total')[]
  /** Exact weight "n/d" when several raters' totals are combined by a formula; null when not weighted so. */
  readonly weight: string | null
  /** Whether this rater's points make the score. */
  readonly counts: boolean
  /** Never another rater's score: no total, or the others' weights shared anew. */
  readonly whenMissing: 'insufficient_data' | 'renormalise' | 'not_needed'
  /** Several people of this kind, averaged exactly; false = one person. */
  readonly several: boolean
  /** Only the number of people and their mean are ever shown. */
  readonly anonymous: boolean
  /** With fewer people no mean is formed. */
  readonly atLeast: number
  /** Stated whenever `atLeast` is more than one. */
  readonly whenTooFew: 'insufficient_data' | 'renormalise' | null
}

/** Criteria and who decides them with which weight; a weight formula reads settings, group and facts, 0 = not asked. */
export interface RatedPart {
  readonly criteria: readonly string[]
  readonly groups: readonly string[] | null
  readonly weights: Readonly<Record<string, Formula>>
  readonly article: string | null
  readonly confidence: Confidence
}

/** How the sheets of several raters make one; the case file gives them as `scores` by kind of rater. */
export interface ScoresRules {
  /** Each criterion is averaged and then summed, or each sheet is summed and then averaged. */
  readonly average: 'criteria' | 'sheets'
  /** A sheet with blanks: no score, or that sheet is left out and not counted. */
  readonly incomplete: 'insufficient_data' | 'leave_out'
  /** May the case file give `criteria`, already combined, instead of `scores`? */
  readonly acceptsCombined: boolean
  readonly parts: readonly RatedPart[]
}

/** A named quantity. `list` = computed once for every item of that list. */
export interface Quantity {
  readonly id: string
  readonly label: Bilingual
  readonly formula: Formula
  readonly unit: 'points' | 'percent' | 'ratio' | 'units' | 'months' | 'count' | 'none'
  readonly article: string | null
  readonly confidence: Confidence
  readonly groups: readonly string[] | null
  readonly list: string | null
  readonly note: Bilingual | null
}

/** A limit on the answer: when it holds the input is refused. With `list` it is looked at for each item and `path` is inside the item. */
export interface Limit {
  readonly list: string | null
  readonly when: Formula
  readonly path: string
  readonly message: Bilingual
  readonly expected: string
}

export interface SheetRules {
  /** Kinds of period a sheet is filled in for; a longer one may come from their scores (`period`). */
  readonly periods: readonly ('month' | 'quarter' | 'year')[]
  readonly quantities: readonly Quantity[]
  readonly total: string
  /** Greatest total there is, "n/d"; a total above it is refused, never cut. */
  readonly maximum: string
  readonly generalPoints: string | null
  readonly taskPoints: string | null
  /** Quantities answered in `terms`, in this order; ids may differ from the shown names. */
  readonly terms: readonly { readonly name: string; readonly quantity: string }[]
  readonly limits: readonly Limit[]
}

/** How scores of months or quarters become the score of a longer period. Formulas read the list `periods` (score, months). */
export interface PeriodRules {
  readonly inputs: readonly { readonly name: string; readonly months: number; readonly most: number }[]
  readonly quantities: readonly Quantity[]
  readonly total: string
  /** Quantity computed again over each full part (quarter, half-year). */
  readonly partTotal: string | null
  readonly parts: readonly { readonly id: string; readonly name: Bilingual; readonly months: number; readonly article: string | null }[]
}

export interface RatingRule {
  readonly id: string
  readonly label: Bilingual
  readonly when: Formula
  readonly article: string | null
  readonly confidence: Confidence
}

export interface Band {
  readonly level: string
  /** Least score, "n/d"; the score is never rounded before it is compared. */
  readonly from: string
  readonly article: string | null
  readonly confidence: Confidence
  readonly conditions: readonly RatingRule[]
}

export interface RatingRules {
  readonly quantities: readonly Quantity[]
  /** Quantity the bands look at; null = the exact total. */
  readonly score: string | null
  /** Not rated at all; looked at first. */
  readonly exclusions: readonly (RatingRule & { readonly level: string })[]
  readonly vetoes: readonly (RatingRule & { readonly level: string })[]
  /** Best first: the first band whose `from` is reached and whose conditions hold. */
  readonly bands: readonly Band[]
  /** What the text leaves between the bands. */
  readonly otherwise: readonly (RatingRule & { readonly level: string })[]
  readonly ceilings: readonly (RatingRule & { readonly atMost: Formula })[]
  /** Sentences added to the reasons when they hold; they change nothing. */
  readonly notices: readonly RatingRule[]
}

export interface Quota {
  readonly id: string
  readonly label: Bilingual
  readonly article: string | null
  readonly confidence: Confidence
  /** The level that is limited. */
  readonly level: string
  /** Levels that count as qualifying. */
  readonly qualifying: readonly string[]
  readonly scopes: readonly ('body' | 'peer_group')[]
  /** Setting whose value is reported as `base`. */
  readonly baseSetting: string
  readonly rateSetting: string
  /** Over qualifying, headcount, settings. */
  readonly allowed: Formula
}

export interface ProcedureStep {
  readonly id: string
  readonly name: Bilingual
  readonly article: string | null
  readonly cycle: 'period' | 'year' | 'any'
  readonly actor: string
  readonly groups: readonly string[] | null
  readonly deadline: Deadline | null
  readonly records: readonly Bilingual[]
}

export interface Deadline {
  readonly workingDays: number | null
  readonly calendarDays: number | null
  /** "MM-DD": before this day. */
  readonly before: string | null
  readonly from: Bilingual | null
  readonly confidence: Confidence
}

export interface PublicationRule {
  readonly what: 'level' | 'total' | 'sheet' | 'comments' | 'evidence'
  readonly to: readonly ('subject' | 'rater' | 'authority' | 'unit' | 'personnel_body')[]
  readonly article: string | null
  readonly confidence: Confidence
}

export interface FormDefinition {
  readonly id: string
  readonly number: string
  readonly name: Bilingual
  readonly article: string | null
  readonly cycle: 'period' | 'year'
}

export interface Catalogue {
  readonly article: string | null
  readonly mostComplexityGroups: number
  readonly complexityGroups: readonly { readonly id: string; readonly name: Bilingual; readonly maxPoints: string | null; readonly confidence: Confidence }[]
  readonly standardProduct: { readonly points: string; readonly coefficient: string; readonly note: Bilingual; readonly confidence: Confidence } | null
}

export interface Message {
  readonly id: string
  readonly text: Bilingual
  readonly article: string | null
}

/** A checked rulebook as plain JSON: what the server stores and the browser evaluates. */
export interface CompiledRulebook {
  readonly format: 1
  readonly id: string
  readonly version: number
  /** SHA-256 of the source text, hex. */
  readonly hash: string
  readonly title: Bilingual
  readonly subject: 'person' | 'organisation'
  readonly document: IssuingDocument
  readonly validity: { readonly from: string; readonly to: string | null }
  readonly confidence: Confidence
  readonly notes: readonly SourceNote[]
  readonly levels: readonly Level[]
  readonly settings: readonly Setting[]
  readonly groups: readonly Group[]
  readonly facts: readonly Field[]
  readonly lists: readonly ListDefinition[]
  readonly criteria: readonly Criterion[]
  readonly judgements: readonly Judgement[]
  readonly raters: readonly Rater[]
  readonly scores: ScoresRules | null
  readonly catalogue: Catalogue | null
  readonly messages: readonly Message[]
  readonly sheet: SheetRules
  readonly period: PeriodRules | null
  readonly rating: RatingRules
  readonly quotas: readonly Quota[]
  readonly procedure: readonly ProcedureStep[]
  readonly publication: readonly PublicationRule[]
  readonly forms: readonly FormDefinition[]
}
