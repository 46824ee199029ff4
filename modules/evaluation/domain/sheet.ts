import { Refusal } from '#kernel/refusal.ts'
import { compare, parseRational, toShortest } from '#kernel/rational.ts'
import { appliesTo, criteriaOf } from './rulebook/scope.ts'
import type { CompiledRulebook, Criterion, Judgement } from './rulebook/compiled-rulebook.ts'
import { listProblems } from './check-lists.ts'
import { columnOf } from './raters.ts'
import { previewTotal } from './scoring/preview-total.ts'
import { sheetValues } from './scoring/sheet-values.ts'
import { canonicalLists, sheetColumnOf } from './sheet-lists.ts'
import type { RaterColumn } from './policy.ts'
import type { JudgementEntry, SheetContent, SheetSubject, EntryProblem } from './sheet-content.ts'

const decimal = /^\d{1,3}(\.\d{1,6})?$/

const scored = new WeakMap<CompiledRulebook, Map<string, readonly Criterion[]>>()

/** Criteria a rater scores one by one, in the order of the form. Found once per rulebook and group: every save asks. */
export function scoredCriteria(rulebook: CompiledRulebook, group: string): readonly Criterion[] {
  let groups = scored.get(rulebook)
  if (groups === undefined) scored.set(rulebook, (groups = new Map()))
  let criteria = groups.get(group)
  if (criteria === undefined) {
    criteria = criteriaOf(rulebook.criteria, group).filter((criterion) => criterion.scoring.kind !== 'sum' && criterion.scoring.kind !== 'computed')
    groups.set(group, criteria)
  }
  return criteria
}

/** Recorded choices a rater makes for this group (d, đ, e of leaders). Only the superior judges (article 15.3). */
export function judgementsOf(rulebook: CompiledRulebook, group: string, rater: RaterColumn): Judgement[] {
  if (rater === 'self') return []
  return rulebook.judgements.filter((judgement) => judgement.groups === null || judgement.groups.includes(group))
}

/**
 * Checks a sheet against the rulebook, exactly: maximum, step, unknown criteria, decimal text, named values only.
 * Gives the content in canonical form; throws `evaluation.sheet.bad-points` with every problem.
 */
export function checkContent(subject: SheetSubject, rater: RaterColumn, content: SheetContent): SheetContent {
  const problems = problemsOfContent(subject, rater, content)
  if (problems.length > 0) throw new Refusal('evaluation.sheet.bad-points', { problems })
  return { ...content, points: canonical(content.points), judgements: trimmed(content.judgements), lists: canonicalLists(subject.rulebook, subject.group, content.lists) }
}

function problemsOfContent(subject: SheetSubject, rater: RaterColumn, content: SheetContent): EntryProblem[] {
  const { rulebook, group } = subject
  const problems: EntryProblem[] = []
  const criteria = new Set(subject.scoresPoints ? scoredCriteria(rulebook, group).map((criterion) => criterion.code) : [])
  const judgements = new Set(judgementsOf(rulebook, group, rater).map((judgement) => judgement.id))
  for (const [code, found] of Object.entries(content.points)) {
    if (!criteria.has(code)) problems.push({ code, found, expected: [...criteria].join(' | ') })
    else if (!decimal.test(found)) problems.push({ code, found, expected: 'số thập phân, ví dụ 2.5' })
  }
  for (const [code, { value }] of Object.entries(content.judgements)) {
    if (!judgements.has(code)) problems.push({ code, found: value, expected: [...judgements].join(' | ') })
    else if (!decimal.test(value)) problems.push({ code, found: value, expected: valuesOf(rulebook, code) })
  }
  const { proposedLevel } = content
  if (proposedLevel !== null && !rulebook.levels.some((level) => level.id === proposedLevel)) {
    problems.push({ code: 'proposedLevel', found: proposedLevel, expected: rulebook.levels.map((level) => level.id).join(' | ') })
  }
  if (problems.length > 0) return problems
  return [...engineProblems(subject, rater, content), ...listProblems(subject, rater, content.lists)]
}

function valuesOf(rulebook: CompiledRulebook, id: string): string {
  const values = rulebook.judgements.find((judgement) => judgement.id === id)?.values ?? []
  return values.map((value) => shortest(value.value)).join(' | ')
}

function shortest(text: string): string {
  const value = parseRational(text)
  return value === null ? text : toShortest(value)
}

/** The engine's own checks: the same that scoring will make. */
function engineProblems(subject: SheetSubject, rater: RaterColumn, content: SheetContent): EntryProblem[] {
  if (subject.rulebook.scores !== null) {
    const kind = subject.rulebook.raters.find((each) => columnOf(each) === rater)
    return kind === undefined ? [] : kindProblems(subject, kind.id, content.points)
  }
  const judgements = Object.fromEntries(Object.entries(content.judgements).map(([id, entry]) => [id, entry.value]))
  const { problems } = previewTotal(subject.rulebook, { group: subject.group, settings: subject.settings, variants: subject.variants, criteria: content.points, judgements })
  return problems
    .filter((problem) => problem.path.startsWith('criteria.') || problem.path.startsWith('judgements.'))
    .map((problem) => {
      const code = problem.path.slice(problem.path.indexOf('.') + 1)
      return { code, found: content.points[code] ?? content.judgements[code]?.value ?? '', expected: problem.expected }
    })
}

function kindProblems(subject: SheetSubject, raterId: string, points: Readonly<Record<string, string>>): EntryProblem[] {
  return sheetValues(subject.rulebook, subject, raterId, points).problems.map(({ path, expected }) => ({ code: path, found: points[path] ?? '', expected }))
}

/**
 * Checks points of a rater beside the subject and the superior as strictly as a sheet and gives them in canonical form;
 * throws `evaluation.sheet.bad-points` with every problem.
 */
export function checkPoints(subject: SheetSubject, raterId: string, points: Readonly<Record<string, string>>): Record<string, string> {
  const criteria = new Set(scoredCriteria(subject.rulebook, subject.group).map((criterion) => criterion.code))
  const wrong = Object.entries(points).flatMap(([code, found]) => (!criteria.has(code) ? [{ code, found, expected: [...criteria].join(' | ') }] : decimal.test(found) ? [] : [{ code, found, expected: 'số thập phân, ví dụ 2.5' }]))
  const problems = wrong.length > 0 ? wrong : kindProblems(subject, raterId, points)
  if (problems.length > 0) throw new Refusal('evaluation.sheet.bad-points', { problems })
  return canonical(points)
}

/** Criteria that still need points before a sheet may be sent on; bonuses and deductions may stay blank. */
export function pointsMissing({ rulebook, group }: Pick<SheetSubject, 'rulebook' | 'group'>, points: Readonly<Record<string, string>>): string[] {
  return scoredCriteria(rulebook, group).flatMap(({ code, scoring }) => (scoring.kind !== 'bonus' && scoring.kind !== 'deduction' && points[code] === undefined ? [code] : []))
}

const alreadyShort = /^(0|[1-9]\d*)(\.\d*[1-9])?$/

function canonical(points: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(points).map(([code, text]) => [code, alreadyShort.test(text) ? text : shortest(text)]))
}

function trimmed(judgements: Readonly<Record<string, JudgementEntry>>): Record<string, JudgementEntry> {
  return Object.fromEntries(Object.entries(judgements).map(([id, entry]) => [id, { value: shortest(entry.value), reason: entry.reason.normalize('NFC').trim().slice(0, 1000) }]))
}

/** What is still missing before a sheet may be sent on: criteria, choices, reasons for the lower choice, the own level. */
export function missingFrom(subject: SheetSubject, rater: RaterColumn, content: SheetContent): string[] {
  const { rulebook, group } = subject
  const missing: string[] = []
  if (subject.scoresPoints) {
    missing.push(...pointsMissing(subject, content.points))
    for (const judgement of judgementsOf(rulebook, group, rater)) {
      const entry = content.judgements[judgement.id]
      if (entry === undefined) missing.push(judgement.id)
      else if (entry.reason === '' && (judgement.reasonRequired || isLower(judgement, entry.value))) missing.push(`${judgement.id}.reason`)
    }
    missing.push(...reasonsMissing(subject, content))
  }
  if (rater === 'self' && content.proposedLevel === null && (!subject.scoresPoints || asksLevel(rulebook, group, 'self'))) missing.push('proposedLevel')
  return missing
}

/** Whether the rater of this column says a level beside the points (tự xếp loại, đề nghị mức; 132-QĐ/TW): the subject must, the superior may. */
export function asksLevel(rulebook: CompiledRulebook, group: string, column: RaterColumn): boolean {
  return rulebook.raters.some((rater) => rater.fills.includes('level') && appliesTo(rater.groups, group) && sheetColumnOf(rulebook, rater) === column)
}

/** Low points that the rulebook wants a word on; the word stands under weaknesses or comment. */
function reasonsMissing(subject: SheetSubject, content: SheetContent): string[] {
  if (content.comment !== '' || content.weaknesses !== '') return []
  return scoredCriteria(subject.rulebook, subject.group)
    .filter(({ code, reasonRequiredBelow }) => {
      const [points, limit] = [parseRational(content.points[code] ?? ''), parseRational(reasonRequiredBelow ?? '')]
      return points !== null && limit !== null && compare(points, limit) < 0
    })
    .map(({ code }) => `${code}.reason`)
}

/** Below the best of the named values: 50 of 100 and 50 (article 15.3). */
function isLower(judgement: Judgement, value: string): boolean {
  const given = parseRational(value)
  return given !== null && judgement.values.some((each) => compare(parseRational(each.value) ?? given, given) > 0)
}
