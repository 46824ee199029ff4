import { isRecord } from '#kernel/is-record.ts'
import { compare, parseRational, toDecimal, toShortest } from '#kernel/rational.ts'
import { computeScore, type EngineInput } from './compute.ts'
import type { CompiledRulebook } from './rulebook/compiled-rulebook.ts'
import type { Bilingual } from './rulebook/expression.ts'
import { criteriaOf } from './rulebook/scope.ts'
import type { InputProblem, Reason, ScoreResult } from './scoring/types.ts'

/** What stands in a record of a closed or published period. */
export interface KnownScore {
  readonly exact: string | null
  readonly total: string | null
  readonly generalPoints: string | null
  readonly taskPoints: string | null
  readonly terms: Readonly<Record<string, string | null>>
  readonly level: string
  readonly reasons: readonly Reason[]
}

/** One record scored again under a draft: the new score, or why the draft cannot score it. */
export type Rescored =
  | { readonly kind: 'scored'; readonly score: ScoreResult; readonly dropped: readonly string[] }
  | { readonly kind: 'refused'; readonly problems: readonly InputProblem[]; readonly dropped: readonly string[] }

type Rec = Readonly<Record<string, unknown>>

/**
 * Scores the kept input of a record under another rulebook. Names the draft no longer knows are left out and said;
 * points above a new maximum are refused, never cut.
 */
export function rescore(rulebook: CompiledRulebook, engine: EngineInput): Rescored {
  const dropped: string[] = []
  const input = adapted(rulebook, engine.input, dropped)
  try {
    return { kind: 'scored', score: computeScore(rulebook, { ...engine, input } as EngineInput, { derivation: false }), dropped }
  } catch (error) {
    const problems = problemsOf(error)
    if (problems === null) throw error
    return { kind: 'refused', problems, dropped }
  }
}

function problemsOf(error: unknown): readonly InputProblem[] | null {
  const { code, data } = error as { code?: unknown; data?: { errors?: readonly InputProblem[] } }
  return code === 'score_input_invalid' && data?.errors !== undefined ? data.errors : null
}

function adapted(rulebook: CompiledRulebook, input: object, dropped: string[]): Rec {
  const given = input as Rec
  const group = String(given['group'])
  const codes = new Set(criteriaOf(rulebook.criteria, group).map((criterion) => criterion.code))
  const keep = (name: string, allowed: (key: string, value: unknown) => boolean): Rec => {
    const part = given[name]
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return {}
    const kept = Object.entries(part as Rec).filter(([key, value]) => {
      const known = allowed(key, value)
      if (!known) dropped.push(`${name}.${key}`)
      return known
    })
    return { [name]: Object.fromEntries(kept) }
  }
  const applies = (id: string) => rulebook.judgements.some((each) => each.id === id && (each.groups === null || each.groups.includes(group)))
  const lists = rulebook.lists.flatMap((list): [string, unknown][] => {
    const rows = given[list.id]
    const fields = new Set(list.fields.map((field) => field.id))
    const known = (row: Rec) => Object.fromEntries(Object.entries(row).filter(([key]) => fields.has(key)))
    if (Array.isArray(rows)) return list.keys.length > 0 ? [] : [[list.id, rows.map(known)]]
    if (typeof rows !== 'object' || rows === null || list.keys.length === 0) return []
    return [[list.id, Object.fromEntries(Object.entries(rows as Rec).flatMap(([key, row]) => (list.keys.some((each) => each.key === key) ? [[key, known(row as Rec)]] : [])))]]
  })
  const ofSheet = new Set(['settings', 'facts', 'criteria', 'variants', 'judgements', 'scores'])
  const isKeyed = (name: string, value: unknown) => isRecord(value) && !ofSheet.has(name)
  for (const [name, value] of Object.entries(given)) if ((Array.isArray(value) || isKeyed(name, value)) && !periodLists.has(name) && !rulebook.lists.some((list) => list.id === name)) dropped.push(name)
  return {
    ...Object.fromEntries(Object.entries(given).filter(([name, value]) => !Array.isArray(value) && !isKeyed(name, value))),
    ...Object.fromEntries(Object.entries(given).filter(([name, value]) => Array.isArray(value) && periodLists.has(name))),
    ...Object.fromEntries(lists),
    ...keep('settings', (id, value) => rulebook.settings.some((setting) => setting.id === id && setting.values.some((each) => each.value === value))),
    ...keep('facts', (id) => rulebook.facts.some((fact) => fact.id === id)),
    ...keep('criteria', (code) => codes.has(code)),
    ...keep('variants', (code) => codes.has(code)),
    ...keep('judgements', applies),
  }
}

const periodLists: ReadonlySet<string> = new Set(['months', 'quarters'])

/** Whether a record stands elsewhere under the draft: another exact score or another level. */
export function differs(before: KnownScore, after: ScoreResult): boolean {
  return before.level !== after.level || before.exact !== after.exact
}

/** Why a score or level differs, in sentences: the points, the thresholds, what applies now and what no longer does. */
export function whyDifferent(before: KnownScore, after: ScoreResult, rules: { readonly before: CompiledRulebook; readonly after: CompiledRulebook }): Bilingual[] {
  const why: Bilingual[] = []
  const moved = (vi: string, en: string, from: string | null, to: string | null) => {
    if (from !== to) why.push({ vi: `${vi}: ${shown(from, 'vi')} → ${shown(to, 'vi')}`, en: `${en}: ${shown(from, 'en')} → ${shown(to, 'en')}` })
  }
  moved('Tiêu chí chung', 'General criteria', before.generalPoints, after.generalPoints)
  moved('Kết quả nhiệm vụ', 'Task results', before.taskPoints, after.taskPoints)
  if (before.taskPoints !== after.taskPoints) for (const name of new Set([...Object.keys(before.terms), ...Object.keys(after.terms)])) moved(`${name} (%)`, `${name} (%)`, before.terms[name] ?? null, after.terms[name] ?? null)
  why.push(...thresholds(before, after, rules))
  const [old, now] = [new Set(before.reasons.map((each) => each.code)), new Set(after.reasons.map((each) => each.code))]
  for (const reason of after.reasons) if (!old.has(reason.code)) why.push({ vi: reason.vi, en: reason.en })
  for (const reason of before.reasons) if (!now.has(reason.code)) why.push({ vi: `Không còn: ${reason.vi}`, en: `No longer: ${reason.en}` })
  return why
}

/** The changed thresholds that lie between the two levels. */
function thresholds(before: KnownScore, after: ScoreResult, rules: { readonly before: CompiledRulebook; readonly after: CompiledRulebook }): Bilingual[] {
  const order = rules.after.rating.bands.map((band) => band.level)
  const [a, b] = [order.indexOf(before.level), order.indexOf(after.level)]
  if (a < 0 || b < 0 || a === b) return []
  // A level is left or reached at the threshold of the better of the two, and of each between them.
  return rules.after.rating.bands.slice(Math.min(a, b), Math.max(a, b)).flatMap((band) => {
    const old = rules.before.rating.bands.find((each) => each.level === band.level)
    const name = rules.after.levels.find((level) => level.id === band.level)?.name
    const [from, to] = [parseRational(old?.from ?? ''), parseRational(band.from)]
    if (name === undefined || from === null || to === null || compare(from, to) === 0) return []
    const [x, y] = [toShortest(from), toShortest(to)]
    return [{ vi: `Ngưỡng ${name.vi}: ${x.replace('.', ',')} → ${y.replace('.', ',')}`, en: `Threshold ${name.en}: ${x} → ${y}` }]
  })
}

function shown(text: string | null, language: 'vi' | 'en'): string {
  const value = text === null ? null : parseRational(text)
  if (value === null) return language === 'vi' ? 'chưa đủ dữ liệu' : 'insufficient data'
  const decimal = toDecimal(value, 2)
  return language === 'vi' ? decimal.replace('.', ',') : decimal
}
