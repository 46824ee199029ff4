import { z } from 'zod'
import { parseRational, toFraction } from '#kernel/rational.ts'
import type { CompiledRulebook, Confidence, Criterion } from '../../domain/rulebook/compiled-rulebook.ts'
import type { Formula } from '../../domain/rulebook/expression.ts'
import { FormulaError, parseFormula } from './parse-formula.ts'

const shortText = z.string().min(1).max(4000)
const id = z.string().regex(/^(?!__proto__$)[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u, 'mã gồm chữ, số, dấu chấm, gạch')
/** A name usable in a formula. */
const name = z.string().regex(/^(?!__proto__$)[\p{L}_][\p{L}\p{N}_]{0,63}$/u, 'tên gồm chữ, số và _')
const bilingual = z.strictObject({ vi: shortText, en: shortText })
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD')
const article = shortText.nullable().default(null)
const confidences = z.enum(['primary', 'second_hand', 'assumed', 'sample'])
/** Stands for what a part does not say, until toCompiled gives it the confidence of the whole. */
const unsaid = 'unsaid' as Confidence
const confidence = confidences.optional().transform((said): Confidence => said ?? unsaid)
const groups = z.array(id).min(1).nullable().default(null)

const exactNumber = z.union([z.number(), z.string()]).transform((value, context) => {
  const parsed = parseRational(String(value))
  if (parsed !== null) return toFraction(parsed)
  const text = String(value)
  context.addIssue({ code: 'custom', message: `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}” không phải là số viết đúng`, params: { expected: 'một số, ví dụ 2.5 hoặc 1/3' } })
  return z.NEVER
})

const formula = z.union([z.string(), z.number(), z.boolean()]).transform((value, context): Formula => {
  try {
    return parseFormula(String(value))
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    context.addIssue({ code: 'custom', message: error.message, params: { expected: error.expected } })
    return z.NEVER
  }
})

const level = z.strictObject({ id, name: bilingual, article, ranked: z.boolean().default(true).describe('False: a level outside the order, given only by an exclusion (e.g. level E for maternity leave). Listed last.') })
const setting = z.strictObject({
  id,
  name: bilingual,
  explanation: bilingual,
  article,
  source: shortText.nullable().default(null),
  confidence,
  default: z.string(),
  values: z.array(z.strictObject({ value: z.string(), name: bilingual, number: exactNumber.nullable().default(null) })).min(1),
})
const selector = z.strictObject({
  leadership: z.array(z.enum(['head', 'deputy', 'none'])).nullable().default(null),
  postKinds: z.array(z.string()).nullable().default(null),
  unitKinds: z.array(z.string()).nullable().default(null),
  unitLevels: z.array(z.string()).nullable().default(null),
  titles: z.array(z.string().min(2)).min(1).nullable().default(null).describe('Words of which one stands in the title of the post, whatever case, marks and punctuation.'),
  note: bilingual.nullable().default(null),
})
const group = z.strictObject({ id: name, name: bilingual, article, selector, parameters: z.record(name, exactNumber).default({}) })

const fieldShape = {
  id: name,
  name: bilingual,
  article,
  min: exactNumber.nullable().default(null),
  max: exactNumber.nullable().default(null),
  integer: z.boolean().default(false),
  values: z.array(z.strictObject({ value: z.string(), name: bilingual })).default([]),
  default: z.union([z.string(), z.boolean(), z.number().transform(String)]).nullable().default(null),
  optional: z.boolean().default(false).describe('Nobody has to give it: formulas ask given(…), as for one of two ways to say the same.'),
}
const itemField = z.strictObject({ ...fieldShape, type: z.enum(['number', 'boolean', 'text', 'choice', 'level']), fields: z.array(z.never()).default([]) })
const fact = z.strictObject({ ...fieldShape, type: z.enum(['number', 'boolean', 'text', 'choice', 'level', 'period', 'list']), fields: z.array(itemField).default([]) })
const listKey = z.strictObject({ key: z.string().regex(/^[\p{L}\p{N}_-]{1,32}$/u, 'chữ, số, _ và gạch nối, không quá 32 ký tự'), name: bilingual, article, groups })
const plan = z.strictObject({
  name: bilingual,
  article,
  fields: z.array(name).min(1).describe('Fields settled before scoring; the sheet no longer takes them.'),
  startsFrom: z.record(name, name).default({}).describe('From which quantity of the list a field starts, e.g. the template of the post.'),
  proposedBy: z.array(z.enum(['subject', 'personnel_body'])).min(1),
  approvedBy: z.enum(['rater', 'authority']).describe('Who is competent: the one who scores, or the authority that decides the level.'),
  fact: name.describe('The fact a campaign states by itself: true once the plan is approved, false before.'),
})
const list = z.strictObject({
  id: name,
  name: bilingual,
  article,
  fields: z.array(itemField).min(1),
  labelField: name.nullable().default(null),
  limit: z.int().min(1).max(10_000).default(1000),
  keys: z.array(listKey).max(50).default([]).describe('Makes the list keyed: a case file gives it as a map, e.g. "axes": { "1": { … }, "2": { … } }. Every key always stands in the list; what is not given for it is missing data.'),
  keyedBy: name.nullable().default(null).describe('The name under which formulas over a keyed list read the key.'),
  plan: plan.nullable().default(null).describe('Fields of a keyed list that are proposed and approved in a campaign before anybody sends a sheet on. A case file gives them with the others.'),
})

const step = exactNumber.nullable().default(null)
const scoring = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sum') }),
  z.strictObject({
    kind: z.literal('points'),
    step,
    stepSetting: id.nullable().default(null),
    grades: z.array(z.strictObject({ value: z.string(), name: bilingual, from: exactNumber })).default([]).describe('Names for ranges of the points, best first; `from` is a percentage of `max`. The points are given, the name follows.'),
  }),
  z.strictObject({ kind: z.literal('yes_no') }),
  z.strictObject({ kind: z.literal('levels'), levels: z.array(z.strictObject({ value: z.string(), name: bilingual, points: exactNumber })).min(2) }),
  z.strictObject({ kind: z.literal('snapped'), percentages: z.array(exactNumber).min(2) }),
  z.strictObject({ kind: z.literal('bonus'), step }),
  z.strictObject({ kind: z.literal('deduction'), step }),
  z.strictObject({ kind: z.literal('computed'), formula }),
])

const criterionShape = {
  code: z.string().regex(/^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,31}$/u, 'chữ, số, dấu chấm và gạch nối, không quá 32 ký tự'),
  formNumber: z.string().nullable().default(null),
  name: bilingual,
  max: exactNumber,
  article,
  confidence,
  groups,
  scoring: scoring.default({ kind: 'sum' }),
  acceptsTotal: z.boolean().default(false),
  guidance: z.array(bilingual).default([]),
  reasonRequiredBelow: exactNumber.nullable().default(null),
  evidenceRequiredFrom: exactNumber.nullable().default(null),
  variants: z.array(z.strictObject({ id, name: bilingual, guidance: z.array(bilingual).default([]) })).default([]),
}
const leaf = z.strictObject({ ...criterionShape, children: z.array(z.never()).default([]) })
const third = z.strictObject({ ...criterionShape, children: z.array(leaf).default([]) })
const second = z.strictObject({ ...criterionShape, children: z.array(third).default([]) })
/** Four levels are enough for every criteria set seen and keep the printed form readable. */
const criterion: z.ZodType<Criterion, unknown> = z.strictObject({ ...criterionShape, children: z.array(second).default([]) })

const judgement = z.strictObject({
  id: name,
  name: bilingual,
  article,
  confidence,
  groups,
  reasonRequired: z.boolean().default(false),
  values: z.array(z.strictObject({ value: exactNumber, text: bilingual })).min(2),
  deputyNote: bilingual.nullable().default(null),
})
const rater = z.strictObject({
  id: name,
  name: bilingual,
  article,
  who: z.enum(['self', 'direct_superior', 'head_of_using_body', 'head_of_managing_body', 'peers', 'subordinates', 'council', 'party_committee', 'personnel_body']),
  groups,
  fills: z.array(z.enum(['criteria', 'judgements', 'tasks', 'comment', 'level', 'total'])).min(1),
  weight: exactNumber.nullable().default(null),
  counts: z.boolean(),
  whenMissing: z.enum(['insufficient_data', 'renormalise', 'not_needed']),
  several: z.boolean().default(false).describe('Several people of this kind, averaged exactly.'),
  anonymous: z.boolean().default(false).describe('Only the number of people and their mean are ever shown.'),
  atLeast: z.int().min(1).max(100).default(1).describe('With fewer people no mean is formed.'),
  whenTooFew: z.enum(['insufficient_data', 'renormalise']).nullable().default(null),
})
const ratedPart = z.strictObject({
  criteria: z.array(z.string()).min(1),
  groups,
  weights: z.record(name, formula).describe('Weight of each kind of rater: a formula over settings, group and facts; 0 = not asked. Weights are relative.'),
  article,
  confidence,
})
const scores = z.strictObject({
  average: z.enum(['criteria', 'sheets']).describe('criteria: each criterion is averaged, then summed. sheets: each sheet is summed, then averaged.'),
  incomplete: z.enum(['insufficient_data', 'leave_out']).describe('What becomes of a sheet with blanks.'),
  acceptsCombined: z.boolean().default(false).describe('May a case file give `criteria`, already combined, instead of `scores`?'),
  parts: z.array(ratedPart).min(1),
})
const quantity = z.strictObject({
  id: name,
  label: bilingual,
  formula,
  unit: z.enum(['points', 'percent', 'ratio', 'units', 'months', 'count', 'none']),
  article,
  confidence,
  groups,
  list: z.string().nullable().default(null),
  note: bilingual.nullable().default(null),
})
const sheet = z.strictObject({
  periods: z.array(z.enum(['month', 'quarter', 'year'])).min(1).default(['month', 'quarter']).describe('Kinds of period a sheet is filled in for; a year not named here comes from the scores of its months or quarters, where the rulebook has `period`.'),
  quantities: z.array(quantity).min(1).max(400),
  total: name,
  maximum: exactNumber,
  generalPoints: name.nullable().default(null),
  taskPoints: name.nullable().default(null),
  terms: z.array(z.strictObject({ name, quantity: name })).default([]),
  limits: z.array(z.strictObject({ list: name.nullable().default(null), when: formula, path: z.string(), message: bilingual, expected: shortText })).default([]),
})
const period = z.strictObject({
  inputs: z.array(z.strictObject({ name, months: z.int().min(1).max(12), most: z.int().min(1).max(60) })).min(1),
  quantities: z.array(quantity).min(1).max(400),
  total: name,
  partTotal: name.nullable().default(null),
  parts: z.array(z.strictObject({ id: name, name: bilingual, months: z.int().min(1).max(12), article })).default([]),
})
const ruleShape = { id: name, label: bilingual, when: formula, article, confidence }
const ratingRule = z.strictObject(ruleShape)
const levelRule = z.strictObject({ ...ruleShape, level: id })
const rating = z.strictObject({
  quantities: z.array(quantity).max(400).default([]),
  score: name.nullable().default(null),
  exclusions: z.array(levelRule).default([]),
  vetoes: z.array(levelRule).default([]),
  bands: z.array(z.strictObject({ level: id, from: exactNumber, article, confidence, conditions: z.array(ratingRule).default([]) })).min(1),
  otherwise: z.array(levelRule).default([]),
  ceilings: z.array(z.strictObject({ ...ruleShape, atMost: formula })).default([]),
  notices: z.array(ratingRule).default([]),
})
const quota = z.strictObject({
  id: name,
  label: bilingual,
  article,
  confidence,
  level: id,
  qualifying: z.array(id).min(1),
  scopes: z.array(z.enum(['body', 'peer_group'])).min(1),
  baseSetting: id,
  rateSetting: id,
  allowed: formula,
})
const deadline = z.strictObject({
  workingDays: z.int().min(0).nullable().default(null),
  calendarDays: z.int().min(0).nullable().default(null),
  before: z.string().regex(/^\d{2}-\d{2}$/, 'tháng-ngày, ví dụ 12-15').nullable().default(null),
  from: bilingual.nullable().default(null),
  confidence,
})
const procedureStep = z.strictObject({
  id: name,
  name: bilingual,
  article,
  cycle: z.enum(['period', 'year', 'any']),
  actor: shortText,
  groups,
  deadline: deadline.nullable().default(null),
  records: z.array(bilingual).default([]),
})
const catalogue = z.strictObject({
  article,
  mostComplexityGroups: z.int().min(1).max(20),
  complexityGroups: z.array(z.strictObject({ id, name: bilingual, maxPoints: exactNumber.nullable().default(null), confidence })).default([]),
  standardProduct: z.strictObject({ points: exactNumber, coefficient: exactNumber, note: bilingual, confidence }).nullable().default(null),
})

const given = z.record(z.string(), z.unknown())
/** A worked case: what is given and what must come out. Only the keys written in `expect` are compared. */
const example = z.strictObject({
  name: shortText,
  source: shortText.nullable().default(null),
  given: given.optional(),
  classify: given.optional(),
  expect: z.strictObject({
    total: z.string().nullable().optional(),
    exact: z.string().nullable().optional(),
    taskPoints: z.string().nullable().optional(),
    generalPoints: z.string().nullable().optional(),
    terms: z.record(z.string(), z.string().nullable()).optional(),
    level: z.string().optional(),
    band: z.string().optional(),
    /** Codes that must be among the reasons. */
    reasons: z.array(z.string()).optional(),
    /** Paths that must be named as missing. */
    missing: z.array(z.string()).optional(),
    /** Paths that must be refused. */
    errors: z.array(z.string()).optional(),
    parts: z.record(z.string(), z.string()).optional(),
    levels: z.record(z.string(), z.string()).optional(),
    quotas: z.array(z.record(z.string(), z.union([z.string(), z.number()]))).optional(),
  }),
})

/** A rulebook as written in YAML. Its output, with `format` and `hash`, is the compiled rulebook. */
export const rulebookSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,63}$/, 'chữ thường không dấu, chữ số và gạch nối'),
  version: z.int().min(1),
  title: bilingual,
  subject: z.enum(['person', 'organisation']),
  document: z.strictObject({ number: shortText, date, issuer: bilingual, title: bilingual }),
  validity: z.strictObject({ from: date, to: date.nullable().default(null) }),
  confidence: confidences.default('primary').describe('How far the facts of the rulebook are known; a part without its own `confidence` has this one.'),
  notes: z.array(z.strictObject({ about: shortText, text: bilingual, confidence, source: shortText.nullable().default(null) })).default([]),
  levels: z.array(level).min(2).max(20),
  settings: z.array(setting).max(200).default([]),
  groups: z.array(group).min(1).max(60),
  facts: z.array(fact).max(300).default([]),
  lists: z.array(list).max(30).default([]),
  criteria: z.array(criterion).default([]),
  judgements: z.array(judgement).default([]),
  raters: z.array(rater).max(60).default([]),
  scores: scores.nullable().default(null).describe('How the sheets of several raters make one. Of a kind of several people a case file gives a list of sheets, or, where only that is known, { "count": 6, "mean": { "I.1": "37/12" } }.'),
  catalogue: catalogue.nullable().default(null),
  messages: z.array(z.strictObject({ id: name, text: bilingual, article })).default([]),
  sheet,
  period: period.nullable().default(null),
  rating,
  quotas: z.array(quota).default([]),
  procedure: z.array(procedureStep).default([]),
  publication: z.array(z.strictObject({
    what: z.enum(['level', 'total', 'sheet', 'comments', 'evidence']),
    to: z.array(z.enum(['subject', 'rater', 'authority', 'unit', 'personnel_body'])).min(1),
    article,
    confidence,
  })).default([]),
  forms: z.array(z.strictObject({ id: name, number: shortText, name: bilingual, article, cycle: z.enum(['period', 'year']) })).default([]),
  examples: z.array(example).max(2000).default([]),
})

export type RulebookSource = z.output<typeof rulebookSchema>
export type Example = RulebookSource['examples'][number]
export type CompiledBody = Omit<RulebookSource, 'examples'>

/** What the schema gives is what the domain declares; a difference is a compile error here. */
export function toCompiled(body: CompiledBody, hash: string): CompiledRulebook {
  const compiled: CompiledRulebook = { format: 1, hash, ...body }
  return settleConfidence(compiled, body.confidence) as CompiledRulebook
}

/** A part that says nothing of its own is as certain as the whole rulebook. */
function settleConfidence(part: unknown, whole: Confidence): unknown {
  if (Array.isArray(part)) return part.map((each) => settleConfidence(each, whole))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === 'confidence' && value === unsaid ? whole : settleConfidence(value, whole)]))
}
